import { audiences, type Audience } from '../../store/schema.ts'
import { takeNumbers, type Numbered } from '../../store/queries.ts'
import { heard } from '../caller.ts'
import type { Json } from '../json.ts'
import { entityOf, linkOf, type EntityName } from '../model.ts'
import { insertFeature, insertForeignProperty, insertForeignSensor, insertForeignSeries, insertForeignThing, insertHistoricalLocation, insertLocation, setLocationsOfThing, findLocationsOfThing } from '../queries/write.ts'
import { refusal } from '../refusal.ts'
import { linkedId, objectOf, propertiesIn } from './body.ts'
import { createObservations, getTarget, type Key } from './observation.ts'
import { demandChangeable, getNamed, getPlaceForSeries, noteChange, type Work } from './work.ts'

/** Links that an address gives: `Things(1)/Datastreams` gives `{ Thing: [1] }`. They stand in for what the body leaves out, and count before it. */
export type Given = Readonly<Record<string, readonly number[]>>
export type Made = { readonly entity: Exclude<EntityName, 'Observation'>; readonly id: number } | { readonly entity: 'Observation'; readonly key: Key }

const numbered: Readonly<Record<Exclude<EntityName, 'Observation'>, Numbered>> = {
  Thing: 'thing',
  Location: 'location',
  HistoricalLocation: 'historical-location',
  Datastream: 'series',
  MultiDatastream: 'series',
  Sensor: 'sensor',
  ObservedProperty: 'observed-property',
  FeatureOfInterest: 'feature',
}

/** Creates an entity and everything that its body holds (18-088, 10.2): all or nothing, because it is one unit. @throws Refusal */
export async function createEntity(work: Work, entity: EntityName, body: Json, given: Given = {}, depth = 0): Promise<Made> {
  if (depth > 8) throw refusal(400, 'body', 'Entities within entities go at most eight levels deep.')
  if (entity === 'Observation') return await createObservation(work, body, given, depth)
  const values = propertiesIn(entity, body, true)
  const owned = linkIds(work, entity, body, given, depth)
  switch (entity) {
    case 'Thing':
      return await createThing(work, values, body, owned, depth)
    case 'HistoricalLocation':
      return await createHistoricalLocation(work, values, owned)
    case 'Datastream':
    case 'MultiDatastream':
      return await createSeries(work, entity, values, body, owned, depth)
    default: {
      const id = await takeNumbers(work.db, numbered[entity])
      if (entity === 'Location') await insertLocation(work.db, id, values)
      else if (entity === 'Sensor') await insertForeignSensor(work.db, id, values)
      else if (entity === 'ObservedProperty') await insertForeignProperty(work.db, id, values)
      else await insertFeature(work.db, id, values, null)
      noteChange(work, entity, id)
      await createWithin(work, entity, id, body, depth)
      if (entity === 'Location') for (const thing of given['Things'] ?? []) await moveThing(work, thing, [id])
      return { entity, id }
    }
  }
}

type LinkIds = (link: string) => Promise<number[]>

/** Ids behind a link: those the address gives, else those the body names, else those made from it. */
function linkIds(work: Work, entity: EntityName, body: Json, given: Given, depth: number): LinkIds {
  return async (name) => {
    const link = linkOf(entity, name)
    const known = given[name]
    if (!link || known) return [...(known ?? [])]
    const value = body[name]
    if (value === undefined || value === null) {
      if (link.required) throw refusal(400, 'body', `${entity}: the link "${name}" is missing. Name an entity, { "@iot.id": 1 }, or put a new one there.`)
      return []
    }
    const list = link.many ? value : [value]
    if (!Array.isArray(list)) throw refusal(400, 'body', `${entity}.${name}: an array is expected.`)
    const ids: number[] = []
    for (const [index, each] of list.entries()) ids.push(await idOfLink(work, link.target, objectOf(each, `${entity}.${name}[${index}]`), depth))
    if (link.required && ids.length === 0) throw refusal(400, 'body', `${entity}: the link "${name}" is empty.`)
    return [...new Set(ids)]
  }
}

/** The entity that a link's object names, or the new one that it describes. */
export async function idOfLink(work: Work, target: EntityName, value: Json, depth = 0): Promise<number> {
  if (target === 'Observation') throw refusal(400, 'body', 'Observations are created, not linked.')
  const id = linkedId(value, target)
  if (id !== undefined) return (await getNamed(work, target, id)).id
  const made = await createEntity(work, target, value, {}, depth + 1)
  return 'id' in made ? made.id : 0
}

/** Members that a new entity's body holds and that point back to it. */
async function createWithin(work: Work, entity: EntityName, id: number, body: Json, depth: number): Promise<void> {
  for (const link of entityOf(entity).links) {
    const back = backLink(entity, link.target)
    const value = body[link.name]
    if (!link.many || value === undefined || link.target === 'Location' || link.target === 'ObservedProperty' || !back) continue
    if (!Array.isArray(value)) throw refusal(400, 'body', `${entity}.${link.name}: an array is expected.`)
    for (const [index, each] of value.entries()) {
      const child = objectOf(each, `${entity}.${link.name}[${index}]`)
      const linked = link.target === 'Observation' ? undefined : linkedId(child, `${entity}.${link.name}[${index}]`)
      if (linked === undefined) await createEntity(work, link.target, child, { [back]: [id] }, depth + 1)
      else if (entity === 'Location' && link.target === 'Thing') await moveThing(work, (await getNamed(work, 'Thing', linked)).id, [id])
      else throw refusal(400, 'body', `${entity}.${link.name}: an existing ${link.target} is linked by changing it, not from here.`)
    }
  }
}

