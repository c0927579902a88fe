import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, isSchoolDay, localDate, instantAt } from '@modellregion/standards'
import { lessonAir } from '../air/lessons.ts'
import { readPointsOf } from '../air/queries.ts'
import type { Point, School, Series, Thing } from '../store/schema.ts'
import { listSeriesOfSchool, listThingsOfSchool } from '../store/queries.ts'
import { listFreeDays } from './queries/days.ts'
import { listEntries } from './queries/entry.ts'
import { clockOf, lastExchangeByCounter, lastExchangeByFlow, lastExchangeByHand, lastExchangeByTemperature, lastLab, outletGroupOf, pipeFinding, usualPipeLitres, type TemperatureFinding, type WaterClock } from './rules.ts'
import type { LabData, OutletGroup, WaterEntry } from './schema.ts'

type Evidence = 'sensor' | 'hand' | 'room' | 'school-day'

/** An outlet group as its pages show it. `by`: what says when water last moved. `pipe`: the last temperature a sensor on the pipe has sent. */
export type GroupState = {
  readonly group: OutletGroup
  readonly thing: Thing
  readonly clock: WaterClock
  readonly by: Evidence | null
  readonly entries: readonly WaterEntry[]
  readonly lab: { readonly at: Date; readonly data: LabData } | undefined
  readonly pipe: Point | undefined
  /** What is wrong with the pipe's temperature over the last day. */
  readonly finding: TemperatureFinding | undefined
}
/** `retired`: groups that are no longer in use, of which nothing is due any more. */
export type WaterState = { readonly groups: readonly GroupState[]; readonly retired: readonly Pick<OutletGroup, 'id'>[]; readonly freeDays: ReadonlySet<string> }

const sensed: readonly Series['quantity'][] = ['water', 'flow', 'button', 'waterTemperature']
const lookBackDays = 45
/** Local hour after which a day with lessons has used the water, see rules. */
const usedByHour = 10

/** All outlet groups of a school with their clocks, out of sensors, the log and the calendar. */
export async function waterOf(db: UnitOfWork, school: School, now: Date): Promise<WaterState> {
  const all = await listThingsOfSchool(db, school.id)
  const things = all.filter(({ kind, retiredAt }) => kind === 'outlet-group' && !retiredAt)
  const series = (await listSeriesOfSchool(db, school.id)).filter(({ thingId, quantity }) => things.some(({ id }) => id === thingId) && sensed.includes(quantity))
  const today = localDate(now)
  const [points, entries, free] = [
    await readPointsOf(db, series.map(({ id }) => id), instantAt(addDays(today, -lookBackDays)), new Date(now.getTime() + 1)),
    await listEntries(db, things.map(({ id }) => id)),
    await listFreeDays(db, school.id, addDays(today, -lookBackDays), addDays(today, 400)),
  ]
  const freeDays = new Set<string>(free.map(({ day }) => day))
  const groups: GroupState[] = []
  for (const thing of things) {
    // When people were last in a sealed room is told by nothing, so not by its water either.
    const room = thing.properties['evidence'] === 'room' ? all.find(({ id, kind, properties }) => id === thing.parentId && kind === 'room' && properties['sealed'] !== true) : undefined
    const usedAt = room ? await lastPeopleIn(db, school, room.id, now) : null
    groups.push(stateOf(thing, series.filter(({ thingId }) => thingId === thing.id), points, entries.filter(({ groupId }) => groupId === thing.id), freeDays, usedAt, now))
  }
  return { freeDays, groups, retired: all.filter(({ kind, retiredAt }) => kind === 'outlet-group' && retiredAt) }
}

/** Days for which it is asked whether people were in a room: longer than the longest limit. */
const roomDays = 8

/** The end of the last lesson with people in a room, by its air; null when there was none lately. */
async function lastPeopleIn(db: UnitOfWork, school: School, roomId: number, now: Date): Promise<Date | null> {
  for (let back = 0, day = localDate(now); back < roomDays; back++, day = addDays(day, -1)) {
    const used = (await lessonAir(db, school, roomId, day)).findLast(({ presence, until }) => presence === 'occupied' && until <= now)
    if (used) return used.until
  }
  return null
}

function stateOf(thing: Thing, series: readonly Series[], points: ReadonlyMap<number, readonly Point[]>, entries: readonly WaterEntry[], freeDays: ReadonlySet<string>, usedAt: Date | null, now: Date): GroupState {
  const group = outletGroupOf(thing, series.some(({ quantity }) => quantity !== 'waterTemperature'))
  const litres = typeof thing.properties['pipeLitres'] === 'number' ? thing.properties['pipeLitres'] : usualPipeLitres
  const moments: { at: Date; by: Evidence }[] = []
  const add = (at: Date | null, by: Evidence): void => void (at && at <= now && moments.push({ at, by }))
  const hasMeter = series.some(({ quantity }) => quantity !== 'waterTemperature')
  // Where the hygiene plan counts only what is written down, a sensor says nothing.
  for (const { id, quantity } of group.evidence === 'hand' ? [] : series) {
    const own = points.get(id) ?? []
    if (quantity === 'water') add(lastExchangeByCounter(own, litres), 'sensor')
    else if (quantity === 'waterTemperature') add(hasMeter ? null : lastExchangeByTemperature(own), 'sensor')
    else add(lastExchangeByFlow(own), 'sensor')
  }
  add(lastExchangeByHand(entries), 'hand')
  add(usedAt, 'room')
  if (group.evidence === 'school-day') add(lastUsedDay(now, freeDays), 'school-day')
  const last = moments.sort((a, b) => b.at.getTime() - a.at.getTime())[0]
  const pipe = series.filter(({ quantity }) => quantity === 'waterTemperature').flatMap(({ id }) => points.get(id) ?? [])
  const lastDay = pipe.filter(({ at }) => now.getTime() - at.getTime() <= 24 * 3_600_000)
  return { group, thing, clock: clockOf(last?.at ?? null, now, group.limitHours), by: last?.by ?? null, entries, lab: lastLab(entries), pipe: pipe.at(-1), finding: pipeFinding(lastDay, group.hot) }
}

/** The last school day's use, as the hygiene plan assumes it. */
function lastUsedDay(now: Date, freeDays: ReadonlySet<string>): Date | null {
  let day = localDate(now)
  for (let back = 0; back < lookBackDays; back++, day = addDays(day, -1)) {
    const used = instantAt(day, usedByHour)
    if (used <= now && isSchoolDay(day, freeDays)) return used
  }
  return null
}
