import { sql, type Publication, type UnitOfWork } from '@modellregion/kernel'
import type { StatisticId } from './schema.ts'

/** The last publication of every statistic that was ever published. */
export const listPublications = (db: UnitOfWork): Promise<{ statistic: StatisticId; publication: Publication }[]> =>
  db.many(sql<{ statistic: StatisticId; publication: Publication }>`select statistic, publication from help_chat.publication where tenant_id = ${db.tenant} order by statistic`)

export const putPublication = (db: UnitOfWork, statistic: StatisticId, publication: Publication): Promise<number> =>
  db.run(sql`
    insert into help_chat.publication (tenant_id, statistic, publication, created_at, changed_at) values (${db.tenant}, ${statistic}, ${JSON.stringify(publication)}, ${db.now}, ${db.now})
    on conflict (tenant_id, statistic) do update set publication = excluded.publication, changed_at = excluded.changed_at`)
