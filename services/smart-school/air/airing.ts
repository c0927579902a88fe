import type { Point } from '../store/schema.ts'
import { inOrder, longestGapMinutes, neighbours, outdoorPpm } from './rules.ts'

/** Somebody aired: CO₂ fell faster than it does by itself. `removed`: share of what lay above outdoor air that is gone, 0 to 1. */
export type Airing = {
  readonly from: Date
  readonly until: Date
  readonly fromPpm: number
  readonly toPpm: number
  /** Air changes per hour, out of the decay. */
  readonly changesPerHour: number
  readonly removed: number
  readonly how: 'thorough' | 'partly'
}

const hour = 3_600_000
/** Closed windows change the air about 0.3 times an hour, open ones 2 to 40 times (UBA guide for schools, 2008: tilted 0.8 to 4, open 9 to 15). */
const fastest = 1.5
/** Below this the fall is as small as the error of two values. */
const leastFall = 120
const thorough = 0.6

/**
 * Airings in a series: stretches in which C - C_out decays with at least 1.5 air changes per hour and falls by at least 120 ppm. With values every ten
 * minutes, an airing of two or three minutes shows only by its result.
 */
export function airingsOf(points: readonly Point[], gapMinutes = longestGapMinutes): Airing[] {
  const airings: Airing[] = []
  let open: { first: Point; last: Point } | undefined
  const close = (): void => {
    if (!open) return
    const { first, last } = open
    open = undefined
    if (first.value - last.value < leastFall) return
    const hours = (last.at.getTime() - first.at.getTime()) / hour
    const removed = Math.min(1, (first.value - last.value) / Math.max(1, first.value - outdoorPpm))
    airings.push({ from: first.at, until: last.at, fromPpm: first.value, toPpm: last.value, changesPerHour: decay(first.value, last.value, hours), removed, how: removed >= thorough ? 'thorough' : 'partly' })
  }
  for (const [before, after] of neighbours(inOrder(points))) {
    const hours = (after.at.getTime() - before.at.getTime()) / hour
    const falls = hours * 60 <= gapMinutes && after.value < before.value && decay(before.value, after.value, hours) >= fastest
    if (falls) open = { first: open?.first ?? before, last: after }
    else close()
  }
  close()
  return airings
}

// Near the outdoor value the logarithm says nothing; 20 ppm is the least difference that a sensor tells apart.
const decay = (from: number, to: number, hours: number): number => Math.log(Math.max(20, from - outdoorPpm) / Math.max(20, to - outdoorPpm)) / hours

/** Windows stayed open although the air was fresh: what it cost. `kilowattHours` is null without volume or outdoor temperature. */
export type OverAiring = { readonly from: Date; readonly until: Date; readonly minutes: number; readonly fell: number; readonly kilowattHours: number | null }
export type RoomFacts = { readonly volumeM3: number | null; readonly outdoorCelsius: number | null }

/** Air this near to the outdoor value gains nothing more. */
const fresh = outdoorPpm + 100
/** A room that cools by itself loses less than this in a quarter of an hour. */
const coolingPerHour = 1.5
/** Heat capacity of air: 1.2 kg/m³ × 1,005 J/(kg K) / 3,600. In Wh/(m³ K), as in DIN V 18599-2 and DIN EN 12831. */
const airHeat = 0.34
/** Taken where no decay was seen: one side of windows fully open, lower end of the UBA's range. Bounded, because the estimate is not sharper. */
const openWindow = { usual: 4, least: 1.5, most: 10 } as const

/**
 * Over-airing: CO₂ lies near the outdoor value and no longer falls, while the temperature keeps falling by more than 1.5 K an hour. The loss is
 * Q = 0.34 Wh/(m³K) × V × n × ΔT × t, with n of the airing that came before (1.5 to 10 an hour, else 4) and ΔT between room and outdoor air.
 */
