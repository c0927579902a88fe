import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Refusal } from '../dcat/refusals.ts'
import type { HarvestItem, HarvestRun, Outcome, RunState, Source } from './schema.ts'

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
export const insertItems = (db: UnitOfWork, runId: string, items: readonly HarvestItem[]): Promise<number> =>
  db.insertMany(
    'open_data.harvest_item',
    items.map((item) => ({ tenant_id: db.tenant, run_id: runId, source_key: item.sourceKey, outcome: item.outcome, title: item.title.slice(0, 500), notes: JSON.stringify(item.notes), dataset_id: item.datasetId, created_at: db.now })),
    { onConflict: 'nothing' },
  )

export const keepInQuarantine = (db: UnitOfWork, sourceId: string, key: string, title: string, reasons: readonly Refusal[]): Promise<number> =>
  db.run(sql`
    insert into open_data.quarantine (tenant_id, source_id, source_key, title, reasons, created_at, last_seen_at)
    values (${db.tenant}, ${sourceId}, ${key}, ${title.slice(0, 500)}, ${JSON.stringify(reasons)}, ${db.now}, ${db.now})
    on conflict (tenant_id, source_id, source_key) do update set title = excluded.title, reasons = excluded.reasons, last_seen_at = excluded.last_seen_at`)

export const leaveQuarantine = (db: UnitOfWork, sourceId: string, keys: readonly string[]): Promise<number> =>
  db.run(sql`delete from open_data.quarantine where tenant_id = ${db.tenant} and source_id = ${sourceId} and source_key = any(${keys})`)

export type Quarantined = { sourceId: string; sourceKey: string; title: string; reasons: Refusal[]; createdAt: Date; lastSeenAt: Date }
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
