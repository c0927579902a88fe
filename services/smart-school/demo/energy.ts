import { newId, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, localDate, partsOf, plainDateOf, type PlainDate } from '@modellregion/standards'
import { yearStatement } from '../energy/account.ts'
import { insertAccount, insertActivity, insertBaseline, insertClosedYear, insertCorrection, insertWeather, listAccounts, saveTariff } from '../energy/queries.ts'
import { degreeDay, normalDegreeDays } from '../energy/rules/degree-days.ts'
import type { EnergyQuantity } from '../energy/schema.ts'
import { manualSeries } from '../ingest/reading.ts'
import { insertRegister, listRegisters } from '../meter/queries.ts'
import type { MeterQuantity, Register } from '../meter/schema.ts'
import { firstSchoolAt } from '../place/queries.ts'
import type { Reach } from '../protection/rules.ts'
import { getSchool, writeObservations } from '../store/queries.ts'
import { exchangeAt, heatPerArea, lastOfOldRegister, readingAt } from './meter-model.ts'
import { liftOf } from './model.ts'
import { demoThings, mountedDays } from './places.ts'
import { schoolPlans, type SchoolPlan } from './school-plans.ts'
import { stories } from './stories.ts'
import { dailyMean } from './weather.ts'

const accountSchool = 'ggs-roetgen'
const everybody: Reach = { audiences: ['public'], schoolIds: [] }

/** Registers of all demonstration meters, prices, and the fifty/fifty account of one school with a closed year. All numbers are invented. */
export async function seedEnergy(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const write = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'write', now }, work)
  const first = await write((db) => firstSchoolAt(db))
  if (!first) return
  const anchor = localDate(first)
  for (const plan of schoolPlans) await write((db) => seedRegisters(db, plan, anchor))
  await write((db) => seedTariffs(db, anchor))
  const plan = schoolPlans.find(({ slug }) => slug === accountSchool)
  if (plan) await write((db) => seedAccount(db, plan, anchor))
}

const digits: Readonly<Record<'heat' | 'electricity' | 'gas' | 'water', number>> = { heat: 0, electricity: 1, gas: 2, water: 2 }

async function seedRegisters(db: UnitOfWork, plan: SchoolPlan, anchor: PlainDate): Promise<void> {
  const things = await demoThings(db, plan.slug)
  for (const meter of plan.meters) {
    const point = things.get(meter.code)
    if (!point || (await listRegisters(db, point.id)).length > 0) continue
    const exchanged = plan.slug === stories.meterExchange.school && meter.code === stories.meterExchange.meter
    const quantity: MeterQuantity = meter.quantity
    const base: Register = {
      id: newId(db.now), meterPointId: point.id, code: 'total', serial: exchanged ? stories.meterExchange.oldSerial : `1MOD${String(1_000_000 + point.id)}`, from: instantAt(addDays(anchor, -mountedDays)), to: null, startReading: null, endReading: null,
      digitsBefore: quantity === 'water' ? 6 : 8, digitsAfter: digits[meter.quantity], factor: 1, unit: quantity === 'electricity' || quantity === 'heat' ? 'kWh' : 'm3', pulsesPerUnit: null, sign: 1, channel: null, expectedMinutes: 60, maxPerHour: null,
    }
    // The account school was read by hand before devices came.
    const from = plan.slug === accountSchool ? instantAt(plainDateOf(partsOf(anchor).year - 2, 1, 1)) : base.from
    if (meter.tariffs) {
      for (const [code, channel] of [['day', '1.8.1'], ['night', '1.8.2']] as const) await insertRegister(db, { ...base, id: newId(db.now), code, channel })
    } else if (!exchanged) await insertRegister(db, { ...base, from })
    else {
      const at = exchangeAt(anchor)
      await insertRegister(db, { ...base, to: at, endReading: lastOfOldRegister(plan, meter, anchor) })
      await insertRegister(db, { ...base, id: newId(db.now), serial: stories.meterExchange.newSerial, from: at, startReading: 0 })
    }
    if (plan.slug === accountSchool) await readByHand(db, plan, meter, point.id, anchor)
  }
}

// What the caretaker wrote down at the turn of each year.
async function readByHand(db: UnitOfWork, plan: SchoolPlan, meter: SchoolPlan['meters'][number], pointId: number, anchor: PlainDate): Promise<void> {
  const series = await manualSeries(db, { id: pointId, quantity: meter.quantity })
  const moments = [2, 1].map((back) => instantAt(plainDateOf(partsOf(anchor).year - back, 1, 1)))
  await writeObservations(db, moments.map((at) => ({ seriesId: series.id, at, number: readingAt(plan, meter, at, anchor) })))
}