export function overAiringsOf(co2: readonly Point[], temperature: readonly Point[], { volumeM3, outdoorCelsius }: RoomFacts, gapMinutes = longestGapMinutes): OverAiring[] {
  const warm = inOrder(temperature)
  const airings = airingsOf(co2, gapMinutes)
  const found: OverAiring[] = []
  let open: { from: Date; until: Date } | undefined
  const close = (): void => {
    if (!open) return
    const { from, until } = open
    open = undefined
    const [start, end] = [valueAt(warm, from, gapMinutes), valueAt(warm, until, gapMinutes)]
    if (start === undefined || end === undefined || start - end < 0.5) return
    const minutes = (until.getTime() - from.getTime()) / 60_000
    const before = airings.filter(({ from: began }) => began <= from && from.getTime() - began.getTime() <= 2 * hour).at(-1)
    const changes = Math.min(openWindow.most, Math.max(openWindow.least, before?.changesPerHour ?? openWindow.usual))
    const difference = outdoorCelsius === null ? null : (start + end) / 2 - outdoorCelsius
    const kilowattHours = volumeM3 === null || difference === null || difference <= 0 ? null : (airHeat * volumeM3 * changes * difference * minutes) / 60 / 1_000
    found.push({ from, until, minutes, fell: start - end, kilowattHours })
  }
  for (const [before, after] of neighbours(inOrder(co2))) {
    const [t0, t1] = [valueAt(warm, before.at, gapMinutes), valueAt(warm, after.at, gapMinutes)]
    const hours = (after.at.getTime() - before.at.getTime()) / hour
    const flat = hours * 60 <= gapMinutes && before.value <= fresh && after.value <= fresh
    if (flat && t0 !== undefined && t1 !== undefined && (t0 - t1) / hours >= coolingPerHour) open = { from: open?.from ?? before.at, until: after.at }
    else close()
  }
  close()
  return found
}

function valueAt(sorted: readonly Point[], at: Date, gapMinutes: number): number | undefined {
  const next = sorted.findIndex((point) => point.at >= at)
  const after = sorted[next]
  if (!after) return undefined
  if (after.at.getTime() === at.getTime()) return after.value
  const before = sorted[next - 1]
  if (!before || after.at.getTime() - before.at.getTime() > gapMinutes * 60_000) return undefined
  return before.value + ((after.value - before.value) * (at.getTime() - before.at.getTime())) / (after.at.getTime() - before.at.getTime())
}

/**
 * Whether a sensor still knows outdoor air: over two weeks with nights and weekends the lowest hundredth of its values lies near 425 ppm. Too high or
 * too low means drift, or a room that is never empty. Undefined with less than a week of values.
 */
export function driftOf(points: readonly Point[]): { lowest: number; state: 'ok' | 'low' | 'high' } | undefined {
  const sorted = points.map(({ value }) => value).sort((a, b) => a - b)
  const times = points.map(({ at }) => at.getTime())
  if (sorted.length < 200 || times.reduce((a, b) => Math.max(a, b), -Infinity) - times.reduce((a, b) => Math.min(a, b), Infinity) < 6.5 * 24 * hour) return undefined
  const lowest = sorted[Math.floor(sorted.length / 100)] ?? 0
  return { lowest, state: lowest < outdoorPpm - 60 ? 'low' : lowest > outdoorPpm + 125 ? 'high' : 'ok' }
}

/** Saturation vapour pressure over water in hPa (Magnus, Sonntag 1990). */
const saturation = (celsius: number): number => 6.112 * Math.exp((17.62 * celsius) / (243.12 + celsius))

/**
 * Relative humidity on the coldest spot of an outer wall, in percent: the surface is θ_e + 0.7 (θ_i - θ_e), the least that DIN 4108-2 asks for
 * (f_Rsi = 0.7). From 80 % mould can grow (DIN EN ISO 13788). Means of a day go in, not moments.
 */
export function wallHumidity(indoorCelsius: number, indoorHumidity: number, outdoorCelsius: number): number {
  const surface = outdoorCelsius + 0.7 * (indoorCelsius - outdoorCelsius)
  return Math.min(100, (indoorHumidity * saturation(indoorCelsius)) / saturation(surface))
}
export const mouldFrom = 80
