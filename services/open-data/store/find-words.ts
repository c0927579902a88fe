import type { DuckDBConnection } from '@duckdb/node-api'
import type { Base } from './base.ts'
import { blockBits, hashSql } from './index-table.ts'
import type { Field } from './schema.ts'
import { list, name } from './sql-text.ts'
import { holdsWordSql, type Word } from './words.ts'

/** So many numbers stand in a statement; more are looked up while it runs. */
const mostInline = 4_000
/** Read first when a word leads to no more blocks than these; otherwise the column is read anyway. */
const mostBlocks = 64

/** Where a word is in columns that are read as they are. */
export const wordSql = (word: Word, fields: readonly Field[]): string => anyOf(fields.map((field) => cellHolds(word, field)))

/** Where a word is in a large table: its index says which texts hold it, so that few columns are read. */
export async function indexedWordSql(connection: DuckDBConnection, { index, from }: Base & { index: NonNullable<Base['index']> }, word: Word, fields: readonly Field[], all: readonly Field[]): Promise<string> {
  const at = new Map(all.map(({ id }, position) => [id, position]))
  const kindOf = ({ id }: Field) => index.kinds[at.get(id) ?? -1] ?? 'plain'
  const few = fields.filter((field) => kindOf(field) === 'few')
  const many = fields.filter((field) => kindOf(field) === 'many')
  const plain = fields.filter((field) => kindOf(field) === 'plain').map((field) => cellHolds(word, field))
  const codes = few.length > 0 ? await codesOf(connection, index.catalog, word, few, at) : []
  const rows = await Promise.all(many.map((field) => inBlocks(connection, index.catalog, from, word, field, at.get(field.id) ?? -1)))
  return anyOf([...plain, ...codes, ...rows])
}

async function codesOf(connection: DuckDBConnection, catalog: string, word: Word, few: readonly Field[], at: ReadonlyMap<string, number>): Promise<string[]> {
  const positions = few.map(({ id }) => at.get(id) ?? -1)
  const matching = `select field, code from ${catalog}.main.word where field in (${list(positions.map(String))}) and (${tokensMatch(word)})${word.tokens.length > 1 ? ` group by field, code having ${eachToken(word)}` : ' group by field, code'}`
  const found = await (await connection.run(`select field, count(*), case when count(*) <= ${mostInline} then string_agg(code, ',') end from (${matching}) group by field`)).getRows()
  return found.map(([position, , codes]) => {
    const field = few[positions.indexOf(Number(position))]
    if (!field) return undefined
    return `enum_code(${name(field.id)}) in (${codes === null ? `select code from (${matching}) where field = ${Number(position)}` : String(codes)})`
  }).filter((part) => part !== undefined) // prettier-ignore
}

/** The rows that hold the word in a column of ever new texts. */
async function inBlocks(connection: DuckDBConnection, catalog: string, from: string, word: Word, field: Field, position: number): Promise<string> {
  const holds = holdsWordSql(name(field.id), word)
  const whole = word.unfinished ? word.tokens.slice(0, -1) : word.tokens
  if (whole.length === 0) return holds
  const hashes = list(whole.map((token) => hashSql(`'${token}'`)))
  const blocks = await (await connection.run(`select block from ${catalog}.main.block where field = ${position} and hash in (${hashes}) group by block having count(*) >= ${new Set(whole).size} limit ${mostBlocks + 1}`)).getRows()
  if (blocks.length === 0) return 'false'
  if (blocks.length > mostBlocks) return holds
  const near = blocks.map(([block]) => `rowid between ${Number(block) << blockBits} and ${((Number(block) + 1) << blockBits) - 1}`).join(' or ')
  const rows = await (await connection.run(`select rowid from ${from} where (${near}) and ${holds}`)).getRows()
  return rows.length > 0 ? `rowid in (${list(rows.map(([row]) => String(row)))})` : 'false'
}

const tokenMatch = (token: string, unfinished: boolean): string => (unfinished ? `word >= '${token}' and word < '${token}\u{10ffff}'` : `word = '${token}'`)
const tokensMatch = ({ tokens, unfinished }: Word): string => tokens.map((token, at) => `(${tokenMatch(token, unfinished && at === tokens.length - 1)})`).join(' or ')
const eachToken = ({ tokens, unfinished }: Word): string => tokens.map((token, at) => `bool_or(${tokenMatch(token, unfinished && at === tokens.length - 1)})`).join(' and ')

function cellHolds(word: Word, { id, type }: Field): string | undefined {
  const column = name(id)
  if (type === 'text' || type === 'json') return holdsWordSql(`${column}::varchar`, word)
  if (type === 'int' && word.number !== undefined) return `${column} = ${word.number}`
  if (type === 'numeric' && word.number !== undefined) return `${column} = '${word.number}'::double`
  if ((type === 'date' || type === 'timestamp') && word.span) return `(${column} >= '${word.span.from}'::${type} and ${column} < '${word.span.to}'::${type})`
  if (type === 'time' && word.clock !== undefined) return `starts_with(${column}::varchar, '${word.clock}')`
  return undefined
}

function anyOf(parts: readonly (string | undefined)[]): string {
  const some = parts.filter((part) => part !== undefined && part !== 'false')
  return some.length > 0 ? `(${some.join(' or ')})` : 'false'
}
