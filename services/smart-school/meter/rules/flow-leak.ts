/** Hours of one local day with what flowed in each, in m³; only those that were measured. */
export type FlowDay = { readonly day: string; readonly hours: readonly number[] }

export type Leak = { readonly since: string; readonly days: number; readonly litresPerDay: number }

/** So many whole days without an hour of rest are a leak: a weekend has nights, and somebody may wash up late on one of them. */
export const leakDays = 3
/** So many hours of a day must have been measured. */
const enoughHours = 20

/**
 * Water that never stands still: when the smallest hourly flow of each of the last days is above zero, it runs away somewhere. A day's loss is its smallest
 * hour times 24; the leak is the median of the days without rest, so one dry or wet day does not decide. The days come in order, the last one complete.
 */
export function findLeak(days: readonly FlowDay[]): Leak | undefined {
  const restless: { day: string; least: number }[] = []
  for (const { day, hours } of [...days].reverse()) {
    const least = hours.length >= enoughHours ? Math.min(...hours) : 0
    if (least <= 1e-9) break
    restless.push({ day, least })
  }
  const since = restless.at(-1)?.day
  if (restless.length < leakDays || since === undefined) return undefined
  const sorted = restless.map(({ least }) => least).sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  return { since, days: restless.length, litresPerDay: Math.round(middle * 24 * 10_000) / 10 }
}

/** What a leak costs in a year, in cents. `price` in ten-thousandths of a cent per m³. */
export const leakCents = (litresPerDay: number, price: number): number => Math.round(((litresPerDay * 365) / 1_000) * (price / 10_000))
