import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Dataset } from '../dcat/schema.ts'

export type ChangeKind = 'published' | 'changed' | 'withdrawn' | 'deleted'
/** One entry in the history of a dataset. */
export type DatasetChange = { id: string; datasetId: string; revision: number; kind: ChangeKind; name: string; title: string; document: Dataset; note: string; madeBy: string | null; createdAt: Date }

const columns = sql`id, dataset_id as "datasetId", revision, kind, name, title, document, note, made_by as "madeBy", created_at as "createdAt"`

export type NewChange = Omit<DatasetChange, 'revision' | 'madeBy' | 'createdAt'>
export const insertChange = (db: UnitOfWork, change: NewChange): Promise<{ revision: number }> =>
  db.one(sql<{ revision: number }>`
    insert into open_data.dataset_change (tenant_id, id, dataset_id, revision, kind, name, title, document, note, made_by, created_at)
    select ${db.tenant}, ${change.id}, ${change.datasetId}, coalesce(max(revision), 0) + 1, ${change.kind}, ${change.name}, ${change.title}, ${JSON.stringify(change.document)}, ${change.note}, ${db.actor ?? null}, ${db.now}::timestamptz
    from open_data.dataset_change where tenant_id = ${db.tenant} and dataset_id = ${change.datasetId}
    returning revision`)

/** History of a dataset, the newest first. */
export const listChanges = (db: UnitOfWork, datasetId: string, size: number): Promise<DatasetChange[]> =>
  db.many(sql<DatasetChange>`select ${columns} from open_data.dataset_change where tenant_id = ${db.tenant} and dataset_id = ${datasetId} order by revision desc limit ${size}`)

/** Two people who publish the same dataset wait for each other. */
export const lockDataset = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`open-data ${db.tenant} ${id}`}, 0))`)
