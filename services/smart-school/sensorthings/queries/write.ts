import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Json } from '../json.ts'
import { privateProperties, type EntityName } from '../model.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
const said = (values: Json) => ({ name: values['name'], description: values['description'] ?? '', properties: json(values['properties'] ?? {}) })

export const insertForeignThing = (db: UnitOfWork, id: number, values: Json, schoolId: number | null, locationIds: readonly number[]): Promise<number> => {
  const { name, description, properties } = said(values)
  return db.run(sql`insert into smart_school.thing (tenant_id, id, school_id, name, description, properties, location_ids, changed_at, created_at)
    values (${db.tenant}, ${id}, ${schoolId}, ${name}, ${description}, ${properties}, ${[...locationIds]}::int[], ${db.now}, ${db.now})`)
}

export const insertLocation = (db: UnitOfWork, id: number, values: Json): Promise<number> => {
  const { name, description, properties } = said(values)
  return db.run(sql`insert into smart_school.location (tenant_id, id, name, description, encoding_type, location, properties, created_at)
    values (${db.tenant}, ${id}, ${name}, ${description}, ${values['encodingType']}, ${json(values['location'])}, ${properties}, ${db.now})`)
}

export const insertHistoricalLocation = (db: UnitOfWork, id: number, thingId: number, at: string | Date, locationIds: readonly number[]): Promise<number> =>
  db.run(sql`insert into smart_school.historical_location (tenant_id, id, thing_id, at, location_ids, created_at) values (${db.tenant}, ${id}, ${thingId}, ${at}::timestamptz, ${[...locationIds]}::int[], ${db.now})`)

export const insertForeignSensor = (db: UnitOfWork, id: number, values: Json): Promise<number> => {
  const { name, description, properties } = said(values)
  return db.run(sql`insert into smart_school.sensor (tenant_id, id, name, description, encoding_type, metadata, properties, created_at)
    values (${db.tenant}, ${id}, ${name}, ${description}, ${values['encodingType']}, ${json(values['metadata'])}, ${properties}, ${db.now})`)
}

export const insertForeignProperty = (db: UnitOfWork, id: number, values: Json): Promise<number> => {
  const { name, description, properties } = said(values)
  return db.run(sql`insert into smart_school.observed_property (tenant_id, id, name, definition, description, properties, created_at)
    values (${db.tenant}, ${id}, ${name}, ${values['definition']}, ${description}, ${properties}, ${db.now})`)
}

export const insertFeature = (db: UnitOfWork, id: number, values: Json, locationId: number | null): Promise<number> => {
  const { name, description, properties } = said(values)
  return db.run(sql`insert into smart_school.feature_of_interest (tenant_id, id, name, description, encoding_type, feature, properties, location_id, created_at)
    values (${db.tenant}, ${id}, ${name}, ${description}, ${values['encodingType']}, ${json(values['feature'])}, ${properties}, ${locationId}, ${db.now})`)
}

export type ForeignSeries = { readonly id: number; readonly multi: boolean; readonly values: Json; readonly thingId: number; readonly sensorId: number; readonly propertyIds: readonly number[]; readonly schoolId: number | null; readonly audience: string }
export const insertForeignSeries = (db: UnitOfWork, { id, multi, values, thingId, sensorId, propertyIds, schoolId, audience }: ForeignSeries): Promise<number> => {
  const { name, description, properties } = said(values)
  return db.run(sql`insert into smart_school.series (tenant_id, id, multi, name, description, observation_type, unit, multi_types, observed_area, properties, thing_id, sensor_id, observed_property_ids, school_id, audience, created_at)
    values (${db.tenant}, ${id}, ${multi}, ${name}, ${description}, ${values['observationType']}, ${json(values['unitOfMeasurement'] ?? values['unitOfMeasurements'])}, ${multi ? json(values['multiObservationDataTypes']) : null},
      ${values['observedArea'] ? json(values['observedArea']) : null}, ${properties}, ${thingId}, ${sensorId}, ${[...propertyIds]}::int[], ${schoolId}, ${audience}, ${db.now})`)
}

/** What of an entity decides who may change it. `own`: the platform made it (a room, a device's series). */
export type Owner = { readonly id: number; readonly schoolId: number | null; readonly own: boolean; readonly audience?: string; readonly multi?: boolean; /** A room of which no single value is shown. */ readonly sealed?: boolean }

