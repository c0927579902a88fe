import type { UnitOfWork } from '@modellregion/kernel'
import * as queries from './queries.ts'
import { noCounts, type Counts, type Outcome, type SourceState } from './schema.ts'

/** All sources with their last run, what it brought and what lies in quarantine. */
export async function listSourceStates(db: UnitOfWork): Promise<SourceState[]> {
  const [sources, latest, quarantine] = [await queries.listSources(db), await queries.listLatestRuns(db), await queries.countQuarantine(db)]
  const runs = new Map(latest.map((run) => [run.sourceId, run]))
  const counts = await countsOfRuns(db, latest.map(({ id }) => id))
  const held = new Map(quarantine.map(({ sourceId, n }) => [sourceId, n]))
  return sources.map((source) => {
    const run = runs.get(source.id)
    return { source, run, counts: (run && counts.get(run.id)) ?? noCounts, quarantined: held.get(source.id) ?? 0 }
  })
}

/** What each run brought, by its id. */
export async function countsOfRuns(db: UnitOfWork, runIds: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
  const counts = new Map<string, Record<Outcome, number>>()
  for (const { runId, outcome, n } of await queries.countItemsOf(db, runIds)) counts.set(runId, { ...(counts.get(runId) ?? noCounts), [outcome]: n })
  return counts
}
