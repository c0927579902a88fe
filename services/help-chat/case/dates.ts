/** Formats of moments and days for the app; days are YYYY-MM-DD, moments ISO 8601. All in the towns' time zone. */
export type Dates = {
  /** 2026-03-04 of a moment. */
  dayOf(at: string): string
  /** Mittwoch, 4. März 2026 */
  weekday(day: string): string
  /** 4. März 2026 */
  long(day: string): string
  /** 9:05 */
  time(at: string): string
  /** Mi, Do … beginning with Monday. */
  readonly dayNames: readonly string[]
}

const timeZone = 'Europe/Berlin'

export function datesFor(lang: string): Dates {
  const tag = lang === 'en' ? 'en-GB' : 'de'
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(tag, { timeZone, ...options })
    return (at: string) => made.format(new Date(at.length === 10 ? `${at}T12:00:00Z` : at))
  }
  const iso = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  const shortDay = format({ weekday: 'short' })
  return {
    dayOf: (at) => iso.format(new Date(at)),
    weekday: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    long: format({ dateStyle: 'long' }),
    time: format({ hour: 'numeric', minute: '2-digit' }),
    dayNames: [4, 5, 6, 7, 8, 9, 10].map((day) => shortDay(`2027-01-${String(day).padStart(2, '0')}`)), // 4 January 2027 is a Monday
  }
}

/** The device's clock. What it shows goes into sealed messages only. */
export const deviceNow = (): string => new Date(Math.round(performance.timeOrigin + performance.now())).toISOString()
