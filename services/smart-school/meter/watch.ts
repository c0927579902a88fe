import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, hoursOfDay, instantAt, isSchoolDay, type PlainDate } from '@modellregion/standards'
import { chainOf, type Metering } from './consumption.ts'
import { baseLoadOf, type BaseLoad, type Night } from './rules/base-load.ts'
import { findLeak, type FlowDay, type Leak } from './rules/flow-leak.ts'
import { startOf } from './rules/periods.ts'
import { spread, type Share } from './rules/spread.ts'

const historyDays = 180
const recentDays = 28
const flowDays = 14
const [nightFrom, nightUntil] = [1, 4]

/** Measured nights before a day: those whose edges a long gap cuts are left out, because an estimate says nothing about the night. */
export async function nightsOf(db: UnitOfWork, metering: Metering, until: PlainDate, days = historyDays): Promise<Night[]> {
  const dates = Array.from({ length: days }, (_, at) => addDays(until, at - days))
  const shares = await sharesAt(db, metering, dates.flatMap((day) => [instantAt(day, nightFrom), instantAt(day, nightUntil)]))
  return dates.flatMap((day, at) => {
    const share = shares[at * 2]
    // On the night of the change in spring the three hours are two.
    return share && share.covered >= nightUntil - nightFrom - 1 && share.estimated === 0 ? [{ day, kilowatts: share.amount / share.covered, free: !isSchoolDay(day) }] : []
  })
}

/** The base load of an electricity meter in the four weeks before a day; undefined when too little was measured. */
export async function baseLoad(db: UnitOfWork, metering: Metering, areaM2: number | null, today: PlainDate): Promise<BaseLoad | undefined> {
  const history = await nightsOf(db, metering, today)
  const since = addDays(today, -recentDays)
  return baseLoadOf(history, history.filter(({ day }) => day >= since), areaM2)
}

/** Water that has not stood still since some days, up to the last whole day. */
export async function flowLeak(db: UnitOfWork, metering: Metering, today: PlainDate): Promise<Leak | undefined> {
  const dates = Array.from({ length: flowDays }, (_, at) => addDays(today, at - flowDays))
  const moments: Date[] = []
  for (const day of dates) for (let hour = 0; hour < hoursOfDay(day); hour++) moments.push(new Date(startOf(day).getTime() + hour * 3_600_000))
  const shares = await sharesAt(db, metering, [...moments, startOf(today)])
  let at = 0
  const days = dates.map((day): FlowDay => {
    const hours = shares.slice(at, (at += hoursOfDay(day)))
    return { day, hours: hours.filter(({ covered, estimated }) => covered > 0.99 && estimated === 0).map(({ amount }) => amount) }
  })
  return findLeak(days)
}

async function sharesAt(db: UnitOfWork, metering: Metering, moments: readonly Date[]): Promise<Share[]> {
  const { pieces } = await chainOf(db, metering, moments)
  return spread(pieces, moments.map((moment) => moment.getTime()))
}
