import { cents, sumCents, type Cents } from '@modellregion/standards'
import type { Project } from '../schema.ts'

export type Sums = {
  /** Grants of the projects, without the project office. */
  readonly projects: Cents
  readonly office: Cents
  readonly all: Cents
  /** What the whole joint projects cost where it is known, the grant elsewhere; with the office. */
  readonly withPartners: Cents
  readonly withPartnersCount: number
  readonly count: number
}

const grantOf = ({ grantCents }: Pick<Project, 'grantCents'>): Cents => cents(grantCents ?? 0)

/** Sums are computed from what is shown, never typed. */
export function sumsOf(projects: readonly Pick<Project, 'kind' | 'grantCents' | 'totalCents'>[]): Sums {
  const [own, offices] = [projects.filter(({ kind }) => kind === 'project'), projects.filter(({ kind }) => kind === 'office')]
  const [granted, office] = [sumCents(own.map(grantOf)), sumCents(offices.map(grantOf))]
  return {
    projects: granted,
    office,
    all: sumCents([granted, office]),
    withPartners: sumCents(projects.map((project) => cents(project.totalCents ?? project.grantCents ?? 0))),
    withPartnersCount: projects.filter(({ totalCents }) => totalCents !== null).length,
    count: own.length,
  }
}
