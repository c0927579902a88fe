import type { OpenTable } from './open-table.ts'
import { rowsSql, sourcesOf } from './plan.ts'
import type { Field } from './schema.ts'
import { list, name } from './sql-text.ts'
import type { FieldProfile } from './table.ts'

/** Values of a column are counted one by one when there are no more than these; otherwise its values are hardly worth choosing from. */
const mostCounted = 10_000
/** The most frequent values that are named. */
const mostNamed = 200
/** Longer values are cut where they are named. */
const longest = 200

/** What the values of each column are like. Distinct values are estimated, within a few hundredths, above 10,000. */
export async function profileTable(open: OpenTable): Promise<FieldProfile[]> {
  const from = rowsSql(await sourcesOf(open, {}), open.fields)
  if (open.fields.length === 0) return []
  const wanted = open.fields.flatMap((field) => measured(field))
  const [values = []] = await (await open.connection.run(`select ${list(wanted)} from ${from}`)).getRows()
  const profiles: FieldProfile[] = []
  for (const [at, field] of open.fields.entries()) {
    const [present, distinct, min, max] = values.slice(at * 4, at * 4 + 4)
    const about = { empty: open.rows - Number(present), distinct: Number(distinct), ...(min !== null && min !== undefined && { min: written(field, String(min)) }), ...(max !== null && max !== undefined && { max: written(field, String(max)) }) }
    profiles.push({ ...field, ...about, ...(countable(field) && Number(distinct) <= mostCounted && (await frequent(open, from, field))) })
  }
  return profiles
}

const countable = ({ type }: Field): boolean => type !== 'json' && type !== 'geometry'

function measured(field: Field): string[] {
  const column = field.type === 'text' ? `${name(field.id)}::varchar` : name(field.id)
  const present = field.type === 'text' ? `count(nullif(${column}, ''))` : `count(${column})`
  return countable(field) ? [present, `approx_count_distinct(${name(field.id)})`, `left(min(${column})::varchar, ${longest})`, `left(max(${column})::varchar, ${longest})`] : [present, '0', 'null', 'null']
}

async function frequent({ connection }: OpenTable, from: string, field: Field): Promise<Pick<FieldProfile, 'distinct' | 'frequent'>> {
  const column = name(field.id)
  const rows = await (await connection.run(`select left(value::varchar, ${longest}), n, count(*) over () from (select ${column} as value, count(*) as n from ${from} where ${column} is not null group by 1) order by n desc, 1 limit ${mostNamed}`)).getRows()
  return { distinct: Number(rows[0]?.[2] ?? 0), frequent: rows.map(([value, n]) => ({ value: written(field, String(value)), rows: Number(n) })) }
}

const written = ({ type }: Field, value: string): string => (type === 'timestamp' ? value.replace(' ', 'T') : value)
