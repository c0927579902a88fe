import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, dayNumber, isSchoolDay, localTime, plainDate, type PlainDate } from '@modellregion/standards'
import { simulateRoom } from '../../demo/model.ts'
import { roomsOf, schoolPlans } from '../../demo/school-plans.ts'
import { suspicionsIn, type Course, type HourMean } from './pattern.ts'

const plans = schoolPlans.filter(({ slug }) => ['marienschule-alsdorf', 'gymnasium-baesweiler', 'mies-van-der-rohe-schule'].includes(slug))

/** The last school days up to a day, rising. */
function schoolDays(until: PlainDate, count: number): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = until; days.length < count; day = addDays(day, -1)) if (isSchoolDay(day)) days.unshift(day)
  return days
}

const known = new Map<string, ReturnType<typeof simulateRoom>>()
function simulated(plan: (typeof plans)[number], room: ReturnType<typeof roomsOf>[number], day: PlainDate): ReturnType<typeof simulateRoom> {
  const name = `${plan.slug} ${room.code} ${day}`
  const found = known.get(name) ?? simulateRoom(plan, room, day, 30)
  known.set(name, found)
  return found
}

/** Courses of a school's rooms out of the model; `swap` exchanges two sensors on the last three days. */
function coursesOf(plan: (typeof plans)[number], days: readonly PlainDate[], swap?: readonly [string, string]): Course[] {
  const rooms = roomsOf(plan).filter(({ use }) => use === 'class' || use === 'science' || use === 'staff' || use === 'workshop')
  return rooms.map((room, index) => {
    const hours = new Map<string, HourMean[]>([['co2', []], ['temperature', []], ['light', []]])
    days.forEach((day, at) => {
      const elsewhere = at >= days.length - 3 && swap ? (swap[0] === room.code ? swap[1] : swap[1] === room.code ? swap[0] : room.code) : room.code
      const measured = rooms.find(({ code }) => code === elsewhere) ?? room
      for (const [hour, states] of Map.groupBy(simulated(plan, measured, day), ({ at: moment }) => localTime(moment).hour))
        for (const quantity of ['co2', 'temperature', 'light'] as const) hours.get(quantity)?.push({ day: dayNumber(day), hour, value: states.reduce((sum, state) => sum + state[quantity], 0) / states.length })
    })
    return { sensor: room.code, room: index, hours }
  })
}
const numbers = (days: readonly PlainDate[]): number[] => days.map(dayNumber)

test('two sensors that were swapped are both found, each with the room of the other', () => {
  let found = 0
  let tried = 0
  for (const plan of plans) {
    const days = schoolDays(plainDate('2026-11-27'), 24)
    const rooms = roomsOf(plan).filter(({ use }) => use === 'class' || use === 'science' || use === 'staff' || use === 'workshop')
    const swap = [rooms[0]?.code ?? '', rooms.at(-1)?.code ?? ''] as const
    const suspicions = suspicionsIn(coursesOf(plan, days, swap), numbers(days))
    const index = (code: string): number => rooms.findIndex((room) => room.code === code)
    for (const [sensor, like] of [swap, [swap[1], swap[0]]] as const) {
      tried++
      if (suspicions.some((one) => one.sensor === sensor && one.likeRoom === index(like))) found++
    }
    assert.ok(suspicions.every(({ sensor }) => swap.includes(sensor)), `${plan.slug}: ${JSON.stringify(suspicions)}`)
  }
  assert.ok(found >= tried - 1, `${found} of ${tried}`)
})

test('season, weather, holidays and a first cold week alarm nobody', () => {
  let alarms = 0
  for (const plan of plans) for (const end of ['2026-01-16', '2026-05-08', '2026-11-06']) alarms += suspicionsIn(coursesOf(plan, schoolDays(plainDate(end), 24)), numbers(schoolDays(plainDate(end), 24))).length
  assert.equal(alarms, 0)
})

test('too few days say nothing', () => {
  const plan = plans[0]
  assert.ok(plan)
  const days = schoolDays(plainDate('2026-11-27'), 10)
  assert.deepEqual(suspicionsIn(coursesOf(plan, days), numbers(days)), [])
})
