import type { UnitOfWork } from '@modellregion/kernel'
import { instantAt, isSchoolDay, type PlainDate } from '@modellregion/standards'
import { listFreeDays } from '../water/queries/days.ts'
import type { Lesson, Point, School, Series } from '../store/schema.ts'
import { listSeriesOfThings } from '../store/queries.ts'
import { readPointsOf } from './queries.ts'
import { airOf, bandOf, presenceIn, riseIn, type AirBand, type Presence, type SpanAir } from './rules.ts'

/** The air of one lesson in one room. `empty`: nobody was there, so it is no statement about air; `band` and means are null where nothing was measured. */
export type LessonAir = {
  readonly lesson: Lesson
  readonly from: Date
  readonly until: Date
  readonly mean: number | null
  readonly max: number | null
  readonly minutes: SpanAir['minutes']
  /** Of the mean; the worst momentary value is `bandOf(max)`. */
  readonly band: AirBand | null
  readonly presence: Presence
  readonly empty: boolean
}

/** First and one-past-last instant of a lesson on a day, by the clock in Berlin. */
export function boundsOf(lesson: Lesson, day: PlainDate): { from: Date; until: Date } {
  const at = (time: string): Date => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return instantAt(day, hours, minutes)
  }
  const [from, until] = [at(lesson.from), at(lesson.to)]
  // A time that the change to summer time skips may turn the two around.
  return { from, until: from > until ? from : until }
}

/** The lessons of a day in one room out of its values; pure. `isLessonDay` false: holidays, so nobody is expected. */
export function lessonsOf(lessons: readonly Lesson[], day: PlainDate, co2: readonly Point[], motion: readonly Point[] | null, isLessonDay: boolean): LessonAir[] {
  return lessons.map((lesson) => {
    const { from, until } = boundsOf(lesson, day)
    const air = airOf(co2, from, until)
    const counted = motion?.filter(({ at }) => at > from && at <= until)
    const movements = counted && counted.length > 0 ? counted.reduce((sum, { value }) => sum + value, 0) : null
    const found = presenceIn(air, riseIn(co2, from, until), movements)
    const presence = !isLessonDay && found === 'unknown' ? 'empty' : found
    return { lesson, from, until, mean: air.mean, max: air.max, minutes: air.minutes, band: air.mean === null ? null : bandOf(air.mean), presence, empty: presence === 'empty' }
  })
}

/** The lessons of a school day in one room. @throws NotFound when the room is none of this town */
export async function lessonAir(db: UnitOfWork, school: School, roomId: number, day: PlainDate): Promise<LessonAir[]> {
  const series = await listSeriesOfThings(db, [roomId])
  const from = instantAt(day)
  const until = new Date(from.getTime() + 25 * 3_600_000)
  const points = await readPointsOf(db, series.map(({ id }) => id), from, until)
  const of = (...quantities: Series['quantity'][]): Point[] | null => {
    const some = series.filter(({ quantity }) => quantities.includes(quantity))
    return some.length === 0 ? null : some.flatMap(({ id }) => points.get(id) ?? [])
  }
  const free = new Set((await listFreeDays(db, school.id, day, day)).map(({ day: date }) => date as string))
  return lessonsOf(school.lessons, day, of('co2') ?? [], of('motion', 'occupancy'), isSchoolDay(day, free))
}
