import type { UnitOfWork } from '@modellregion/kernel'
import type { Point } from '../store/schema.ts'
import { readPoints } from '../store/queries.ts'
import { forecastAiring, type Forecast } from './forecast.ts'
import { bandOf, type AirBand } from './rules.ts'

/** What a room's air is like at a moment. `waiting`: the last value is too old to say anything. */
export type AirNow = { readonly value: number | null; readonly at: Date | null; readonly band: AirBand | 'waiting'; readonly forecast: Forecast }

const freshMinutes = 45
const hour = 3_600_000

/** Out of the last values of a CO₂ series; pure. */
export function airNow(points: readonly Point[], now: Date): AirNow {
  const last = points.filter(({ at }) => at <= now).at(-1)
  const isFresh = last !== undefined && now.getTime() - last.at.getTime() <= freshMinutes * 60_000
  if (!isFresh) return { value: null, at: last?.at ?? null, band: 'waiting', forecast: { kind: 'waiting' } }
  return { value: last.value, at: last.at, band: bandOf(last.value), forecast: forecastAiring(points, now) }
}

/** The same, with the values read. */
export const readAirNow = async (db: UnitOfWork, seriesId: number, now: Date): Promise<AirNow> => airNow(await readPoints(db, seriesId, new Date(now.getTime() - 2 * hour), new Date(now.getTime() + 1)), now)
