import type { Platform, Tenant, UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, localDate, type PlainDate } from '@modellregion/standards'
import { setSeen } from '../device/queries.ts'
import { firstSchoolAt } from '../place/queries.ts'
import type { NewObservation } from '../store/schema.ts'
import { writeObservations } from '../store/queries.ts'
import { chance } from './chance.ts'
import { demoDevices, registerOf, type DemoDevice } from './devices.ts'
import { hangingOf, seriesFinder, type Hanging } from './hanging.ts'
import { measureDay, observationsOf, type Pace } from './measure.ts'
import { schoolPlans, type SchoolPlan } from './school-plans.ts'
import { stories } from './stories.ts'

/** Schools of which the first start shows every room; of the others two rooms. The year behind it is written by fill.ts. */
const shownInFull: readonly string[] = ['ggs-roetgen', 'marienschule-alsdorf', 'mies-van-der-rohe-schule']
const dayByDay: readonly string[] = [...shownInFull, stories.nightLoad.school, stories.runningToilet.school, stories.meterExchange.school]

/** A span of days before today and the pace at which each channel speaks in it. */
type Span = { readonly from: number; readonly until: number; readonly step?: number; readonly pace: Pace }

/** The last two days of some rooms, and the registers of the meters by the day for three months and by the week for a year: what every page needs to have something to show, in as few rows as possible. */
export async function seedHistory(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const write = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'write', now }, work)
  for (const plan of schoolPlans)
    await write(async (db) => {
      const first = await firstSchoolAt(db)
      if (!first) return
      const anchor = localDate(first)
      const rows: NewObservation[] = []
      const hanging = await hangingOf(db, demoDevices.filter(({ school }) => school === plan.slug))
      // Who has been here before has marked the devices as seen.
      const fresh: Hanging[] = []
      for (const one of hanging) if ((await markSeen(db, one.device, first)) > 0) fresh.push(one)
      for (const one of fresh) rows.push(...(await rowsOf(db, plan, one, anchor, first)))
      await writeObservations(db, rows)
    })
}

const markSeen = (db: UnitOfWork, device: DemoDevice, first: Date): Promise<number> =>
  setSeen(db, device.devEui, new Date(first.getTime() - Math.round(device.expectedMinutes * 60_000 * 0.8 * chance(device.devEui, 'seen'))), Math.round(-118 + 40 * chance(device.devEui, 'rssi')), Math.round(-4 + 13 * chance(device.devEui, 'snr')))

async function rowsOf(db: UnitOfWork, plan: SchoolPlan, hanging: Hanging, anchor: PlainDate, now: Date): Promise<NewObservation[]> {
  const spans = spansOf(plan, hanging.device)
  const channels = [...new Set(spans.flatMap(({ pace }) => Object.keys(pace)))]
  if (channels.length === 0) return []
  const seriesAt = await seriesFinder(db, hanging, channels, instantAt(addDays(anchor, -Math.max(...spans.map(({ from }) => from)))), now)
  const rows: NewObservation[] = []
  for (const { from, until, step = 1, pace } of spans)
    for (let ago = from; ago >= until; ago -= step) {
      const date = addDays(anchor, -ago)
      const code = codeOn(hanging, date)
      if (code !== undefined) rows.push(...observationsOf(measureDay(plan, hanging.device, code, date, anchor, pace), seriesAt).filter(({ at }) => at <= now))
    }
  return rows
}

/** Where the device hung at noon of that day. */
export function codeOn({ mountings }: Hanging, date: PlainDate): string | undefined {
  const noon = instantAt(date, 12)
  return mountings.find(({ from, to }) => from <= noon && (to === null || to > noon))?.code
}

function spansOf(plan: SchoolPlan, device: DemoDevice): Span[] {
  const full = shownInFull.includes(plan.slug)
  const day = 1_440
  if (device.codec === 'elsys-ers-co2') {
    const wear: Span = { from: 90, until: 0, step: 5, pace: { battery: day } }
    if (full || device.silent) return [{ from: 2, until: 0, pace: { co2: 15, temperature: 15, motion: 15, humidity: 60, light: 60 } }, wear]
    return isAmongFirst(plan, device) ? [{ from: 1, until: 0, pace: { co2: 60, temperature: 60 } }] : []
  }
  const quantity = device.channels[0]?.quantity
  const register = registerOf(device)
  if (register) {
    const watched = (plan.slug === stories.nightLoad.school && quantity === 'electricity') || (plan.slug === stories.runningToilet.school && quantity === 'water')
    const hourly: Span = { from: watched ? 14 : 2, until: 0, pace: { [register]: 60 } }
    const daily = dayByDay.includes(plan.slug) ? 92 : hourly.from
    return [{ from: 400, until: daily + 1, step: 7, pace: { [register]: day } }, ...(daily > hourly.from ? [{ from: daily, until: hourly.from + 1, pace: { [register]: day } }] : []), hourly]
  }
  if (device.at === 'outdoor') return [...(plan.slug === 'mies-van-der-rohe-schule' ? [{ from: 400, until: 2, pace: { temperature: 360 } }] : []), { from: 1, until: 0, pace: { temperature: 60, humidity: 60 } }]
  if (!full) return []
  return [{ from: 1, until: 0, pace: { temperature: 60, humidity: 60, occupancy: 60, contact: day, leak: day, water: 360, waterTemperature: 120 } }, { from: 12, until: 2, pace: { water: 360 } }]
}

const isAmongFirst = (plan: SchoolPlan, device: DemoDevice): boolean =>
  demoDevices.filter(({ school, codec }) => school === plan.slug && codec === device.codec).indexOf(device) < 2
