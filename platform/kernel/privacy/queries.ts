import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'
import type { CatalogueColumn } from './catalogue.ts'

// These statements are made from declarations. Names come from `privacy.ts` files only and have been compared with the
// catalogue at the start (`privacyComplaints`); values are parameters.

/** Every column of every table of towns, whoever may read it. The queue keeps workers and ids of jobs in schemas of its own. */
export const listColumns = (db: UnitOfWork): Promise<CatalogueColumn[]> =>
  db.many(sql<CatalogueColumn>`
    select n.nspname || '.' || c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type, not a.attnotnull as nullable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('information_schema', 'graphile_worker', 'jobs') and n.nspname not like 'pg\\_%'
    order by 1, a.attnum`)

export const listReferences = (db: UnitOfWork): Promise<{ from: string; to: string }[]> =>
  db.many(sql<{ from: string; to: string }>`
    select n.nspname || '.' || c.relname as "from", m.nspname || '.' || d.relname as "to"
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
    where k.contype = 'f'`)

/** A table's subject column with its type, or the column that says when a row may go. */
export type Target = { table: string; subject?: { column: string; type: string } }

const isSubject = ({ subject }: Target, accountId: string) =>
  subject?.type === 'uuid' ? sql`${sql.ref(subject.column)} = ${accountId}::uuid` : sql`${sql.ref(subject?.column ?? '')} = ${accountId}`

export const listRowsOf = (db: UnitOfWork, target: Target, columns: readonly string[], accountId: string): Promise<Record<string, unknown>[]> =>
  db.many(sql<Record<string, unknown>>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(target.table)}
    where tenant_id = ${db.tenant} and ${isSubject(target, accountId)} limit 10000`)

export const deleteRowsOf = (db: UnitOfWork, target: Target, accountId: string): Promise<number> =>
  db.run(sql`delete from ${sql.table(target.table)} where tenant_id = ${db.tenant} and ${isSubject(target, accountId)}`)

/** Ids of what a person, or time, is about to take away. */
export const listIdsOf = (db: UnitOfWork, target: Target, accountId: string): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select id from ${sql.table(target.table)} where tenant_id = ${db.tenant} and ${isSubject(target, accountId)}`)

export const listIdsBefore = (db: UnitOfWork, table: string, field: string, moment: Date): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select id from ${sql.table(table)} where tenant_id = ${db.tenant} and ${sql.ref(field)} <= ${moment}`)

export const emptyRowsOf = (db: UnitOfWork, target: Target, columns: readonly string[], accountId: string): Promise<number> =>
  db.run(sql`
    update ${sql.table(target.table)} set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = null`))}
    where tenant_id = ${db.tenant} and ${isSubject(target, accountId)}`)

export const deleteRowsBefore = (db: UnitOfWork, table: string, field: string, moment: Date): Promise<number> =>
  db.run(sql`delete from ${sql.table(table)} where tenant_id = ${db.tenant} and ${sql.ref(field)} <= ${moment}`)

export const emptyRowsBefore = (db: UnitOfWork, table: string, columns: readonly string[], field: string, moment: Date): Promise<number> =>
  db.run(sql`
    update ${sql.table(table)} set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = null`))}
    where tenant_id = ${db.tenant} and ${sql.ref(field)} <= ${moment}
      and (${sql.join(columns.map((column) => sql`${sql.ref(column)} is not null`), sql` or `)})`)

/** Accounts that nobody has used since. */
export const listDormantAccounts = (db: UnitOfWork, since: Date): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select id from platform.account where tenant_id = ${db.tenant} and last_seen_at <= ${since} order by id limit 1000`)
