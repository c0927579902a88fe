import { instantAt, parsePlainDate } from '@modellregion/standards'

const day = 86_400_000
/** Publication may be ordered at most so far ahead. */
export const longestWait = 366 * day

/** A moment as a form sends it: a day (its first minute), `2026-03-04T08:00` on clocks in Berlin, or with a zone. Undefined when it is none. */
export function readMoment(text: string): Date | undefined {
  const [, date = '', hour = '0', minute = '0', , zone] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text.trim()) ?? []
  const parsed = parsePlainDate(date)
  if (parsed === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return zone === undefined ? instantAt(parsed, Number(hour), Number(minute)) : new Date(text.trim().replace(' ', 'T'))
}

/** Why a moment of publication cannot be; a past one is meant as "at once". */
export const whyNotRelease = (at: Date, now: Date): 'release-too-late' | undefined => (at.getTime() - now.getTime() > longestWait ? 'release-too-late' : undefined)

/** The end of a step's time. */
export const dueAfter = (now: Date, days: number): Date => new Date(now.getTime() + days * day)
