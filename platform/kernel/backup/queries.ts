import type pg from 'pg'

// Statements of the operator's session, which reads past row security. They run outside of units of work: a backup holds every town.

export type Table = { name: string; columns: string[]; tenant: boolean; needs: string[] }
export type Sequence = { name: string; value: string | null }
export type Migration = { room: string; file: string; sha256: string }

// The queue is no part of a backup: after a restore it is filled again from the rows of the jobs.
const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'jobs') and n.nspname not like 'pg\\_%'`

/** Tables that hold rows themselves, with their columns that can be written and the tables their foreign keys need. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as tenant,
      array(select distinct format('%I.%I', fn.nspname, fc.relname) from pg_constraint k join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
            where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid order by 1) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and ${ours} and (n.nspname, c.relname) <> ('platform', 'migration')
    order by 1`)
  return rows
}

export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select format('%I.%I', s.schemaname, s.sequencename) as name, s.last_value::text as value
    from pg_sequences s join pg_namespace n on n.nspname = s.schemaname where ${ours} order by 1`)
  return rows
}

export async function listMigrations(client: pg.ClientBase): Promise<Migration[]> {
  const { rows } = await client.query<Migration>('select room, file, sha256 from platform.migration order by room, file')
  return rows
}

/** The contents that rows of platform.file name. */
export async function listFiles(client: pg.ClientBase): Promise<{ tenant: string; sha256: string }[]> {
  const { rows } = await client.query<{ tenant: string; sha256: string }>('select distinct tenant_id as tenant, sha256 from platform.file order by 1, 2')
  return rows
}

export async function serverVersion(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  return rows[0]?.version ?? ''
}

/** The first of these tables that has a row. */
export async function firstFilled(client: pg.ClientBase, tables: readonly string[]): Promise<string | undefined> {
  for (const table of tables) if ((await client.query(`select from ${table} limit 1`)).rowCount) return table
  return undefined
}

export const copyOut = ({ name, columns }: Pick<Table, 'name' | 'columns'>): string => `copy ${name} (${columns.join(', ')}) to stdout`
export const copyIn = ({ name, columns }: Pick<Table, 'name' | 'columns'>): string => `copy ${name} (${columns.join(', ')}) from stdin`
export const emptyTables = (client: pg.ClientBase, tables: readonly string[]) => client.query(`truncate ${tables.join(', ')}`)
export const setSequence = (client: pg.ClientBase, { name, value }: Sequence) => client.query('select setval($1::regclass, coalesce($2::bigint, 1), $2 is not null)', [name, value])

/** One moment of the whole database. `row_security off` turns rows that would be hidden into an error. */
export async function beginSnapshot(client: pg.ClientBase): Promise<void> {
  await client.query('begin isolation level repeatable read read only')
  await client.query('set local row_security = off')
}

export async function beginRestore(client: pg.ClientBase): Promise<void> {
  await client.query('begin')
  await client.query('set local row_security = off')
  await client.query('set constraints all deferred')
}
