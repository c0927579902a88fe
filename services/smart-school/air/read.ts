import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, isSchoolDay, type PlainDate } from '@modellregion/standards'
import { mayRead, type Reach } from '../protection/rules.ts'
import type { Point, School, Series, Thing } from '../store/schema.ts'
import { listSeriesOfSchool, listThingsOfSchool } from '../store/queries.ts'
import { listFreeDays } from '../water/queries/days.ts'
import { lessonsOf, type LessonAir } from './lessons.ts'
import { readPointsOf } from './queries.ts'

/** A room whose CO₂ may be read, with the series that speak about its air: several where sensors followed each other. */
export type AirRoom = { readonly thing: Thing } & Readonly<Record<'co2' | 'temperature' | 'humidity' | 'motion', readonly Series[]>>
export type SchoolAir = { readonly rooms: readonly { readonly room: Thing; readonly days: readonly { readonly day: PlainDate; readonly lessons: readonly LessonAir[] }[] }[]; readonly sealed: number; readonly hidden: number; readonly schoolDays: ReadonlySet<string> }

/** Rooms with a CO₂ sensor that the reader may see, by name; `sealed`: how many more there are that nobody sees singly; `hidden`: those that only this reader does not, by their role or the town's choice. */
export async function airRoomsOf(db: UnitOfWork, schoolId: number, reach: Reach): Promise<{ rooms: AirRoom[]; sealed: number; hidden: readonly Thing[]; outdoor: readonly Series[] }> {
  const [things, series] = [await listThingsOfSchool(db, schoolId), await listSeriesOfSchool(db, schoolId)]
  const rooms: AirRoom[] = []
  const hidden: Thing[] = []
  let sealed = 0
  for (const thing of things.filter(({ kind, retiredAt }) => kind === 'room' && !retiredAt)) {
    const of = (...quantities: Series['quantity'][]) => series.filter(({ thingId, quantity }) => thingId === thing.id && quantities.includes(quantity))
    const seen = (quantity: Series['quantity']) => of(quantity).filter((one) => mayRead(reach, one))
    const [all, co2] = [of('co2'), seen('co2')]
    if (all.length > 0 && co2.length === 0) {
      if (all.every(({ audience }) => audience === 'sealed')) sealed++
      else hidden.push(thing)
    }
    // Movement only helps to tell an empty room from a fresh one within lessons; no page of this room shows it.
    if (co2.length > 0) rooms.push({ thing, co2, temperature: seen('temperature'), humidity: seen('humidity'), motion: of('motion', 'occupancy') })
  }
  const outdoors = things.filter(({ kind }) => kind === 'outdoor').map(({ id }) => id)
  const outdoor = series.filter(({ quantity, thingId }) => quantity === 'temperature' && outdoors.includes(thingId))
  return { rooms: rooms.sort((a, b) => a.thing.name.localeCompare(b.thing.name, 'de', { numeric: true })), sealed, hidden, outdoor }
}

/** The lessons of some days in all rooms of a school. */
export async function schoolAir(db: UnitOfWork, school: School, reach: Reach, days: readonly [PlainDate, ...PlainDate[]]): Promise<SchoolAir> {
  const { rooms, sealed, hidden } = await airRoomsOf(db, school.id, reach)
  const [first, last] = [days[0], days.at(-1) ?? days[0]]
  const free = new Set<string>((await listFreeDays(db, school.id, first, last)).map(({ day }) => day))
  const points = await readPointsOf(db, rooms.flatMap(({ co2, motion }) => [...co2, ...motion].map(({ id }) => id)), instantAt(first), instantAt(addDays(last, 1)))
  const schoolDays = new Set<string>(days.filter((day) => isSchoolDay(day, free)))
  return {
    sealed,
    hidden: hidden.length,
    schoolDays,
    rooms: rooms.map(({ thing, co2, motion }) => ({
      room: thing,
      days: days.map((day) => ({ day, lessons: lessonsOf(school.lessons, day, within(pointsOf(points, co2), day), motion.length > 0 ? within(pointsOf(points, motion), day) : null, schoolDays.has(day)) })),
    })),
  }
}

/** The values of several series as one. */
export const pointsOf = (points: ReadonlyMap<number, readonly Point[]>, series: readonly Series[]): Point[] => series.flatMap(({ id }) => points.get(id) ?? [])

function within(points: readonly Point[], day: PlainDate): Point[] {
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
