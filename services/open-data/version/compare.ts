import type { DuckDBConnection } from '@duckdb/node-api'
import type { Cell, Field } from '../store/schema.ts'
import { compareColumns, shownRows, type ChangedRow, type Difference } from './difference.ts'

/** A table to compare: its Parquet copy on this machine, and its columns. */
export type Compared = { path: string; fields: readonly Field[]; rows: number }

/** Columns that are tried as the key of the rows, in the order in which a file has them. */
const mostKeys = 12

/**
 * What differs between two tables. Rows are known again by the first column that is filled and unique in both; without such a column they are
 * compared as wholes. Runs in DuckDB: memory is bounded by the connection's limit, not by the tables.
 */
export async function compareTables(db: DuckDBConnection, before: Compared, after: Compared): Promise<Difference> {
  const columns = compareColumns(before.fields, after.fields)
  const key = await findKey(db, before, after, columns.columns)
  const rows = key === undefined ? await asWholes(db, before, after, columns.columns) : await byKey(db, before, after, columns.columns, key)
  return { key: key === undefined ? [] : [key], ...columns, ...rows }
}

type Rows = Pick<Difference, 'added' | 'removed' | 'changed' | 'rows'>

async function findKey(db: DuckDBConnection, before: Compared, after: Compared, columns: readonly string[]): Promise<string | undefined> {
  const candidates = columns.slice(0, mostKeys)
  if (candidates.length === 0) return undefined
  const counts = candidates.map((id) => `count(distinct ${name(id)})`).join(', ')
  const [first, second] = await Promise.all([ask(db, `select ${counts} from ${table(before)}`), ask(db, `select ${counts} from ${table(after)}`)])
  // `count(distinct)` leaves out empty cells, so a column with one never has as many values as rows.
  const at = candidates.findIndex((_, i) => Number(first[0]?.[i]) === before.rows && Number(second[0]?.[i]) === after.rows)
  return candidates[at]
}

async function byKey(db: DuckDBConnection, before: Compared, after: Compared, columns: readonly string[], key: string): Promise<Rows> {
  const differs = columns.filter((id) => id !== key).map((id) => `a.${name(id)} is distinct from b.${name(id)}`)
  const joined = `from ${sourceOf(before, columns)} a full join ${sourceOf(after, columns)} b on a.${name(key)} = b.${name(key)}`
  const kind = `case when a.${name(key)} is null then 'added' when b.${name(key)} is null then 'removed' when ${differs.join(' or ') || 'false'} then 'changed' end`
  const counts = new Map((await ask(db, `select ${kind} as kind, count(*) ${joined} group by all`)).map(([found, n]) => [String(found), Number(n)]))
  const cells = (side: string) => columns.map((id) => `${side}.${name(id)}`).join(', ')
  const samples: ChangedRow[] = []
  for (const wanted of ['changed', 'added', 'removed'] as const) {
    if (!counts.get(wanted)) continue
    const found = await ask(db, `select coalesce(a.${name(key)}, b.${name(key)}), ${cells('a')}, ${cells('b')} ${joined} where (${kind}) = '${wanted}' order by coalesce(b._id, a._id) limit ${shownRows}`)
    for (const [value, ...sides] of found) {
      samples.push({ key: [value ?? null], before: wanted === 'added' ? null : sides.slice(0, columns.length), after: wanted === 'removed' ? null : sides.slice(columns.length) })
    }
  }
  return { added: counts.get('added') ?? 0, removed: counts.get('removed') ?? 0, changed: counts.get('changed') ?? 0, rows: samples }
}

async function asWholes(db: DuckDBConnection, before: Compared, after: Compared, columns: readonly string[]): Promise<Rows> {
  if (columns.length === 0) return { added: after.rows, removed: before.rows, changed: 0, rows: [] }
  const only = (one: Compared, other: Compared) => `select ${columns.map(name).join(', ')} from ${sourceOf(one, columns)} except all select ${columns.map(name).join(', ')} from ${sourceOf(other, columns)}`
  const count = async (sql: string) => Number((await ask(db, `select count(*) from (${sql})`))[0]?.[0])
  const sample = (sql: string) => ask(db, `select * from (${sql}) limit ${shownRows}`)
  const [added, removed] = [await count(only(after, before)), await count(only(before, after))]
  const [fresh, gone] = [added ? await sample(only(after, before)) : [], removed ? await sample(only(before, after)) : []]
  return { added, removed, changed: 0, rows: [...gone.map((row): ChangedRow => ({ key: [], before: row, after: null })), ...fresh.map((row): ChangedRow => ({ key: [], before: null, after: row }))] }
}

/** The rows that differ as CSV, the whole of them: what happened, then the values after (or, for what is gone, before). */
export function differenceCsvQuery(before: Compared, after: Compared, { columns, key }: Pick<Difference, 'columns' | 'key'>): string {
  const shown = columns.map(name).join(', ')
  if (key[0] === undefined) {
    const only = (one: Compared, other: Compared) => `(select ${shown} from ${sourceOf(one, columns)} except all select ${shown} from ${sourceOf(other, columns)})`
    return `select 'removed' as "_change", * from ${only(before, after)} union all select 'added', * from ${only(after, before)}`
  }
  const by = name(key[0])
  const differs = columns.filter((id) => id !== key[0]).map((id) => `a.${name(id)} is distinct from b.${name(id)}`)
  const kind = `case when a.${by} is null then 'added' when b.${by} is null then 'removed' when ${differs.join(' or ') || 'false'} then 'changed' end`
  const cells = columns.map((id) => `case when b.${by} is null then a.${name(id)} else b.${name(id)} end as ${name(id)}`).join(', ')
  return `select * from (select ${kind} as "_change", ${cells} from ${sourceOf(before, columns)} a full join ${sourceOf(after, columns)} b on a.${by} = b.${by}) where "_change" is not null`
}

const table = ({ path }: Compared): string => `read_parquet('${path.replaceAll("'", "''")}')`
// Values are compared as text: a column whose type has changed is compared all the same, and nothing is lost on the way to JSON.
const sourceOf = (one: Compared, columns: readonly string[]): string => `(select _id, ${columns.map((id) => `${name(id)}::varchar as ${name(id)}`).join(', ')} from ${table(one)})`
const name = (id: string): string => `"${id.replaceAll('"', '""')}"`


async function ask(db: DuckDBConnection, sql: string): Promise<Cell[][]> {
  const answer = await db.runAndReadAll(sql)
  return answer.getRowsJson() as Cell[][] // numbers of 64 bits come as text, everything else as JSON knows it
}
