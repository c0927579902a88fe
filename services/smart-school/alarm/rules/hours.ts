import { isSchoolDay, localTime, partsOf } from '@modellregion/standards'
import type { When } from '../schema.ts'

/** When somebody is expected in a school on school days, local time `HH:MM`. */
export type OpenHours = { readonly from: string; readonly to: string; /** Days on which the school itself gives no lessons. */ readonly free?: ReadonlySet<string> }

/** From the first cleaning to the end of afternoon care and sport; towns change it for each school. */
export const usualHours: OpenHours = { from: '06:30', to: '18:00' }

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Whether somebody is expected in the school: on school days within the hours. On weekends, holidays, in school holidays and on the school's own free days nobody is. */
export function isExpected(at: Date, { from, to, free }: OpenHours): boolean {
  const { date, hour, minute } = localTime(at)
  const now = hour * 60 + minute
  return now >= minuteOf(from) && now < minuteOf(to) && isSchoolDay(date, free)
}

// October to April: § 4 of the old heating ordinance and the usual heating period of municipal buildings.
const isHeatingMonth = (month: number): boolean => month >= 10 || month <= 4

/**
 * Whether a rule counts at a moment, for one school. Remembers its answers by five minutes, because a look back over thirty days asks for
 * the same moments in every room.
 */
export function countsAt(when: When, hours: OpenHours): (at: Date) => boolean {
  if (when === 'always') return () => true
  const known = new Map<number, boolean>()
  return (at) => {
    const slot = Math.floor(at.getTime() / 300_000)
    const answer = known.get(slot) ?? decide(when, at, hours)
    known.set(slot, answer)
    return answer
  }
}

function decide(when: Exclude<When, 'always'>, at: Date, hours: OpenHours): boolean {
  if (when === 'heating-season') return isHeatingMonth(partsOf(localTime(at).date).month)
  return isExpected(at, hours) === (when === 'school-hours')
}
