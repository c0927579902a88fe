import { cents, type Cents } from '@modellregion/standards'
import type { Programme, Project } from '../schema.ts'
import { sumsOf } from './sums.ts'

/** Where a report's figures do not add up, contradict each other, or are missing. Found by looking, never typed. */
export type Oddity =
  | { readonly code: 'sum'; readonly said: Cents; readonly projects: Cents; readonly all: Cents; readonly missing: Cents; readonly withPartners: Cents; readonly withPartnersCount: number }
  | { readonly code: 'count'; readonly said: number; readonly counted: number }
  | { readonly code: 'video-short'; readonly slug: string; readonly name: string; readonly url: string; readonly length: number }
  | { readonly code: 'video-missing'; readonly slug: string; readonly name: string }
  | { readonly code: 'status-missing'; readonly slug: string; readonly name: string }
  | { readonly code: 'names-differ'; readonly slug: string; readonly name: string; readonly nameInTable: string }
  | { readonly code: 'partners-differ'; readonly slug: string; readonly name: string; readonly inTable: readonly string[]; readonly inText: readonly string[] }

const videoIdLength = 11 // YouTube, for every film so far

/** In the order of weight: sums, counts, then project by project. */
export function odditiesOf(programme: Programme, projects: readonly Project[]): readonly Oddity[] {
  const reported = projects.filter(({ origin }) => origin === 'report')
  const sums = sumsOf(reported)
  const said = cents(programme.approxGrants.value)
  return [
    ...(sums.all === said ? [] : [{ code: 'sum' as const, said, projects: sums.projects, all: sums.all, missing: cents(said - sums.all), withPartners: sums.withPartners, withPartnersCount: sums.withPartnersCount }]),
    ...(sums.count === programme.approved.value ? [] : [{ code: 'count' as const, said: programme.approved.value, counted: sums.count }]),
    ...reported.filter(({ kind }) => kind === 'project').flatMap(odditiesOfProject),
  ]
}

/** What is odd about one project of a report. */
export function odditiesOfProject(project: Project): readonly Oddity[] {
  if (project.origin !== 'report' || project.kind !== 'project') return []
  const { slug, name, nameInTable, partnersInText } = project
  const video = project.links.find(({ kind }) => kind === 'video')?.url
  const id = video === undefined ? undefined : /^https:\/\/youtu\.be\/([\w-]+)$/.exec(video)?.[1]
  const inTable = project.partners.map((partner) => partner.name)
  return [
    ...(project.status === '' ? [{ code: 'status-missing' as const, slug, name }] : []),
    ...(video === undefined ? [{ code: 'video-missing' as const, slug, name }] : []),
    ...(video !== undefined && id !== undefined && id.length !== videoIdLength ? [{ code: 'video-short' as const, slug, name, url: video, length: id.length }] : []),
    ...(nameInTable !== null && nameInTable !== name ? [{ code: 'names-differ' as const, slug, name, nameInTable }] : []),
    ...(partnersInText.length > 0 && !sameNames(inTable, partnersInText) ? [{ code: 'partners-differ' as const, slug, name, inTable, inText: partnersInText }] : []),
  ]
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean => a.toSorted().join('\n') === b.toSorted().join('\n')
