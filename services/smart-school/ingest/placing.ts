import type { UnitOfWork } from '@modellregion/kernel'
import type { Measure } from '../quantity/quantity.ts'
import type { Mounting, NewObservation } from '../store/schema.ts'
import { seriesOfChannel } from '../store/series.ts'
import type { Decoded } from '../codec/schema.ts'
import { thingAt } from './rules/mounted.ts'
import { momentOfMeasure, sortMeasures, whyNotMoment } from './rules/plausible.ts'
import type { FrameState } from './schema.ts'

/** Series by thing, sensor and channel, with their school. What is in here is committed. */
export type SeriesCache = Map<string, { readonly id: number; readonly schoolId: number | null }>

/** What a frame says, and where: rows for the store, what was refused of it, and what is left to do. */
export type Placed = { readonly state: FrameState; readonly rows: readonly NewObservation[]; readonly bad: readonly string[] }

type Where = { readonly sensorId: number; readonly mountings: readonly Mounting[] }
type Known = { readonly committed: SeriesCache; readonly fresh: SeriesCache; readonly schools: Set<number> }

/** Finds the series for each value of a frame: that of the thing where the channel hung when it was measured. Makes series that are missing. */
export async function placeMeasures(db: UnitOfWork, at: Date, decoded: Decoded | undefined, where: Where, known: Known): Promise<Placed> {
  if (!decoded) return { state: 'no-codec', rows: [], bad: [] }
  if (!decoded.ok) return { state: 'codec-failed', rows: [], bad: [`reason=${decoded.reason} message=${decoded.message}`] }
  const { good, bad } = sortMeasures(decoded.measures, decoded.unread)
  const rows: NewObservation[] = []
  const seen = new Set<string>()
  let unmounted = 0
  for (const measure of good) {
    const moment = momentOfMeasure(measure, at)
    const thingId = thingAt(where.mountings, measure.channel, moment)
    if (thingId === undefined) {
      unmounted++
      continue
    }
    const series = await seriesAt(db, thingId, where.sensorId, measure, known)
    const once = `${series.id} ${moment.getTime()}`
    // A device that names one moment twice in a frame: the first value counts.
    if (seen.has(once) || whyNotMoment(moment, db.now) === 'past') continue
    seen.add(once)
    if (series.schoolId !== null) known.schools.add(series.schoolId)
    rows.push({ seriesId: series.id, at: moment, number: measure.value })
  }
  const state = unmounted > 0 && rows.length === 0 ? 'not-mounted' : bad.length > 0 || unmounted > 0 ? 'part' : 'read'
  return { state, rows, bad }
}

async function seriesAt(db: UnitOfWork, thingId: number, sensorId: number, { channel, quantity }: Pick<Measure, 'channel' | 'quantity'>, { committed, fresh }: Known) {
  const name = `${thingId} ${sensorId} ${channel}`
  const kept = committed.get(name) ?? fresh.get(name)
  if (kept) return kept
  const { id, schoolId } = await seriesOfChannel(db, { thingId, sensorId, channel, quantity })
  const series = { id, schoolId }
  fresh.set(name, series)
  return series
}
