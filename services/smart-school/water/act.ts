import { audit, newId, sharedSecret, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { addDays, isSchoolDay, localDate, nextSchoolHoliday, schoolHolidayOn, type PlainDate } from '@modellregion/standards'
import { clearAlarm, raiseAlarm } from '../alarm/raise.ts'
import type { School } from '../store/schema.ts'
import { hashOf, keysFrom, noHash, signHash, type Keys } from './chain.ts'
import { legionellaLimit, temperatureLimits } from './limits.ts'
import { insertEntry, listEntries, lockLog } from './queries/entry.ts'
import { dropTasks, finishTasks, upsertTask } from './queries/task.ts'
import { waterOf, type GroupState } from './read.ts'
import { lastLab, planFlushes, temperatureFindings, type PlannedFlush, type TemperatureFinding } from './rules.ts'
import type { CorrectionData, EntryKind, FlushData, LabData, OutletGroup, UseData, WaterEntry } from './schema.ts'

/** The key of this installation that signs water logs. Asked for once in each process. */
export const waterKeys = async ({ database }: Pick<Platform, 'database'>, now: Date): Promise<Keys> => keysFrom(await sharedSecret(database, 'smart-school-water', now))

export type Signer = { readonly id: string | null; readonly name: string }
type New = { readonly kind: EntryKind; readonly at: Date; readonly data: FlushData | LabData | UseData | CorrectionData; readonly note?: string }

/** Adds a signed entry to a group's log. The audit says that it was done; what was done says the log. */
export async function signEntry(db: UnitOfWork, keys: Keys, group: Pick<OutletGroup, 'id'>, by: Signer, { kind, at, data, note = '' }: New): Promise<WaterEntry> {
  const last = await lockLog(db, group.id)
  const sealed = { groupId: group.id, seq: (last?.seq ?? 0) + 1, kind, at, accountId: by.id, signedName: by.name, data, note, previousHash: last?.hash ?? noHash, createdAt: db.now }
  const hash = hashOf(db.tenant, sealed)
  const entry: WaterEntry = { ...sealed, hash, signedHash: signHash(keys, hash) }
  await insertEntry(db, entry)
  await audit(db, { action: `water.${kind}`, subject: `outlet-group/${group.id}`, detail: { seq: entry.seq, hash } })
  return entry
}

const stagnation = ({ id }: Pick<OutletGroup, 'id'>): string => `outlet:${id}`
const pipeOf = ({ id }: Pick<OutletGroup, 'id'>): string => `pipe:${id}`
const legionella = ({ id }: Pick<OutletGroup, 'id'>): string => `legionella:${id}`

/** Somebody flushed: the entry is signed, what was due is done, alarms follow the facts. */
export async function recordFlush(db: UnitOfWork, keys: Keys, group: OutletGroup, by: Signer, at: Date, data: FlushData, note: string): Promise<WaterEntry> {
  await finishTasks(db, group.id, localDate(at), ((await lockLog(db, group.id))?.seq ?? 0) + 1)
  await clearAlarm(db, 'water-stagnation', stagnation(group))
  const [finding] = temperatureFindings(data)
  if (finding) await raiseAlarm(db, { kind: 'water-temperature', subject: stagnation(group), schoolId: group.schoolId, thingId: group.id, severity: 'warn', facts: temperatureFacts(group, finding) })
  else if (data.coldAfter !== null || data.hotAfter !== null) await clearAlarm(db, 'water-temperature', stagnation(group))
  return await signEntry(db, keys, group, by, { kind: 'flush', at, data, note })
}

const temperatureFacts = ({ name }: Pick<OutletGroup, 'name'>, { kind, celsius }: TemperatureFinding) => ({ place: name, quantity: 'waterTemperature', value: celsius, limit: kind === 'cold-warm' ? temperatureLimits.cold : temperatureLimits.hot, unit: '°C' })

/** A laboratory result, signed; the alarm follows the latest sample. */
export async function recordLab(db: UnitOfWork, keys: Keys, group: OutletGroup, by: Signer, at: Date, data: LabData, note: string): Promise<WaterEntry> {
  const entry = await signEntry(db, keys, group, by, { kind: 'lab', at, data, note })
  await judgeLab(db, group, lastLab(await listEntries(db, [group.id])))
  return entry
}

/** From 100 KBE on the operator must act, so an alarm stays open until a later sample is below, or the entry was corrected. */
async function judgeLab(db: UnitOfWork, group: OutletGroup, last: GroupState['lab']): Promise<void> {
  if (last && last.data.cfuPer100ml >= legionellaLimit)
    await raiseAlarm(db, { kind: 'water-stagnation', subject: legionella(group), schoolId: group.schoolId, thingId: group.id, severity: 'urgent', facts: { place: group.name, value: last.data.cfuPer100ml, limit: legionellaLimit, unit: 'KBE/100 ml', quantity: 'Legionellen' } })
  else await clearAlarm(db, 'water-stagnation', legionella(group))
}

/** How far a plan reaches: past the next school holidays, so that who flushes when is known before they begin; at least two weeks. */
export function horizonOf(today: PlainDate): PlainDate {
  const coming = schoolHolidayOn(today) ?? nextSchoolHoliday(today)
  const [atLeast, atMost] = [addDays(today, 14), addDays(today, 75)]
  const wanted = coming && coming.from <= addDays(today, 28) ? addDays(coming.until, 4) : atLeast
  return wanted < atLeast ? atLeast : wanted > atMost ? atMost : wanted
}

/** The flushes that a group needs from now on. */
export const planOf = ({ group, clock }: Pick<GroupState, 'group' | 'clock'>, freeDays: ReadonlySet<string>, now: Date): PlannedFlush[] =>
  planFlushes({ lastAt: clock.lastAt, now, until: horizonOf(localDate(now)), limitHours: group.limitHours, isUsed: (day) => group.evidence !== 'hand' && isSchoolDay(day, freeDays) })

/**
 * Plans a school's flushes anew and raises or clears its alarms of standing water. Groups with a sensor are expected to be used on school days, and are
 * planned as soon as their sensor says otherwise. Of groups out of use nothing stays due. Repeating it changes nothing.
 */
export async function renewPlan(db: UnitOfWork, school: School, now: Date): Promise<number> {
  const { groups, retired, freeDays } = await waterOf(db, school, now)
  let planned = 0
  for (const state of groups) {
    const { group, clock } = state
    const plan = planOf(state, freeDays, now)
    for (const task of plan) planned += await upsertTask(db, { id: newId(db.now), groupId: group.id, schoolId: school.id, ...task })
    await dropTasks(db, group.id, plan.map(({ day }) => day))
    if (clock.lastAt !== null && clock.isDue)
      await raiseAlarm(db, { kind: 'water-stagnation', subject: stagnation(group), schoolId: school.id, thingId: group.id, severity: clock.state === 'interrupted' ? 'warn' : 'urgent', facts: { place: group.name, hours: Math.floor(clock.hours ?? 0), limit: group.limitHours, since: clock.lastAt.toISOString() } })
    else if (!clock.isDue) await clearAlarm(db, 'water-stagnation', stagnation(group))
    if (state.finding) await raiseAlarm(db, { kind: 'water-temperature', subject: pipeOf(group), schoolId: school.id, thingId: group.id, severity: 'warn', facts: temperatureFacts(group, state.finding) })
    else if (state.pipe) await clearAlarm(db, 'water-temperature', pipeOf(group))
    await judgeLab(db, group, state.lab)
  }
  for (const group of retired) {
    await dropTasks(db, group.id, [])
    for (const subject of [stagnation(group), legionella(group)]) await clearAlarm(db, 'water-stagnation', subject)
    for (const subject of [stagnation(group), pipeOf(group)]) await clearAlarm(db, 'water-temperature', subject)
  }
  return planned
}
