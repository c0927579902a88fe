import { addDays, daysBetween, instantAt, isSchoolDay, localDate, plainDate, weekday, type PlainDate } from '@modellregion/standards'
import type { MeterQuantity } from '../place/schema.ts'
import { chance } from './chance.ts'
import type { RegisterChannel } from './devices.ts'
import { clockOf, liftOf, round } from './model.ts'
import type { SchoolPlan } from './school-plans.ts'
import { stories } from './stories.ts'
import { dailyMean } from './weather.ts'

/** From here all registers of the demonstration count. */
const epoch = plainDate('2024-01-01')
/** Degree days G20/15 of an ordinary year near Aachen, which `heatPerArea` is divided by. */
const ordinaryDegreeDays = 3_350

/** Workshops with a supply of their own: what machines and chargers draw around the clock, in kW, and what a school day takes beside, in kWh. */
const workshop = { code: 'electricity-workshop', standby: 0.9, schoolDay: 62 }
/** The high tariff counts from Monday to Friday between these hours of the local clock; the low one at all other times. */
const highTariff = { from: 6, until: 22 }

type Meter = { readonly code: string; readonly quantity: MeterQuantity }

/** kWh of heat per m² in an ordinary year: between a renovated and an old school (VDI 3807 sheet 2 has 90 as target and 154 as limit). */
export const heatPerArea = (slug: string): number => Math.round(82 + 95 * chance(slug, 'heat'))

/** What a meter counts on one local day, in its unit (kWh or m³). `anchor` is the day of the first start, from which the stories count back. */
export function dailyUse(plan: SchoolPlan, meter: Meter, date: PlainDate, anchor: PlainDate): number {
  const taught = isSchoolDay(date)
  const mean = dailyMean(date, liftOf(plan))
  const luck = 0.93 + 0.14 * chance(plan.slug, meter.code, date)
  const area = meter.code.endsWith('-hall') ? plan.hallAreaM2 : plan.heatedAreaM2
  switch (meter.quantity) {
    case 'heat':
    case 'gas': {
      const degreeDays = mean < 15 ? 20 - mean : 0
      const kilowattHours = ((area * heatPerArea(plan.slug)) / ordinaryDegreeDays) * degreeDays * (taught ? 1.12 : 0.78) * luck + (taught ? plan.pupils * 0.02 : 0)
      return meter.quantity === 'gas' ? kilowattHours / 10.4 : kilowattHours
    }
    case 'electricity': {
      if (meter.code === workshop.code) return (workshop.standby * 24 + (taught ? workshop.schoolDay : 0)) * luck
      const dark = Math.max(0, (12 - mean) / 20)
      const secret = plan.slug === stories.nightLoad.school ? stories.nightLoad.kilowatts * 24 : 0
      return (area * 0.00068 * 24 + (taught ? area * 0.042 * (1 + 0.35 * dark) : 0)) * luck + secret
    }
    case 'water': {
      const runs = plan.slug === stories.runningToilet.school && daysBetween(date, anchor) < stories.runningToilet.days
      return ((taught ? plan.pupils * 6.2 + (plan.hallAreaM2 > 0 && weekday(date) <= 4 ? 900 : 0) : 25) * luck + (runs ? stories.runningToilet.litresPerMinute * 1_440 : 0)) / 1_000
    }
  }
}

/** Share of a day's use until a moment of it, 0 to 1: what is used around the clock runs evenly, the rest while people are there. */
function shareUntil(plan: SchoolPlan, { code, quantity }: Meter, date: PlainDate, time: number): number {
  const clock = clockOf(date)
  const even = (time - clock.start) / (clock.end - clock.start)
  if (!isSchoolDay(date)) return even
  const now = clock.minutesAt(time)
  const within = (from: number, to: number): number => Math.min(1, Math.max(0, (now - from * 60) / ((to - from) * 60)))
  const day = plan.lessons.at(-1)?.to ?? '13:00'
  const until = Number(day.slice(0, 2)) + 1.5
  if (quantity === 'heat' || quantity === 'gas') return 0.42 * even + 0.38 * within(5, 9) + 0.2 * within(9, until)
  if (quantity === 'electricity') {
    const base = code === workshop.code ? (workshop.standby * 24) / (workshop.standby * 24 + workshop.schoolDay) : baseShare(plan)
    return base * even + (1 - base) * within(6.75, until)
  }
  return (plan.slug === stories.runningToilet.school ? 0.5 : 0.02) * even + (plan.slug === stories.runningToilet.school ? 0.5 : 0.98) * within(7.25, until)
}

