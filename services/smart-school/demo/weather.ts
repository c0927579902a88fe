import { dayBounds, dayNumber, localDate, type PlainDate } from '@modellregion/standards'
import { wander } from './chance.ts'

const hour = 3_600_000
const day = 24 * hour
/** Of the year, with the coldest days about 20 January. */
const season = (at: number): number => Math.cos((2 * Math.PI * (at / day - 20)) / 365.2425)

/**
 * Outdoor temperature in °C of a fictional year near Aachen: mean 10.6 °C, 7.6 K of season, 3 to 6 K of day with the maximum at 15 h solar time,
 * fronts of about four days (± 5 K) and gusts of half a day (± 1.2 K). `lift` is what the place lies higher or lower, in K.
 */
export function outdoorTemperature(at: Date, lift = 0): number {
  const time = at.getTime()
  const warm = -season(time)
  const solarHours = (time / hour + 0.4) % 24
  const swing = (4.2 + 1.5 * warm) * (0.75 + 0.25 * wander('clear', time / (3 * day)))
  return 10.6 + 7.6 * warm + swing * Math.cos((2 * Math.PI * (solarHours - 14.6)) / 24) + 5 * wander('front', time / (3.7 * day)) + 1.2 * wander('gust', time / (0.45 * day)) + lift
}

/** Relative humidity outside in percent: high at night and with fronts of cold air. */
export const outdoorHumidity = (at: Date, lift = 0): number => Math.min(99, Math.max(28, 79 - 1.6 * (outdoorTemperature(at, lift) - dailyMean(localDate(at), lift)) + 11 * wander('moist', at.getTime() / (2.2 * day))))

/** Share of the brightest daylight, 0 to 1, at 50.8° north and 6.2° east: height of the sun by the day of the year, dimmed by clouds. */
export function daylight(at: Date): number {
  const time = at.getTime()
  const declination = -0.4093 * Math.cos((2 * Math.PI * (time / day + 10)) / 365.2425)
  const angle = (2 * Math.PI * ((time / hour + 0.41) % 24)) / 24 - Math.PI
  const height = Math.sin(0.8866) * Math.sin(declination) + Math.cos(0.8866) * Math.cos(declination) * Math.cos(angle)
  return Math.max(0, height) * (0.6 + 0.38 * wander('clouds', time / (5 * hour)))
}

const means = new Map<string, number>()
/** Mean of a local calendar day: what degree days are counted from. */
export function dailyMean(date: PlainDate, lift = 0): number {
  const key = `${dayNumber(date)}|${lift}`
  const known = means.get(key)
  if (known !== undefined) return known
  const { start, end } = dayBounds(date)
  const steps = 12
  let sum = 0
  for (let step = 0; step < steps; step++) sum += outdoorTemperature(new Date(start.getTime() + ((step + 0.5) / steps) * (end.getTime() - start.getTime())), lift)
  if (means.size > 20_000) means.clear()
  means.set(key, sum / steps)
  return sum / steps
}
