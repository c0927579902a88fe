import { addDays, daysBetween, type PlainDate } from '@modellregion/standards'

/** The mean of a battery's values on a day: volts or percent. */
export type BatteryDay = { readonly day: PlainDate; readonly value: number }
export type Forecast = { readonly level: number; readonly perDay: number; readonly days: number; readonly emptyOn: PlainDate | null }

/** With fewer days than this a slope says nothing. */
export const leastDays = 14
/** What lies further ahead than this is not said: batteries age. */
const furthestDays = 5 * 365

/**
 * When a battery will be empty: the line of Theil and Sen (the median of the slopes between all pairs of days, Sen 1968), which a few cold nights and
 * wrong values do not bend. Only values since the last exchange or recharge count: a rise by more than a tenth of the span that stays for three days.
 * Undefined with fewer than 14 days; `emptyOn` null when it does not fall, or not within five years.
 */
export function forecastBattery(values: readonly BatteryDay[], empty: number): Forecast | undefined {
  const days = sinceRecharge([...values].sort((a, b) => (a.day < b.day ? -1 : 1)))
  const [first] = days
  const last = days.at(-1)
  if (!first || !last || daysBetween(first.day, last.day) < leastDays || days.length < leastDays / 2) return undefined
  const points = days.map(({ day, value }) => ({ x: daysBetween(first.day, day), y: value }))
  const slope = median(points.flatMap((a, i) => points.slice(i + 1).map((b) => (b.y - a.y) / (b.x - a.x))))
  const intercept = median(points.map(({ x, y }) => y - slope * x))
  const x = daysBetween(first.day, last.day)
  const level = intercept + slope * x
  const left = level <= empty ? 0 : slope < 0 ? (level - empty) / -slope : Infinity
  return { level, perDay: slope, days: x, emptyOn: left > furthestDays ? null : addDays(last.day, Math.round(left)) }
}

/** Whether to warn on a day. */
export const isNearEmpty = ({ emptyOn }: Pick<Forecast, 'emptyOn'>, today: PlainDate, weeks: number): boolean => emptyOn !== null && daysBetween(today, emptyOn) <= weeks * 7

const stays = 3

function sinceRecharge(days: readonly BatteryDay[]): readonly BatteryDay[] {
  const values = days.map(({ value }) => value)
  const span = Math.max(...values, 0.1) * 0.1
  for (let at = days.length - stays; at >= stays; at--) {
    const before = median(values.slice(at - stays, at))
    const after = Math.min(...values.slice(at, at + stays))
    if (after - before > span && (values[at] ?? 0) - (values[at - 1] ?? 0) > span / 2) return days.slice(at)
  }
  return days
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
