/** Days and moments as people read them, in the towns' time. */
export type Dates = { day(day: string): string; moment(at: string): string; time(at: string): string; dayOf(at: string): string }

const timeZone = 'Europe/Berlin'

export function datesFor(locale: string): Dates {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone })
  const shown = (format: Intl.DateTimeFormat, text: string): string => {
    const at = new Date(text)
    return Number.isNaN(at.getTime()) ? text : format.format(at) // a sender's clock may say anything
  }
  return {
    day: (text) => shown(day, `${text}T12:00:00Z`),
    moment: (at) => shown(moment, at),
    time: (at) => shown(time, at),
    dayOf: (at) => shown(full, at),
  }
}
