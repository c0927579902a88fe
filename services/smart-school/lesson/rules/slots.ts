import { addDays, compareDates, dayBounds, instantAt, weekday, type PlainDate } from '@modellregion/standards'
import type { Lesson } from '../../store/schema.ts'
import type { Slot, Times } from '../schema.ts'

/** Days from the first to the last, both included. */
export function daysFrom(from: PlainDate, until: PlainDate): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = from; compareDates(day, until) <= 0; day = addDays(day, 1)) days.push(day)
  return days
}

const moment = (day: PlainDate, time: string): Date => instantAt(day, Number(time.slice(0, 2)), Number(time.slice(3, 5)))

/** Where a timetable is missing: six lessons of a usual morning. */
export const usualLessons: readonly Lesson[] = [
  { from: '08:00', to: '08:45' },
  { from: '08:50', to: '09:35' },
  { from: '09:55', to: '10:40' },
  { from: '10:45', to: '11:30' },
  { from: '11:45', to: '12:30' },
  { from: '12:35', to: '13:20' },
]

/**
 * The stretches of time that count, rising and without overlap. Lessons only on school days; a night begins at 22:00 and ends at 5:00, and belongs to
 * the day on which it begins. Local time: a day has 23, 24 or 25 hours.
 */
export function slotsOf(times: Times, from: PlainDate, until: PlainDate, lessons: readonly Lesson[], isSchoolDay: (day: PlainDate) => boolean): Slot[] {
  const timetable = lessons.length > 0 ? lessons : usualLessons
  return daysFrom(from, until).flatMap((day): Slot[] => {
    switch (times) {
      case 'lessons':
        return isSchoolDay(day) ? timetable.map((lesson, at) => ({ day, lesson: at + 1, from: moment(day, lesson.from), until: moment(day, lesson.to) })).filter((slot) => slot.from < slot.until) : []
      case 'days': {
        const { start, end } = dayBounds(day)
        return [{ day, lesson: null, from: start, until: end }]
      }
      case 'nights':
        return [{ day, lesson: null, from: instantAt(day, 22), until: instantAt(addDays(day, 1), 5) }]
    }
  })
}

/** Bounds of all slots, rising and each once, for a query by buckets; and the number of the bucket of each slot. */
export function boundsOf(slots: readonly Slot[]): { readonly bounds: readonly Date[]; readonly bucketOf: (slot: Slot) => number } {
  const times = [...new Set(slots.flatMap(({ from, until }) => [from.getTime(), until.getTime()]))].sort((a, b) => a - b)
  const at = new Map(times.map((time, index) => [time, index + 1]))
  return { bounds: times.map((time) => new Date(time)), bucketOf: ({ from }) => at.get(from.getTime()) ?? 0 }
}

export const isWeekday = (day: PlainDate): boolean => weekday(day) <= 5