const owners: Readonly<Partial<Record<EntityName, ReturnType<typeof sql>>>> = {
  Thing: sql`id, school_id as "schoolId", kind is not null as own, coalesce(properties -> 'sealed' = 'true'::jsonb, false) as sealed from smart_school.thing e`,
  Location: sql`id, null::int as "schoolId", exists (select from smart_school.thing t where t.tenant_id = e.tenant_id and t.kind is not null and t.location_ids @> array[e.id]) as own from smart_school.location e`,
  HistoricalLocation: sql`id, (select t.school_id from smart_school.thing t where t.tenant_id = e.tenant_id and t.id = e.thing_id) as "schoolId", exists (select from smart_school.thing t where t.tenant_id = e.tenant_id and t.id = e.thing_id and t.kind is not null) as own from smart_school.historical_location e`,
  Sensor: sql`id, null::int as "schoolId", (exists (select from smart_school.device d where d.tenant_id = e.tenant_id and d.sensor_id = e.id) or exists (select from smart_school.series s where s.tenant_id = e.tenant_id and s.sensor_id = e.id and s.channel is not null)) as own from smart_school.sensor e`,
  ObservedProperty: sql`id, null::int as "schoolId", quantity is not null as own from smart_school.observed_property e`,
  FeatureOfInterest: sql`id, null::int as "schoolId", false as own from smart_school.feature_of_interest e`,
  Datastream: sql`id, school_id as "schoolId", channel is not null as own, audience, multi from smart_school.series e`,
  MultiDatastream: sql`id, school_id as "schoolId", channel is not null as own, audience, multi from smart_school.series e`,
}

export const findOwner = (db: UnitOfWork, entity: EntityName, id: number): Promise<Owner | undefined> => {
  const source = owners[entity]
  if (!source) throw new Error(`${entity} has no owner.`)
  return db.maybe(sql<Owner>`select ${source} where e.tenant_id = ${db.tenant} and e.id = ${id} for update of e`)
}

export const findLocationsOfThing = (db: UnitOfWork, thingId: number): Promise<{ ids: number[] } | undefined> =>
  db.maybe(sql<{ ids: number[] }>`select location_ids as ids from smart_school.thing where tenant_id = ${db.tenant} and id = ${thingId}`)

/** The Location of a thing from which a feature is made: the first that is a place on the map. */
export const findPlaceOfThing = (db: UnitOfWork, thingId: number): Promise<{ id: number; name: string; encodingType: string; location: unknown; featureId: number | null } | undefined> =>
  db.maybe(sql`select l.id, l.name, l.encoding_type as "encodingType", l.location, (select min(f.id) from smart_school.feature_of_interest f where f.tenant_id = l.tenant_id and f.location_id = l.id) as "featureId"
    from smart_school.thing t join smart_school.location l on l.tenant_id = t.tenant_id and l.id = any(t.location_ids) where t.tenant_id = ${db.tenant} and t.id = ${thingId} order by l.id limit 1`)

export const setLocationsOfThing = (db: UnitOfWork, thingId: number, locationIds: readonly number[]): Promise<number> =>
  db.run(sql`update smart_school.thing set location_ids = ${[...locationIds]}::int[], changed_at = ${db.now} where tenant_id = ${db.tenant} and id = ${thingId}`)

const columns: Readonly<Record<string, { name: string; json?: boolean; moment?: boolean }>> = {
  name: { name: 'name' },
  description: { name: 'description' },
  definition: { name: 'definition' },
  encodingType: { name: 'encoding_type' },
  observationType: { name: 'observation_type' },
  time: { name: 'at', moment: true },
  properties: { name: 'properties', json: true },
  location: { name: 'location', json: true },
  feature: { name: 'feature', json: true },
  metadata: { name: 'metadata', json: true },
  unitOfMeasurement: { name: 'unit', json: true },
  unitOfMeasurements: { name: 'unit', json: true },
  multiObservationDataTypes: { name: 'multi_types', json: true },
  observedArea: { name: 'observed_area', json: true },
  // Links and our own, by the names of the tables.
  _thing: { name: 'thing_id' },
  _sensor: { name: 'sensor_id' },
  _properties: { name: 'observed_property_ids' },
  _school: { name: 'school_id' },
  _audience: { name: 'audience' },
  _locations: { name: 'location_ids' },
}
const tables: Readonly<Record<Exclude<EntityName, 'Observation'>, string>> = { Thing: 'thing', Location: 'location', HistoricalLocation: 'historical_location', Datastream: 'series', MultiDatastream: 'series', Sensor: 'sensor', ObservedProperty: 'observed_property', FeatureOfInterest: 'feature_of_interest' }
type Table = keyof typeof tables
const tableOf = (entity: Table) => sql.raw(`smart_school.${tables[entity]}`)

