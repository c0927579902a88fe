import { Type } from 'typebox'
import { defineJob, type Job, type UnitOfWork } from '@modellregion/kernel'
import { localDate, type PlainDate } from '@modellregion/standards'
import { clearAlarm, raiseAlarm } from '../alarm/raise.ts'
import { listTariffs } from '../energy/queries.ts'
import { getSchoolById } from '../store/queries.ts'
import { meteringOf } from './consumption.ts'
import { listAllMeterPoints } from './queries.ts'
import { yearlyCents } from './rules/base-load.ts'
import { leakCents } from './rules/flow-leak.ts'
import type { MeterPoint } from './schema.ts'
import { baseLoad, flowLeak } from './watch.ts'

/** Looks at every meter each morning: does water run that nobody drew, does power flow that nobody needs? Repeating it changes nothing. */
export const watchMetersJob = defineJob({
  name: 'smart-school.watch-meters',
  payload: Type.Object({}),
  schedule: '40 4 * * *',
  oneAtATime: true,
  run: async ({ now, signal, read, write }) => {
    const today = localDate(now)
    for (const point of await read((db) => listAllMeterPoints(db))) {
      signal.throwIfAborted()
      if (point.retiredAt === null) await write((db) => watchMeter(db, point, today))
    }
  },
})

/** Raises or clears the alarms of one meter point. */
export async function watchMeter(db: UnitOfWork, point: MeterPoint, today: PlainDate): Promise<void> {
  if (point.quantity !== 'electricity' && point.quantity !== 'water') return
  const metering = await meteringOf(db, point.id)
  const price = (await listTariffs(db, point.schoolId)).filter((one) => one.quantity === point.quantity && one.from <= today).at(-1)?.price
  const subject = `meter:${point.id}`
  const about = { subject, schoolId: point.schoolId, thingId: point.id }
  if (point.quantity === 'water') {
    const leak = await flowLeak(db, metering, today)
    if (!leak) return void (await clearAlarm(db, 'flow-leak', subject))
    const cost = price === undefined ? {} : { cents: leakCents(leak.litresPerDay, price) }
    await raiseAlarm(db, { ...about, kind: 'flow-leak', severity: 'warn', facts: { place: point.name, value: Math.round(leak.litresPerDay), unit: 'l/d', day: leak.since, days: leak.days, ...cost } })
    return
  }
  const school = await getSchoolById(db, point.schoolId)
  const load = await baseLoad(db, metering, school.heatedAreaM2, today)
  if (!load || load.unexplained < 0.2) return void (await clearAlarm(db, 'base-load', subject))
  const usual = load.kilowatts - load.unexplained
  const cost = price === undefined ? {} : { cents: yearlyCents(load.unexplained, price) }
  await raiseAlarm(db, { ...about, kind: 'base-load', severity: 'info', facts: { place: point.name, value: Number(load.kilowatts.toFixed(1)), usual: Number(Math.max(0, usual).toFixed(1)), unit: 'kW', ...(load.change ? { day: load.change.since } : {}), ...cost } })
}

export const meterJobs: readonly Job[] = [watchMetersJob]
