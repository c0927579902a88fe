import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, localDate } from '@modellregion/standards'
import { listOpenAlarms } from '../alarm/queries/alarm.ts'
import { mayReadAlarm } from '../alarm/rules/reach.ts'
import { consumptionOf, type Consumption } from '../meter/consumption.ts'
import { listMeterPoints } from '../meter/queries.ts'
import { mayReadMeter } from '../meter/rules/reach.ts'
import type { Alarm } from '../alarm/schema.ts'
import { mayRead, worksFor, type Reach } from '../protection/rules.ts'
import type { QuantityId } from '../quantity/quantity.ts'
import { listLatestNumbers, listSeriesOfSchool, listThingsOfSchool } from '../store/queries.ts'
import type { Latest, School, Series, Thing } from '../store/schema.ts'

/** A last value somebody may see. */
export type LatestValue = { readonly series: Series; readonly quantity: QuantityId; readonly at: Date; readonly value: number }
export type RoomRow = { readonly room: Thing; readonly floor: string; readonly values: ReadonlyMap<QuantityId, LatestValue>; readonly sealed: boolean }
export type MeterWeek = { readonly meter: Thing; readonly weeks: readonly Consumption[]; readonly days: readonly Consumption[] }
export type SchoolView = {
  readonly school: School
  readonly rooms: readonly RoomRow[]
  readonly outdoor: LatestValue | undefined
  readonly meters: readonly MeterWeek[]
  /** What is measured here at all, named to everybody: that there is a sensor is no secret, what it says may be. */
  readonly quantities: readonly QuantityId[]
  /** Undefined for people who do not work for the school. */
  readonly openAlarms: number | undefined
}

/** Everything the pages of a school show, for somebody. */
export async function readSchool(db: UnitOfWork, school: School, reach: Reach): Promise<SchoolView> {
  const [things, series] = [(await listThingsOfSchool(db, school.id)).filter(({ retiredAt }) => retiredAt === null), await listSeriesOfSchool(db, school.id)]
  const readable = series.filter((one) => mayRead(reach, one))
  const latest = latestBySeries(readable, await listLatestNumbers(db, readable.map(({ id }) => id)))
  const byThing = Map.groupBy(latest, ({ series: { thingId } }) => thingId)
  const outdoor = things.find(({ kind }) => kind === 'outdoor')
  const counted = new Set((await listMeterPoints(db, school.id)).map(({ id }) => id))
  const meters = things.filter(({ id }) => counted.has(id) && mayReadMeter(reach, series.filter(({ thingId }) => thingId === id)))
  return {
    school,
    rooms: things.filter(({ kind }) => kind === 'room').map((room) => roomRow(room, things, byThing.get(room.id) ?? [])),
    outdoor: outdoor && newest(byThing.get(outdoor.id) ?? [], 'temperature'),
    meters: await readWeeks(db, meters),
    quantities: [...new Set(series.flatMap(({ quantity }) => quantity ?? []))],
    openAlarms: worksFor(reach, school.id) ? (await openAlarmsOf(db, school, reach)).length : undefined,
  }
}

/** Alarms of a school that are open now and that somebody may read. */
export const openAlarmsOf = async (db: UnitOfWork, school: Pick<School, 'id'>, reach: Reach): Promise<Alarm[]> => (await listOpenAlarms(db)).filter((alarm) => alarm.schoolId === school.id && mayReadAlarm(reach, alarm))

export function latestBySeries(series: readonly Series[], latest: readonly Pick<Latest, 'seriesId' | 'lastTime' | 'number'>[]): LatestValue[] {
  const rows = new Map(latest.map((row) => [row.seriesId, row]))
  return series.flatMap((one) => {
    const row = rows.get(one.id)
    return row && row.number !== null && one.quantity !== null ? [{ series: one, quantity: one.quantity, at: row.lastTime, value: row.number }] : []
  })
}

/** Of several sensors of one quantity in a room the one that spoke last: after a move the old series stays, but is no longer current. */
export const newest = (values: readonly LatestValue[], quantity: QuantityId): LatestValue | undefined =>
  values.filter((value) => value.quantity === quantity).toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]

function roomRow(room: Thing, things: readonly Thing[], values: readonly LatestValue[]): RoomRow {
  const quantities = [...new Set(values.map(({ quantity }) => quantity))]
  return {
    room,
    floor: placeOf(room, things),
    values: new Map(quantities.flatMap((quantity) => {
      const value = newest(values, quantity)
      return value ? [[quantity, value] as const] : []
    })),
    sealed: room.properties['sealed'] === true,
  }
}

/** `Hauptgebäude, Erdgeschoss` */
export function placeOf(thing: Thing, things: readonly Thing[]): string {
  const names: string[] = []
  for (let parent = things.find(({ id }) => id === thing.parentId); parent && parent.kind !== 'school'; parent = things.find(({ id }) => id === parent?.parentId)) names.unshift(parent.name)
  return names.join(', ')
}

async function readWeeks(db: UnitOfWork, meters: readonly Thing[]): Promise<MeterWeek[]> {
  const weeks: MeterWeek[] = []
  for (const meter of meters) weeks.push(await readWeek(db, meter))
  return weeks
}

/** The last 7 whole days and the 7 before, and each of the last 14 days. Whole days only: today is not over. */
async function readWeek(db: UnitOfWork, meter: Thing): Promise<MeterWeek> {
  const today = localDate(db.now)
  const days = await consumptionOf(db, meter.id, addDays(today, -14), today, 'day')
  return { meter, weeks: [sumOf(days.slice(0, 7)), sumOf(days.slice(7))].flatMap((week) => week ?? []), days }
}

function sumOf(days: readonly Consumption[]): Consumption | undefined {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return undefined
  const sum = (key: 'amount' | 'estimated' | 'hours' | 'covered'): number => days.reduce((total, day) => total + day[key], 0)
  return { ...first, until: last.until, amount: sum('amount'), estimated: sum('estimated'), hours: sum('hours'), covered: sum('covered') }
}
