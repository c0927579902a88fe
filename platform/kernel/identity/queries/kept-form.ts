import { sql } from 'kysely'
import type { UnitOfWork } from '../../database/index.ts'

export type KeptForm = { accountId: string | null; action: string; fields: [string, string][] }

export const insertKeptForm = (db: UnitOfWork, form: { idHash: string; accountId?: string; action: string; fields: [string, string][]; expiresAt: Date }): Promise<number> =>
  db.run(sql`
    insert into platform.kept_form (tenant_id, id_hash, account_id, action, fields, expires_at, created_at)
    values (${db.tenant}, ${form.idHash}, ${form.accountId ?? null}, ${form.action}, ${JSON.stringify(form.fields)}::jsonb, ${form.expiresAt}, ${db.now})
    on conflict (tenant_id, id_hash) do nothing`)

export const findKeptForm = (db: UnitOfWork, idHash: string): Promise<KeptForm | undefined> =>
  db.maybe(sql<KeptForm>`
    select account_id as "accountId", action, fields from platform.kept_form
    where tenant_id = ${db.tenant} and id_hash = ${idHash} and expires_at > ${db.now}`)

/** Whoever sees it first after signing in owns it. */
export const claimKeptForm = (db: UnitOfWork, idHash: string, accountId: string): Promise<number> =>
  db.run(sql`update platform.kept_form set account_id = ${accountId} where tenant_id = ${db.tenant} and id_hash = ${idHash} and (account_id is null or account_id = ${accountId})`)
