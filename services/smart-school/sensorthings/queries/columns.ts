import { sql } from '@modellregion/kernel'
import { privateProperties, propertyOf, type EntityName } from '../model.ts'
import { refusal } from '../refusal.ts'
import { column, type Context, type Fragment, type Scope } from './scope.ts'

/** A value within a statement. `span`: from `sql` until `end`, which is null for a moment. `result`: a number in `sql`, anything else in `json`. */
export type Value =
  | { readonly type: 'text' | 'number' | 'boolean' | 'moment' | 'duration' | 'day' | 'clock' | 'json' | 'null'; readonly sql: Fragment }
  | { readonly type: 'geometry'; readonly sql: Fragment; readonly scope?: Scope }
  | { readonly type: 'span'; readonly sql: Fragment; readonly end: Fragment; readonly column?: boolean }
  | { readonly type: 'result'; readonly sql: Fragment; readonly json: Fragment }

const columns: Readonly<Record<string, string>> = {
  encodingType: 'encoding_type',
  observationType: 'observation_type',
  unitOfMeasurement: 'unit',
  unitOfMeasurements: 'unit',
  multiObservationDataTypes: 'multi_types',
  observedArea: 'observed_area',
  time: 'at',
  resultTime: 'result_time',
}

const hidden = [...privateProperties]
/** `properties` without what is the platform's own. */
export const openProperties = (alias: string): Fragment => sql`(${column(alias, 'properties')} - ${hidden}::text[])`

const latest = ({ tenant }: Context, alias: string, name: string): Fragment =>
  sql`(select ${column('l', name)} from smart_school.latest l where l.tenant_id = ${tenant} and l.series_id = ${column(alias, 'id')})`

/** `parameters` and its like; `validTime` is kept as `{ from, until }`. */
const extra = (alias: string, name: string): Fragment => sql`(${column(alias, 'extra')} -> ${sql.raw(`'${name}'`)})`

/** A property of an entity, or a member within. @throws Refusal when there is none */
export function propertyValue(context: Context, scope: Scope, segments: readonly (string | number)[], at?: number): Value {
  const [first = '', ...within] = segments
  const name = String(first)
  if (name === 'id') return idOf(scope)
  const property = propertyOf(scope.entity, name)
  if (!property) throw refusal(400, 'query', `A ${scope.entity} has no property and no link "${name}".`, at)
  const value = whole(context, scope, name)
  if (within.length === 0) return value
  if (value.type === 'json' || value.type === 'geometry') return { type: 'json', sql: sql`(${value.sql} #> ${within.map(String)}::text[])` }
  if (value.type === 'result') return { type: 'json', sql: sql`(${value.json} #> ${within.map(String)}::text[])` }
  throw refusal(400, 'query', `"${name}" of a ${scope.entity} has no members such as "${within.join('/')}".`, at)
}

function idOf({ entity, alias }: Scope): Value {
  if (entity !== 'Observation') return { type: 'number', sql: column(alias, 'id') }
  return { type: 'text', sql: sql`(${column(alias, 'series_id')} || '.' || (extract(epoch from ${column(alias, 'phenomenon_time')}) * 1000000)::bigint || '.' || ${column(alias, 'seq')})` }
}

function whole(context: Context, scope: Scope, name: string): Value {
  const { entity, alias } = scope
  const property = propertyOf(entity, name)
  switch (property?.kind) {
    case 'text':
      return { type: 'text', sql: column(alias, columns[name] ?? name) }
    case 'geometry':
      return { type: 'geometry', sql: column(alias, columns[name] ?? name), scope }
    case 'moment':
      return { type: 'moment', sql: column(alias, columns[name] ?? name) }
    case 'result':
      return { type: 'result', sql: column(alias, 'number'), json: column(alias, 'result') }
    case 'span':
      return spanOf(context, entity, alias, name)
    default:
      if (name === 'properties') return { type: 'json', sql: openProperties(alias) }
      return { type: 'json', sql: entity === 'Observation' ? extra(alias, name) : column(alias, columns[name] ?? name) }
  }
}

function spanOf(context: Context, entity: EntityName, alias: string, name: string): Value {
  if (entity !== 'Observation') {
    if (name === 'resultTime') return { type: 'span', sql: column(alias, 'result_from'), end: column(alias, 'result_until') }
    return { type: 'span', sql: latest(context, alias, 'first_time'), end: latest(context, alias, 'last_time') }
  }
  if (name === 'phenomenonTime') return { type: 'span', sql: column(alias, 'phenomenon_time'), end: column(alias, 'phenomenon_end'), column: true }
  const part = (member: string) => sql`(${extra(alias, 'validTime')} ->> ${sql.raw(`'${member}'`)})::timestamptz`
  return { type: 'span', sql: part('from'), end: part('until') }
}

const micros = (moment: Fragment): Fragment => sql`(extract(epoch from ${moment}) * 1000000)::bigint::text`

/** Everything of a row that an answer shows or links start from, under the names of the standard. */
export function reading(context: Context, { entity, alias }: Scope): Fragment {
  const of = (name: string) => column(alias, name)
  const named = sql`${of('id')}, ${of('name')}, ${of('description')}, ${openProperties(alias)} as properties`
  switch (entity) {
    case 'Thing':
      return named
    case 'Location':
      return sql`${named}, ${of('encoding_type')} as "encodingType", ${of('location')}`
    case 'HistoricalLocation':
      return sql`${of('id')}, ${micros(of('at'))} as time, ${of('thing_id')} as _thing`
    case 'Sensor':
      return sql`${named}, ${of('encoding_type')} as "encodingType", ${of('metadata')}`
    case 'ObservedProperty':
      return sql`${named}, ${of('definition')}`
    case 'FeatureOfInterest':
      return sql`${named}, ${of('encoding_type')} as "encodingType", ${of('feature')}`
    case 'Datastream':
    case 'MultiDatastream':
      return sql`${named}, ${of('observation_type')} as "observationType", ${of('unit')} as unit, ${of('multi_types')} as "multiTypes", ${of('observed_area')} as "observedArea",
        ${micros(of('result_from'))} as "resultFrom", ${micros(of('result_until'))} as "resultUntil", ${micros(latest(context, alias, 'first_time'))} as "first", ${micros(latest(context, alias, 'last_time'))} as "last",
        ${of('thing_id')} as _thing, ${of('sensor_id')} as _sensor, ${of('observed_property_ids[1]')} as _property, ${of('observed_property_ids')} as _properties`
    case 'Observation':
      return sql`${of('series_id')} as _series, (select s.multi from smart_school.series s where s.tenant_id = ${context.tenant} and s.id = ${of('series_id')}) as _multi, ${micros(of('phenomenon_time'))} as at, ${of('seq')}, ${of('number')}, ${of('result')}, ${micros(of('phenomenon_end'))} as "end",
        ${micros(of('result_time'))} as "resultTime", ${of('feature_id')} as _feature, ${of('extra')}`
  }
}
