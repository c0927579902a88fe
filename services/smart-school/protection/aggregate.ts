import type { UnitOfWork } from '@modellregion/kernel'
import { instantAt, localDate, type PlainDate } from '@modellregion/standards'
import type { QuantityId } from '../quantity/quantity.ts'
import { readPoints } from '../store/queries.ts'
import type { Lesson, School } from '../store/schema.ts'
import { groupMeans, leastMinutes, roundingOf, type GroupMean, type RoomMean } from './group-rules.ts'
import { listQuantityDecisions, listSealed } from './queries.ts'
import { audienceOf, resolutionOf, type Reach } from './rules.ts'

/**
 * What may be shown of a school's sealed rooms on a day that is over: for each lesson the mean over all of them that were measured in every lesson, or nothing
 * when they are fewer than three. There is no way to ask for certain rooms or other times, so that no two answers can be subtracted. A day that still
 * goes on says nothing: a room that fell silent at noon would leave the group, and the morning's two means would differ by that room.
 */
export async function sealedMeans(db: UnitOfWork, school: Pick<School, 'id' | 'lessons'>, quantity: QuantityId, day: PlainDate): Promise<GroupMean<Lesson>[]> {
  if (day >= localDate(db.now)) return []
  const lessons = school.lessons.filter(isLongEnough)
  const sealed = await listSealed(db, school.id, quantity)
  const [first] = lessons
  const last = lessons.at(-1)
  if (!first || !last || sealed.length === 0) return []
  const windows = lessons.map((lesson) => ({ window: lesson, rooms: new Array<RoomMean>() }))
  for (const { id, thingId } of sealed) {
    const points = await readPoints(db, id, momentOf(day, first.from), momentOf(day, last.to))
    for (const { window, rooms: means } of windows) {
      const values = points.filter(({ at }) => at >= momentOf(day, window.from) && at < momentOf(day, window.to)).map(({ value }) => value)
      means.push({ thingId, mean: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length })
    }
  }
  return groupMeans(windows, roundingOf[quantity] ?? 1)
}

export type SealedLesson = { readonly lesson: Lesson; readonly rooms: number; readonly means: ReadonlyMap<QuantityId, number> }

/**
 * The same for somebody who asks, of those quantities of whose other rooms they may see lessons at least; undefined when the school has no sealed room or the
 * day is not over. Without `means`: too few rooms.
 */
export async function sealedLessons(db: UnitOfWork, school: Pick<School, 'id' | 'lessons'>, reach: Reach, day: PlainDate): Promise<SealedLesson[] | undefined> {
  const decisions = await listQuantityDecisions(db)
  const mayKnow = (quantity: QuantityId): boolean => ['raw', 'lesson'].includes(resolutionOf(reach, { audience: audienceOf(quantity, decisions), schoolId: school.id, quantity }))
  const lessons = new Map<Lesson, { rooms: number; means: Map<QuantityId, number> }>()
  for (const quantity of shownOfSealed.filter(mayKnow))
    for (const { window, mean, rooms } of await sealedMeans(db, school, quantity, day)) {
      const lesson = lessons.get(window) ?? { rooms: 0, means: new Map() }
      lessons.set(window, lesson)
      lesson.rooms = Math.max(lesson.rooms, rooms)
      if (mean !== null) lesson.means.set(quantity, mean)
    }
  return lessons.size === 0 ? undefined : Array.from(lessons, ([lesson, { rooms, means }]) => ({ lesson, rooms, means }))
}

const shownOfSealed: readonly QuantityId[] = ['co2', 'temperature', 'humidity']

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const isLongEnough = ({ from, to }: Lesson): boolean => minuteOf(to) - minuteOf(from) >= leastMinutes
const momentOf = (day: PlainDate, time: string): Date => instantAt(day, Number(time.slice(0, 2)), Number(time.slice(3, 5)))
