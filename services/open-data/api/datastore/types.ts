import type { PushedField } from '../../store/pushed.ts'
import type { Cell, Field, FieldType } from '../../store/schema.ts'

/** What CKAN calls our types; it has PostgreSQL's. */
const toCkan: Readonly<Record<FieldType, string>> = { text: 'text', int: 'int', numeric: 'numeric', bool: 'bool', date: 'date', time: 'time', timestamp: 'timestamp', json: 'json', geometry: 'json' }

const fromCkan: Readonly<Record<string, FieldType>> = {
  text: 'text', varchar: 'text', char: 'text', uuid: 'text', string: 'text',
  int: 'int', int2: 'int', int4: 'int', int8: 'int', integer: 'int', bigint: 'int', smallint: 'int', serial: 'int',
  numeric: 'numeric', float: 'numeric', float4: 'numeric', float8: 'numeric', double: 'numeric', decimal: 'numeric', real: 'numeric', money: 'numeric', 'double precision': 'numeric',
  bool: 'bool', boolean: 'bool', date: 'date', time: 'time', timetz: 'time', timestamp: 'timestamp', timestamptz: 'timestamp', json: 'json', jsonb: 'json', nested: 'json', geometry: 'geometry',
} // prettier-ignore

/** Our type for one of CKAN's; lists of values are kept as JSON. Undefined for others. */
export const fieldTypeOf = (type: string): FieldType | undefined => (/^_|\[\]$/.test(type) ? 'json' : fromCkan[type.toLowerCase()])

/** A column as CKAN tells it: the type as it was declared, the data dictionary as `info`. */
export function toCkanField(field: PushedField | Field): Record<string, unknown> {
  const { id, type, label, notes, unit } = field
  const said = 'said' in field ? field.said : undefined
  const info = { ...said?.info, ...(label !== undefined && { label }), ...(notes !== undefined && { notes }), ...(unit !== undefined && { unit }) }
  return { id, type: said?.type ?? toCkan[type], ...(Object.keys(info).length > 0 && { info }) }
}

/** The type that fits all values of a column nobody has declared. */
export function guessType(values: readonly Cell[]): FieldType {
  const some = values.filter((value) => value !== null && value !== '')
  if (some.length === 0) return 'text'
  const all = (fits: (value: Cell) => boolean) => some.every(fits)
  if (all((value) => typeof value === 'boolean')) return 'bool'
  if (all((value) => Number.isSafeInteger(value) || (typeof value === 'string' && /^-?(0|[1-9]\d{0,17})$/.test(value)))) return 'int'
  if (all((value) => typeof value === 'number' || (typeof value === 'string' && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value)))) return 'numeric'
  if (all((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)))) return 'date'
  if (all((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/.test(value) && !Number.isNaN(Date.parse(value)))) return 'timestamp'
  return all((value) => typeof value === 'object') ? 'json' : 'text'
}
