import { Bool, DateDay, Float64, Int64, Table, TimestampMillisecond, Utf8, vectorFromArray, type DataType } from 'apache-arrow'
import type { Field, FieldType } from '../store/schema.ts'
import type { ColumnValues } from './sql-parquet.ts'

/** Columns as the engine takes them. Times of day, shapes and nested values are text. */
export function arrowTable(fields: readonly Field[], columns: ColumnValues): Table {
  return new Table(Object.fromEntries(fields.map(({ id, type }) => [id, vectorFromArray((columns.get(id) ?? []).map((value) => arrowValue(value, type)), arrowType(type))])))
}

function arrowType(type: FieldType): DataType {
  if (type === 'int') return new Int64()
  if (type === 'numeric') return new Float64()
  if (type === 'bool') return new Bool()
  if (type === 'date') return new DateDay()
  return type === 'timestamp' ? new TimestampMillisecond() : new Utf8()
}

function arrowValue(value: unknown, type: FieldType): unknown {
  if (value === null || value === undefined) return null
  if (type === 'int') return BigInt(value as bigint | number) // integers of the file are one or the other
  if (type === 'numeric') return Number(value)
  if (type === 'bool' || type === 'date' || type === 'timestamp') return value
  if (type === 'time' && (typeof value === 'bigint' || typeof value === 'number')) return new Date(Number(value) / 1_000).toISOString().slice(11, 19)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
