import type { UnitOfWork } from '@modellregion/kernel'
import { findProgramme, listAmountSources, listProjects, listReached } from './queries.ts'
import { countable, funnelOf, type FunnelStep } from './rules/funnel.ts'
import { odditiesOf, type Oddity } from './rules/oddities.ts'
import type { Programme, Project, Source } from './schema.ts'

export type Overview = {
  readonly programme: Programme | undefined
  readonly funnel: readonly FunnelStep[]
  /** The report's projects where the town has a report, else all public ones. */
  readonly main: readonly Project[]
  readonly others: readonly Project[]
  readonly internal: readonly Project[]
  readonly oddities: readonly Oddity[]
  /** By `<slug> <kind of amount>`. */
  readonly sourceOf: ReadonlyMap<string, Source>
}

/** Everything the pages and interfaces say about the programme as a whole. */
export async function overviewOf(db: UnitOfWork): Promise<Overview> {
  const [programme, projects, reached, sources] = [await findProgramme(db), await listProjects(db), await listReached(db), await listAmountSources(db)]
  const open = projects.filter(({ isPublic }) => isPublic)
  const isMain = ({ origin }: Project): boolean => programme === undefined || origin === 'report'
  return {
    programme,
    funnel: funnelOf(programme, countable(projects), reached),
    main: open.filter(isMain),
    others: open.filter((project) => !isMain(project)),
    internal: projects.filter(({ isPublic }) => !isPublic),
    oddities: programme ? odditiesOf(programme, open) : [],
    sourceOf: new Map(sources.map(({ slug, kind, source }) => [`${slug} ${kind}`, source])),
  }
}
