/** A rule of the trade about water that stands in pipes, as dated data: what it says from which time on, and where it is written. */
export type StandingRule = {
  readonly id: StandingState
  /** Hours without exchange from which it holds. */
  readonly hours: number
  readonly source: string
}
/** `running` means exchanged in time. Each state names what must be done before the tap is used again. */
export type StandingState = 'running' | 'interrupted' | 'shut' | 'month' | 'half-year' | 'year'

const day = 24

/** As of 2026. Whoever runs the building may have stricter rules in its hygiene plan; nobody may have weaker ones. */
export const standingRules: readonly StandingRule[] = [
  { id: 'running', hours: 0, source: 'VDI/DVGW 6023:2022-09' },
  // Exchange at all taps at least every 72 hours; longer is an interruption of operation.
  { id: 'interrupted', hours: 3 * day, source: 'VDI/DVGW 6023:2022-09' },
  // After seven days without use, flush before use.
  { id: 'shut', hours: 7 * day, source: 'DIN EN 806-5:2012-04' },
  // Shut off where more than four weeks are expected, flush on return.
  { id: 'month', hours: 28 * day, source: 'VDI/DVGW 6023, DIN EN 806-5' },
  // Flush, and have the water examined for microbes.
  { id: 'half-year', hours: 182 * day, source: 'VDI/DVGW 6023' },
  // Disconnect what has not been used for a year.
  { id: 'year', hours: 365 * day, source: 'DIN EN 806-5, DVGW W 557' },
]

/** Temperatures in °C: cold water not above 25 (VDI/DVGW 6023, DVGW W 551), warm water not below 55 anywhere in the circulation, 60 at the store (DVGW W 551). */
export const temperatureLimits = { cold: 25, hot: 55 } as const

/** Legionella, KBE in 100 ml: technischer Maßnahmenwert (TrinkwV, Anlage 3 Teil II): reached means that the operator acts and tells the health office. */
export const legionellaLimit = 100
