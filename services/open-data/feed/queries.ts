import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { FeedRow } from './schema.ts'

export const listFeedRows = (db: UnitOfWork): Promise<FeedRow[]> =>
  db.many(sql<FeedRow>`
    select dataset_id as "datasetId", service, feed, state, failure, held_version as "heldVersion", checked_at as "checkedAt", published_at as "publishedAt", created_at as "createdAt"
    from open_data.dataset_feed where tenant_id = ${db.tenant} order by service, feed`)

export type KeptFeed = Pick<FeedRow, 'datasetId' | 'service' | 'feed' | 'state' | 'failure' | 'heldVersion'> & { /** Something new is in the catalogue. */ isNew: boolean }
export const keepFeed = (db: UnitOfWork, row: KeptFeed): Promise<number> =>
  db.run(sql`
    insert into open_data.dataset_feed as f (tenant_id, dataset_id, service, feed, state, failure, held_version, checked_at, published_at, created_at)
    values (${db.tenant}, ${row.datasetId}, ${row.service}, ${row.feed}, ${row.state}, ${row.failure}, ${row.heldVersion}, ${db.now}, ${row.isNew ? db.now : null}, ${db.now})
    on conflict (tenant_id, dataset_id) do update set state = excluded.state, failure = excluded.failure, held_version = excluded.held_version, checked_at = excluded.checked_at,
      published_at = coalesce(excluded.published_at, f.published_at)`)

/** Kinds and columns of findings about which somebody has decided for an earlier version of a dataset. */
export const listDecidedFindings = (db: UnitOfWork, datasetId: string): Promise<{ kind: string; fields: string[] }[]> =>
  db.many(sql<{ kind: string; fields: string[] }>`select distinct kind, fields from open_data.scan_finding where tenant_id = ${db.tenant} and dataset_id = ${datasetId} and decision is not null`)
