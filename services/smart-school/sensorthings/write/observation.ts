import type { Json } from '../json.ts'
import { boxOf, shapeOfGeoJson } from '../geometry/shape.ts'
import { mayHear } from '../caller.ts'
import { takeNumbers, writeObservations } from '../../store/queries.ts'
import type { NewObservation } from '../../store/schema.ts'
import { findFeatureGeometry, findTarget, listTakenMoments, setObservedArea, widenResultTime, type Target } from '../queries/observations.ts'
import { findPlaceOfThing, insertFeature } from '../queries/write.ts'
import { refusal } from '../refusal.ts'
import { propertiesIn, type Span } from './body.ts'
import { demandSchool, noteChange, type Work } from './work.ts'

/** An observation with its series known. `featureId`: named or made before; absent: from the thing's location. */
export type Draft = { readonly seriesId: number; readonly body: Json; readonly featureId?: number | undefined }
export type Key = { readonly seriesId: number; readonly at: Date; readonly seq: number }

/** The series that may be written into. @throws Refusal */
export async function getTarget(work: Work, seriesId: number, entity: 'Datastream' | 'MultiDatastream'): Promise<Target> {
  const target = await findTarget(work.db, seriesId)
  if (!target || target.multi !== (entity === 'MultiDatastream') || !mayHear(work.caller, target)) throw refusal(400, 'body', `There is no ${entity} with "@iot.id" ${seriesId}.`)
  if (target.own) throw refusal(403, 'managed', `What this ${entity} says comes from a device. Create a ${entity} of your own beside it, perhaps at the same Thing.`)
  demandSchool(work, entity, target.schoolId)
  return target
}

/** Writes observations of one series. Two of the same moment both stay. @throws Refusal */
export async function createObservations(work: Work, target: Target, drafts: readonly Draft[]): Promise<Key[]> {
  const { db } = work
  const made = drafts.some(({ featureId }) => featureId === undefined) ? await featureOfThing(work, target.thingId) : undefined
  const rows = drafts.map(({ body, featureId }) => rowOf(work, target, propertiesIn('Observation', body, true), featureId ?? made ?? null))
  const taken = new Map((await listTakenMoments(db, target.id, rows.map(({ at }) => at))).map(({ at, seq }) => [at.getTime(), seq]))
  const keys: Key[] = []
  for (const row of rows) {
    const seq = (taken.get(row.at.getTime()) ?? -1) + 1
    if (seq > 32_767) throw refusal(409, 'full', 'There are 32768 observations of this moment already.')
    taken.set(row.at.getTime(), seq)
    keys.push({ seriesId: target.id, at: row.at, seq })
  }
  await writeAll(work, target, rows.map((row, index) => ({ ...row, seq: keys[index]?.seq ?? 0 })))
  work.observations.push(...keys)
  if (target.schoolId !== null) work.schools.add(target.schoolId)
  return keys
}

async function writeAll({ db }: Work, target: Target, rows: readonly NewObservation[]): Promise<void> {
  const written = await writeObservations(db, rows)
  // Somebody wrote the same moment between our look and our write: the caller may simply ask again.
  if (written !== rows.length) throw refusal(409, 'at-once', 'Another observation of the same moment was written at the same time. Send yours again.')
  const times = rows.flatMap(({ resultTime }) => (resultTime ? [resultTime.getTime()] : []))
  if (times.length > 0) await widenResultTime(db, target.id, new Date(Math.min(...times)), new Date(Math.max(...times)))
  let area = target.observedArea
  for (const featureId of new Set(rows.flatMap(({ featureId }) => featureId ?? []))) area = await widenArea({ db }, target.id, area, featureId)
}

/** A row from checked properties. */
export function rowOf({ db }: Pick<Work, 'db'>, target: Target, values: Json, featureId: number | null): NewObservation {
  const span = (values['phenomenonTime'] ?? { from: db.now.toISOString() }) as Span // as `propertiesIn` made it
  const { result } = values
  if (target.multi && !(Array.isArray(result) && result.length === target.parts)) throw refusal(400, 'body', `Observation.result: this MultiDatastream has ${target.parts} parts, so an array of ${target.parts} values is expected.`)
  if (typeof result === 'number' && !Number.isFinite(result)) throw refusal(400, 'body', 'Observation.result: a number is finite.')
  if (JSON.stringify(result ?? null).includes('\\u0000')) throw refusal(400, 'body', 'Observation.result: the sign U+0000 cannot be kept.')
  const extra = Object.fromEntries(['resultQuality', 'validTime', 'parameters'].flatMap((name) => (values[name] === undefined || values[name] === null ? [] : [[name, values[name]]])))
  return {
    seriesId: target.id,
    at: new Date(span.from),
    ...(typeof result === 'number' ? { number: result } : { result: result ?? null }),
    end: span.until === undefined ? null : new Date(span.until),
    resultTime: typeof values['resultTime'] === 'string' ? new Date(values['resultTime']) : null,
    featureId,
    extra: Object.keys(extra).length > 0 ? extra : null,
  }
}

/** The feature made from the location of a thing (18-088, 10.2.1.2), once for each location. Nothing when the thing has none. */
export async function featureOfThing(work: Work, thingId: number): Promise<number | undefined> {
  const place = await findPlaceOfThing(work.db, thingId)
  if (!place) return undefined
  if (place.featureId !== null) return place.featureId
  const id = await takeNumbers(work.db, 'feature')
  await insertFeature(work.db, id, { name: place.name, description: place.name, encodingType: place.encodingType, feature: place.location }, place.id)
  noteChange(work, 'FeatureOfInterest', id)
  return id
}

// The observed area is the box around all features: exact for points, and never too small.
async function widenArea({ db }: Pick<Work, 'db'>, seriesId: number, area: unknown, featureId: number): Promise<unknown> {
  const shape = shapeOfGeoJson((await findFeatureGeometry(db, featureId))?.feature)
  if (!shape) return area
  const before = shapeOfGeoJson(area)
  const box = boxOf(shape)
  const [west, south, east, north] = before ? mergeBoxes(box, boxOf(before)) : box
  if (!Number.isFinite(west)) return area
  const wider = west === east && south === north ? { type: 'Point', coordinates: [west, south] } : { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }
  const same = before !== undefined && boxOf(before).join() === [west, south, east, north].join()
  if (same) return area
  await setObservedArea(db, seriesId, wider)
  return wider
}

type Box = ReturnType<typeof boxOf>
const mergeBoxes = (a: Box, b: Box): Box => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
