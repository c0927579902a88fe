import { rolesOf, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, isSchoolDay } from '@modellregion/standards'
import { mayRead, reachOf, type Reach } from '../protection/rules.ts'
import type { QuantityId } from '../quantity/quantity.ts'
import { getSchoolById, listSchoolsOfAccount, listSeriesOfSchool, listSeriesOfThings, listThingsOfSchool } from '../store/queries.ts'
import type { School, Series, Thing } from '../store/schema.ts'
import { listFreeDays } from '../water/queries/days.ts'
import { readSlotRows, type SlotRow } from './queries.ts'
import { boundsOf, slotsOf } from './rules/slots.ts'
import { classQuantities, isBlind, isForClasses, letterOf } from './rules/state.ts'
import { isCounter, type Experiment, type Place, type Slot, type SlotValue } from './schema.ts'

/** What the person who leads an experiment may read now: a class sees nothing that its teacher may not, also after the teacher has left the school. */
export async function reachOfLeader(platform: Platform, tenant: string, experiment: Pick<Experiment, 'accountId'>): Promise<Reach> {
  const roles = await rolesOf(platform, tenant, experiment.accountId)
  const schools = await platform.database.unit({ tenant, service: 'smart-school', access: 'read', now: platform.now() }, (db) => listSchoolsOfAccount(db, experiment.accountId))
  return reachOf(roles.map(({ role }) => role), schools)
}

/** Places of a school at which a class may work with a quantity: rooms, meter points and what else measures it, staff rooms left out. */
export async function placesFor(db: UnitOfWork, school: Pick<School, 'id'>, reach: Reach, quantity: QuantityId): Promise<Thing[]> {
  const series = await listSeriesOfSchool(db, school.id)
  const ids = new Set(series.filter((one) => one.quantity === quantity && isForClasses(one) && mayRead(reach, one)).map(({ thingId }) => thingId))
  return (await listThingsOfSchool(db, school.id)).filter(({ id, retiredAt }) => ids.has(id) && retiredAt === null)
}

/** Quantities that a class of the school can work with, in the order of the vocabulary. */
export async function quantitiesFor(db: UnitOfWork, school: Pick<School, 'id'>, reach: Reach): Promise<QuantityId[]> {
  const series = await listSeriesOfSchool(db, school.id)
  return classQuantities.filter((id) => series.some((one) => one.quantity === id && isForClasses(one) && mayRead(reach, one)))
}

/**
 * The values of an experiment: for each place one value per lesson, day or night, and nothing finer. Names of places are there only when the
 * experiment is not blind. What the reach does not allow is left out as if it had not been measured.
 */
export async function readPlaces(db: UnitOfWork, experiment: Experiment, reach: Reach, quantity: QuantityId): Promise<Place[]> {
  const school = await getSchoolById(db, experiment.schoolId)
  const things = await listThingsOfSchool(db, school.id)
  const series = (await listSeriesOfThings(db, experiment.thingIds)).filter((one) => one.quantity === quantity && isForClasses(one) && mayRead(reach, one))
  const free = new Set<string>((await listFreeDays(db, school.id, experiment.from, experiment.until)).map(({ day }) => day))
  const slots = slotsOf(experiment.times, experiment.from, experiment.until, school.lessons, (day) => isSchoolDay(day, free))
  const { bounds, bucketOf } = boundsOf(slots)
  const since = isCounter(quantity) ? instantAt(addDays(experiment.from, -1)) : (bounds[0] ?? instantAt(experiment.from))
  const rows = bounds.length > 1 && series.length > 0 ? await readSlotRows(db, series.map(({ id }) => id), bounds, since, experiment.band) : []
  const isHidden = isBlind(experiment)
  return experiment.thingIds.map((thingId, at) => ({
    letter: letterOf(at),
    name: isHidden ? undefined : things.find(({ id }) => id === thingId)?.name,
    values: valuesOf(slots, bucketOf, rows, series.filter((one) => one.thingId === thingId), isCounter(quantity), experiment.band),
  }))
}

function valuesOf(slots: readonly Slot[], bucketOf: (slot: Slot) => number, rows: readonly SlotRow[], series: readonly Series[], counts: boolean, band: number | null): SlotValue[] {
  const ids = new Set(series.map(({ id }) => id))
  const own = rows.filter(({ seriesId }) => ids.has(seriesId))
  return counts ? amounts(slots, bucketOf, own, band) : means(slots, bucketOf, own)
}

/** Mean over all measurements of the slot, of all sensors that hung there. */
function means(slots: readonly Slot[], bucketOf: (slot: Slot) => number, rows: readonly SlotRow[]): SlotValue[] {
  const buckets = new Map<number, { count: number; sum: number; above: number }>()
  for (const { bucket, count, sum, above } of rows) {
    const known = buckets.get(bucket) ?? { count: 0, sum: 0, above: 0 }
    buckets.set(bucket, { count: known.count + count, sum: known.sum + sum, above: known.above + above })
  }
  return slots.map((slot) => {
    const found = buckets.get(bucketOf(slot))
    return found ? { slot, value: found.sum / found.count, above: found.above / found.count, count: found.count } : { slot, value: null, above: null, count: 0 }
  })
}

/** Last reading of the slot minus the last one before it. A meter that was exchanged, or silent, gives no value here; the energy pages reckon such cases. */
function amounts(slots: readonly Slot[], bucketOf: (slot: Slot) => number, rows: readonly SlotRow[], band: number | null): SlotValue[] {
  const ids = [...new Set(rows.map(({ seriesId }) => seriesId))]
  const readings = ids.map((id) => rows.filter(({ seriesId }) => seriesId === id))
  return slots.map((slot) => {
    const bucket = bucketOf(slot)
    const parts = readings.flatMap((of) => {
      const here = of.find((row) => row.bucket === bucket)
      const before = of.findLast((row) => row.bucket < bucket)
      const amount = here && before ? here.last - before.last : undefined
      return here && amount !== undefined && amount >= 0 ? [{ amount, count: here.count }] : []
    })
    if (parts.length === 0) return { slot, value: null, above: null, count: 0 }
    const value = parts.reduce((sum, { amount }) => sum + amount, 0)
    return { slot, value, above: band === null ? null : value > band ? 1 : 0, count: parts.reduce((sum, { count }) => sum + count, 0) }
  })
}
