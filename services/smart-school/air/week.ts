import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, weekday, type PlainDate } from '@modellregion/standards'
import { clearAlarm, raiseAlarm } from '../alarm/raise.ts'
import type { Reach } from '../protection/rules.ts'
import type { School } from '../store/schema.ts'
import type { LessonAir } from './lessons.ts'
import { schoolAir } from './read.ts'
import { guideValues } from './rules.ts'

/** A lesson counts from so many minutes above 2,000 ppm on, and a room from so many such lessons in a week: once is chance, three times is a habit. */
export const badMinutes = 10
export const badLessons = 3

/** Lessons of a week with people and bad air. */
export const badOf = (lessons: readonly LessonAir[]): LessonAir[] => lessons.filter(({ empty, minutes }) => !empty && minutes.high >= badMinutes)

// What the platform itself may look at. Sealed rooms stay out: a weekly word about a staff room would tell who sat there.
const own: Reach = { audiences: ['public', 'school', 'staff'], schoolIds: null }

/** The Monday of the last whole week before a day. */
export const lastWeek = (today: PlainDate): PlainDate => addDays(today, 1 - weekday(today) - 7)

/** One word a week for each room with repeatedly bad air; rooms that did better are cleared. A week without lessons or values changes nothing. Returns how many rooms stand out. */
export async function reviewWeek(db: UnitOfWork, school: School, monday: PlainDate): Promise<number> {
  const { rooms, schoolDays } = await schoolAir(db, school, own, [monday, ...[1, 2, 3, 4].map((n) => addDays(monday, n))])
  if (schoolDays.size === 0) return 0
  let found = 0
  for (const { room, days } of rooms) {
    const bad = badOf(days.flatMap(({ lessons }) => lessons))
    const subject = `room:${room.id}`
    if (bad.length < badLessons) {
      // A sensor that was silent all week is no better air.
      if (days.some(({ lessons }) => lessons.some(({ mean }) => mean !== null))) await clearAlarm(db, 'air', subject)
      continue
    }
    found++
    const minutes = Math.round(bad.reduce((sum, lesson) => sum + lesson.minutes.high, 0))
    await raiseAlarm(db, { kind: 'air', subject, schoolId: school.id, thingId: room.id, severity: 'info', facts: { place: room.name, quantity: 'co2', value: Math.round(Math.max(...bad.map(({ mean }) => mean ?? 0))), limit: guideValues.high, unit: 'ppm', count: bad.length, minutes, since: instantAt(monday).toISOString() } })
  }
  return found
}
