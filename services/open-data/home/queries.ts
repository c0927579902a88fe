import { sql, type UnitOfWork } from '@modellregion/kernel'

export type KeyFigures = { datasets: number; publishers: number; files: number }

/** How much the catalogue holds now. */
export const keyFigures = (db: UnitOfWork): Promise<KeyFigures> =>
  db.one(sql<KeyFigures>`
    select count(*) as datasets, count(distinct d.organisation_id) as publishers,
      (select count(*) from open_data.distribution f join open_data.dataset p on p.tenant_id = f.tenant_id and p.id = f.dataset_id and p.withdrawn_at is null where f.tenant_id = ${db.tenant}) as files
    from open_data.dataset d where d.tenant_id = ${db.tenant} and d.withdrawn_at is null`)