/** The name by which the target calls the entity. */
export const backLink = (entity: EntityName, target: EntityName): string | undefined => entityOf(target).links.find((link) => link.target === entity)?.name

async function createThing(work: Work, values: Json, body: Json, ids: LinkIds, depth: number): Promise<Made> {
  const { db, caller } = work
  const locations = await ids('Locations')
  const id = await takeNumbers(db, 'thing')
  await insertForeignThing(db, id, values, caller.schoolId, locations)
  noteChange(work, 'Thing', id)
  if (locations.length > 0) await noteHistory(work, id, locations)
  await createWithin(work, 'Thing', id, body, depth)
  return { entity: 'Thing', id }
}

async function createHistoricalLocation(work: Work, values: Json, ids: LinkIds): Promise<Made> {
  const [thing = 0] = await ids('Thing')
  await demandChangeable(work, 'Thing', await getNamed(work, 'Thing', thing))
  const locations = await ids('Locations')
  const id = await takeNumbers(work.db, 'historical-location')
  await insertHistoricalLocation(work.db, id, thing, String(values['time']), locations)
  noteChange(work, 'HistoricalLocation', id)
  return { entity: 'HistoricalLocation', id }
}

async function createSeries(work: Work, entity: 'Datastream' | 'MultiDatastream', values: Json, body: Json, ids: LinkIds, depth: number): Promise<Made> {
  const multi = entity === 'MultiDatastream'
  const [thingId = 0] = await ids('Thing')
  const thing = await getPlaceForSeries(work, thingId)
  const [sensorId = 0] = await ids('Sensor')
  const propertyIds = await ids(multi ? 'ObservedProperties' : 'ObservedProperty')
  if (multi) demandSameLength(values, propertyIds.length)
  const id = await takeNumbers(work.db, 'series')
  await insertForeignSeries(work.db, { id, multi, values, thingId, sensorId, propertyIds, schoolId: thing.schoolId, audience: audienceIn(values) ?? (heard(work.caller).includes('school') ? 'school' : 'public') })
  noteChange(work, entity, id)
  await createWithin(work, entity, id, body, depth)
  return { entity, id }
}

/** Units, types and observed properties of a MultiDatastream go side by side (18-088, 12.1). */
export function demandSameLength(values: Json, properties: number): void {
  const lengths = [values['unitOfMeasurements'], values['multiObservationDataTypes']].map((list) => (Array.isArray(list) ? list.length : properties))
  if (lengths.some((length) => length !== properties)) throw refusal(400, 'body', `MultiDatastream: unitOfMeasurements, multiObservationDataTypes and ObservedProperties have equally many members; here are ${lengths[0]}, ${lengths[1]} and ${properties}.`)
}

/** `properties.audience` of a series says who may read it. @throws Refusal 400 for a word that is none */
export function audienceIn(values: Json): Audience | undefined {
  const said = (values['properties'] as Json | undefined)?.['audience'] // checked to be an object
  if (said === undefined) return undefined
  const audience = audiences.find((each) => each === said && each !== 'sealed')
  if (!audience) throw refusal(400, 'body', 'properties.audience: public (everybody), school or staff.')
  return audience
}

async function createObservation(work: Work, body: Json, given: Given, depth: number): Promise<Made> {
  const ids = linkIds(work, 'Observation', body, given, depth)
  const named = (['Datastream', 'MultiDatastream'] as const).filter((link) => given[link] !== undefined || (body[link] !== undefined && body[link] !== null))
  const [series, more] = named
  if (!series || more) throw refusal(400, 'body', 'An Observation belongs to one Datastream or to one MultiDatastream. Name it: "Datastream": { "@iot.id": 1 }.')
  const [seriesId = 0] = await ids(series)
  const target = await getTarget(work, seriesId, series)
  const [featureId] = await ids('FeatureOfInterest')
  const [key] = await createObservations(work, target, [{ seriesId, body, featureId }])
  if (!key) throw new Error('An observation was written without a key.')
  return { entity: 'Observation', key }
}

/** Puts a thing to other locations and writes that down as history (18-088, 10.2.1.1). */
export async function moveThing(work: Work, thingId: number, locations: readonly number[]): Promise<void> {
  const { db } = work
  const before = await findLocationsOfThing(db, thingId)
  if (before && before.ids.length === locations.length && before.ids.every((id) => locations.includes(id))) return
  await demandChangeable(work, 'Thing', await getNamed(work, 'Thing', thingId))
  await setLocationsOfThing(db, thingId, locations)
  noteChange(work, 'Thing', thingId)
  if (locations.length > 0) await noteHistory(work, thingId, locations)
}

async function noteHistory(work: Work, thingId: number, locations: readonly number[]): Promise<void> {
  const id = await takeNumbers(work.db, 'historical-location')
  await insertHistoricalLocation(work.db, id, thingId, work.db.now, locations)
  noteChange(work, 'HistoricalLocation', id)
}

