/**
 * Finds sensors that seem to hang in another room than the register says, from the course of the days alone.
 *
 * A room has a course of its own: lessons at other hours, more or less airing, sun in the morning or the afternoon. For each room and quantity the
 * reference is the median and the spread (median absolute deviation, Hampel 1974) of each hour over the 21 school days before; the question is
 * whether the last school days fit the room's own reference or that of another one of the same school. What moves all rooms alike, such as season,
 * weather and holidays, says nothing about a move: it is taken out by subtracting, hour by hour, the median of all rooms of the school.
 */

/** Mean of one quantity in one hour of a local school day. */
export type HourMean = { readonly day: number; readonly hour: number; readonly value: number }
/** The hours of one sensor: `room` is where the register says it hangs. Days are numbers that count up. */
export type Course = { readonly sensor: string; readonly room: number; readonly hours: ReadonlyMap<string, readonly HourMean[]> }
export type Suspicion = { readonly sensor: string; readonly room: number; readonly likeRoom: number; readonly sinceDay: number; readonly score: number }

/** Hours in which rooms differ: outside of them all are empty and alike. */
const hours = [7, 8, 9, 10, 11, 12, 13, 14, 15] as const
/** Fewer reference days say too little; holidays within the span only make it longer. */
const leastReference = 8
/** The course of another room must fit so many times better, and the own so many spreads badly. */
export const leastScore = 1.45
export const leastDistance = 1.15
const recentDays = 3

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Smallest spread that counts, by quantity: the noise of the sensors themselves. */
const floorOf: Readonly<Record<string, number>> = { co2: 60, temperature: 0.35, light: 60, humidity: 2 }

/** Undefined when one is missing. */
const meanOf = (values: readonly (number | undefined)[]): number | undefined => (values.some((value) => value === undefined) ? undefined : values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length)

type Reference = ReadonlyMap<number, { readonly middle: number; readonly spread: number }>
const key = (day: number, hour: number): string => `${day} ${hour}`

/** Values of one quantity without what all rooms of the school share at that hour. */
function withoutCommon(courses: readonly Course[], quantity: string): Map<string, Map<string, number>> {
  const all = new Map<string, number[]>()
  for (const { hours: own } of courses) for (const { day, hour, value } of own.get(quantity) ?? []) all.set(key(day, hour), [...(all.get(key(day, hour)) ?? []), value])
  const common = new Map([...all].map(([at, values]) => [at, median(values)]))
  return new Map(courses.map(({ sensor, hours: own }) => [sensor, new Map((own.get(quantity) ?? []).map(({ day, hour, value }) => [key(day, hour), value - (common.get(key(day, hour)) ?? 0)]))]))
}

function referenceOf(values: ReadonlyMap<string, number>, days: readonly number[], floor: number): Reference | undefined {
  const reference = new Map<number, { middle: number; spread: number }>()
  for (const hour of hours) {
    const found = days.flatMap((day) => values.get(key(day, hour)) ?? [])
    if (found.length < leastReference) continue
    const middle = median(found)
    reference.set(hour, { middle, spread: Math.max(floor, 1.4826 * median(found.map((value) => Math.abs(value - middle)))) })
  }
  return reference.size >= 5 ? reference : undefined
}

/** How far a day is from a reference: the mean over its hours of the distance in spreads, each at most 6, so that one strange lesson decides nothing. */
function distance(values: ReadonlyMap<string, number>, day: number, reference: Reference): number | undefined {
  const found = hours.flatMap((hour) => {
    const [value, at] = [values.get(key(day, hour)), reference.get(hour)]
    return value === undefined || !at ? [] : [Math.min(6, Math.abs(value - at.middle) / at.spread)]
  })
  return found.length >= 4 ? found.reduce((sum, one) => sum + one, 0) / found.length : undefined
}

/**
 * Sensors of one school whose last school days run like another room's, best first, one for each sensor. `days` are the school days with values, rising.
 * Pure: the same courses give the same answer.
 */
export function suspicionsIn(courses: readonly Course[], days: readonly number[]): Suspicion[] {
  const recent = days.slice(-recentDays)
  const before = days.slice(0, -recentDays).slice(-21)
  if (recent.length < recentDays || before.length < leastReference) return []
  const quantities = [...new Set(courses.flatMap(({ hours: own }) => [...own.keys()]))]
  const views = quantities.map((quantity) => {
    const values = withoutCommon(courses, quantity)
    return { values, references: new Map(courses.map(({ sensor }) => [sensor, referenceOf(values.get(sensor) ?? new Map(), before, floorOf[quantity] ?? 1)])) }
  })
  /** Over all quantities, how far the sensor's day is from what the other sensor's room was like. */
  const apart = (sensor: string, other: string, day: number): number | undefined => {
    const found = views.flatMap(({ values, references }) => {
      const reference = references.get(other)
      const one = reference && distance(values.get(sensor) ?? new Map(), day, reference)
      return one === undefined ? [] : [one]
    })
    return found.length === 0 ? undefined : found.reduce((sum, one) => sum + one, 0) / found.length
  }
  return courses
    .flatMap(({ sensor, room }): Suspicion[] => {
      const own = recent.map((day) => apart(sensor, sensor, day))
      const ownMean = meanOf(own)
      if (ownMean === undefined || ownMean < leastDistance) return []
      const candidates = courses.filter((other) => other.room !== room).flatMap((other): Suspicion[] => {
        const there = recent.map((day) => apart(sensor, other.sensor, day))
        const mean = meanOf(there)
        // Every single day must fit better there: one day of a fair or an excursion is no move.
        if (mean === undefined || there.some((one, index) => (one ?? Infinity) >= (own[index] ?? 0))) return []
        const score = ownMean / Math.max(0.25, mean)
        return score >= leastScore ? [{ sensor, room, likeRoom: other.room, sinceDay: recent[0] ?? 0, score }] : []
      })
      return candidates.toSorted((a, b) => b.score - a.score).slice(0, 1)
    })
    .toSorted((a, b) => b.score - a.score)
}
