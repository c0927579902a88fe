/** Above this mean of a day outdoors nothing is heated, and inside it shall be so warm (VDI 3807-1, VDI 4710-2: Gradtagzahl G20/15). */
export const heatingLimit = 15
export const roomTemperature = 20

/** Degree days of one day, in Kelvin days: 20 °C less the mean outdoors, when that is below 15 °C; else none. */
export const degreeDay = (mean: number): number => (mean < heatingLimit ? roomTemperature - mean : 0)

/**
 * Mean temperatures of the months in the lowland around Aachen, in °C, as an assumption of this project: rounded values of the kind that weather
 * services publish for 1991 to 2020. They are no measurement. A town that knows the value of its station enters it in the account (`normalDegreeDays`).
 */
export const assumedClimate = {
  place: '50.8° N, 6.1° E', from: 1991, until: 2020,
  monthlyMeans: [3.5, 4, 6.8, 10.3, 14.1, 16.9, 18.9, 18.5, 15.2, 11.4, 7.1, 4.3],
  /** How widely single days lie around the mean of their month, in K. */
  deviation: [4.6, 4.4, 4.2, 4.2, 4.1, 3.9, 3.8, 3.6, 3.3, 3.7, 4.1, 4.5],
} as const

/** Mean degree days of a day of the month (1 to 12), when days lie around the mean as a normal distribution: E[(20 - T) · 1(T < 15)] = (20 - µ)·Φ(z) + σ·φ(z), z = (15 - µ)/σ. */
export function normalDegreeDay(month: number): number {
  const mean = assumedClimate.monthlyMeans[month - 1] ?? heatingLimit
  const deviation = assumedClimate.deviation[month - 1] ?? 1
  const z = (heatingLimit - mean) / deviation
  return (roomTemperature - mean) * phi(z) + (deviation * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}

const daysOf = [31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Degree days of a mean year under `assumedClimate`, rounded to whole Kelvin days. */
export const normalDegreeDays: number = Math.round(daysOf.reduce((sum, days, at) => sum + days * normalDegreeDay(at + 1), 0))

// Distribution function of the standard normal distribution (Abramowitz and Stegun 26.2.17, error below 7.5e-8).
function phi(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z))
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))))
  return z >= 0 ? 1 - tail : tail
}

/** A day with the mean outdoors and where it was measured; `normal`: nowhere, the long-term mean stands in. */
export type OutdoorDay = { readonly day: string; readonly degreeDays: number; readonly from: 'own' | 'neighbour' | 'normal' }

/** Degree days of some days with how many of them were measured where. */
export function sumDegreeDays(days: readonly OutdoorDay[]): { sum: number; own: number; neighbour: number; normal: number } {
  const total = { sum: 0, own: 0, neighbour: 0, normal: 0 }
  for (const day of days) {
    total.sum += day.degreeDays
    total[day.from] += 1
  }
  return total
}

/** What would have been used in a mean year: measured × degree days of the mean year ÷ degree days of the time measured (VDI 3807-1). Undefined when it was never cold. */
export const weatherAdjusted = (amount: number, degreeDays: number, normal: number): number | undefined => (degreeDays > 0 ? (amount * normal) / degreeDays : undefined)
