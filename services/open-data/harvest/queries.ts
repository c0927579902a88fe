import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Refusal } from '../dcat/refusals.ts'
import type { DataService } from '../dcat/schema.ts'
import type { HarvestItem, HarvestRun, Outcome, Quarantined, RunState, Source } from './schema.ts'

const sourceColumns = sql`id, name, title, kind, url, options, removal, paused, created_at as "createdAt"`
const runColumns = sql`id, source_id as "sourceId", state, refusal, expected, next_page as "nextPage", created_at as "createdAt", finished_at as "finishedAt"`

export const listSources = (db: UnitOfWork): Promise<Source[]> => db.many(sql<Source>`select ${sourceColumns} from open_data.source where tenant_id = ${db.tenant} order by title`)

export const getSource = (db: UnitOfWork, nameOrId: string): Promise<Source> =>
  db.one(sql<Source>`select ${sourceColumns} from open_data.source where tenant_id = ${db.tenant} and (name = ${nameOrId} or id::text = ${nameOrId})`)

export const insertSource = (db: UnitOfWork, source: Omit<Source, 'createdAt'>): Promise<number> =>
  db.run(sql`
    insert into open_data.source (tenant_id, id, name, title, kind, url, options, removal, paused, created_at)
    values (${db.tenant}, ${source.id}, ${source.name}, ${source.title}, ${source.kind}, ${source.url}, ${JSON.stringify(source.options)}, ${source.removal}, ${source.paused}, ${db.now})
    on conflict do nothing`)

export const setPaused = (db: UnitOfWork, name: string, paused: boolean): Promise<number> =>
  db.run(sql`update open_data.source set paused = ${paused} where tenant_id = ${db.tenant} and name = ${name} and paused <> ${paused}`)

/** The newest run of each source. */
export const listLatestRuns = (db: UnitOfWork): Promise<HarvestRun[]> =>
  db.many(sql<HarvestRun>`
    select r.id, s.id as "sourceId", r.state, r.refusal, r.expected, r.next_page as "nextPage", r.created_at as "createdAt", r.finished_at as "finishedAt"
    from open_data.source s cross join lateral (
      select * from open_data.harvest_run h where h.tenant_id = s.tenant_id and h.source_id = s.id order by h.created_at desc limit 1) r
    where s.tenant_id = ${db.tenant}`)

export const countItemsOf = (db: UnitOfWork, runIds: readonly string[]): Promise<{ runId: string; outcome: Outcome; n: number }[]> =>
  db.many(sql<{ runId: string; outcome: Outcome; n: number }>`
    select run_id as "runId", outcome, count(*) as n from open_data.harvest_item where tenant_id = ${db.tenant} and run_id = any(${runIds}::uuid[]) group by run_id, outcome`)

export const countQuarantine = (db: UnitOfWork): Promise<{ sourceId: string; n: number }[]> =>
  db.many(sql<{ sourceId: string; n: number }>`select source_id as "sourceId", count(*) as n from open_data.quarantine where tenant_id = ${db.tenant} group by source_id`)

export const findRunningRun = (db: UnitOfWork, sourceId: string): Promise<HarvestRun | undefined> =>
  db.maybe(sql<HarvestRun>`select ${runColumns} from open_data.harvest_run where tenant_id = ${db.tenant} and source_id = ${sourceId} and state = 'running' order by created_at desc limit 1`)

export const getRun = (db: UnitOfWork, id: string): Promise<HarvestRun> =>
  db.one(sql<HarvestRun>`select ${runColumns} from open_data.harvest_run where tenant_id = ${db.tenant} and id = ${id}`)

export const listRuns = (db: UnitOfWork, sourceId: string | undefined, size: number): Promise<HarvestRun[]> =>
  db.many(sql<HarvestRun>`
    select ${runColumns} from open_data.harvest_run
    where tenant_id = ${db.tenant} and (${sourceId ?? null}::uuid is null or source_id = ${sourceId ?? null}) order by created_at desc limit ${size}`)

export const insertRun = (db: UnitOfWork, id: string, sourceId: string): Promise<number> =>
  db.run(sql`insert into open_data.harvest_run (tenant_id, id, source_id, state, created_at) values (${db.tenant}, ${id}, ${sourceId}, 'running', ${db.now}) on conflict do nothing`)

