import type { Point } from '../store/schema.ts'

/** A band of the guide values for CO₂ indoors: harmless, noticeable, unacceptable. */
export type AirBand = 'good' | 'raised' | 'high'

/**
 * Guide values of the Ad-hoc-Arbeitsgruppe IRK/AOLG, published by the Umweltbundesamt (Bundesgesundheitsblatt 51 (2008), 1358-1369; "Anforderungen
 * an Lüftungskonzeptionen in Gebäuden", UBA 2017): below 1,000 ppm harmless; 1,000 to 2,000 ppm noticeable, airing is recommended; above 2,000 ppm
 * unacceptable, airing is needed. They are meant for momentary values.
 */
export const guideValues = { raised: 1_000, high: 2_000 } as const

/** The band of a momentary value. 1,000 is `raised`; 2,000 still is, everything above is `high`. */
export const bandOf = (ppm: number): AirBand => (ppm < guideValues.raised ? 'good' : ppm <= guideValues.high ? 'raised' : 'high')

/** CO₂ outdoors in ppm: global mean of 2024 (NOAA/GML: 422.8), rounded up for towns. What a sensor reads after thorough airing comes near it. */
export const outdoorPpm = 425

/** Values further apart than this leave a hole: what was in between is not known. Three times the usual ten minutes. */
export const longestGapMinutes = 30

const minute = 60_000

/** Each thing with the one after it: n things make n - 1 pairs. */
export const neighbours = <A>(list: readonly A[]): (readonly [A, A])[] => list.slice(1).flatMap((after, at) => list.slice(at, at + 1).map((before) => [before, after] as const))

/** A stretch between two values in which the air is taken to change evenly. Moments in milliseconds. */
export type Segment = { readonly from: number; readonly until: number; readonly a: number; readonly b: number }

/** In order of time and one value per moment (the mean where several say something), whatever order they came in. */
export function inOrder(points: readonly Point[]): Point[] {
  const at = new Map<number, { sum: number; n: number }>()
  for (const { at: moment, value } of points) {
    if (!Number.isFinite(value)) continue
    const seen = at.get(moment.getTime()) ?? { sum: 0, n: 0 }
    at.set(moment.getTime(), { sum: seen.sum + value, n: seen.n + 1 })
  }
  return [...at].sort(([a], [b]) => a - b).map(([moment, { sum, n }]) => ({ at: new Date(moment), value: sum / n }))
}

/** Straight lines between neighbouring values, cut to a span. Holes longer than `gapMinutes` are left out. */
export function segmentsIn(points: readonly Point[], from: Date, until: Date, gapMinutes = longestGapMinutes): Segment[] {
  const segments: Segment[] = []
  const [start, end] = [from.getTime(), until.getTime()]
  for (const [before, after] of neighbours(inOrder(points))) {
    const [t0, t1] = [before.at.getTime(), after.at.getTime()]
    if (t1 - t0 > gapMinutes * minute || t1 <= start || t0 >= end) continue
    const valueAt = (t: number): number => before.value + ((after.value - before.value) * (t - t0)) / (t1 - t0)
    const [cutFrom, cutUntil] = [Math.max(t0, start), Math.min(t1, end)]
    segments.push({ from: cutFrom, until: cutUntil, a: valueAt(cutFrom), b: valueAt(cutUntil) })
  }
  return segments
}

/** How long the air was in which band, in minutes; together with `none` exactly as long as the span. */
export type Minutes = { readonly good: number; readonly raised: number; readonly high: number; readonly none: number }
export type SpanAir = { readonly minutes: Minutes; readonly mean: number | null; readonly min: number | null; readonly max: number | null; readonly first: number | null; readonly last: number | null }

/** Mean, extremes and minutes in each band of a span, weighted by time. What was not measured counts as `none` and never as good air. */
export function airOf(points: readonly Point[], from: Date, until: Date, gapMinutes = longestGapMinutes): SpanAir {
  const segments = segmentsIn(points, from, until, gapMinutes)
  const time = { good: 0, raised: 0, high: 0 }
  let [area, covered] = [0, 0]
  for (const segment of segments) {
    const length = segment.until - segment.from
    covered += length
    area += (length * (segment.a + segment.b)) / 2
    for (const piece of piecesOf(segment)) time[piece.band] += piece.length
  }
  const ends = segments.flatMap(({ a, b }) => [a, b])
  const whole = until.getTime() - from.getTime()
  return {
    minutes: { good: time.good / minute, raised: time.raised / minute, high: time.high / minute, none: Math.max(0, whole - covered) / minute },
    mean: covered > 0 ? area / covered : null,
    min: ends.length > 0 ? Math.min(...ends) : null,
    max: ends.length > 0 ? Math.max(...ends) : null,
    first: segments[0]?.a ?? null,
    last: segments.at(-1)?.b ?? null,
  }
}

// A line crosses each guide value at most once.
function piecesOf({ from, until, a, b }: Segment): { band: AirBand; length: number }[] {
  const crossings = [guideValues.raised, guideValues.high]
    .filter((limit) => (a < limit && b > limit) || (a > limit && b < limit))
    .map((limit) => from + ((until - from) * (limit - a)) / (b - a))
    .sort((x, y) => x - y)
  const cuts = [from, ...crossings, until]
  const valueAt = (t: number): number => a + ((b - a) * (t - from)) / (until - from)
  return neighbours(cuts).map(([start, end]) => ({ band: bandOf(valueAt((start + end) / 2)), length: end - start }))
}

/** Whether people were in the room: `empty` is not good air, it says nothing about air. */
export type Presence = 'occupied' | 'empty' | 'unknown'

/** A rise that people cause and sensors do not: more than twice the usual accuracy of ±(30 ppm + 3 %). */
const rise = 60
/** Breathed air stays at least so far above outdoor air in a room with closed windows. */
const nearOutdoor = outdoorPpm + 175

/**
 * Whether a lesson had people in the room, from the values alone: CO₂ that rises comes from people; CO₂ that lies flat near the outdoor value, or only
 * decays, comes from nobody or from open windows. Movement decides where it is measured (`movements`: null when it is not). When in doubt: unknown.
 */
export function presenceIn(air: SpanAir, risen: number, movements: number | null): Presence {
  if (air.mean === null) return 'unknown'
  if (movements !== null && movements > 0) return 'occupied'
  if (risen > rise) return 'occupied'
  if (movements === 0) return 'empty'
  if (air.max !== null && air.max < nearOutdoor) return 'empty'
  return risen <= 0 ? 'empty' : 'unknown'
}

/** The largest rise from a value to a later one in a span, in ppm; 0 when it only falls. */
export function riseIn(points: readonly Point[], from: Date, until: Date): number {
  let [lowest, best] = [Infinity, 0]
  for (const { a, b } of segmentsIn(points, from, until)) {
    lowest = Math.min(lowest, a)
    best = Math.max(best, b - lowest)
    lowest = Math.min(lowest, b)
  }
  return best
}
