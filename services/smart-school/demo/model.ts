import { dayBounds, isSchoolDay, offsetMinutes, weekday, type PlainDate } from '@modellregion/standards'
import type { SchoolForm } from '../place/schema.ts'
import type { Lesson } from '../store/schema.ts'
import { chance, wander } from './chance.ts'
import type { RoomPlan, SchoolPlan } from './school-plans.ts'
import { stories } from './stories.ts'
import { dailyMean, daylight, outdoorHumidity, outdoorTemperature } from './weather.ts'

/**
 * The model behind the demonstration's rooms. Everything follows from the school's plan and the moment, by mass balance and simple building physics
 * (docs/demo-model.md); nothing is stored, nothing depends on a clock, so that a filling that was interrupted goes on with the same numbers.
 */
export type RoomState = { readonly at: Date; readonly co2: number; readonly temperature: number; readonly humidity: number; readonly light: number; readonly motion: number }

const minute = 60_000
const stepMinutes = 5
const outdoorCo2 = 425
/** CO₂ that one person breathes out, m³/h, sitting: children less (Persily and de Jonge, Indoor Air 27, 2017). */
const breath = (form: SchoolForm): number => (form === 'grundschule' ? 0.0125 : form === 'berufskolleg' ? 0.0178 : 0.0155)

/** Difference of the outdoor temperature to Aachen, in K: the Eifel lies higher. */
export const liftOf = ({ slug }: Pick<SchoolPlan, 'slug'>): number => (slug === 'st-michael-gymnasium-monschau' ? -2.2 : slug === 'ggs-roetgen' ? -1.2 : slug === 'gymnasium-baesweiler' ? 0.3 : 0)

/** How a room is aired: what the class does, and the tilted window that nobody closes. */
type Habit = { readonly inBreaks: number; readonly inLessons: number; readonly tilted: boolean; readonly leaky: number }
export function habitOf(school: string, room: string): Habit {
  const care = chance(school, room, 'care')
  return {
    inBreaks: 0.25 + 0.7 * care,
    inLessons: care > 0.6 ? 0.5 : 0.08,
    tilted: (school === stories.alwaysTilted.school && room === stories.alwaysTilted.room) || chance(school, room, 'tilt') > 0.93,
    leaky: 0.18 + 0.3 * chance(school, room, 'leaky'),
  }
}

/** Minutes of the local clock since midnight, for moments of one day: computed from the offset, because asking the calendar each time is slow. */
export function clockOf(date: PlainDate): Clock {
  const known = clocks.get(date)
  if (known) return known
  const made = makeClock(date)
  if (clocks.size > 5_000) clocks.clear()
  clocks.set(date, made)
  return made
}

type Clock = { start: number; end: number; minutesAt(time: number): number }
const clocks = new Map<PlainDate, Clock>()

