import type { Measure } from '../../quantity/quantity.ts'
import type { Mounting } from '../../store/schema.ts'
import { thingAt } from '../../ingest/rules/mounted.ts'
import { momentOfMeasure, sortMeasures, whyNotMoment } from '../../ingest/rules/plausible.ts'
import type { Decoded, Extreme, ReplayCounts } from '../schema.ts'

/** A value that a frame gives when it is read again. */
export type Reading = { readonly channel: string; readonly quantity: Measure['quantity']; readonly thingId: number; readonly at: Date; readonly value: number }
/** A value that stands in history. */
export type Standing = { readonly channel: string; readonly thingId: number; readonly at: Date; readonly value: number }

export type Change = { readonly channel: string; readonly thingId: number; readonly at: Date; readonly before: number | null; readonly after: number | null }
/** `gone`: stood in history at the moment of a frame, and the frame no longer says it. */
export type Differences = { readonly same: number; readonly changes: readonly Change[] }

const keyOf = ({ thingId, channel, at }: Pick<Reading, 'thingId' | 'channel' | 'at'>): string => `${thingId} ${channel} ${at.getTime()}`

/**
 * Values of frames as the ingest would take them: plausible ones, for the thing where the channel hung then; of several for one moment the first.
 * Frames in the order of the store.
 */
export function readingsOf(frames: readonly { readonly at: Date; readonly decoded: Decoded | undefined }[], mountings: readonly Mounting[], now: Date): Reading[] {
  const found = new Map<string, Reading>()
  for (const { at, decoded } of frames) {
    if (!decoded?.ok) continue
    for (const { channel, quantity, value, ageSeconds } of sortMeasures(decoded.measures).good) {
      const moment = momentOfMeasure(ageSeconds === undefined ? {} : { ageSeconds }, at)
      const thingId = thingAt(mountings, channel, moment)
      if (thingId === undefined || whyNotMoment(moment, now) === 'past') continue
      const reading: Reading = { channel, quantity, thingId, at: moment, value }
      if (!found.has(keyOf(reading))) found.set(keyOf(reading), reading)
    }
  }
  return [...found.values()]
}

/**
 * What reading again would change. `standing` are the device's values at the moments of the readings and of the frames. A value is gone when it stands at
 * the very moment of a frame that was read and the frame no longer says it; values that the device had stored under other moments are not taken away. Frames that
 * cannot be read (`unread`) take nothing away: nothing is better than a guess, and a codec that fails must not empty history.
 */
export function differencesOf(readings: readonly Reading[], standing: readonly Standing[], readMoments: ReadonlySet<number>): Differences {
  const before = new Map(standing.map((value) => [keyOf(value), value.value]))
  const said = new Set<string>()
  const changes: Change[] = []
  let same = 0
  for (const reading of readings) {
    const key = keyOf(reading)
    said.add(key)
    const old = before.get(key)
    if (old === reading.value) same += 1
    else changes.push({ channel: reading.channel, thingId: reading.thingId, at: reading.at, before: old ?? null, after: reading.value })
  }
  for (const value of standing) if (!said.has(keyOf(value)) && readMoments.has(value.at.getTime())) changes.push({ channel: value.channel, thingId: value.thingId, at: value.at, before: value.value, after: null })
  return { same, changes }
}


export const noCounts: ReplayCounts = { frames: 0, unread: 0, same: 0, changed: 0, fresh: 0, gone: 0, series: [] }

/** Adds the differences of one device's frames to the counts. */
export function addDifferences(counts: ReplayCounts, devEui: string, frames: { readonly read: number; readonly unread: number }, { same, changes }: Differences): ReplayCounts {
  const series = new Map(counts.series.map((one) => [`${one.devEui} ${one.thingId} ${one.channel}`, one]))
  let [changed, fresh, gone] = [0, 0, 0]
  for (const { channel, thingId, at, before, after } of changes) {
    const key = `${devEui} ${thingId} ${channel}`
    const extreme: Extreme = { at: at.toISOString(), before, after }
    const known = series.get(key) ?? { devEui, thingId, channel, changed: 0, fresh: 0, gone: 0, first: extreme, largest: extreme }
    const kind = before === null ? 'fresh' : after === null ? 'gone' : 'changed'
    if (kind === 'changed') changed += 1
    else if (kind === 'fresh') fresh += 1
    else gone += 1
    series.set(key, { ...known, [kind]: known[kind] + 1, first: extreme.at < known.first.at ? extreme : known.first, largest: stepOf(extreme) > stepOf(known.largest) ? extreme : known.largest })
  }
  return { frames: counts.frames + frames.read + frames.unread, unread: counts.unread + frames.unread, same: counts.same + same, changed: counts.changed + changed, fresh: counts.fresh + fresh, gone: counts.gone + gone, series: [...series.values()] }
}

const stepOf = ({ before, after }: Extreme): number => (before === null || after === null ? -1 : Math.abs(after - before))
