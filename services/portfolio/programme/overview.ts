import type { UnitOfWork } from '@modellregion/kernel'
import { findProgramme, listAmountSources, listCounted, listLines, listPeriodSources, listReached } from './queries.ts'
import { funnelOf, mainOf, type FunnelStep } from './rules/funnel.ts'
import { odditiesOf, type Oddity } from './rules/oddities.ts'
import { sumsOf, type Sums } from './rules/sums.ts'
import type { Programme, ProjectLine, Source } from './schema.ts'

/** What the programme comes to, in figures. */
export type Summary = { readonly programme: Programme | undefined; readonly funnel: readonly FunnelStep[]; /** Of the public projects the programme is about. */ readonly sums: Sums }
export type Overview = Summary & {
  /** The public projects the programme is about. */
  readonly main: readonly ProjectLine[]
  /** Further public ones: beside those of a report, or invented ones beside real ones. */
  readonly others: readonly ProjectLine[]
  readonly internal: readonly ProjectLine[]
  readonly oddities: readonly Oddity[]
  /** Of amounts and periods, by `<slug> grant`, `<slug> total`, `<slug> period`. */
  readonly sourceOf: ReadonlyMap<string, Source>
}

/** Everything the pages and interfaces say about the programme as a whole. */
export async function overviewOf(db: UnitOfWork): Promise<Overview> {
  const [programme, projects, reached, sources, periods] = [await findProgramme(db), await listLines(db), await listReached(db), await listAmountSources(db), await listPeriodSources(db)]
  const open = projects.filter(({ isPublic }) => isPublic)
  const main = mainOf(programme, open)
  const isMain = new Set(main)
  return {
    programme,
    funnel: funnelOf(programme, projects, reached),
    sums: sumsOf(main),
    main,
    others: open.filter((project) => !isMain.has(project)),
    internal: projects.filter(({ isPublic }) => !isPublic),
    oddities: programme ? odditiesOf(programme, main) : [],
    sourceOf: new Map([...sources.map(({ slug, kind, source }) => [`${slug} ${kind}`, source] as const), ...periods.map(({ slug, source }) => [`${slug} period`, source] as const)]),
  }
}

/** The figures alone, for the front page of the service and for programs. */
export async function summaryOf(db: UnitOfWork): Promise<Summary> {
  const [programme, projects, reached] = [await findProgramme(db), await listCounted(db), await listReached(db)]
  return { programme, funnel: funnelOf(programme, projects, reached), sums: sumsOf(mainOf(programme, projects.filter(({ isPublic }) => isPublic))) }
}
