import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { KeyStatement, Vault } from '../../crypto/schema.ts'

/** Public keys of confidants of this town by their id, the first ones first; also of those who have left. `ids` absent: of all. */
export async function listStatements(db: UnitOfWork, ids?: readonly string[]): Promise<Record<string, KeyStatement[]>> {
  const rows = await db.many(sql<{ confidantId: string; statement: KeyStatement }>`
    select confidant_id as "confidantId", statement from help_chat.key_statement
    where tenant_id = ${db.tenant} ${ids ? sql`and confidant_id = any(${[...ids]}::uuid[])` : sql``} order by confidant_id, n`)
  const byId: Record<string, KeyStatement[]> = {}
  for (const { confidantId, statement } of rows) (byId[confidantId] ??= []).push(statement)
  return byId
}

/** When each confidant's present keys were made, and how many they have had. */
export const listKeyStates = (db: UnitOfWork): Promise<{ confidantId: string; n: number; since: Date }[]> =>
  db.many(sql<{ confidantId: string; n: number; since: Date }>`
    select confidant_id as "confidantId", max(n)::int as n, max(created_at) as since from help_chat.key_statement where tenant_id = ${db.tenant} group by confidant_id`)

/** Rows written: none when these keys are known already. */
export const insertStatement = (db: UnitOfWork, statement: KeyStatement): Promise<number> =>
  db.run(sql`
    insert into help_chat.key_statement (tenant_id, confidant_id, n, statement, created_at)
    values (${db.tenant}, ${statement.confidant}, ${statement.n}, ${JSON.stringify(statement)}, ${db.now}) on conflict (tenant_id, confidant_id, n) do nothing`)

export const findVault = async (db: UnitOfWork, confidantId: string): Promise<Vault | undefined> =>
  (await db.maybe(sql<{ vault: Vault }>`select vault from help_chat.vault where tenant_id = ${db.tenant} and confidant_id = ${confidantId}`))?.vault

export const putVault = (db: UnitOfWork, confidantId: string, vault: Vault): Promise<number> =>
  db.run(sql`
    insert into help_chat.vault (tenant_id, confidant_id, vault, created_at, changed_at) values (${db.tenant}, ${confidantId}, ${JSON.stringify(vault)}, ${db.now}, ${db.now})
    on conflict (tenant_id, confidant_id) do update set vault = excluded.vault, changed_at = excluded.changed_at`)

/** The locked private keys of whoever serves the town no more. */
export const deleteVaults = (db: UnitOfWork, ids: readonly string[]): Promise<number> =>
  db.run(sql`delete from help_chat.vault where tenant_id = ${db.tenant} and confidant_id = any(${[...ids]}::uuid[])`)
