import type { DuckDBConnection } from '@duckdb/node-api'
import type { Field } from '../store/schema.ts'
import { hintsOf, type HeaderHint } from './headers.ts'
import { judgeColumn, judgeTogether, type ColumnValues } from './judge.ts'
import type { Found } from './schema.ts'
import * as ask from './statements.ts'

/** Different values of a column that are looked at one by one. */
const mostValues = 50_000
const mostSmallGroupFields = 4
const tellingHints: readonly HeaderHint[] = ['first-name', 'last-name', 'person', 'birth-date', 'tax-id', 'phone', 'mobile']

export type Searched = { rows: number; columns: number; findings: Found[] }
type Named = Field & { hints: ReadonlySet<HeaderHint> }

/**
 * Looks through the whole of a table for people: each column by its name and its values, counts below `smallestGroup`, and rows that few
 * share. Memory is that of the connection.
 */
export async function searchTable(db: DuckDBConnection, path: string, fields: readonly Field[], smallestGroup: number, signal?: AbortSignal): Promise<Searched> {
  await db.run(ask.openTable(path))
  const rows = await countOf(db, ask.countRows)
  const named = fields.map((field) => ({ ...field, hints: hintsOf(field) }))
  const single: Found[] = []
  for (const field of named) {
    signal?.throwIfAborted()
    if (field.type === 'geometry' || field.type === 'bool') continue
    single.push(...judgeColumn(await valuesOf(db, field)))
  }
  const cells = await smallCells(db, named, smallestGroup)
  const groups = cells.counted ? [] : await smallGroups(db, named, smallestGroup, rows)
  return { rows, columns: fields.length, findings: [...judgeTogether(single, fields, rows), ...cells.found, ...groups] }
}

async function valuesOf(db: DuckDBConnection, field: Named): Promise<ColumnValues> {
  await db.run(ask.valuesOf(field.id))
  const [counted] = (await db.runAndReadAll(ask.countValues)).getRowObjectsJson()
  // A column that names people by its header is looked at whole; of the others only what looks like something.
  const telling = tellingHints.some((hint) => field.hints.has(hint))
  const rows = (await db.runAndReadAll(telling ? ask.sampleValues(mostValues) : ask.candidates(mostValues))).getRowsJson()
  return { field, hints: field.hints, filled: Number(counted?.['filled'] ?? 0), values: rows.map(([v, n]) => ({ v: String(v), n: Number(n) })) }
}

// Counts of people by the name of the column, or a column of figures beside one that speaks of people.
async function smallCells(db: DuckDBConnection, fields: readonly Named[], k: number): Promise<{ counted: boolean; found: Found[] }> {
  const numbers = fields.filter(({ type, hints }) => (type === 'int' || type === 'numeric') && !hints.has('personal-trait') && !hints.has('place') && (hints.has('people-count') || hints.has('count')))
  const texts = fields.filter(({ type }) => type === 'text')
  const speaking: string[] = []
  for (const { id } of texts) if ((await countOf(db, ask.speaksOfPeople(id))) > 0) speaking.push(id)
  const traits = fields.some(({ hints }) => hints.has('personal-trait'))
  const found: Found[] = []
  let counted = false
  for (const { id, hints } of numbers) {
    const byName = hints.has('people-count') || traits
    if (!byName && speaking.length === 0) continue
    if ((await countOf(db, ask.isWhole(id))) > 0) continue
    counted = true
    const hits = await countOf(db, ask.smallCells(id, k, byName ? [] : speaking))
    if (hits > 0) found.push({ kind: 'small-cell', fields: [id], serious: true, hits, ofRows: await countOf(db, ask.countRows), examples: [] })
  }
  return { counted, found }
}

/**
 * Rows that fewer than `k` share by what describes people (k-anonymity; L. Sweeney 2002). Only for tables with a row for each person: where
 * every combination stands once beside figures, the table counts already.
 */
async function smallGroups(db: DuckDBConnection, fields: readonly Named[], k: number, rows: number): Promise<Found[]> {
  if (fields.some(({ hints }) => hints.has('thing'))) return []
  const traits = fields.filter(({ hints }) => hints.has('personal-trait'))
  const places = fields.filter(({ hints }) => hints.has('place'))
  const used = [...traits, ...places].slice(0, mostSmallGroupFields).map(({ id }) => id)
  if (traits.length === 0 || used.length < 2 || rows === 0) return []
  const [answer] = (await db.runAndReadAll(ask.smallGroups(used, k))).getRowObjectsJson()
  const [small, groups, of] = [Number(answer?.['small'] ?? 0), Number(answer?.['groups'] ?? 0), Number(answer?.['of'] ?? 0)]
  const figures = fields.some(({ id, type }) => (type === 'int' || type === 'numeric') && !used.includes(id))
  if (small === 0 || (groups === of && figures)) return []
  return [{ kind: 'small-group', fields: used, serious: true, hits: small, ofRows: of, examples: [] }]
}

const countOf = async (db: DuckDBConnection, question: string): Promise<number> => Number((await db.runAndReadAll(question)).getRowObjectsJson()[0]?.['n'] ?? 0)