/** Which part of a school day's electricity is used around the clock. */
const baseShare = (plan: SchoolPlan): number => {
  const secret = plan.slug === stories.nightLoad.school ? stories.nightLoad.kilowatts * 24 : 0
  const base = plan.heatedAreaM2 * 0.00068 * 24
  return (base + secret) / (base + secret + plan.heatedAreaM2 * 0.047)
}

const sums = new Map<string, { day: PlainDate; sum: number }>()

/** Everything a register has counted since the epoch until the beginning of a day. Days are asked in rising order mostly, so the last sum is kept. */
function sumUntil(key: string, useOn: (day: PlainDate) => number, date: PlainDate): number {
  const known = sums.get(key)
  let { day, sum } = known && known.day <= date ? known : { day: epoch, sum: 0 }
  for (; day < date; day = addDays(day, 1)) sum += useOn(day)
  sums.set(key, { day, sum })
  return sum
}

const digits = (quantity: MeterQuantity): number => (quantity === 'water' || quantity === 'gas' ? 2 : quantity === 'electricity' ? 1 : 0)

/** When the meter of the story was exchanged. */
export const exchangeAt = (anchor: PlainDate): Date => instantAt(addDays(anchor, -stories.meterExchange.days), 12)

/** What the old register showed when it was taken out. */
export const lastOfOldRegister = (plan: SchoolPlan, meter: Meter, anchor: PlainDate): number =>
  round(countedUntil(plan, meter, exchangeAt(anchor), anchor) + firstReading(plan, meter), digits(meter.quantity))

function countedUntil(plan: SchoolPlan, meter: Meter, at: Date, anchor: PlainDate): number {
  const date = localDate(at)
  return sumUntil(`${plan.slug}|${meter.code}|${anchor}`, (day) => dailyUse(plan, meter, day, anchor), date) + dailyUse(plan, meter, date, anchor) * shareUntil(plan, meter, date, at.getTime())
}

/** The part of it that falls into the high tariff. */
function countedHighUntil(plan: SchoolPlan, meter: Meter, at: Date, anchor: PlainDate): number {
  const date = localDate(at)
  return sumUntil(`${plan.slug}|${meter.code}|${anchor}|high`, (day) => highUse(plan, meter, day, anchor, Infinity), date) + highUse(plan, meter, date, anchor, at.getTime())
}

/** What a day's high tariff has counted until a moment of it. */
function highUse(plan: SchoolPlan, meter: Meter, date: PlainDate, anchor: PlainDate, time: number): number {
  if (weekday(date) > 5) return 0
  const [from, until] = [instantAt(date, highTariff.from).getTime(), instantAt(date, highTariff.until).getTime()]
  const share = (moment: number): number => shareUntil(plan, meter, date, Math.min(Math.max(moment, from), until))
  return dailyUse(plan, meter, date, anchor) * (share(time) - share(from))
}

const firstReading = (plan: SchoolPlan, { code, quantity }: Meter, register: RegisterChannel = 'reading'): number =>
  Math.round((quantity === 'water' ? 4_000 : 90_000) * (0.2 + (register === 'reading' ? chance(plan.slug, code, 'first') : chance(plan.slug, code, 'first', register))))

/** What the register of a meter shows at a moment, rounded as it shows it. It only grows, but for the exchange. */
export function readingAt(plan: SchoolPlan, meter: Meter, at: Date, anchor: PlainDate): number {
  const counted = countedUntil(plan, meter, at, anchor)
  const exchanged = plan.slug === stories.meterExchange.school && meter.code === stories.meterExchange.meter && at >= exchangeAt(anchor)
  return round(exchanged ? counted - countedUntil(plan, meter, exchangeAt(anchor), anchor) : counted + firstReading(plan, meter), digits(meter.quantity))
}

/** What one register of a meter shows: the only one, or that of a tariff. Both tariffs together have counted what the meter has. */
export function registerAt(plan: SchoolPlan, meter: Meter, register: RegisterChannel, at: Date, anchor: PlainDate): number {
  if (register === 'reading') return readingAt(plan, meter, at, anchor)
  const high = countedHighUntil(plan, meter, at, anchor)
  const counted = register === '1.8.1' ? high : countedUntil(plan, meter, at, anchor) - high
  return round(counted + firstReading(plan, meter, register), digits(meter.quantity))
}
