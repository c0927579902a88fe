import type { Json } from '../json.ts'
import { entityOf, linkOf, privateProperties, type EntityName } from '../model.ts'
import { microsOfMoment, momentOfMicros } from '../observation-id.ts'
import { refusal } from '../refusal.ts'
import { shapeOfGeoJson } from '../geometry/shape.ts'

const wrong = (where: string, what: string) => refusal(400, 'body', `${where}: ${what}`)
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A body as JSON. @throws Refusal 400 */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (error) {
    throw refusal(400, 'body', `The body is no JSON: ${(error as SyntaxError).message}`) // JSON.parse throws nothing else
  }
}

export function objectOf(value: unknown, where: string): Json {
  if (isObject(value)) return value
  throw wrong(where, 'an object is expected.')
}

/** The id that a link names: `{ "@iot.id": 3 }`. Undefined: the object is a new entity to be made. */
export function linkedId(value: Json, where: string): number | undefined {
  if (!('@iot.id' in value)) return undefined
  const id = value['@iot.id']
  if (typeof id === 'number' && Number.isInteger(id) && id >= 0 && id <= 2_147_483_647) return id
  throw wrong(where, '"@iot.id" is a whole number.')
}

const controls = /^@iot\.|@iot\.|^@odata\./

/**
 * Checks the properties of a body and gives those that are the entity's own, as they are kept. `whole`: required ones must be there.
 * @throws Refusal 400 that names property and reason
 */
export function propertiesIn(entity: EntityName, body: Json, whole: boolean): Json {
  const kept: Json = {}
  for (const name of Object.keys(body))
    if (!controls.test(name) && !linkOf(entity, name) && !entityOf(entity).properties.some((property) => property.name === name)) throw wrong(entity, `there is no property or link "${name}".`)
  for (const property of entityOf(entity).properties) {
    const value = body[property.name]
    if (value === undefined || property.readOnly) {
      if (value === undefined && whole && property.required && !property.readOnly) throw wrong(entity, `"${property.name}" is missing.`)
      continue
    }
    kept[property.name] = checked(entity, property.name, property.kind, value, property.required === true)
  }
  return kept
}

function checked(entity: EntityName, name: string, kind: string, value: unknown, required: boolean): unknown {
  const where = `${entity}.${name}`
  if (value === null && !required) return null
  switch (kind) {
    case 'text':
      if (typeof value !== 'string' || (name === 'name' && value.trim() === '')) throw wrong(where, 'a text is expected.')
      if (value.length > 10_000) throw wrong(where, 'at most 10000 letters.')
      return noZero(where, value)
    case 'geometry':
      if (!shapeOfGeoJson(value)) throw wrong(where, 'GeoJSON is expected (RFC 7946), such as {"type":"Point","coordinates":[6.1,50.8]}.')
      return value
    case 'moment':
      return momentIn(where, value)
    case 'span':
      return spanIn(where, value)
    case 'open':
      return openIn(entity, name, where, value)
    default:
      return value
  }
}

function openIn(entity: EntityName, name: string, where: string, value: unknown): unknown {
  if (JSON.stringify(value).includes('\\u0000')) throw wrong(where, 'the sign U+0000 cannot be kept.')
  if (name === 'properties' || name === 'parameters') {
    const object = objectOf(value, where)
    const own = name === 'properties' ? privateProperties.find((key) => key in object) : undefined
    if (own) throw wrong(where, `"${own}" is the platform's own. Take another name.`)
    return object
  }
  if (name === 'unitOfMeasurement') return unitIn(where, value)
  if (name === 'unitOfMeasurements') {
    if (!Array.isArray(value)) throw wrong(where, 'an array of units is expected.')
    return value.map((unit, index) => unitIn(`${where}[${index}]`, unit))
  }
  if (name === 'multiObservationDataTypes' && !(Array.isArray(value) && value.length > 0 && value.every((type) => typeof type === 'string'))) throw wrong(where, 'an array of observation types is expected.')
  if (entity === 'Sensor' && name === 'metadata' && value === null) throw wrong(where, 'a value is expected.')
  return value
}

/** `{ name, symbol, definition }`, each a text or null where there is none (18-088, 8.2.4). */
function unitIn(where: string, value: unknown): unknown {
  const unit = objectOf(value, where)
  for (const key of ['name', 'symbol', 'definition']) if (unit[key] !== null && typeof unit[key] !== 'string') throw wrong(where, `"${key}" is a text, or null.`)
  return unit
}

function noZero(where: string, value: string): string {
  if (value.includes('\u0000')) throw wrong(where, 'the sign U+0000 cannot be kept.')
  return value
}

// Beyond these a clock is wrong, and PostgreSQL or a chart would stumble.
const [earliest, latest] = [-62_135_596_800_000_000n, 253_402_300_799_999_999n]

/** A moment in ISO 8601 with zone, as UTC. @throws Refusal 400 */
export function momentIn(where: string, value: unknown): string {
  const micros = typeof value === 'string' ? microsOfMoment(value) : undefined
  if (micros === undefined || micros < earliest || micros > latest) throw wrong(where, 'a moment in ISO 8601 with its zone is expected, such as 2026-03-10T09:00:00Z.')
  return momentOfMicros(micros)
}

export type Span = { readonly from: string; readonly until?: string }
/** A moment, or an interval `from/until`. @throws Refusal 400 */
export function spanIn(where: string, value: unknown): Span {
  if (typeof value !== 'string') throw wrong(where, 'a moment or an interval in ISO 8601 is expected.')
  const [from = '', until, more] = value.split('/')
  if (more !== undefined) throw wrong(where, 'an interval has a start and an end.')
  const span = { from: momentIn(where, from), ...(until !== undefined && { until: momentIn(where, until) }) }
  if (span.until !== undefined && Date.parse(span.until) < Date.parse(span.from)) throw wrong(where, 'the interval ends before it begins.')
  return span
}