async function seedTariffs(db: UnitOfWork, anchor: PlainDate): Promise<void> {
  const year = partsOf(anchor).year
  const prices: readonly [EnergyQuantity, number, number][] = [['heat', 118_500, 124_000], ['gas', 96_000, 99_500], ['electricity', 284_000, 297_500], ['water', 2_180_000, 2_260_000]]
  for (const [quantity, before, today] of prices) {
    await saveTariff(db, { schoolId: 0, quantity, from: plainDateOf(year - 5, 1, 1), price: before, source: 'Rahmenvertrag (erfunden)' })
    await saveTariff(db, { schoolId: 0, quantity, from: plainDateOf(year - 1, 7, 1), price: today, source: 'Rahmenvertrag, Anpassung (erfunden)' })
  }
}

/** Degree days of a calendar year in the demonstration's weather. */
function degreeDaysOf(plan: SchoolPlan, year: number): number {
  let sum = 0
  for (let day = plainDateOf(year, 1, 1); day < plainDateOf(year + 1, 1, 1); day = addDays(day, 1)) sum += degreeDay(dailyMean(day, liftOf(plan)))
  return Math.round(sum)
}

async function seedAccount(db: UnitOfWork, plan: SchoolPlan, anchor: PlainDate): Promise<void> {
  const school = await getSchool(db, plan.slug)
  if ((await listAccounts(db, school.id)).length > 0) return
  const year = partsOf(anchor).year
  const startsOn = plainDateOf(year - 2, 1, 1)
  await insertAccount(db, { schoolId: school.id, startsOn, reviewYears: 3, sharePercent: 50, normalDegreeDays, normalSource: 'Berechnet aus angenommenen Monatsmitteln, siehe docs/energy.md', pointCents: 1_000, mostBonusCents: 30_000 })
  for (const [at, back] of [5, 4, 3].entries()) {
    const degreeDays = degreeDaysOf(plan, year - back)
    const luck = [1.02, 0.985, 1.01][at] ?? 1
    const heat = ((plan.heatedAreaM2 * heatPerArea(plan.slug)) / 3_350) * degreeDays * 1.03 * luck
    const electricity = plan.heatedAreaM2 * (0.00068 * 8_760 + 188 * 0.045) * 1.07 * luck
    const water = ((plan.pupils * 6.2 + 700) * 188 * 1.04 * luck) / 1_000
    await insertBaseline(db, school.id, startsOn, { quantity: 'heat', year: year - back, amount: Math.round(heat), degreeDays, source: `Jahresrechnung ${year - back} (erfunden)` })
    await insertBaseline(db, school.id, startsOn, { quantity: 'electricity', year: year - back, amount: Math.round(electricity), degreeDays: null, source: `Jahresrechnung ${year - back} (erfunden)` })
    await insertBaseline(db, school.id, startsOn, { quantity: 'water', year: year - back, amount: Math.round(water), degreeDays: null, source: `Jahresrechnung ${year - back} (erfunden)` })
  }
  for (const back of [2, 1]) await insertWeather(db, school.id, year - back, degreeDaysOf(plan, year - back), 'Wettermodell der Demonstration, G20/15')
  await insertCorrection(db, school.id, { id: newId(db.now), quantity: 'electricity', kind: 'hours', from: plainDateOf(year - 2, 8, 1), factor: 1.03, reason: 'Ganztag bis 16 statt bis 15 Uhr: eine Stunde mehr Licht in vier Räumen' })
  const activities: readonly [number, number, number, string, number, string][] = [
    [2, 3, 14, 'Energierundgang der Klassen 3a und 4b mit Messgerät', 6, 'Plakat im Flur'],
    [2, 10, 9, 'Stoßlüften statt Kippen: zwei Wochen Messung in vier Räumen', 8, 'Arbeitsblätter der Klasse 4b'],
    [1, 2, 20, 'Energiedetektive lesen jede Woche die Zähler ab', 10, 'Ablesebuch'],
    [1, 11, 12, 'Aktionstag: dicker Pullover, zwei Grad weniger', 5, 'Bericht auf der Schulseite'],
    [0, 1, 22, 'Thermostate geprüft und beschriftet', 6, 'Liste der Räume'],
  ]
  for (const [back, month, day, activity, points, evidence] of activities) {
    const onDay = plainDateOf(year - back, month, day)
    if (onDay <= anchor) await insertActivity(db, school.id, { id: newId(db.now), onDay, activity, points, evidence })
  }
  const statement = await yearStatement(db, school, everybody, year - 2)
  if (statement && statement.missing.length === 0) await insertClosedYear(db, school.id, statement.year, statement.lines, statement.payoutCents)
}
