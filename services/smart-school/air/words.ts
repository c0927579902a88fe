import type { T } from '../locales/index.ts'
import type { Forecast } from './forecast.ts'
import type { AirBand } from './rules.ts'

/** What to do now, in a sentence. */
export const adviceOf = (t: T, band: AirBand | 'waiting', forecast?: Forecast): string => t(band === 'good' && forecast?.kind === 'soon' && forecast.minutes <= soonMinutes ? 'air.do.soon' : `air.do.${band}`)

// Whoever has to get up to open a window wants to know a little before.
const soonMinutes = 5

/** When to air: the middle, and how sure that is. */
export function aheadOf(t: T, forecast: Forecast): string[] {
  if (forecast.kind !== 'soon') return [t(`air.ahead.${forecast.kind}`)]
  const { minutes, earliest, latest } = forecast
  if (minutes <= 1) return [t('air.ahead.now')]
  return [t('air.ahead.soon', { minutes }), latest === null ? t('air.ahead.open', { earliest }) : t('air.ahead.between', { earliest, latest })]
}
