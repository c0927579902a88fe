import { cents, type Cents } from '@modellregion/standards'
import type { Programme, ProjectLine } from '../schema.ts'
import { sumsOf } from './sums.ts'

/** Where the figures of a programme do not add up, contradict each other, or are missing. Found by looking, never typed; a `remark` is what somebody else found. */
export type Oddity =
  | { readonly code: 'sum'; readonly said: Cents; readonly projects: Cents; readonly office: Cents; readonly all: Cents; readonly withPartners: Cents; readonly withPartnersCount: number }
  | { readonly code: 'count'; readonly said: number; readonly counted: number }
  | { readonly code: 'more-after'; readonly before: 'ideas' | 'submitted'; readonly after: 'submitted' | 'approved'; readonly first: number; readonly second: number }
  | { readonly code: 'remark'; readonly text: string }
  | { readonly code: 'video-short'; readonly slug: string; readonly name: string; readonly url: string; readonly length: number; readonly expected: number }
  | { readonly code: 'video-missing'; readonly slug: string; readonly name: string }
  | { readonly code: 'status-missing'; readonly slug: string; readonly name: string }
  | { readonly code: 'names-differ'; readonly slug: string; readonly name: string; readonly nameInTable: string }
  | { readonly code: 'partners-differ'; readonly slug: string; readonly name: string; readonly inTable: readonly string[]; readonly inText: readonly string[] }

const videoIdLength = 11 // YouTube, for every film so far

/** In the order of weight: sums, counts, what somebody found, then project by project. `projects` are those the programme is about. */
export function odditiesOf(programme: Programme, projects: readonly ProjectLine[]): readonly Oddity[] {
  const { projects: own, office, all, withPartners, withPartnersCount, grantedCount } = sumsOf(projects)
  const { approxGrants, approved } = programme
  return [
    // Before the first notice a sum that is still to come is a plan and no contradiction.
    ...(approxGrants === null || grantedCount === 0 || all === approxGrants.value ? [] : [{ code: 'sum' as const, said: cents(approxGrants.value), projects: own, office, all, withPartners, withPartnersCount }]),
    ...(approved === null || approved.value === grantedCount ? [] : [{ code: 'count' as const, said: approved.value, counted: grantedCount }]),
    ...moreAfter(programme, 'ideas', 'submitted'),
    ...moreAfter(programme, 'submitted', 'approved'),
    ...programme.remarks.map((text) => ({ code: 'remark' as const, text })),
    ...projects.flatMap(odditiesOfProject),
  ]
}

function moreAfter(programme: Programme, before: 'ideas' | 'submitted', after: 'submitted' | 'approved'): readonly Oddity[] {
  const [first, second] = [programme[before]?.value, programme[after]?.value]
  return first === undefined || second === undefined || second <= first ? [] : [{ code: 'more-after', before, after, first, second }]
}

/** What is odd about one project of a report. */
export function odditiesOfProject(project: ProjectLine): readonly Oddity[] {
  if (project.origin !== 'report' || project.kind !== 'project') return []
  const { slug, name, nameInTable, partnersInText } = project
  const video = project.links.find(({ kind }) => kind === 'video')?.url
  const id = video === undefined ? undefined : /^https:\/\/youtu\.be\/([\w-]+)$/.exec(video)?.[1]
  const inTable = project.partners.map((partner) => partner.name)
  return [
    ...(project.status === '' ? [{ code: 'status-missing' as const, slug, name }] : []),
    ...(video === undefined ? [{ code: 'video-missing' as const, slug, name }] : []),
    ...(video !== undefined && id !== undefined && id.length !== videoIdLength ? [{ code: 'video-short' as const, slug, name, url: video, length: id.length, expected: videoIdLength }] : []),
    ...(nameInTable !== null && nameInTable !== name ? [{ code: 'names-differ' as const, slug, name, nameInTable }] : []),
    ...(partnersInText.length > 0 && !sameNames(inTable, partnersInText) ? [{ code: 'partners-differ' as const, slug, name, inTable, inText: partnersInText }] : []),
  ]
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean => a.toSorted().join('\n') === b.toSorted().join('\n')
