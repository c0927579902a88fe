import type { PushedField, PushRefusal } from '../../store/pushed.ts'
import type { PushRecord } from '../../store/push-rules.ts'
import type { Cell } from '../../store/schema.ts'
import { jsonParam, type Params } from '../ckan/params.ts'
import { invalid, type ApiFailure } from '../failure.ts'
import { fieldTypeOf, guessType, toCkanField } from './types.ts'

const mostColumns = 2_000

/** `records`: objects by column. @throws ApiFailure */
export function recordsOf(params: Params): PushRecord[] {
  const records = jsonParam(params, 'records')
  if (records === undefined) return []
  if (!Array.isArray(records)) throw invalid({ records: ['Not a list'] })
  const wrong = records.findIndex((record) => typeof record !== 'object' || record === null || Array.isArray(record))
  if (wrong >= 0) throw invalid({ records: [`row ${wrong} is not a dictionary`], records_row: [String(wrong)] })
  return records as PushRecord[] // JSON objects hold cells
}

/** Columns as declared, and those that only records name, in this order. @throws ApiFailure */
export function declaredFields(params: Params, records: readonly PushRecord[], present: readonly PushedField[] = []): PushedField[] {
  const said = jsonParam(params, 'fields')
  if (said !== undefined && !Array.isArray(said)) throw invalid({ fields: ['Not a list'] })
  const declared = ((said ?? []) as unknown[]).map((field) => declaredField(field, records, present))
  const named = new Set([...declared, ...present].map(({ id }) => id))
  // Once columns are declared, records may not bring others.
  const found = declared.length > 0 || present.length > 0 ? [] : [...new Set(records.flatMap((record) => Object.keys(record)))].filter((id) => id !== '_id' && !named.has(id))
  const fields = [...declared, ...found.map((id): PushedField => ({ id: checkedName(id), type: guessType(valuesOf(records, id)) }))]
  const twice = fields.find(({ id }, at) => fields.findIndex((other) => other.id.toLowerCase() === id.toLowerCase()) < at)
  if (twice) throw invalid({ fields: [`Duplicate column names are not supported: "${twice.id}"`] })
  if (fields.length > mostColumns) throw invalid({ fields: [`At most ${mostColumns} columns`] })
  return fields
}

const valuesOf = (records: readonly PushRecord[], id: string): Cell[] => records.map((record) => record[id] ?? null)

function declaredField(said: unknown, records: readonly PushRecord[], present: readonly PushedField[]): PushedField {
  if (typeof said !== 'object' || said === null) throw invalid({ fields: ['Each field must be a dictionary'] })
  const { id, type, info } = said as { id?: unknown; type?: unknown; info?: unknown } // looked at below
  if (typeof id !== 'string') throw invalid({ fields: ['Each field needs an "id"'] })
  const before = present.find((field) => field.id === id)
  const kind = typeof type === 'string' && type !== '' ? fieldTypeOf(type) : (before?.type ?? guessType(valuesOf(records, id)))
  if (!kind) throw invalid({ fields: [`"${String(type)}" is not a valid field type`] })
  const told = typeof info === 'object' && info !== null && !Array.isArray(info) ? (info as Record<string, unknown>) : before?.said?.info
  const wish = typeof type === 'string' && type !== '' ? type : before?.said?.type
  const words = Object.fromEntries(['label', 'notes', 'unit'].flatMap((key) => (typeof told?.[key] === 'string' && told[key] !== '' ? [[key, told[key]]] : [])))
  return { id: checkedName(id), type: kind, ...words, said: { ...(wish !== undefined && { type: wish }), ...(told && { info: told }) } }
}

function checkedName(id: string): string {
  if (id.trim() === '' || id !== id.trim() || id.startsWith('_') || /["\0\r\n]/.test(id) || id.length > 63) throw invalid({ fields: [`"${id.slice(0, 80)}" is not a valid field name`] })
  return id
}

/** Columns of a table that is there already: new ones come last, types stay. @throws ApiFailure */
export function changedFields(present: readonly PushedField[], declared: readonly PushedField[]): PushedField[] {
  const byId = new Map(declared.map((field) => [field.id, field]))
  const retyped = present.find(({ id, type }) => (byId.get(id)?.type ?? type) !== type)
  if (retyped) throw invalid({ fields: [`The type of "${retyped.id}" can not be changed from ${retyped.type}. Delete the table and make it anew.`] })
  return [...present.map((field) => byId.get(field.id) ?? field), ...declared.filter(({ id }) => !present.some((field) => field.id === id))]
}

/** Columns of `primary_key`, as list or with commas between; undefined when nothing is said. @throws ApiFailure */
export function primaryKeyOf(params: Params, fields: readonly PushedField[]): string[] | undefined {
  const said = jsonParam(params, 'primary_key')
  if (said === undefined) return undefined
  const key = (Array.isArray(said) ? said.map(String) : String(said).split(',')).map((id) => id.trim()).filter((id) => id !== '')
  const missing = key.find((id) => !fields.some((field) => field.id === id))
  if (missing !== undefined) throw invalid({ primary_key: [`The primary key "${missing}" is not a field`] })
  return key
}

/** Why records were not taken, in CKAN's form. */
export function refusedRecords(refusal: PushRefusal): ApiFailure {
  switch (refusal.why) {
    case 'unknown-fields':
      return invalid({ records: [`row has extra keys: ${refusal.fields.map((id) => `"${id}"`).join(', ')}`] })
    case 'no-key':
      return invalid({ table: ['unique constraint missing: name a "primary_key" with datastore_create, or use method "insert"'] })
    case 'key-missing':
      return invalid({ key: ['all columns of the unique key must be given'], records_row: [String(refusal.row)] })
    case 'key-unknown':
      return invalid({ key: [`key "${refusal.key}" not found`], records_row: [String(refusal.row)] })
    case 'key-taken':
      return invalid({ records: [`duplicate key value violates unique constraint: ${refusal.key}`], records_row: [String(refusal.row)] })
    case 'wrong-value':
      return invalid({ records: [`invalid input syntax for type ${refusal.type} in field "${refusal.field}": ${refusal.value}`], records_row: [String(refusal.row)] })
  }
}

export const fieldsTold = (fields: readonly PushedField[]): unknown[] => fields.map(toCkanField)
