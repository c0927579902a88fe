import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises'
import type { Platform, Tenant, UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, localDate, type PlainDate } from '@modellregion/standards'
import { countObservations } from '../device/queries.ts'
import { noteSightings } from '../ingest/queries/device.ts'
import { firstSchoolAt } from '../place/queries.ts'
import { writeObservations } from '../store/queries.ts'
import { demoDevices, registerOf, type DemoDevice } from './devices.ts'
import { codeOn } from './history.ts'
import { hangingOf, seriesFinder, type Hanging } from './hanging.ts'
import { measureDay, observationsOf, type Pace, type Value } from './measure.ts'
import { schoolPlans, type SchoolPlan } from './school-plans.ts'

/** Days of history, and how many are written in one unit: a month of a room in detail is some 15,000 rows. */
const days = 365
const lot = 31

/** Rooms in which every quarter of an hour is kept; elsewhere one value an hour is enough to tell the year. */
const inDetail: readonly string[] = ['ggs-roetgen 101', 'ggs-roetgen 102', 'marienschule-alsdorf A11', 'mies-van-der-rohe-schule A012', 'gymnasium-baesweiler 112', 'st-michael-gymnasium-monschau 003']

/** How densely a device's year is written. */
export function paceOfYear(device: DemoDevice): Pace {
  if (device.codec === 'elsys-ers-co2') {
    const detailed = inDetail.includes(`${device.school} ${device.at}`)
    return detailed ? { co2: 15, temperature: 15, humidity: 60, light: 60, motion: 15, battery: 1_440 } : { co2: 60, temperature: 60, battery: 7 * 1_440 }
  }
  const register = registerOf(device)
  if (register) return { [register]: 60 }
  if (device.at === 'outdoor') return { temperature: 60, humidity: 180 }
  return { temperature: 180, humidity: 360, occupancy: 60, contact: 1_440, leak: 1_440, water: 360, waterTemperature: 240, battery: 7 * 1_440, batteryPercent: 7 * 1_440 }
}

/**
 * One year of history up to now, newest months first, so that pages have something to show soon. Whoever was interrupted goes on: a month whose values
 * are there is passed over, so that a second start writes only what has come since. What people moved, changed or deleted meanwhile stays theirs:
 * values go to where the device hung by today's mountings.
 */
export async function fillHistory(platform: Platform, tenant: Tenant, report: (line: string) => void, signal: AbortSignal): Promise<void> {
  const { now, read, write } = unitsOf(platform, tenant)
  const first = await read(firstSchoolAt)
  if (!first) return
  const [anchor, today] = [localDate(first), localDate(now)]
  let written = 0
  for (let ago = lot; ago - lot < days; ago += lot) {
    const [from, until] = [addDays(today, -Math.min(ago, days)), addDays(today, lot - ago)]
    for (const plan of schoolPlans) {
      const hanging = await read((db) => hangingOf(db, demoDevices.filter(({ school }) => school === plan.slug)))
      for (const one of hanging) {
        if (signal.aborted) return
        if (!(await write((db) => isFilled(db, one, paceOfYear(one.device), instantAt(from), instantAt(until))))) written += await fillSpan(plan, one, { anchor, now, from, until }, write)
      }
    }
    if (written > 0) report(`  ${tenant.name}: ${written.toLocaleString('en')} measurements of the schools, back to ${from}`)
  }
  if (written > 0) report(`  ${tenant.name}: the year of the schools is complete, ${written.toLocaleString('en')} measurements`)
}

/** As long as the demonstration runs its devices go on measuring, so that nothing falls silent that should not. */
export async function keepMeasuring(platform: Platform, tenant: Tenant, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await fillDay(platform, tenant, signal)
    await sleep(600_000, undefined, { signal }).catch(() => {}) // the signal ends the waiting
  }
}

/** What the devices have measured yesterday and today. */
async function fillDay(platform: Platform, tenant: Tenant, signal: AbortSignal): Promise<void> {
  const { now, read, write } = unitsOf(platform, tenant)
  const first = await read(firstSchoolAt)
  if (!first) return
  const today = localDate(now)
  for (const plan of schoolPlans)
    for (const one of await read((db) => hangingOf(db, demoDevices.filter(({ school }) => school === plan.slug)))) {
      if (signal.aborted) return
      await fillSpan(plan, one, { anchor: localDate(first), now, from: addDays(today, -1), until: addDays(today, 1) }, write)
      await write((db) => noteSightings(db, [{ ...unheard, devEui: one.device.devEui, seenAt: now }]))
    }
}

const unheard = { signalAt: null, counter: null, rssi: null, snr: null, battery: null, batteryAt: null } as const

function unitsOf(platform: Platform, tenant: Tenant) {
  const now = platform.now()
  const enter = { tenant: tenant.id, service: 'smart-school', now } as const
  const read = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ ...enter, access: 'read' }, work)
  const write = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ ...enter, access: 'write' }, work)
  return { now, read, write }
}

type Span = { readonly anchor: PlainDate; readonly now: Date; readonly from: PlainDate; readonly until: PlainDate }

async function fillSpan(plan: SchoolPlan, hanging: Hanging, { anchor, now, from, until }: Span, write: <T>(work: (db: UnitOfWork) => Promise<T>) => Promise<T>): Promise<number> {
  const pace = paceOfYear(hanging.device)
  const [start, end] = [instantAt(from), instantAt(until)]
  const values: Value[] = []
  for (let date = from; date < until; date = addDays(date, 1)) {
    const code = codeOn(hanging, date)
    if (code !== undefined) values.push(...measureDay(plan, hanging.device, code, date, anchor, pace).filter(({ at }) => at <= now))
    // A month takes long to compute; requests come in between the days.
    await breathe()
  }
  if (values.length === 0) return 0
  return await write(async (db) => await writeObservations(db, observationsOf(values, await seriesFinder(db, hanging, Object.keys(pace), start, end))))
}

/** Whether the densest channel of the device has as many values in the span as it should. A silent channel is not asked. */
async function isFilled(db: UnitOfWork, hanging: Hanging, pace: Pace, from: Date, until: Date): Promise<boolean> {
  const { device } = hanging
  const asked = device.channels.filter(({ channel, quantity }) => pace[channel] !== undefined && channel !== device.silent?.channel && quantity !== 'contact').toSorted((a, b) => (pace[a.channel] ?? 0) - (pace[b.channel] ?? 0))[0]
  if (!asked) return true
  const wanted = ((until.getTime() - from.getTime()) / 60_000 / (pace[asked.channel] ?? 60)) * 0.98
  const seriesAt = await seriesFinder(db, hanging, [asked.channel], from, until)
  const ids = [...new Set(hanging.mountings.filter((one) => one.from < until && (one.to === null || one.to > from)).flatMap((one) => seriesAt(asked.channel, one.from) ?? []))]
  let count = 0
  for (const id of ids) count += await countObservations(db, id, from, until)
  return count >= Math.floor(wanted)
}
