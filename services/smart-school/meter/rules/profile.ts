import { isWorkingDay, localTime, type PlainDate } from '@modellregion/standards'
import type { Piece } from './chain.ts'

const hour = 3_600_000
/** Days before and after a gap whose hours say how a day looks here. */
export const profileDays = 28
/** Shorter gaps are divided evenly. */
export const profileFromHours = 12
const fewest = 3

/**
 * How like days run: mean amount of each local hour, days of work and free days apart, from the measured time around a gap. An hour of the day that was
 * seen fewer than three times has no mean; then there is no profile, and the gap is divided evenly. The weight of a span is the sum of its hours.
 * Source of the idea: standard load profiles of VDEW/BDEW, here taken from the building itself.
 */
export function profileOf(pieces: readonly Piece[], isFree: (day: PlainDate) => boolean = (day) => !isWorkingDay(day)): ((from: number, until: number) => number) | undefined {
  const keyAt = keys(isFree)
  const sums = new Map<string, { amount: number; hours: number }>()
  for (const piece of pieces) {
    if (piece.long || piece.until <= piece.from) continue
    eachHour(piece.from, piece.until, (from, until) => {
      const key = keyAt(from)
      const sum = sums.get(key) ?? { amount: 0, hours: 0 }
      const share = (until - from) / (piece.until - piece.from)
      sums.set(key, { amount: sum.amount + piece.amount * share, hours: sum.hours + (until - from) / hour })
    })
  }
  const usable = [...Array(24).keys()].every((at) => ['free', 'work'].every((kind) => (sums.get(`${kind}-${at}`)?.hours ?? 0) >= fewest - 0.01))
  if (!usable) return undefined
  return (from, until) => {
    let weight = 0
    eachHour(from, until, (start, end) => {
      const { amount, hours } = sums.get(keyAt(start)) ?? { amount: 0, hours: 1 }
      weight += (Math.max(0, amount) / hours) * ((end - start) / hour)
    })
    return weight
  }
}

// Kind of day and local hour of a moment; each hour is asked of the calendar once.
function keys(isFree: (day: PlainDate) => boolean): (moment: number) => string {
  const known = new Map<number, string>()
  return (moment) => {
    const at = Math.floor(moment / hour)
    const found = known.get(at)
    if (found !== undefined) return found
    const { date, hour: of } = localTime(new Date(moment))
    const key = `${isFree(date) ? 'free' : 'work'}-${of}`
    known.set(at, key)
    return key
  }
}

// Local hours of Germany begin with hours of UTC.
function eachHour(from: number, until: number, visit: (from: number, until: number) => void): void {
  for (let at = from; at < until; ) {
    const next = Math.min(until, (Math.floor(at / hour) + 1) * hour)
    visit(at, next)
    at = next
  }
}
