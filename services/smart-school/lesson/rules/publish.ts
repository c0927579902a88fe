import { addDays, compareDates, weekday, type PlainDate } from '@modellregion/standards'
import type { QuantityId } from '../../quantity/quantity.ts'

/** Meters whose daily amounts a school may publish. Nothing of them tells who was where. */
export const publicMedia = ['electricity', 'heat', 'gas', 'water'] as const satisfies readonly QuantityId[]

/** Fewer rooms than these are never published together: one or two rooms are a timetable. */
export const leastRooms = 3
/** Fewer measured lessons than these make no week: a class on an excursion would be seen. */
export const leastLessons = 10

export type LessonMean = { readonly room: number; readonly day: PlainDate; readonly mean: number }
export type WeekOfAir = { readonly week: PlainDate; readonly rooms: number; readonly lessons: number; readonly mean: number; readonly below1000: number; readonly upTo2000: number; readonly above2000: number }

/** The first Monday from a day on: a week that began before a consent is no whole week. */
export const firstWholeWeek = (from: PlainDate): PlainDate => addDays(from, (8 - weekday(from)) % 7)

export const mondayOf = (day: PlainDate): PlainDate => addDays(day, 1 - weekday(day))

/**
 * Air of a school by week: mean of all lessons of all rooms and the shares in the guide values' bands, rounded. Weeks with fewer than three rooms or
 * ten lessons are left out, and so is the week that still runs, so that nobody learns a single room's lesson by subtracting two versions.
 */
export function weeksOfAir(lessons: readonly LessonMean[], today: PlainDate): WeekOfAir[] {
  const weeks = new Map<PlainDate, LessonMean[]>()
  for (const lesson of lessons) {
    const week = mondayOf(lesson.day)
    if (addDays(week, 7) > today) continue
    const list = weeks.get(week)
    if (list) list.push(lesson)
    else weeks.set(week, [lesson])
  }
  const share = (all: readonly LessonMean[], fits: (mean: number) => boolean): number => Math.round((all.filter(({ mean }) => fits(mean)).length / all.length) * 100)
  return [...weeks]
    .sort(([a], [b]) => compareDates(a, b))
    .flatMap(([week, all]) => {
      const rooms = new Set(all.map(({ room }) => room)).size
      if (rooms < leastRooms || all.length < leastLessons) return []
      const above2000 = share(all, (mean) => mean > 2_000)
      const upTo2000 = share(all, (mean) => mean >= 1_000 && mean <= 2_000)
      return [{ week, rooms, lessons: all.length, mean: Math.round(all.reduce((sum, { mean }) => sum + mean, 0) / all.length / 10) * 10, below1000: 100 - above2000 - upTo2000, upTo2000, above2000 }]
    })
}
