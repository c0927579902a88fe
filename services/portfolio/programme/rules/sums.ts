import { cents, sumCents, type Cents } from '@modellregion/standards'
import type { Project } from '../schema.ts'
import { isGranted } from './stage.ts'

export type Sums = {
  /** Grants of the projects, without the project office. */
  readonly projects: Cents
  readonly office: Cents
  readonly all: Cents
  /** What the whole joint projects cost where it is known, the grant elsewhere; with the office. */
  readonly withPartners: Cents
  readonly withPartnersCount: number
  /** Projects at any stage, without the office. */
  readonly count: number
  /** Those of them that have a notice. */
  readonly grantedCount: number
}

const grantOf = ({ grantCents }: Pick<Project, 'grantCents'>): Cents => cents(grantCents ?? 0)

/** Sums are computed from what is shown, never typed. An amount that is only applied for, refused or given up does not count. */
export function sumsOf(projects: readonly Pick<Project, 'kind' | 'stage' | 'grantCents' | 'totalCents'>[]): Sums {
  const granted = projects.filter(({ stage }) => isGranted(stage))
  const [own, offices] = [granted.filter(({ kind }) => kind === 'project'), granted.filter(({ kind }) => kind === 'office')]
  const [sum, office] = [sumCents(own.map(grantOf)), sumCents(offices.map(grantOf))]
  return {
    projects: sum,
    office,
    all: sumCents([sum, office]),
    withPartners: sumCents(granted.map((project) => cents(project.totalCents ?? project.grantCents ?? 0))),
    withPartnersCount: granted.filter(({ totalCents }) => totalCents !== null).length,
    count: projects.filter(({ kind }) => kind === 'project').length,
    grantedCount: own.length,
  }
}
