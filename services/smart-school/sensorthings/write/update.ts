import jsonPatch, { type Operation } from 'fast-json-patch'
import { refreshLatest, writeObservations } from '../../store/queries.ts'
import { propertiesOf } from '../answer/render.ts'
import type { Json } from '../json.ts'
import { entityOf, isSeries, linkOf, type EntityName } from '../model.ts'
import { momentOfMicros, type ObservationKey } from '../observation-id.ts'
import { deleteObservation, findTarget, listTakenMoments, refreshResultTime } from '../queries/observations.ts'
import type { Row } from '../queries/read.ts'
import { updateEntity, type Owner } from '../queries/write.ts'
import { refusal } from '../refusal.ts'
import { isObject, linkedId, objectOf, propertiesIn } from './body.ts'
import { audienceIn, demandSameLength, idOfLink, moveThing } from './create.ts'
import { getTarget, rowOf, type Key } from './observation.ts'
import { demandChangeable, getNamed, getPlaceForSeries, noteChange, type Work } from './work.ts'

export type Way = 'merge' | 'replace' | 'patch'
type Table = Exclude<EntityName, 'Observation'>

/** The body that a change means: as it is, or JSON Patch (RFC 6902) applied to the entity as readers see it. @throws Refusal */
export function bodyOfChange(entity: EntityName, row: Row, way: Way, body: unknown): Json {
  if (way !== 'patch') return objectOf(body, entity)
  if (!Array.isArray(body)) throw refusal(400, 'body', 'JSON Patch is an array of operations (RFC 6902).')
  const before = propertiesOf(entity, row)
  try {
    const after = jsonPatch.applyPatch(structuredClone(before), body as Operation[], true, false).newDocument as Json // validated by the library
    if (!isObject(after)) throw refusal(400, 'body', 'JSON Patch leaves no entity.')
    // What was taken away is said as null, so that it goes.
    return Object.fromEntries([...Object.keys(before), ...Object.keys(after)].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) => [name, after[name] ?? null]))
  } catch (error) {
    const name = error instanceof Error && 'name' in error ? error.name : ''
    if (name === 'TEST_OPERATION_FAILED') throw refusal(409, 'patch-test', 'JSON Patch: a test operation failed, the entity is another than you think. Read it and try again.')
    if (/^[A-Z_]+$/.test(name)) throw refusal(400, 'body', `JSON Patch: ${(error as Error).message.split('\n')[0]}`) // the library's errors have such names
    throw error
  }
}

/** Changes an entity other than an observation (18-088, 10.3). `replace` sets what is not said back to nothing. @throws Refusal */
export async function updateNamed(work: Work, entity: Table, id: number, body: Json, way: Way): Promise<void> {
  const owner = await getNamed(work, entity, id, 404)
  const values = propertiesIn(entity, body, way === 'replace')
  await demandChangeable(work, entity, owner)
  if (way === 'replace') for (const { name, required, readOnly } of entityOf(entity).properties) if (!required && !readOnly) values[name] ??= null
  await updateEntity(work.db, entity, id, { ...values, ...(await linksIn(work, entity, id, owner, body, values)) })
  noteChange(work, entity, id)
}

async function linksIn(work: Work, entity: Table, id: number, owner: Owner, body: Json, values: Json): Promise<Json> {
  const links: Json = {}
  for (const name of Object.keys(body)) {
    const link = linkOf(entity, name)
    if (!link) continue
    const value = body[name]
    if (!link.many) {
      if (value === null) throw refusal(400, 'body', `${entity}.${name}: this link cannot be empty.`)
      const target = await idOfLink(work, link.target, objectOf(value, `${entity}.${name}`))
      if (link.target === 'Thing') {
        const thing = isSeries(entity) ? await getPlaceForSeries(work, target) : await getNamed(work, 'Thing', target)
        if (!isSeries(entity)) await demandChangeable(work, 'Thing', thing)
        Object.assign(links, { _thing: target, ...(isSeries(entity) && { _school: thing.schoolId }) })
      } else if (link.target === 'Sensor') links['_sensor'] = target
      else links['_properties'] = [target]
      continue
    }
    if (!Array.isArray(value)) throw refusal(400, 'body', `${entity}.${name}: an array is expected.`)
    const ids: number[] = []
    for (const each of value) ids.push(await idOfLink(work, link.target, objectOf(each, `${entity}.${name}`)))
    if (entity === 'Thing' && name === 'Locations') await moveThing(work, id, ids)
    else if (entity === 'Location' && name === 'Things') for (const thing of ids) await moveThing(work, thing, [id])
    else if (entity === 'HistoricalLocation') links['_locations'] = ids
    else if (entity === 'MultiDatastream' && name === 'ObservedProperties') links['_properties'] = ids
    else throw refusal(400, 'body', `${entity}.${name}: change the link at the other end, where it is one.`)
  }
  if (entity === 'MultiDatastream') await demandParts(work, id, values, links['_properties'] as number[] | undefined) // set above as such
  const audience = isSeries(entity) ? audienceIn(values) : undefined
  return { ...links, ...(audience && owner.audience !== audience && { _audience: audience }) }
}

async function demandParts({ db }: Work, id: number, values: Json, properties: readonly number[] | undefined): Promise<void> {
  if (properties ?? values['unitOfMeasurements'] ?? values['multiObservationDataTypes']) demandSameLength(values, properties?.length ?? (await findTarget(db, id))?.parts ?? 0)
}

/** Changes an observation. Another moment or series gives it another id, because its place is its id. @throws Refusal */
export async function updateObservation(work: Work, key: ObservationKey, row: Row, body: Json, way: Way): Promise<Key> {
  const { db } = work
  const values = propertiesIn('Observation', body, way === 'replace')
  const kind = row['_multi'] === true ? 'MultiDatastream' : 'Datastream'
  const before = await getTarget(work, key.seriesId, kind)
  const named = body[kind] === undefined ? key.seriesId : (linkedId(objectOf(body[kind], kind), kind) ?? key.seriesId)
  const target = named === key.seriesId ? before : await getTarget(work, named, kind)
  const feature = body['FeatureOfInterest']
  const featureId = feature === undefined || feature === null ? (typeof row['_feature'] === 'number' ? row['_feature'] : null) : await idOfLink(work, 'FeatureOfInterest', objectOf(feature, 'FeatureOfInterest'))
  const kept = way === 'replace' ? {} : propertiesIn('Observation', propertiesOf('Observation', row), true)
  const moment = values['phenomenonTime'] ?? propertiesIn('Observation', propertiesOf('Observation', row), true)['phenomenonTime']
  const next = rowOf(work, target, { ...kept, ...values, phenomenonTime: moment }, featureId)
  await deleteObservation(db, key.seriesId, momentOfMicros(key.micros), key.seq)
  const stays = target.id === key.seriesId && BigInt(next.at.getTime()) * 1_000n === key.micros
  const [taken] = stays ? [] : await listTakenMoments(db, target.id, [next.at])
  const seq = stays ? key.seq : (taken?.seq ?? -1) + 1
  await writeObservations(db, [{ ...next, seq }], 'replace')
  for (const series of new Set([key.seriesId, target.id])) {
    await refreshLatest(db, [series])
    await refreshResultTime(db, series)
  }
  work.observations.push({ seriesId: target.id, at: next.at, seq })
  if (target.schoolId !== null) work.schools.add(target.schoolId)
  return { seriesId: target.id, at: next.at, seq }
}

