/** Mean power of one night, from 1:00 to 4:00 local time, in kW. `free`: no school on the day that follows. */
export type Night = { readonly day: string; readonly kilowatts: number; readonly free: boolean }

export type Change = { readonly since: string; readonly before: number; readonly after: number }
export type BaseLoad = {
  /** Kilowatts that are used although nobody is there: the lower fifth of the free nights. */
  readonly kilowatts: number
  readonly perSquareMetre: number | null
  readonly nights: number
  /** When it rose or fell for good; undefined when it did not. */
  readonly change: Change | undefined
  /** What stands beyond the limit or the time before, in kW; 0 when nothing does. */
  readonly unexplained: number
}

/** Fewer free nights tell nothing. */
export const fewestNights = 4
/**
 * More than this at night, in watts per square metre, wants an explanation. Assumption of this project: emergency lights, network, cooling, pumps and alarm
 * systems of a school need 0.3 to 0.8 W/m²; the town may know better.
 */
export const usualWatts = 1.2
const fifth = 0.2

/**
 * The base load of a building and what of it nobody can explain. Free nights only, because on others cleaning and ventilation run early; a quantile, because
 * one evening event must not count. `recent` are the last four weeks, `history` all nights known, the oldest first.
 */
export function baseLoadOf(history: readonly Night[], recent: readonly Night[], areaM2: number | null): BaseLoad | undefined {
  const nights = recent.filter(({ free }) => free)
  if (nights.length < fewestNights) return undefined
  const kilowatts = quantile(nights.map((night) => night.kilowatts), fifth)
  const change = changePoint(history.filter(({ free }) => free))
  const beyondArea = areaM2 === null ? 0 : kilowatts - (usualWatts * areaM2) / 1_000
  const beyondBefore = change && change.after > change.before ? change.after - change.before : 0
  return { kilowatts, perSquareMetre: areaM2 === null ? null : (kilowatts * 1_000) / areaM2, nights: nights.length, change, unexplained: Math.max(0, beyondArea, beyondBefore) }
}

/** What a constant load costs in a year, in cents. `price` in ten-thousandths of a cent per kWh. */
export const yearlyCents = (kilowatts: number, price: number): number => Math.round((kilowatts * 8_760 * price) / 10_000)

/** The value below which a share of the values lies, between neighbours interpolated (type 7 of Hyndman and Fan 1996). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] ?? 0
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at))
}

const fewestOnASide = 4

/**
 * The night from which on the level is another one for good: the division with the smallest sum of squares on both sides (least squares, as in binary
 * segmentation; Killick, Fearnhead, Eckley 2012), accepted when the step is at least 15 percent and 0.2 kW and five times its standard error.
 */
export function changePoint(nights: readonly Night[]): Change | undefined {
  let best: { at: number; rest: number } | undefined
  for (let at = fewestOnASide; at <= nights.length - fewestOnASide; at++) {
    const rest = squares(nights.slice(0, at)) + squares(nights.slice(at))
    if (!best || rest < best.rest) best = { at, rest }
  }
  if (!best) return undefined
  const [left, right] = [nights.slice(0, best.at), nights.slice(best.at)]
  const [before, after] = [mean(left), mean(right)]
  const step = Math.abs(after - before)
  const deviation = Math.sqrt(best.rest / Math.max(1, nights.length - 2))
  const error = deviation * Math.sqrt(1 / left.length + 1 / right.length)
  const since = right[0]?.day
  return since !== undefined && step >= Math.max(0.2, 0.15 * before) && step >= 5 * error ? { since, before, after } : undefined
}

const mean = (nights: readonly Night[]): number => nights.reduce((sum, { kilowatts }) => sum + kilowatts, 0) / nights.length
function squares(nights: readonly Night[]): number {
  const middle = mean(nights)
  return nights.reduce((sum, { kilowatts }) => sum + (kilowatts - middle) ** 2, 0)
}
