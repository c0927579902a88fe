import { followsWeather, type EnergyQuantity } from '../schema.ts'
import { weatherAdjusted } from './degree-days.ts'

/** Of fewer measured days no year is told. */
export const fewestDays = 60
/** With less than this share of a mean year's degree days no year of heat is told: what a building uses on mild days, for hot water above all, says nothing of its winter. */
export const leastCold = 0.15
/** With this share of the year measured it counts as a whole one. */
export const wholeYear = 0.98

export type IndexValue = {
  /** kWh/m²a, or l/m²a for water. */
  readonly value: number
  /** Without regard to the weather. */
  readonly plain: number
  readonly measuredDays: number
  /** Measured for the whole year; else it was projected from the days there are. */
  readonly complete: boolean
}

/**
 * The characteristic value of a building (VDI 3807-1). Heat is brought to the weather of a mean year, by the degree days of exactly the time that was
 * measured, so an incomplete year is projected by its cold, not by its length; a summer is too little cold to tell of a winter. Electricity and water are projected by length.
 * `amount` in kWh or m³, `coveredHours` of the time it stands for. Undefined without area, or when less than sixty days were measured, of heat less than `leastCold` of a mean year's cold.
 */
export function indexValue(quantity: EnergyQuantity, amount: number, coveredHours: number, areaM2: number | null, degreeDays: number, normal: number): IndexValue | undefined {
  const measuredDays = coveredHours / 24
  if (areaM2 === null || areaM2 <= 0 || measuredDays < fewestDays) return undefined
  if (followsWeather(quantity) && degreeDays < normal * leastCold) return undefined
  const perUnit = quantity === 'water' ? 1_000 : 1
  const plain = (amount * perUnit * (365 / measuredDays)) / areaM2
  const adjusted = followsWeather(quantity) ? weatherAdjusted(amount, degreeDays, normal) : undefined
  return { value: adjusted === undefined ? plain : (adjusted * perUnit) / areaM2, plain, measuredDays, complete: measuredDays >= 365 * wholeYear }
}