export const noteProgress = (db: UnitOfWork, id: string, expected: number | undefined, nextPage: string | undefined): Promise<number> =>
  db.run(sql`
    update open_data.harvest_run set expected = coalesce(${expected ?? null}, expected), next_page = ${nextPage ?? null} where tenant_id = ${db.tenant} and id = ${id}`)

export const finishRun = (db: UnitOfWork, id: string, state: RunState, refusal?: Refusal): Promise<number> =>
  db.run(sql`
    update open_data.harvest_run set state = ${state}, refusal = ${refusal ? JSON.stringify(refusal) : null}, finished_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id} and state = 'running'`)

export const countItems = (db: UnitOfWork, runId: string): Promise<{ outcome: Outcome; n: number }[]> =>
  db.many(sql<{ outcome: Outcome; n: number }>`select outcome, count(*) as n from open_data.harvest_item where tenant_id = ${db.tenant} and run_id = ${runId} group by outcome`)

export const listItems = (db: UnitOfWork, runId: string, outcome: Outcome | undefined, page: { from: number; size: number }): Promise<HarvestItem[]> =>
  db.many(sql<HarvestItem>`
    select source_key as "sourceKey", outcome, title, notes, dataset_id as "datasetId" from open_data.harvest_item
    where tenant_id = ${db.tenant} and run_id = ${runId} and (${outcome ?? null}::text is null or outcome = ${outcome ?? null})
    order by outcome, title, source_key limit ${page.size} offset ${page.from}`)

// The first outcome of a record in a run stands: a repeated run meets its own additions as "unchanged".
export const insertItems = (db: UnitOfWork, { runId, page }: { runId: string; page: string }, items: readonly HarvestItem[]): Promise<number> =>
  db.insertMany(
    'open_data.harvest_item',
    items.map((item) => ({ tenant_id: db.tenant, run_id: runId, source_key: item.sourceKey, outcome: item.outcome, title: item.title.slice(0, 500), notes: JSON.stringify(item.notes), dataset_id: item.datasetId, page, created_at: db.now })),
    { onConflict: 'nothing' },
  )

export const keepInQuarantine = (db: UnitOfWork, sourceId: string, key: string, title: string, reasons: readonly Refusal[]): Promise<number> =>
  db.run(sql`
    insert into open_data.quarantine (tenant_id, source_id, source_key, title, reasons, created_at, last_seen_at)
    values (${db.tenant}, ${sourceId}, ${key}, ${title.slice(0, 500)}, ${JSON.stringify(reasons)}, ${db.now}, ${db.now})
    on conflict (tenant_id, source_id, source_key) do update set title = excluded.title, reasons = excluded.reasons, last_seen_at = excluded.last_seen_at`)

export const leaveQuarantine = (db: UnitOfWork, sourceId: string, keys: readonly string[]): Promise<number> =>
  db.run(sql`delete from open_data.quarantine where tenant_id = ${db.tenant} and source_id = ${sourceId} and source_key = any(${keys})`)

export const listQuarantine = (db: UnitOfWork, page: { from: number; size: number }): Promise<Quarantined[]> =>
  db.many(sql<Quarantined>`
    select source_id as "sourceId", source_key as "sourceKey", title, reasons, created_at as "createdAt", last_seen_at as "lastSeenAt"
    from open_data.quarantine where tenant_id = ${db.tenant} order by last_seen_at desc, source_key limit ${page.size} offset ${page.from}`)

type Kept = 'data_service' | 'dataset_series'
/** Data services and series are renewed as a whole with each run of their source. */
export const keepCompanion = (db: UnitOfWork, table: Kept, row: { id: string; sourceId: string; key: string; title: string; document: unknown; runId: string }): Promise<number> =>
  db.run(sql`
    insert into ${sql.table(`open_data.${table}`)} (tenant_id, id, source_id, source_key, title, document, seen_in, created_at)
    values (${db.tenant}, ${row.id}, ${row.sourceId}, ${row.key}, ${row.title}, ${JSON.stringify(row.document)}, ${row.runId}, ${db.now})
    on conflict (tenant_id, source_id, source_key) do update set title = excluded.title, document = excluded.document, seen_in = excluded.seen_in`)

