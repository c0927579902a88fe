import type { Point } from '../store/schema.ts'
import { guideValues, inOrder, neighbours } from './rules.ts'

/** When the air will need airing. `waiting`: too few or too old values. `steady`: not within the horizon. Minutes from the moment asked for. */
export type Forecast =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'now' }
  | { readonly kind: 'steady' }
  | { readonly kind: 'soon'; readonly minutes: number; readonly earliest: number; readonly latest: number | null }

const minute = 60_000
/** How far ahead anything is said; beyond that the lesson has changed. */
export const horizonMinutes = 45
/** Values older than this say nothing about the next minutes. */
const oldestMinutes = 25
const window = 25 * minute
/** Accuracy of one value of a usual NDIR sensor in ppm, without its percentage: noise between neighbouring values, not drift. */
const noise = 15
/** Air changes per hour with closed windows in schools: measured 0.1 to 0.6, mostly near 0.3 (UBA 2017, table of n50 classes); the bounds are those of the honest interval. */
const exchange = { low: 0.1, usual: 0.3, high: 1.2 } as const

/**
 * Minutes until CO₂ reaches the next guide value, by a mass balance with constant sources: dC/dt = g - λ (C - C_out), so that
 * C(t) = C_eq + (C - C_eq) e^(-λt). The slope now is the median of the slopes between values of the last 25 minutes since the last fall (Theil-Sen), g follows from it,
 * λ is that of closed windows. `earliest` and `latest` come from the quartiles of the slopes widened by the sensor's noise, and from low and high λ.
 */
export function forecastAiring(points: readonly Point[], now: Date, limit: number = guideValues.raised): Forecast {
  const recent = inOrder(points).filter(({ at }) => at <= now && now.getTime() - at.getTime() <= window + oldestMinutes * minute)
  const last = recent.at(-1)
  if (!last || now.getTime() - last.at.getTime() > oldestMinutes * minute) return { kind: 'waiting' }
  if (last.value >= limit) return { kind: 'now' }
  const run = sinceLastFall(recent).filter(({ at }) => last.at.getTime() - at.getTime() <= window)
  if (run.length < 2) return { kind: 'waiting' }
  return extrapolate(run, last, now, limit)
}

/** Values after the last clear fall: before it somebody had aired, and that slope is over. */
function sinceLastFall(points: readonly Point[]): Point[] {
  const start = neighbours(points).findLastIndex(([before, after]) => before.value - after.value > 2 * noise + 0.03 * after.value)
  return points.slice(start + 1)
}

function extrapolate(run: readonly Point[], last: Point, now: Date, limit: number): Forecast {
  const later = run.length >= 4 ? run.slice(Math.floor((run.length - 1) / 2)) : run
  const slopes = slopesOf(later)
  const lambda = Math.max(exchange.usual, bendOf(run))
  const spanMinutes = Math.max(1, spanOf(later) / minute)
  const blur = (noise * Math.SQRT2) / spanMinutes
  const passed = (now.getTime() - last.at.getTime()) / minute
  const reach = (slope: number, lambda: number) => minutesTo(last.value, slope, lambda, limit) - passed
  const middle = reach(quantile(slopes, 0.5), lambda)
  if (!(middle <= horizonMinutes)) return { kind: 'steady' }
  const earliest = reach(Math.max(quantile(slopes, 0.9) + blur, 0), exchange.low)
  const latest = reach(quantile(slopes, 0.1) - blur, Math.max(exchange.high, lambda))
  const at = Math.max(0, middle)
  return { kind: 'soon', minutes: Math.round(at), earliest: Math.round(Math.max(0, Math.min(earliest, at))), latest: latest <= 3 * horizonMinutes ? Math.round(Math.max(latest, at)) : null }
}

/** Air changes per hour that the bend of the curve shows: a slope that weakens from one half of the values to the other, e^(-λt). At most 4; 0 without a bend. */
function bendOf(run: readonly Point[]): number {
  if (run.length < 4) return 0
  const half = Math.floor((run.length - 1) / 2)
  const [first, second] = [run.slice(0, half + 1), run.slice(half)]
  const [before, after] = [quantile(slopesOf(first), 0.5), quantile(slopesOf(second), 0.5)]
  // Both halves share the value in the middle, so their middles lie half the whole span apart.
  const hours = (spanOf(first) + spanOf(second)) / 2 / 3_600_000
  return before > 0 && after > 0 && after < before && hours > 0 ? Math.min(4, Math.log(before / after) / hours) : 0
}

/** Infinity when the balance settles below the limit. Slope in ppm per minute, λ per hour. */
function minutesTo(value: number, slope: number, lambda: number, limit: number): number {
  if (slope <= 0) return Infinity
  const perMinute = lambda / 60
  const settles = value + slope / perMinute
  return settles <= limit ? Infinity : Math.log((settles - value) / (settles - limit)) / perMinute
}

const spanOf = (run: readonly Point[]): number => (run.at(-1)?.at.getTime() ?? 0) - (run[0]?.at.getTime() ?? 0)

function slopesOf(run: readonly Point[]): number[] {
  const slopes = run.flatMap((a, at) => run.slice(at + 1).map((b) => ((b.value - a.value) * minute) / (b.at.getTime() - a.at.getTime())))
  return slopes.sort((x, y) => x - y)
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] ?? 0
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at))
}

