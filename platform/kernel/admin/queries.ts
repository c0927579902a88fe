import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'

/** Accounts that hold a role and may sign in. The rows are locked: of two who take away the last one at once, one waits and then sees it. */
export async function lockHolders(db: UnitOfWork, role: string): Promise<string[]> {
  const rows = await db.many(sql<{ id: string }>`
    select g.account_id as id from platform.role_grant g join platform.account a on a.tenant_id = g.tenant_id and a.id = g.account_id
    where g.tenant_id = ${db.tenant} and g.role = ${role} and g.organisation = '' and a.disabled_at is null
    order by g.account_id for update of g`)
  return rows.map(({ id }) => id)
}

export const countDeadJobs = async (db: UnitOfWork): Promise<number> =>
  (await db.one(sql<{ n: number }>`select count(*)::int as n from platform.job where tenant_id = ${db.tenant} and state = 'dead'`)).n
