import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Rate } from '../schema.ts'

/** What the town has entered, the newest entry last, so that it wins over earlier ones for the same day. */
export const listRates = (db: UnitOfWork): Promise<Rate[]> =>
  db.many(sql<Rate>`select kind, from_day::text as "from", bp, announced as source, created_at as "createdAt" from portfolio.grant_rate where tenant_id = ${db.tenant} order by created_at, id`)
export const insertRate = (db: UnitOfWork, r: Omit<Rate, 'createdAt'> & { readonly id: string; readonly accountId: string }): Promise<number> =>
  db.run(sql`
    insert into portfolio.grant_rate (tenant_id, id, kind, from_day, bp, announced, account_id, created_at)
    values (${db.tenant}, ${r.id}, ${r.kind}, ${r.from}, ${r.bp}, ${r.source}, ${r.accountId}, ${db.now}) on conflict do nothing`)
