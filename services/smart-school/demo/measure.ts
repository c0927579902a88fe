import { addDays, daysBetween, instantAt, isSchoolDay, localDate, type PlainDate } from '@modellregion/standards'
import type { NewObservation } from '../store/schema.ts'
import { chance } from './chance.ts'
import { registerOf, type DemoDevice } from './devices.ts'
import { registerAt } from './meter-model.ts'
import { liftOf, round, simulateRoom, slotsOf, clockOf } from './model.ts'
import { roomsOf, type SchoolPlan } from './school-plans.ts'
import { outdoorHumidity, outdoorTemperature } from './weather.ts'

const minute = 60_000

/** Values of a device on a local day by channel, each at its own pace in minutes; channels without a pace say nothing. `anchor`: the day of the first start. */
export type Pace = Readonly<Partial<Record<string, number>>>
export type Value = { readonly channel: string; readonly at: Date; readonly number: number }

/** What the device says on that day where it hung then. `at` is the code of that place. */
export function measureDay(plan: SchoolPlan, device: DemoDevice, at: string, date: PlainDate, anchor: PlainDate, pace: Pace): Value[] {
  const room = roomsOf(plan).find(({ code }) => code === at)
  const meter = plan.meters.find(({ code }) => code === at)
  const values: Value[] = []
  const add = (channel: string, moment: Date, number: number): void => void values.push({ channel, at: moment, number })
  const every = (channel: string, say: (moment: Date) => number): void => {
    const step = pace[channel]
    if (step !== undefined) for (const moment of momentsOf(date, step)) add(channel, moment, say(moment))
  }
  const register = registerOf(device)
  if (meter && register) every(register, (moment) => registerAt(plan, meter, register, moment, anchor))
  if (at === 'outdoor') {
    every('temperature', (moment) => round(outdoorTemperature(moment, liftOf(plan)), 1))
    every('humidity', (moment) => Math.round(outdoorHumidity(moment, liftOf(plan))))
  }
  if (room) {
    const paces = device.channels.flatMap(({ channel }) => (channel in stateOf ? [pace[channel] ?? Infinity] : []))
    const finest = Math.min(...paces)
    if (finest < Infinity)
      for (const state of simulateRoom(plan, room, date, finest))
        for (const { channel } of device.channels) {
          const step = pace[channel]
          const say = stateOf[channel]
          if (step !== undefined && say && (state.at.getTime() / minute) % step === 0) add(channel, state.at, say(state))
        }
    if (pace['occupancy'] !== undefined) every('occupancy', (moment) => (isSomebodyThere(plan, at, date, moment) ? 1 : 0))
    if (pace['contact'] !== undefined) values.push(...doorOf(plan, at, date))
    every('leak', () => 0)
  }
  const outlet = plan.outlets.find(({ code }) => code === at)
  if (outlet) {
    every('water', (moment) => round(waterUntil(plan, outlet.code, outlet.outlets, moment), 3))
    every('waterTemperature', (moment) => waterTemperature(plan, outlet.warm, moment))
  }
  const wear = (1 - device.battery / 100) / 400
  const charge = (moment: Date): number => device.battery / 100 + wear * (daysBetween(localDate(moment), anchor) + 0.5)
  every('battery', (moment) => round(2.9 + 0.72 * Math.min(1, charge(moment)) + 0.008 * chance(device.devEui, moment.getTime()), 3))
  every('batteryPercent', (moment) => Math.round(100 * Math.min(1, charge(moment))))
  const silent = device.silent
  return silent ? values.filter(({ channel, at: moment }) => channel !== silent.channel || moment < instantAt(addDays(anchor, -silent.days), 10, 30)) : values
}

const stateOf: Readonly<Record<string, ((state: ReturnType<typeof simulateRoom>[number]) => number) | undefined>> = {
  co2: ({ co2 }) => co2,
  temperature: ({ temperature }) => temperature,
  humidity: ({ humidity }) => humidity,
  light: ({ light }) => light,
  motion: ({ motion }) => motion,
}

/** Moments of a local day, counted from its beginning: 92 or 100 quarters of an hour on the days on which clocks change. */
function momentsOf(date: PlainDate, stepMinutes: number): Date[] {
  const { start, end } = clockOf(date)
  const moments: Date[] = []
  for (let time = start; time < end; time += stepMinutes * minute) moments.push(new Date(time))
  return moments
}

function isSomebodyThere(plan: SchoolPlan, code: string, date: PlainDate, at: Date): boolean {
  const room = roomsOf(plan).find((one) => one.code === code)
  if (!room) return false
  const now = clockOf(date).minutesAt(at.getTime())
  return slotsOf(plan, room, date).some(({ from, to }) => now >= from && now < to)
}

/** A door is opened before the first and closed after the last lesson. */
function doorOf(plan: SchoolPlan, code: string, date: PlainDate): Value[] {
  const closed = { channel: 'contact', at: instantAt(date, 0, 0), number: 0 }
  if (!isSchoolDay(date)) return [closed]
  const at = (clock: string, more: number): Date => new Date(instantAt(date, Number(clock.slice(0, 2)), Number(clock.slice(3, 5))).getTime() + more * minute)
  const luck = Math.round(10 * chance(plan.slug, code, date))
  return [closed, { channel: 'contact', at: at(plan.lessons[0]?.from ?? '08:00', -45 + luck), number: 1 }, { channel: 'contact', at: at(plan.lessons.at(-1)?.to ?? '15:00', 40 + luck), number: 0 }]
}

/** Cubic metres that ran through an outlet group: only on school days while there are lessons. Counted from a fixed Monday, so that the register never falls. */
function waterUntil(plan: SchoolPlan, code: string, outlets: number, at: Date): number {
  const date = localDate(at)
  const daily = outlets * 0.019
  const days = schoolDaysUntil(date)
  const now = clockOf(date).minutesAt(at.getTime())
  const share = isSchoolDay(date) ? Math.min(1, Math.max(0, (now - 450) / 420)) : 0
  return Math.round(100 * chance(plan.slug, code, 'first')) + daily * (days + share)
}

const counted = new Map<string, number>()
function schoolDaysUntil(date: PlainDate): number {
  const first = addDays(date, -daysBetween(firstMonday, date))
  const known = counted.get(date)
  if (known !== undefined) return known
  let days = 0
  for (let day = first; day < date; day = addDays(day, 1)) if (isSchoolDay(day)) days++
  counted.set(date, days)
  return days
}
const firstMonday = localDate(new Date('2024-01-01T12:00:00Z'))

/** Cold water takes the temperature of the ground and of the house; a circulation keeps 57 °C and falls where nothing is drawn. */
function waterTemperature(plan: SchoolPlan, warm: boolean, at: Date): number {
  const date = localDate(at)
  const idle = isSchoolDay(date) ? 0 : 1
  if (warm) return round(57.5 - 1.5 * idle + 1.2 * chance(plan.slug, 'warm', at.getTime()), 1)
  return round(12.5 + 0.28 * (outdoorTemperature(at, liftOf(plan)) - 5) + 3.5 * idle + 0.6 * chance(plan.slug, 'cold', at.getTime()), 1)
}

/** Values as observations, where the device hung at that moment: `seriesAt` knows the series. */
export const observationsOf = (values: readonly Value[], seriesAt: (channel: string, at: Date) => number | undefined): NewObservation[] =>
  values.flatMap(({ channel, at, number }) => {
    const seriesId = seriesAt(channel, at)
    return seriesId === undefined ? [] : [{ seriesId, at, number }]
  })
