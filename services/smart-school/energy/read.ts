import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, type PlainDate } from '@modellregion/standards'
import { consumptionAt, meteringOf, type Metering } from '../meter/consumption.ts'
import { listMeterPoints } from '../meter/queries.ts'
import { mayReadMeter } from '../meter/rules/reach.ts'
import type { Consumption, Period } from '../meter/schema.ts'
import type { Reach } from '../protection/rules.ts'
import { listSeriesOfThings } from '../store/queries.ts'
import type { School } from '../store/schema.ts'
import { normalDegreeDays, sumDegreeDays } from './rules/degree-days.ts'
import { indexValue, wholeYear, type IndexValue } from './rules/index-value.ts'
import { mixedBounds, targetsOn, type Bounds } from './rules/targets.ts'
import { energyQuantities, followsWeather, isEnergyQuantity, type EnergyQuantity } from './schema.ts'
import { outdoorDays, type KnownMeans } from './weather.ts'

/** Meter points of a school whose readings somebody may see, by what they count. */
export async function readableMeters(db: UnitOfWork, schoolId: number, reach: Reach): Promise<Metering[]> {
  const points = (await listMeterPoints(db, schoolId)).filter(({ retiredAt }) => retiredAt === null)
  const series = await listSeriesOfThings(db, points.map(({ id }) => id))
  const meters: Metering[] = []
  for (const point of points) if (mayReadMeter(reach, series.filter(({ thingId }) => thingId === point.id))) meters.push(await meteringOf(db, point.id))
  return meters
}

/** What several meters of one quantity counted together. A span counts as covered as far as the worst of them does. */
export async function consumptionOfMeters(db: UnitOfWork, meters: readonly Metering[], from: PlainDate, until: PlainDate, by: Period): Promise<Consumption[]> {
  const lists: Consumption[][] = []
  for (const meter of meters) lists.push(await consumptionAt(db, meter, from, until, by))
  return (lists[0] ?? []).map((first, at) =>
    lists.slice(1).reduce((sum, list) => {
      const other = list[at] ?? first
      return { ...sum, amount: sum.amount + other.amount, estimated: sum.estimated + other.estimated, covered: Math.min(sum.covered, other.covered) }
    }, first),
  )
}

export type YearOf = { readonly quantity: EnergyQuantity; readonly index: IndexValue | undefined; readonly consumption: Consumption | undefined; readonly bounds: Bounds | undefined }
export type SchoolYear = { readonly from: PlainDate; readonly until: PlainDate; readonly quantities: readonly YearOf[]; readonly weather: ReturnType<typeof sumDegreeDays>; readonly normal: number; readonly targetSource: string; /** What another source says about heat for this form of school. */ readonly other: { source: string; limit: number; target: number } | undefined }

/** The characteristic values of a school for the 365 days until a day. */
export async function schoolYear(db: UnitOfWork, school: School, reach: Reach, until: PlainDate, known: KnownMeans = new Map()): Promise<SchoolYear> {
  const from = addDays(until, -365)
  const meters = await readableMeters(db, school.id, reach)
  const days = await outdoorDays(db, school.id, from, until, known)
  const set = targetsOn('vdi-3807', until)
  const other = targetsOn(`by-form-${school.form}`, until)
  const quantities: YearOf[] = []
  for (const quantity of energyQuantities) {
    const own = meters.filter(({ point }) => point.quantity === quantity)
    if (own.length === 0) continue
    const [whole] = wholeOf(await consumptionOfMeters(db, own, from, until, 'year'))
    let degreeDays = sumDegreeDays(days).sum
    if (whole && followsWeather(quantity) && whole.covered < whole.hours * wholeYear) {
      const byDay = await consumptionOfMeters(db, own, from, until, 'day')
      degreeDays = sumDegreeDays(days.filter((_, at) => (byDay[at]?.covered ?? 0) > 12)).sum
    }
    const inKilowattHours = whole?.unit === 'kWh' || quantity === 'water'
    const index = whole && inKilowattHours ? indexValue(quantity, whole.amount, whole.covered, school.heatedAreaM2, degreeDays, normalDegreeDays) : undefined
    quantities.push({ quantity, index, consumption: whole, bounds: set && school.heatedAreaM2 !== null ? mixedBounds(set, quantity, school.heatedAreaM2, school.hallAreaM2 ?? 0) : undefined })
  }
  return { from, until, quantities, weather: sumDegreeDays(days), normal: normalDegreeDays, targetSource: set?.source ?? '', other: other?.bounds.school.heat && { source: other.source, ...other.bounds.school.heat } }
}

// A span of 365 days may lie in two calendar years.
function wholeOf(parts: readonly Consumption[]): Consumption[] {
  const [first, ...others] = parts
  return first ? [others.reduce((sum, part) => ({ ...sum, until: part.until, amount: sum.amount + part.amount, estimated: sum.estimated + part.estimated, hours: sum.hours + part.hours, covered: sum.covered + part.covered }), first)] : []
}

export const quantitiesOf = (meters: readonly Metering[]): EnergyQuantity[] => energyQuantities.filter((quantity) => meters.some(({ point }) => isEnergyQuantity(point.quantity) && point.quantity === quantity))
