import type { UnitOfWork } from '@modellregion/kernel'
import type { Point } from '../store/schema.ts'
import { readPointsOf } from './queries.ts'
import { forecastAiring, type Forecast } from './forecast.ts'
import { bandOf, inOrder, type AirBand } from './rules.ts'

/** What a room's air is like at a moment. `waiting`: the last value is too old to say anything. */
export type AirNow = { readonly value: number | null; readonly at: Date | null; readonly band: AirBand | 'waiting'; readonly forecast: Forecast }

const freshMinutes = 45
const hour = 3_600_000

/** Out of the last CO₂ values of a room; pure. */
export function airNow(points: readonly Point[], now: Date): AirNow {
  const last = inOrder(points).findLast(({ at }) => at <= now)
  const isFresh = last !== undefined && now.getTime() - last.at.getTime() <= freshMinutes * 60_000
  if (!isFresh) return { value: null, at: last?.at ?? null, band: 'waiting', forecast: { kind: 'waiting' } }
  return { value: last.value, at: last.at, band: bandOf(last.value), forecast: forecastAiring(points, now) }
}

/** The same, with the values read. */
export const readAirNow = async (db: UnitOfWork, seriesIds: readonly number[], now: Date): Promise<AirNow> =>
  airNow([...(await readPointsOf(db, seriesIds, new Date(now.getTime() - 2 * hour), new Date(now.getTime() + 1))).values()].flat(), now)
