import type { TemporaryDatabase } from '@modellregion/testing'

type Pool = TemporaryDatabase['database']['pool']
type Column = { name: string; type: string; kind: string; label: string | null }

/**
 * Takes check, foreign and exclusion constraints off every table of a temporary database, so that one made-up row per town
 * fits into each of them. What is under test are row security and grants, which stay.
 */
export async function loosenConstraints(superuser: Pool): Promise<void> {
  const { rows } = await superuser.query<{ statement: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement from pg_constraint
    where contype in ('c', 'f', 'x') and conrelid <> 0 and connamespace::regnamespace::text !~ '^(pg_|information_schema|graphile)' and conislocal
    order by contype desc`)
  for (const { statement } of rows) await superuser.query(statement)
}

export type Probe = { text: string; values: unknown[] }

/** An insert statement that fills what must be filled, for a town. `set`: values of further columns. */
export async function probeRow(superuser: Pool, table: string, tenant: string, set: Readonly<Record<string, unknown>> = {}): Promise<Probe> {
  const { rows } = await superuser.query<Column>(
    `select a.attname as name, format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), null) as type, t.typtype as kind,
      (select enumlabel from pg_enum where enumtypid = a.atttypid order by enumsortorder limit 1) as label
     from pg_attribute a join pg_type t on t.oid = a.atttypid
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
       and (a.attname in ('tenant_id', 'town') or a.attname = any($2) or (a.attnotnull and not a.atthasdef)) order by a.attnum`,
    [table, Object.keys(set)],
  )
  const values = rows.map((column) => column.name in set ? set[column.name] : column.name === 'tenant_id' || column.name === 'town' ? tenant : column.name === 'service' ? 'platform' : (column.label ?? sample(column.type)))
  return { text: `insert into ${table} (${rows.map(({ name }) => `"${name}"`).join(', ')}) values (${rows.map((_, at) => `$${at + 1}`).join(', ')})`, values }
}

function sample(type: string): unknown {
  if (type.endsWith('[]')) return '{}'
  if (/^(text|character|name|citext)/.test(type)) return 'probe'
  if (/^(smallint|integer|bigint|numeric|real|double)/.test(type)) return 1
  if (type.startsWith('timestamp')) return '2026-01-01T00:00:00Z'
  if (type === 'date') return '2026-01-01'
  if (type.startsWith('time')) return '00:00'
  if (type === 'uuid') return '00000000-0000-7000-8000-000000000001'
  if (type === 'boolean') return true
  if (/^jsonb?$/.test(type)) return '{}'
  if (type === 'bytea') return Buffer.from('probe')
  if (type === 'inet' || type === 'cidr') return '127.0.0.1'
  if (type === 'interval') return '1 day'
  if (type.endsWith('range')) return 'empty'
  if (type === 'point') return '(0,0)'
  if (type === 'tsvector') return ''
  throw new Error(`The probe has no sample of type ${type} yet.`)
}

/** One transaction in a role and town; always rolled back. Returns the SQLSTATE of a refusal. */
export async function tryAs(app: Pool, role: string, tenant: string | undefined, text: string, values: unknown[] = []): Promise<{ rows: Record<string, unknown>[]; count: number; refused?: string }> {
  const client = await app.connect()
  try {
    await client.query('begin')
    if (tenant === undefined) await client.query(`set local role "${role}"`)
    else await client.query('select platform.enter($1, $2)', [tenant, role])
    const result = await client.query(text, values)
    return { rows: result.rows, count: result.rowCount ?? 0 }
  } catch (error) {
    return { rows: [], count: 0, refused: (error as { code?: string }).code ?? String(error) }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

export type Rights = { role: string; reads: boolean; inserts: boolean; updates: boolean }

/** What each service role may do with a table. Reading counts as soon as the town's column can be read. */
export async function rightsOn(superuser: Pool, table: string): Promise<Rights[]> {
  const { rows } = await superuser.query<Rights>(
    `select rolname as role, has_column_privilege(rolname, $1, 'tenant_id', 'select') and has_schema_privilege(rolname, split_part($1, '.', 1), 'usage') as reads,
      has_table_privilege(rolname, $1, 'insert') and has_schema_privilege(rolname, split_part($1, '.', 1), 'usage') as inserts,
      has_column_privilege(rolname, $1, 'tenant_id', 'update') and has_schema_privilege(rolname, split_part($1, '.', 1), 'usage') as updates
     from pg_roles where rolname ~ '^svc_' and pg_has_role('modellregion_app', rolname, 'set') order by rolname`,
    [table],
  )
  return rows
}
