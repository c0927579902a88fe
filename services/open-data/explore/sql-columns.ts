import { Bool, DateDay, Float64, Int64, makeData, makeVector, Table, TimestampMillisecond, Utf8, type Vector } from 'apache-arrow'
import type { Field, FieldType } from '../store/schema.ts'
import type { ColumnValues } from './sql-parquet.ts'

/**
 * Columns as the engine takes them. Times of day, shapes and nested values are text. The buffers are written here, because the
 * builders of the library make functions from text, which the policy of the page forbids.
 */
export function arrowTable(fields: readonly Field[], columns: ColumnValues): Table {
  return new Table(Object.fromEntries(fields.map(({ id, type }) => [id, arrowVector(type, columns.get(id) ?? [])])))
}

function arrowVector(type: FieldType, values: readonly unknown[]): Vector {
  const length = values.length
  const nulls = bits(values, (value) => value !== null && value !== undefined)
  const common = { length, nullCount: nulls.missing, nullBitmap: nulls.bitmap }
  switch (type) {
    case 'int':
      return makeVector(makeData({ ...common, type: new Int64(), data: BigInt64Array.from(values, (value) => (value === null || value === undefined ? 0n : BigInt(value as bigint | number))) })) // integers of the file are one or the other
    case 'numeric':
      return makeVector(makeData({ ...common, type: new Float64(), data: Float64Array.from(values, (value) => Number(value ?? 0)) }))
    case 'bool':
      return makeVector(makeData({ ...common, type: new Bool(), data: bits(values, (value) => value === true).bitmap }))
    case 'date':
      return makeVector(makeData({ ...common, type: new DateDay(), data: Int32Array.from(values, (value) => (value instanceof Date ? Math.floor(value.getTime() / 86_400_000) : 0)) }))
    case 'timestamp':
      return makeVector(makeData({ ...common, type: new TimestampMillisecond(), data: BigInt64Array.from(values, (value) => (value instanceof Date ? BigInt(value.getTime()) : 0n)) }))
    default:
      return makeVector(makeData({ ...common, type: new Utf8(), ...texts(values, type) }))
  }
}

/** One bit per value, the lowest first. */
function bits(values: readonly unknown[], holds: (value: unknown) => boolean): { bitmap: Uint8Array; missing: number } {
  const bitmap = new Uint8Array(Math.ceil(values.length / 64) * 8)
  let missing = 0
  values.forEach((value, at) => {
    if (holds(value)) bitmap[at >> 3] = (bitmap[at >> 3] ?? 0) | (1 << (at & 7))
    else missing++
  })
  return { bitmap, missing }
}

function texts(values: readonly unknown[], type: FieldType): { valueOffsets: Int32Array; data: Uint8Array } {
  const encoder = new TextEncoder()
  const parts = values.map((value) => (value === null || value === undefined ? new Uint8Array() : encoder.encode(textOf(value, type))))
  const valueOffsets = new Int32Array(values.length + 1)
  parts.forEach((part, at) => (valueOffsets[at + 1] = (valueOffsets[at] ?? 0) + part.length))
  const data = new Uint8Array(valueOffsets[values.length] ?? 0)
  parts.forEach((part, at) => data.set(part, valueOffsets[at]))
  return { valueOffsets, data }
}

function textOf(value: unknown, type: FieldType): string {
  // Microseconds of the day.
  if (type === 'time' && (typeof value === 'bigint' || typeof value === 'number')) return new Date(Number(value) / 1_000).toISOString().slice(11, 19)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