/** Changes the named properties; what is the platform's own within `properties` stays. */
export async function updateEntity(db: UnitOfWork, entity: Table, id: number, values: Json): Promise<void> {
  const sets = Object.entries(values).flatMap(([key, value]) => {
    const column = columns[key]
    if (!column) return []
    const name = sql.raw(column.name)
    if (key === 'properties') return [sql`properties = ${json(value ?? {})} || coalesce((select jsonb_object_agg(k, v) from jsonb_each(properties) p(k, v) where k = any(${[...privateProperties]}::text[])), '{}'::jsonb)`]
    return [column.json ? sql`${name} = ${value === null ? null : json(value)}::jsonb` : column.moment ? sql`${name} = ${value}::timestamptz` : sql`${name} = ${value}`]
  })
  if (sets.length > 0) await db.run(sql`update ${tableOf(entity)} set ${sql.join(sets)} where tenant_id = ${db.tenant} and id = ${id}`)
}

export const deleteEntity = (db: UnitOfWork, entity: Table, id: number): Promise<number> => db.run(sql`delete from ${tableOf(entity)} where tenant_id = ${db.tenant} and id = ${id}`)

const ids = async (rows: Promise<{ id: number }[]>): Promise<number[]> => (await rows).map(({ id }) => id)
/** Series of a thing, a sensor or an observed property, with whether the platform made them. */
export const listSeriesOf = (db: UnitOfWork, by: 'Thing' | 'Sensor' | 'ObservedProperty', id: number): Promise<Owner[]> => {
  const which = by === 'Thing' ? sql`thing_id = ${id}` : by === 'Sensor' ? sql`sensor_id = ${id}` : sql`observed_property_ids @> array[${id}]::int[]`
  return db.many(sql<Owner>`select id, school_id as "schoolId", channel is not null as own, multi from smart_school.series where tenant_id = ${db.tenant} and ${which} order by id`)
}
/** What forgets a location when it goes: things, and the history of places in which it was alone. */
export const forgetLocation = async (db: UnitOfWork, id: number): Promise<void> => {
  await db.run(sql`update smart_school.thing set location_ids = array_remove(location_ids, ${id}) where tenant_id = ${db.tenant} and location_ids @> array[${id}]::int[]`)
  await db.run(sql`delete from smart_school.historical_location where tenant_id = ${db.tenant} and location_ids @> array[${id}]::int[]`)
  await db.run(sql`update smart_school.feature_of_interest set location_id = null where tenant_id = ${db.tenant} and location_id = ${id}`)
}
export const countSeriesOfFeature = (db: UnitOfWork, featureId: number): Promise<number[]> =>
  ids(db.many(sql<{ id: number }>`select distinct series_id as id from smart_school.observation where tenant_id = ${db.tenant} and feature_id = ${featureId} order by 1`))
export const deleteObservationsOfFeature = (db: UnitOfWork, featureId: number): Promise<number> => db.run(sql`delete from smart_school.observation where tenant_id = ${db.tenant} and feature_id = ${featureId}`)
export const deleteSeriesRow = (db: UnitOfWork, id: number): Promise<number> => db.run(sql`delete from smart_school.series where tenant_id = ${db.tenant} and id = ${id}`)

/** Schools whose things, series or observations use what all share; null stands for those of no school. */
export const listSchoolsUsing = async (db: UnitOfWork, entity: 'Location' | 'Sensor' | 'ObservedProperty' | 'FeatureOfInterest', id: number): Promise<(number | null)[]> => {
  const used = {
    Location: sql`smart_school.thing e where location_ids @> array[${id}]::int[] and`,
    Sensor: sql`smart_school.series e where sensor_id = ${id} and`,
    ObservedProperty: sql`smart_school.series e where observed_property_ids @> array[${id}]::int[] and`,
    FeatureOfInterest: sql`smart_school.series e where exists (select from smart_school.observation o where o.tenant_id = ${db.tenant} and o.feature_id = ${id} and o.series_id = e.id) and`,
  }
  return (await db.many(sql<{ school: number | null }>`select distinct school_id as school from ${used[entity]} e.tenant_id = ${db.tenant}`)).map(({ school }) => school)
}