export const dropUnseenCompanions = (db: UnitOfWork, table: Kept, sourceId: string, runId: string): Promise<number> =>
  db.run(sql`delete from ${sql.table(`open_data.${table}`)} where tenant_id = ${db.tenant} and source_id = ${sourceId} and seen_in is distinct from ${runId}`)

export type KnownPage = { digest: string; runId: string; expected: number | null; nextPage: string | null }
/** How a page looked when the source was last read to the end. */
export const findPage = (db: UnitOfWork, sourceId: string, page: string): Promise<KnownPage | undefined> =>
  db.maybe(sql<KnownPage>`
    select p.digest, p.run_id as "runId", p.expected, p.next_page as "nextPage"
    from open_data.harvest_page p join open_data.harvest_run r on r.tenant_id = p.tenant_id and r.id = p.run_id and r.state = 'done'
    where p.tenant_id = ${db.tenant} and p.source_id = ${sourceId} and p.page = ${page}`)

export const keepPage = (db: UnitOfWork, sourceId: string, page: string, known: KnownPage): Promise<number> =>
  db.run(sql`
    insert into open_data.harvest_page (tenant_id, source_id, page, digest, run_id, expected, next_page, created_at)
    values (${db.tenant}, ${sourceId}, ${page}, ${known.digest}, ${known.runId}, ${known.expected}, ${known.nextPage}, ${db.now})
    on conflict (tenant_id, source_id, page) do update set digest = excluded.digest, run_id = excluded.run_id, expected = excluded.expected, next_page = excluded.next_page, created_at = excluded.created_at`)

/** The datasets a page held in a run. */
export const datasetsOfPage = (db: UnitOfWork, page: string, runId: string): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`
    select dataset_id as id from open_data.harvest_item where tenant_id = ${db.tenant} and run_id = ${runId} and page = ${page} and dataset_id is not null`)

/** A page that is byte for byte the same: each of its records has its line in the new report. */
export const repeatItems = (db: UnitOfWork, page: string, before: string, runId: string): Promise<number> =>
  db.run(sql`
    insert into open_data.harvest_item (tenant_id, run_id, source_key, outcome, title, notes, dataset_id, page, created_at)
    select i.tenant_id, ${runId}, i.source_key, case when i.outcome = 'refused' then 'refused' else 'unchanged' end, i.title, i.notes, i.dataset_id, i.page, ${db.now}
    from open_data.harvest_item i where i.tenant_id = ${db.tenant} and i.run_id = ${before} and i.page = ${page}
    on conflict do nothing`)

export const keepCompanionsSeen = (db: UnitOfWork, sourceId: string, before: string, runId: string): Promise<number> =>
  db.run(sql`update open_data.data_service set seen_in = ${runId} where tenant_id = ${db.tenant} and source_id = ${sourceId} and seen_in = ${before}`)
export const keepSeriesSeen = (db: UnitOfWork, sourceId: string, before: string, runId: string): Promise<number> =>
  db.run(sql`update open_data.dataset_series set seen_in = ${runId} where tenant_id = ${db.tenant} and source_id = ${sourceId} and seen_in = ${before}`)

/** Reports of runs before `before`, but never the last complete one of a source: the next run compares with it. */
export const dropOldRuns = (db: UnitOfWork, before: Date): Promise<number> =>
  db.run(sql`
    delete from open_data.harvest_run r where r.tenant_id = ${db.tenant} and r.created_at < ${before} and r.state <> 'running'
      and not exists (select from open_data.harvest_page p where p.tenant_id = ${db.tenant} and p.run_id = r.id)`)

/** The interfaces of a source that serve one of its datasets. */
export const listServicesFor = (db: UnitOfWork, sourceId: string, datasetUri: string): Promise<{ document: DataService }[]> =>
  db.many(sql<{ document: DataService }>`
    select document from open_data.data_service
    where tenant_id = ${db.tenant} and source_id = ${sourceId} and jsonb_exists(document -> 'servesDataset', ${datasetUri}) order by title, id limit 20`)

export const listSeries = (db: UnitOfWork, sourceId: string, keys: readonly string[]): Promise<{ key: string; title: string }[]> =>
  db.many(sql<{ key: string; title: string }>`
    select source_key as key, title from open_data.dataset_series where tenant_id = ${db.tenant} and source_id = ${sourceId} and source_key = any(${keys})`)
