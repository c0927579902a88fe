import type { UnitOfWork } from '@modellregion/kernel'
import { instantAt, type PlainDate } from '@modellregion/standards'
import type { QuantityId } from '../quantity/quantity.ts'
import { readPoints } from '../store/queries.ts'
import type { Lesson, School } from '../store/schema.ts'
import { groupMeans, leastMinutes, roundingOf, type GroupMean, type RoomMean } from './group-rules.ts'
import { listSealed } from './queries.ts'

/**
 * What may be shown of a school's sealed rooms on a day: for each lesson that is over, the mean over all of them that were measured in every lesson, or
 * nothing when they are fewer than three. There is no way to ask for certain rooms or other times, so that no two answers can be subtracted.
 */
export async function sealedMeans(db: UnitOfWork, school: Pick<School, 'id' | 'lessons'>, quantity: QuantityId, day: PlainDate): Promise<GroupMean<Lesson>[]> {
  const lessons = school.lessons.filter((lesson) => isLongEnough(lesson) && momentOf(day, lesson.to) <= db.now)
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

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const isLongEnough = ({ from, to }: Lesson): boolean => minuteOf(to) - minuteOf(from) >= leastMinutes
const momentOf = (day: PlainDate, time: string): Date => instantAt(day, Number(time.slice(0, 2)), Number(time.slice(3, 5)))
