import { sql, type UnitOfWork } from '@modellregion/kernel'

/** What changes with any change of the catalogue. */
export type CatalogueState = { changedAt: Date | null; deletions: number }
export const catalogueState = (db: UnitOfWork): Promise<CatalogueState> =>
  db.one(sql<CatalogueState>`
    select greatest((select changed_at from open_data.dataset where tenant_id = ${db.tenant} order by changed_at desc limit 1),
        (select max(changed_at) from open_data.dataset_series where tenant_id = ${db.tenant} and source_id is null),
        (select max(changed_at) from open_data.data_service where tenant_id = ${db.tenant} and source_id is null)) as "changedAt",
      coalesce((select deletions from open_data.catalogue_deletion where tenant_id = ${db.tenant}), 0) as deletions`)
