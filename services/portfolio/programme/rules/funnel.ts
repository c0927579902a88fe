import { stages, type Programme, type Project, type Source, type Stage } from '../schema.ts'

export const funnelSteps = ['ideas', 'submitted', 'approved'] as const
export type FunnelStep = { readonly id: (typeof funnelSteps)[number]; readonly count: number; /** Null: counted from the projects of the town. */ readonly source: Source | null }

/** The stage of the way that a project has reached when it counts for a step. */
const least: Readonly<Record<FunnelStep['id'], Stage>> = { ideas: 'idea', submitted: 'application', approved: 'notice' }
const placeOf = (stage: Stage): number => stages.findIndex((one) => one === stage)

/**
 * How many ideas became applications and grants. What the programme says is taken: ideas that were never submitted have no names.
 * Else the town's own projects are counted by the furthest stage they have reached.
 */
export function funnelOf(programme: Programme | undefined, projects: readonly Pick<Project, 'slug' | 'stage' | 'kind' | 'origin'>[], reached: readonly { readonly slug: string; readonly stage: Stage }[]): readonly FunnelStep[] {
  // Whatever is here was an idea once, even where its history begins later.
  const counted = programme ? realOf(projects) : countable(projects)
  const furthest = new Map(counted.filter(({ kind }) => kind === 'project').map(({ slug, stage }) => [slug, Math.max(0, placeOf(stage))]))
  for (const { slug, stage } of reached) {
    const known = furthest.get(slug)
    if (known !== undefined) furthest.set(slug, Math.max(known, placeOf(stage)))
  }
  return funnelSteps.map((id) => {
    const said = programme?.[id]
    return said ? { id, count: said.value, source: said.source } : { id, count: [...furthest.values()].filter((place) => place >= placeOf(least[id])).length, source: null }
  })
}

/** What counts in sums and funnels: real projects; invented ones only where there are no others. */
export function countable<P extends Pick<Project, 'origin'>>(projects: readonly P[]): readonly P[] {
  const real = realOf(projects)
  return real.length > 0 ? real : projects
}

const realOf = <P extends Pick<Project, 'origin'>>(projects: readonly P[]): readonly P[] => projects.filter(({ origin }) => origin !== 'invented')

/** What a programme is about: the projects of its report; all real ones where the town describes it itself; else all that count. */
export function mainOf<P extends Pick<Project, 'origin'>>(programme: Pick<Programme, 'origin'> | undefined, projects: readonly P[]): readonly P[] {
  if (programme?.origin === 'report') return projects.filter(({ origin }) => origin === 'report')
  return programme ? realOf(projects) : countable(projects)
}
