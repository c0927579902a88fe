import { randomBytes } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'
import { rowNumber } from './rules.ts'
import type { Field } from './schema.ts'
import { list, name, text } from './sql-text.ts'
import { tokensSql } from './words.ts'

/** Smaller tables are asked as they are: reading all of them is fast enough. */
export const worthAnIndex = (rows: number): boolean => rows > 50_000

/** Rows of one block: a word in a column of ever new texts leads to blocks, which are then read. */
export const blockBits = 11

/** What a column is in the file that is asked. */
export type ColumnKind = 'few' | 'many' | 'plain'

/**
 * Writes beside a table's Parquet copy the file from which a large table is asked: a DuckDB database with the rows and the words they are
 * made of. Texts that repeat are kept once and the rows hold their numbers, so a word leads to numbers and numbers to rows; for columns of
 * ever new texts a word leads to the blocks it occurs in. Needs about 15 seconds of one processor and 400 MB for a million rows of 30
 * columns. `connection` may read `parquetPath` and write `targetPath`, which must not exist yet. Rows stand in the order of the Parquet copy.
 */
export async function indexTable(connection: DuckDBConnection, parquetPath: string, fields: readonly Field[], targetPath: string): Promise<void> {
  const run = async (sql: string) => void (await connection.run(sql))
  const source = `read_parquet(${text(parquetPath)})`
  const kinds = await kindsOf(connection, source, fields)
  const before = String((await (await connection.run('select current_database()')).getRows())[0]?.[0])
  const target = `target_${randomBytes(6).toString('hex')}` // several may be written at a time
  await run(`attach ${text(targetPath)} as ${target}`)
  try {
    await run(`use ${target}`) // types have no catalogue in their name
    const few = fields.flatMap((field, at) => (kinds[at] === 'few' ? [{ field, at, type: `text_${at}` }] : []))
    for (const { field, type } of few) await run(`create type ${type} as enum (select distinct ${name(field.id)} from ${source} where ${name(field.id)} is not null order by 1)`)
    const replaced = few.map(({ field, type }) => `cast(${name(field.id)} as ${type}) as ${name(field.id)}`)
    await run(`create table data as select * ${replaced.length ? `replace (${list(replaced)})` : ''} from ${source}`)
    // Put away and taken up again: what was needed to write the rows is free for what follows.
    await run(`use ${name(before)}`)
    await run(`detach ${target}`)
    await run(`attach ${text(targetPath)} as ${target}`)
    await run(`use ${target}`)
    // A page's rows lie anywhere: found by a tree they are read one by one, without it whole blocks of all columns are unpacked.
    await run(`create index row_of_number on data (${name(rowNumber.id)})`)
    await run('create table word (word varchar, field usmallint, code uinteger)')
    if (few.length > 0) await run(`insert into word select word, field, code from (${few.map(({ at, type }) => wordsOfType(at, type)).join(' union all ')}) order by word, field`)
    await run('create table block (hash uinteger, field usmallint, block uinteger)')
    for (const [at, field] of fields.entries()) if (kinds[at] === 'many') await run(blocksOf(at, field))
    await run('create table kind (field usmallint, kind varchar)')
    await run(`insert into kind values ${list(fields.map((_, at) => `(${at}, '${kinds[at] ?? 'plain'}')`))}`)
  } finally {
    await run(`use ${name(before)}`)
    await run(`detach ${target}`)
  }
}

const wordsOfType = (at: number, type: string): string =>
  `select distinct unnest(${tokensSql('value')}) as word, ${at} as field, enum_code(cast(value as ${type})) as code from (select unnest(enum_range(cast(null as ${type})))::varchar as value)`

const blocksOf = (at: number, { id }: Field): string =>
  `insert into block select distinct ${hashSql('token')}, ${at}, block from (select unnest(${tokensSql(name(id))}) as token, rowid >> ${blockBits} as block from data) order by 1`

/** A number for a word that stays the same in every version of the database. */
export const hashSql = (expression: string): string => `(md5_number_lower(${expression}) % 4294967296)::uinteger`

/** Texts are kept once when they repeat and all of them together fit in memory. */
async function kindsOf(connection: DuckDBConnection, source: string, fields: readonly Field[]): Promise<ColumnKind[]> {
  const texts = fields.map(({ type }) => type === 'text' || type === 'json')
  const asked = fields.flatMap(({ id }, at) => (texts[at] ? [`approx_count_distinct(${name(id)})`, `coalesce(avg(strlen(${name(id)})), 0)::double`] : []))
  if (asked.length === 0) return fields.map(() => 'plain')
  const answer = (await (await connection.run(`select count(*), ${list(asked)} from ${source}`)).getRows())[0]?.map(Number) ?? []
  const [rows = 0, ...numbers] = answer
  let next = 0
  return texts.map((isText) => {
    if (!isText) return 'plain'
    const [distinct = 0, length = 0] = numbers.slice(next, (next += 2))
    // A column of nothing has no words, and an enumeration needs one.
    if (distinct === 0) return 'plain'
    return distinct <= Math.min(200_000, rows / 3) && distinct * length <= 16e6 ? 'few' : 'many'
  })
}
