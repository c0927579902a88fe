import type { Programme, Project, Source, Stage } from '../schema.ts'

export type FunnelStep = { readonly id: 'ideas' | 'submitted' | 'approved'; readonly count: number; /** Null: counted from the projects of this list. */ readonly source: Source | null }

const order: readonly Stage[] = ['idea', 'application', 'notice', 'delivery', 'proof-of-use', 'transfer']

/**
 * How many ideas became applications and grants. Where a report counts them, its counts are taken: ideas that were never submitted have no names.
 * Else the town's own projects are counted by the furthest stage they have reached.
 */
export function funnelOf(programme: Programme | undefined, projects: readonly Pick<Project, 'slug' | 'stage' | 'kind' | 'origin'>[], reached: readonly { readonly slug: string; readonly stage: Stage }[]): readonly FunnelStep[] {
  if (programme)
    return (['ideas', 'submitted', 'approved'] as const).map((id) => ({ id, count: programme[id].value, source: programme[id].source }))
  const counted = projects.filter(({ kind }) => kind === 'project')
  const furthest = new Map(counted.map(({ slug, stage }) => [slug, order.indexOf(stage)]))
  for (const { slug, stage } of reached) {
    const known = furthest.get(slug)
    if (known !== undefined) furthest.set(slug, Math.max(known, order.indexOf(stage)))
  }
  const at = (least: number): number => [...furthest.values()].filter((stage) => stage >= least).length
  return [
    { id: 'ideas', count: counted.length, source: null },
    { id: 'submitted', count: at(1), source: null },
    { id: 'approved', count: at(2), source: null },
  ]
}

/** What counts in sums and funnels: real projects; invented ones only where there are no others. */
export function countable<P extends Pick<Project, 'origin'>>(projects: readonly P[]): readonly P[] {
  const real = projects.filter(({ origin }) => origin !== 'invented')
  return real.length > 0 ? real : projects
}