function makeClock(date: PlainDate): Clock {
  const { start, end } = dayBounds(date)
  const [before, after] = [offsetMinutes(start), offsetMinutes(new Date(end.getTime() - 1))]
  // Clocks change at 1:00 UTC in all of the European Union (Directive 2000/84/EC).
  const change = Date.parse(`${date}T01:00:00Z`)
  return { start: start.getTime(), end: end.getTime(), minutesAt: (time) => (time - start.getTime()) / minute + (before !== after && time >= change ? after - before : 0) }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

type Slot = { readonly from: number; readonly to: number; readonly people: number; readonly last: boolean }

/** Who is in a room on a day: by timetable in class rooms, between lessons on the corridor and in the staff room, in the evening in the hall. */
export function slotsOf(plan: SchoolPlan, room: RoomPlan, date: PlainDate): readonly Slot[] {
  if (!isSchoolDay(date)) return []
  const word = (name: string, lesson: number): number => chance(plan.slug, room.code, name, weekday(date), lesson)
  const lessons = plan.lessons.map((lesson: Lesson) => ({ from: minutesOf(lesson.from), to: minutesOf(lesson.to) }))
  const ends = lessons.at(-1)?.to ?? 0
  switch (room.use) {
    case 'class':
    case 'science':
    case 'workshop':
    case 'canteen': {
      const used = room.use === 'class' ? 0.88 : room.use === 'science' ? 0.6 : 0.7
      const taught = lessons.filter((lesson, index) => (lesson.from < 14 * 60 || plan.form === 'berufskolleg' ? word('used', index) < used : word('used', index) < 0.35) && (lesson.from < 17 * 60 || word('evening', index) < 0.4))
      return taught.map(({ from, to }, index) => ({ from, to, people: Math.round((room.seats ?? 20) * (0.8 + 0.18 * chance(plan.slug, room.code, 'ill', date))), last: index === taught.length - 1 }))
    }
    case 'gym':
      return [...lessons.filter((_, index) => word('used', index) < 0.75).map(({ from, to }) => ({ from, to, people: 24, last: false })), ...(weekday(date) <= 4 ? [{ from: 18 * 60, to: 20 * 60 + 30, people: 18, last: true }] : [])]
    case 'staff':
      return [{ from: (lessons[0]?.from ?? 480) - 35, to: ends + 20, people: 3, last: false }, ...lessons.slice(1).map(({ from }, index) => ({ from: (lessons[index]?.to ?? from) - 2, to: from, people: 12, last: false }))]
    case 'corridor':
      return [{ from: (lessons[0]?.from ?? 480) - 20, to: ends + 15, people: 4, last: false }]
    case 'office':
      return [{ from: 7 * 60 + 30, to: 15 * 60, people: 1, last: true }]
    case 'technical':
      return []
  }
}

/** The state of a room at these moments of a local day. The balance begins at 18 h the evening before, when rooms are empty, from its resting values. */
export function simulateRoom(plan: SchoolPlan, room: RoomPlan, date: PlainDate, everyMinutes: number): RoomState[] {
  const clock = clockOf(date)
  const lift = liftOf(plan)
  const habit = habitOf(plan.slug, room.code)
  const slots = slotsOf(plan, room, date)
  const heats = dailyMean(date, lift) < 15
  const volume = room.areaM2 * (room.use === 'gym' || room.use === 'workshop' ? 6 : 3)
  const source = (breath(plan.form) * 1_000_000) / volume
  const resting = heats ? 17.5 : Math.max(20, dailyMean(date, lift) + 3.5)
  let [co2, temperature] = [outdoorCo2 + 40, heats ? 19 : resting]
  const states: RoomState[] = []
  for (let time = clock.start - 6 * 60 * minute; time < clock.end; time += stepMinutes * minute) {
    const at = new Date(time)
    const now = clock.minutesAt(time)
    const slot = time < clock.start ? undefined : slots.find(({ from, to }) => now >= from && now < to)
    const people = slot?.people ?? 0
    const outside = outdoorTemperature(at, lift)
    const airs = airing(plan, room, date, habit, slots, now, outside)
    const exchange = habit.leaky + airs
    co2 += ((source * people - exchange * (co2 - outdoorCo2)) * stepMinutes) / 60
    const target = heats && isSchoolDay(date) && now > 330 && now < 960 ? 20.5 + wander(`set ${plan.slug} ${room.code}`, time / 86_400_000 / 9) : resting
    const pull = (target - temperature) * (target > temperature ? 0.45 : 0.12) + people * (2.1 / Math.sqrt(volume)) * 0.35 + (outside - temperature) * (0.12 * airs + 0.01) + daylight(at) * (heats ? 0.5 : 1.1)
    temperature += (pull * stepMinutes) / 60
    if (time < clock.start || (time - clock.start) % (everyMinutes * minute) !== 0) continue
    const dark = people > 0 && slot !== undefined
    states.push({
      at,
      co2: Math.round(co2 + 8 * wander(`co2 ${room.code}`, time / (17 * minute))),
      temperature: round(temperature + 0.1 * wander(`t ${room.code}`, time / (40 * minute)), 1),
      humidity: round(indoorHumidity(temperature, outside, outdoorHumidity(at, lift), people, volume, exchange), 0),
      light: Math.round((dark ? 420 : 0) + daylight(at) * (room.use === 'corridor' || room.use === 'technical' ? 120 : 1_400) * (0.6 + 0.8 * chance(plan.slug, room.code, 'window'))),
      motion: people > 0 ? Math.round(people * 0.6 + 3 * chance(room.code, time)) : 0,
    })
  }
  return states
}

/** Air changes per hour by windows. In the cold windows are open for a shorter time; after the last lesson somebody closes them. */
function airing(plan: SchoolPlan, room: RoomPlan, date: PlainDate, habit: Habit, slots: readonly Slot[], now: number, outside: number): number {
  if (room.use === 'technical' || room.use === 'corridor') return 0.3
  if (room.use === 'gym') return 0.9
  if (!isSchoolDay(date) || now < 360 || now > 1_300) return 0
  const tilted = habit.tilted ? 1.4 : 0
  const before = slots.findLast(({ to }) => to <= now)
  const next = slots.find(({ from }) => from > now)
  const current = slots.find(({ from, to }) => now >= from && now < to)
  const length = outside < 5 ? 5 : outside < 15 ? 10 : 20
  const does = (what: string, share: number): boolean => chance(plan.slug, room.code, what, date, Math.round((current ?? before)?.from ?? 0)) < share
  if (current) {
    const middle = (current.from + current.to) / 2
    return tilted + (now >= middle && now < middle + length && does('lesson', habit.inLessons) ? 5 : outside > 22 && does('summer', 0.8) ? 3 : 0)
  }
  if (before && now < before.to + (next ? Math.max(length, 15) : 10) && does('break', habit.inBreaks)) return tilted + 5
  return before && next ? tilted : tilted * 0.6
}

/** Relative humidity inside: the water of the air outside and of the people's breath (0.05 kg an hour each), at the temperature inside (Magnus, WMO-No. 8). */
function indoorHumidity(inside: number, outside: number, outsidePercent: number, people: number, volume: number, exchange: number): number {
  const pressure = (celsius: number): number => 6.112 * Math.exp((17.62 * celsius) / (243.12 + celsius))
  const grams = (216.7 * pressure(outside) * (outsidePercent / 100)) / (273.15 + outside) + (people * 35) / (volume * (exchange + 0.8))
  return Math.min(95, Math.max(12, ((grams * (273.15 + inside)) / (216.7 * pressure(inside))) * 100))
}

export const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits
