import { canonical } from './literals.ts'
import { PushRefused, type KeptCell, type Row } from './pushed.ts'
import type { Cell, Field, FieldType } from './schema.ts'

/** `insert` adds, `update` changes rows that are there, `upsert` does either, by the key. */
export type Method = 'insert' | 'update' | 'upsert'
export type PushRecord = Readonly<Record<string, Cell | undefined>>

/** Records as they are to be kept: only the columns that were named, in canonical form. */
export type ReadRecord = { readonly cells: ReadonlyMap<string, KeptCell>; /** Row number, when the record names it. */ readonly number?: number }

/** @throws PushRefused when a record names a column that is not there or a value does not fit */
export function readRecords(fields: readonly Field[], records: readonly PushRecord[]): ReadRecord[] {
  const byId = new Map(fields.map((field) => [field.id, field]))
  const unknown = new Set(records.flatMap((record) => Object.keys(record).filter((id) => id !== '_id' && !byId.has(id))))
  if (unknown.size > 0) throw new PushRefused({ why: 'unknown-fields', fields: [...unknown] })
  return records.map((record, row) => {
    const cells = new Map<string, KeptCell>()
    for (const [id, value] of Object.entries(record)) {
      const field = byId.get(id)
      if (field && value !== undefined) cells.set(id, keep(field, value, row))
    }
    const number = Number(record['_id'])
    return { cells, ...(record['_id'] !== undefined && record['_id'] !== null && Number.isSafeInteger(number) && { number }) }
  })
}

function keep({ id, type }: Field, value: Cell, row: number): KeptCell {
  // An empty text in a column of another type says nothing, as files do.
  if (value === null || (value === '' && type !== 'text')) return null
  const kept = canonical(type, value)?.replaceAll('\0', '\ufffd')
  if (kept === undefined) throw new PushRefused({ why: 'wrong-value', row, field: id, type, value: String(JSON.stringify(value)).slice(0, 100) })
  return kept
}

/** The value of a row's key as one text: equal values give equal texts however they were written. Undefined when a part of it is missing. */
export function keyText(fields: readonly Field[], key: readonly string[], valueOf: (id: string) => Cell | undefined): string | undefined {
  const parts: string[] = []
  for (const id of key) {
    const value = valueOf(id)
    if (value === null || value === undefined) return undefined
    parts.push(sameSpelling(fields.find((field) => field.id === id)?.type ?? 'text', value))
  }
  return JSON.stringify(parts)
}

function sameSpelling(type: FieldType, value: Cell): string {
  const written = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (type === 'int') return String(BigInt(written))
  if (type === 'numeric') return String(Number(written))
  return written
}

export type Standing = ReadonlyMap<string, Row>

/**
 * What writing records does to a table: the rows as they will be. `standing` are rows found by key, `byNumber` those named by number;
 * later records of the call see what earlier ones did. @throws PushRefused
 */
export function applyRecords(fields: readonly Field[], key: readonly string[], method: Method, records: readonly ReadRecord[], standing: Standing, byNumber: ReadonlyMap<number, Row>, nextRow: number): { rows: Row[]; added: number; numbers: number[] } {
  const written = new Map<number, Row>()
  const byKey = new Map(standing)
  const numbers: number[] = []
  let added = 0
  for (const [at, record] of records.entries()) {
    const text = key.length > 0 ? keyText(fields, key, (id) => record.cells.get(id)) : undefined
    const named = method !== 'insert' && record.number !== undefined ? (written.get(record.number) ?? byNumber.get(record.number)) : undefined
    const before = named ?? (text === undefined ? undefined : byKey.get(text))
    if (method === 'update' && !before) throw new PushRefused({ why: text === undefined && record.number === undefined ? 'key-missing' : 'key-unknown', row: at, key: text ?? String(record.number ?? '') })
    if (method === 'upsert' && !named && key.length > 0 && text === undefined) throw new PushRefused({ why: 'key-missing', row: at, key: '' })
    if (method === 'insert' && before) throw new PushRefused({ why: 'key-taken', row: at, key: text ?? '' })
    const number = before?.number ?? nextRow + added++
    const row: Row = { number, cells: fields.map(({ id }, position) => (record.cells.has(id) ? (record.cells.get(id) ?? null) : (before?.cells[position] ?? null))) }
    written.set(number, row)
    if (text !== undefined) byKey.set(text, row)
    numbers.push(number)
  }
  return { rows: [...written.values()], added, numbers }
}
