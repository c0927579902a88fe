import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, daysBetween, distanceMetres, localDate, partsOf, type PlainDate } from '@modellregion/standards'
import { startOf } from '../meter/rules/periods.ts'
import { listSchoolPositions } from '../place/queries.ts'
import { readBuckets } from '../store/queries.ts'
import { listOutdoorSeries } from './queries.ts'
import { degreeDay, normalDegreeDay, type OutdoorDay } from './rules/degree-days.ts'

/** A day's mean counts when at least so many values were measured in it: readings at fixed hours of the day give a mean as well. */
const fewestValues = 4
/** The next school that measured may be so far away. */
const nearMetres = 30_000

/** Daily means by series and span. */
export type KnownMeans = Map<string, [PlainDate, number][]>

/**
 * Degree days of each local day from a day until before another: by the school's own sensor outdoors, else by the nearest school's that measured that
 * day, else by the long-term mean of the month. Which it was is kept for each day, because pages must say it. `known` spares whoever asks for several
 * schools reading their neighbours' sensors again and again.
 */
export async function outdoorDays(db: UnitOfWork, schoolId: number, from: PlainDate, until: PlainDate, known: KnownMeans = new Map()): Promise<OutdoorDay[]> {
  const count = Math.max(0, daysBetween(from, until))
  const days = Array.from({ length: count }, (_, at) => addDays(from, at))
  const found = new Map<PlainDate, OutdoorDay>()
  for (const { id, own } of await seriesByDistance(db, schoolId)) {
    if (found.size === count) break
    const means = known.get(`${id} ${from} ${until}`) ?? (await dailyMeans(db, id, from, until))
    known.set(`${id} ${from} ${until}`, means)
    for (const [day, mean] of means) if (!found.has(day)) found.set(day, { day, degreeDays: degreeDay(mean), from: own ? 'own' : 'neighbour' })
  }
  return days.map((day) => found.get(day) ?? { day, degreeDays: normalDegreeDay(partsOf(day).month), from: 'normal' })
}

/** Means of the local days of which enough was measured. */
export async function dailyMeans(db: UnitOfWork, seriesId: number, from: PlainDate, until: PlainDate): Promise<[PlainDate, number][]> {
  const bounds = Array.from({ length: Math.max(0, daysBetween(from, until)) + 1 }, (_, at) => startOf(addDays(from, at)))
  if (bounds.length < 2) return []
  return (await readBuckets(db, seriesId, bounds)).filter(({ count }) => count >= fewestValues).map((bucket) => [localDate(bucket.from), bucket.sum / bucket.count])
}

async function seriesByDistance(db: UnitOfWork, schoolId: number): Promise<{ id: number; own: boolean }[]> {
  const [series, positions] = [await listOutdoorSeries(db), new Map((await listSchoolPositions(db)).map(({ id, position }) => [id, position]))]
  const here = positions.get(schoolId)
  const away = (other: number): number => {
    const there = positions.get(other)
    return other === schoolId ? 0 : here && there ? distanceMetres(here, there) : Infinity
  }
  return series
    .map(({ id, schoolId: other }) => ({ id, own: other === schoolId, metres: away(other) }))
    .filter(({ metres }) => metres <= nearMetres)
    .sort((a, b) => a.metres - b.metres || a.id - b.id)
}
