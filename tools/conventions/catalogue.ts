import type { TemporaryDatabase } from '@modellregion/testing'

type Pool = TemporaryDatabase['database']['pool']
export type Table = { name: string; tenant: boolean }

/**
 * Tables without row security, with the reason. A service declares its own by a comment on the table that begins with
 * "shared:" or "node-local:"; these belong to the kernel.
 */
const withoutTenant: Record<string, string> = {
  'platform.migration': 'node-local: what has been applied to this database',
  'platform.tenant': 'shared: the list of towns, which tenants are made of',
  'platform.tenant_host': 'shared: which host name leads to which town, asked before the town is known',
  'jobs.worker': 'node-local: heartbeats of the worker processes, beside the queue',
  'platform.secret': 'shared: keys of the installation, read by the platform role only',
  'platform.subscription': 'shared: which subscriber hears which event, written from the manifests at each start',
}

/** Tenant tables without a moment of creation, with the reason. A service says "no created_at: …" in a comment on the table. */
const withoutMoment: readonly (readonly [RegExp, string])[] = [
  [/^search\.(doc|facet_\w+|word|state)$/, 'derived from the records of the services, which have it'],
  [/^search\.synonym$/, 'a setting of the town, overwritten in place'],
  [/^search\.missed$/, 'counted per day on purpose: a moment would point at a person'],
]

const tables = `
  select c.oid, c.relnamespace::regnamespace::text || '.' || c.relname as name, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relkind,
    coalesce(obj_description(c.oid, 'pg_class') ~ '^(shared|node-local): ', false) as declared
  from pg_class c
  where c.relkind in ('r', 'p', 'm', 'f') and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema$|graphile_worker$)'`

/** Every table of the platform; `tenant` when its rows belong to towns. */
export async function listTables(pool: Pool): Promise<Table[]> {
  const { rows } = await pool.query<{ name: string; declared: boolean }>(`select name, declared from (${tables}) t order by name`)
  return rows.map(({ name, declared }) => ({ name, tenant: !declared && !(name in withoutTenant) }))
}

/** Shared tables with an owner: every town reads what is published, and only the row's own town sees the rest and writes. */
export async function listOwnedTables(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select name from (${tables}) t where declared and exists (select from pg_attribute a where a.attrelid = t.oid and attname = 'town') and exists (select from pg_attribute a where a.attrelid = t.oid and attname = 'published') order by name`,
  )
  return rows.map(({ name }) => name)
}

/** Rules of the catalogue: each query returns one row, `problem`, per violation; `$1` are the names of the tenant tables. */
const rules: Record<string, string> = {
  'tenant tables have the town in a column of its own': `
    select name as problem from (${tables}) t where name = any($1)
      and not exists (select from pg_attribute a where a.attrelid = t.oid and attname = 'tenant_id' and attnotnull and atttypid = 'text'::regtype)`,
  'tenant_id is first in every primary, unique, foreign and exclusion key': `
    select t.name || ': ' || k.conname as problem from (${tables}) t join pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u', 'f', 'x')
    where name = any($1) and (select attname from pg_attribute a where a.attrelid = t.oid and a.attnum = k.conkey[1]) <> 'tenant_id'
      and not (k.contype = 'f' and k.confrelid in ('platform.tenant'::regclass))`,
  'tenant_id is first in every unique index': `
    select t.name || ': ' || i.indexrelid::regclass as problem from (${tables}) t join pg_index i on i.indrelid = t.oid and i.indisunique
    where name = any($1) and coalesce((select attname from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0]), '') <> 'tenant_id'`,
  'tenant tables have a primary key': `
    select name as problem from (${tables}) t where name = any($1) and not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,
  'row security is enabled and forced': `select name as problem from (${tables}) t where name = any($1) and not (relrowsecurity and relforcerowsecurity)`,
  // A role that no process can enter owns the search functions; it reads past the policy, and they compare the town.
  'each policy of a role that a process can enter compares the town and looks nowhere else': `
    select t.name || ': ' || p.polname as problem from (${tables}) t join pg_policy p on p.polrelid = t.oid
    where name = any($1) and (concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) ~* '\\mselect\\M'
      or (polpermissive and exists (select from unnest(polroles) r where r = 0 or pg_has_role('modellregion_app', r, 'set')) and concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) !~ 'tenant_id = current_setting'))`,
  'there are no triggers': `
    select tgrelid::regclass || ': ' || tgname as problem from pg_trigger join (${tables}) t on t.oid = tgrelid where not tgisinternal`,
  'there are no rules': `select tablename || ': ' || rulename as problem from pg_rules where schemaname !~ '^pg_|information_schema|graphile'`,
  'no table is unlogged': `select name as problem from (${tables}) t where relpersistence <> 'p'`,
  'no tenant table is a materialized view or a foreign table': `select name as problem from (${tables}) t where relkind in ('m', 'f')`,
  'every moment has a time zone': `
    select t.name || '.' || attname as problem from (${tables}) t join pg_attribute a on a.attrelid = t.oid and attnum > 0
    where atttypid in ('timestamp'::regtype, 'timetz'::regtype, 'timestamp[]'::regtype)`,
  'names are snake_case': `
    select t.name || coalesce('.' || attname, '') as problem from (${tables}) t left join pg_attribute a on a.attrelid = t.oid and attnum > 0 and not attisdropped
    where t.name !~ '^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$' or attname !~ '^[a-z][a-z0-9_]*$'`,
  'table names are singular': `
    select name as problem from (${tables}) t where name ~ '(ies|[^suai]s)$' and name !~ '(series|news)$'`,
  'no key empties a column when its target goes': `
    select t.name || ': ' || conname as problem from (${tables}) t join pg_constraint k on k.conrelid = t.oid where contype = 'f' and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd'))`,
  'the processes own nothing and pass no row security': `
    select rolname as problem from pg_roles where rolname ~ '^(svc_|modellregion_(app|service)$)'
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or exists (select from pg_class where relowner = pg_roles.oid))`,
  'functions that run with foreign rights have a fixed search path': `
    select oid::regprocedure::text as problem from pg_proc where prosecdef and pronamespace::regnamespace::text !~ '^(pg_|information_schema|graphile)'
      and coalesce(array_to_string(proconfig, ','), '') !~ 'search_path='`,
}

export const conventionNames = Object.keys(rules)

/** What breaks one convention. */
export async function violationsOf(pool: Pool, convention: string, tenantTables: readonly string[]): Promise<string[]> {
  const rule = rules[convention] ?? ''
  const { rows } = rule.includes('$1') ? await pool.query<{ problem: string }>(rule, [tenantTables]) : await pool.query<{ problem: string }>(rule)
  return rows.map(({ problem }) => problem).sort()
}

/** Tenant tables that carry no moment of creation. State that is overwritten in place may say so in a comment: "no created_at: …". */
export async function withoutCreation(pool: Pool, tenantTables: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select name from (${tables}) t where name = any($1) and coalesce(obj_description(oid, 'pg_class'), '') !~ 'no created_at: '
      and not exists (select from pg_attribute a where a.attrelid = t.oid and attname = 'created_at' and attnotnull and atttypid = 'timestamptz'::regtype) order by name`,
    [tenantTables],
  )
  return rows.map(({ name }) => name).filter((name) => !withoutMoment.some(([pattern]) => pattern.test(name)))
}
