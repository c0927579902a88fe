import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, isSchoolDay, type PlainDate } from '@modellregion/standards'
import { mayRead, type Reach } from '../protection/rules.ts'
import type { Point, School, Series, Thing } from '../store/schema.ts'
import { listSeriesOfSchool, listThingsOfSchool } from '../store/queries.ts'
import { listFreeDays } from '../water/queries/days.ts'
import { lessonsOf, type LessonAir } from './lessons.ts'
import { readPointsOf } from './queries.ts'

/** A room whose CO₂ may be read, with the series that speak about its air. */
export type AirRoom = { readonly thing: Thing; readonly co2: Series; readonly temperature?: Series; readonly humidity?: Series; readonly motion?: Series }
export type SchoolAir = { readonly rooms: readonly { readonly room: Thing; readonly days: readonly { readonly day: PlainDate; readonly lessons: readonly LessonAir[] }[] }[]; readonly sealed: number; readonly schoolDays: ReadonlySet<string> }

/** Rooms with a CO₂ sensor that the reader may see, by name; `sealed`: how many more there are that nobody sees singly. */
export async function airRoomsOf(db: UnitOfWork, schoolId: number, reach: Reach): Promise<{ rooms: AirRoom[]; sealed: number; outdoor: Series | undefined }> {
  const [things, series] = [await listThingsOfSchool(db, schoolId), await listSeriesOfSchool(db, schoolId)]
  const byId = new Map(things.map((thing) => [thing.id, thing]))
  const rooms: AirRoom[] = []
  let sealed = 0
  for (const co2 of series.filter(({ quantity }) => quantity === 'co2')) {
    const thing = byId.get(co2.thingId)
    if (thing?.kind !== 'room' || thing.retiredAt) continue
    if (!mayRead(reach, co2)) {
      sealed++
      continue
    }
    const of = (quantity: Series['quantity']) => series.find((other) => other.thingId === thing.id && other.quantity === quantity)
    const [temperature, humidity, motion] = [of('temperature'), of('humidity'), of('motion') ?? of('occupancy')]
    // Movement only helps to tell an empty room from a fresh one within lessons; no page of this room shows it.
    rooms.push({ thing, co2, ...(temperature && { temperature }), ...(humidity && { humidity }), ...(motion && { motion }) })
  }
  const outdoor = series.find(({ quantity, thingId }) => quantity === 'temperature' && byId.get(thingId)?.kind === 'outdoor')
  return { rooms: rooms.sort((a, b) => a.thing.name.localeCompare(b.thing.name, 'de', { numeric: true })), sealed, outdoor }
}

/** The lessons of some days in all rooms of a school. */
export async function schoolAir(db: UnitOfWork, school: School, reach: Reach, days: readonly [PlainDate, ...PlainDate[]]): Promise<SchoolAir> {
  const { rooms, sealed } = await airRoomsOf(db, school.id, reach)
  const [first, last] = [days[0], days.at(-1) ?? days[0]]
  const free = new Set<string>((await listFreeDays(db, school.id, first, last)).map(({ day }) => day))
  const points = await readPointsOf(db, rooms.flatMap(({ co2, motion }) => [co2.id, ...(motion ? [motion.id] : [])]), instantAt(first), instantAt(addDays(last, 1)))
  const schoolDays = new Set<string>(days.filter((day) => isSchoolDay(day, free)))
  return {
    sealed,
    schoolDays,
    rooms: rooms.map(({ thing, co2, motion }) => ({
      room: thing,
      days: days.map((day) => ({ day, lessons: lessonsOf(school.lessons, day, within(points.get(co2.id), day), motion ? within(points.get(motion.id), day) : null, schoolDays.has(day)) })),
    })),
  }
}

function within(points: readonly Point[] = [], day: PlainDate): Point[] {
  const [from, until] = [instantAt(day), instantAt(addDays(day, 1))]
  return points.filter(({ at }) => at >= from && at < until)
}

/** Mean of the minutes of lessons with people, or of which it is not known; null when there were none. Empty rooms are no good air and do not count. */
export function meanOf(lessons: readonly LessonAir[]): number | null {
  const counted = lessons.filter(({ empty, mean }) => !empty && mean !== null)
  const minutes = (lesson: LessonAir): number => lesson.minutes.good + lesson.minutes.raised + lesson.minutes.high
  const all = counted.reduce((sum, lesson) => sum + minutes(lesson), 0)
  return all === 0 ? null : counted.reduce((sum, lesson) => sum + (lesson.mean ?? 0) * minutes(lesson), 0) / all
}
