import { addDays, instantAt, localDate, type PlainDate } from '@modellregion/standards'
import { isExpected, type OpenHours } from '../../alarm/rules/hours.ts'

export type Night = { readonly morning: PlainDate; readonly reports: number }

/**
 * Reports of motion detectors by night, from those of each minute: from noon to noon, only those at times at which nobody is expected. A night is named by its morning. No time of
 * day and no room is left, so that nobody can be recognised by when they come and go.
 */
export function countNights(movements: readonly { readonly at: Date; readonly reports: number }[], hours: OpenHours, last: PlainDate, nights: number): Night[] {
  const counts = new Map<PlainDate, number>()
  for (const { at, reports } of movements) {
    if (isExpected(at, hours)) continue
    const day = localDate(at)
    const morning = at < instantAt(day, 12) ? day : addDays(day, 1)
    counts.set(morning, (counts.get(morning) ?? 0) + reports)
  }
  return Array.from({ length: nights }, (_, n) => addDays(last, n + 1 - nights)).map((morning) => ({ morning, reports: counts.get(morning) ?? 0 }))
}
