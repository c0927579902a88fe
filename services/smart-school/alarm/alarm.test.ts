import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ensureAccount, grantRole, newId, type UnitOfWork } from '@modellregion/kernel'
import { plainDate } from '@modellregion/standards'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { insertDevice, insertMounting } from '../device/queries.ts'
import type { QuantityId } from '../quantity/quantity.ts'
import { addFreeDay } from '../water/queries/days.ts'
import { plantSchool } from '../water/school-testing.ts'
import { saveSafetySetting } from '../safety/queries.ts'
import { readSafety } from '../safety/view.ts'
import { insertSensor, insertThing, takeNumbers, writeObservations } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'

import { forecastTown } from './battery.ts'
import { dispatchTown, type Letters } from './dispatch.ts'
import { evaluateTown } from './evaluate.ts'
import { watchTown } from './minute.ts'
import { readHolders } from './people.ts'
import { previewRule } from './preview.ts'
import { acknowledge, listAlarmsOfSchool, listOpenAlarms } from './queries/alarm.ts'
import { countByPerson, saveDuty, savePreference } from './queries/notice.ts'
import { insertMute, listForecasts, saveForecast, saveRule } from './queries/rule.ts'
import { clearAlarm, raiseAlarm } from './raise.ts'
import { usualPreference } from './rules/notify.ts'
import { readyRules } from './rules/ready.ts'

let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(() => temporary.close())

// A Monday in no school holiday, at noon in Germany.
const noon = new Date('2026-11-09T11:00:00Z')
const at = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000)
const doorsAt = (now: Date, tenant = 'erlenau') => {
  const enter = (access: 'read' | 'write') => ({ tenant, service: 'smart-school', access, now })
  return {
    read: <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.database.unit(enter('read'), work),
    write: <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.database.unit(enter('write'), work),
  }
}

let devices = 0
/** A room with a device whose channels are these. */
async function room(school: number, name: string, quantities: readonly QuantityId[], { sealed = false, every = 10, until = null }: { sealed?: boolean; every?: number; until?: Date | null } = {}) {
  const devEui = (++devices).toString(16).padStart(16, '0')
  return await doorsAt(at(-60 * 24 * 40)).write(async (db) => {
    const thingId = await takeNumbers(db, 'thing')
    await insertThing(db, { id: thingId, kind: 'room', parentId: null, schoolId: school, name, properties: { sealed } })
    const sensorId = await takeNumbers(db, 'sensor')
    await insertSensor(db, { id: sensorId, name: `Gerät ${devEui}` })
    await insertDevice(db, { devEui, sensorId, schoolId: school, name: `Gerät ${devEui}`, codec: null, expectedMinutes: every })
    await insertMounting(db, { id: newId(db.now), devEui, channel: '*', thingId, from: at(-60 * 24 * 39), to: until })
    const series: Record<string, number> = {}
    for (const quantity of quantities) series[quantity] = (await seriesOfChannel(db, { thingId, sensorId, channel: quantity, quantity })).id
    return { thingId, devEui, series }
  })
}
const say = (now: Date, seriesId: number | undefined, ...values: [minutes: number, value: number][]) =>
  doorsAt(now).write((db) => writeObservations(db, values.map(([minutes, number]) => ({ seriesId: seriesId ?? -1, at: at(minutes), number }))))
const openOf = async (school: number, now: Date) => (await doorsAt(now).read((db) => listOpenAlarms(db))).filter(({ schoolId }) => schoolId === school).map(({ kind, ruleKey, subject }) => [kind, ruleKey, subject])

test('whoever raises the same alarm each minute raises one, and after its end another', async () => {
  const { write, read } = doorsAt(noon)
  const alarm = { kind: 'base-load' as const, subject: 'meter:7', schoolId: 900, severity: 'warn' as const, facts: { value: 4 } }
  assert.equal(await write((db) => raiseAlarm(db, alarm)), true)
  assert.equal(await write((db) => raiseAlarm(db, alarm)), false)
  assert.equal(await write((db) => clearAlarm(db, 'base-load', 'meter:7')), true)
  assert.equal(await write((db) => clearAlarm(db, 'base-load', 'meter:7')), false)
  assert.equal(await write((db) => raiseAlarm(db, alarm)), true)
  assert.equal((await read((db) => listAlarmsOfSchool(db, 900, { from: 0, size: 9 }))).length, 2)
})

test('a leak is raised at once and once, stays while it is wet, and ends when it has been dry for ten minutes', async () => {
  const { series } = await room(1, 'Heizungskeller', ['leak'], { every: 1_440 })
  await say(noon, series['leak'], [-300, 0], [-1, 1])
  await watchTown(doorsAt(noon))
  await watchTown(doorsAt(at(1)))
  assert.deepEqual(await openOf(1, at(1)), [['leak', 'leak', `rule:leak:${series['leak']}`]])
  await watchTown(doorsAt(at(120)))
  assert.equal((await openOf(1, at(120))).length, 1, 'it says nothing new, so it is still wet')
  await say(at(130), series['leak'], [125, 0])
  await watchTown(doorsAt(at(130)))
  assert.equal((await openOf(1, at(130))).length, 1)
  await watchTown(doorsAt(at(136)))
  assert.deepEqual(await openOf(1, at(136)), [])
  // A value of the past that arrives now raises nothing.
  await say(at(140), series['leak'], [-2, 1], [60, 1])
  await watchTown(doorsAt(at(140)))
  assert.deepEqual(await openOf(1, at(140)), [])
})

test('frost needs its hour; a room may have a limit of its own; a muted place raises nothing', async () => {
  const cold = await room(2, 'Flur', ['temperature'])
  const cellar = await room(2, 'Keller', ['temperature'])
  const muted = await room(2, 'Garage', ['temperature'])
  for (const { series } of [cold, cellar, muted]) await say(noon, series['temperature'], [-50, 9.9], [-40, 7], [-30, 6], [-20, 6], [-10, 6], [0, 6])
  const frost = readyRules.find(({ key }) => key === 'frost')
  assert.ok(frost && frost.condition.type === 'threshold')
  const { condition } = frost
  await doorsAt(noon).write(async (db) => {
    await saveRule(db, { ...frost, id: newId(db.now), schoolId: 2, thingId: cellar.thingId, condition: { ...condition, on: 2, off: 4 }, reason: 'Vorratskeller' })
    await insertMute(db, { id: newId(db.now), kind: 'threshold', subject: `rule:frost:${muted.series['temperature']}`, schoolId: 2, until: at(10_000), reason: 'Umbau' })
  })
  await watchTown(doorsAt(noon))
  assert.deepEqual(await openOf(2, noon), [])
  for (const { series } of [cold, cellar, muted]) await say(at(21), series['temperature'], [10, 6], [20, 6])
  await watchTown(doorsAt(at(21)))
  assert.deepEqual(await openOf(2, at(21)), [['threshold', 'frost', `rule:frost:${cold.series['temperature']}`]])
  const preview = await doorsAt(at(30)).read((db) => previewRule(db, { ...frost, schoolId: 2 }, at(30)))
  assert.deepEqual([preview.alarms, preview.channels, preview.touched], [3, 3, 3])
  await doorsAt(at(31)).write((db) => saveRule(db, { ...frost, id: newId(db.now), schoolId: 2, enabled: false, reason: 'Sommer' }))
  await watchTown(doorsAt(at(31)))
  assert.deepEqual(await openOf(2, at(31)), [], 'a rule that is switched off holds nothing open')
})

test('a door open at night is an alarm once the hours are over, and none when they begin', async () => {
  const hall = await room(3, 'Turnhalle Tür', ['contact'], { every: 1_440 })
  await say(noon, hall.series['contact'], [-60, 0], [0, 1])
  await watchTown(doorsAt(noon))
  assert.deepEqual((await openOf(3, noon)).filter(([, rule]) => rule === 'door-night'), [])
  const evening = new Date('2026-11-09T17:20:00Z')
  await watchTown(doorsAt(evening))
  assert.deepEqual(await openOf(3, evening), [['door-open', 'door-night', `rule:door-night:${hall.series['contact']}`]])
  const morning = new Date('2026-11-10T05:40:00Z')
  await watchTown(doorsAt(morning))
  assert.deepEqual(await openOf(3, morning), [])
})

test('movement at night is nobody\'s business until a school switches it on; sealed rooms never are', async () => {
  const lobby = await room(4, 'Foyer', ['motion'])
  const staff = await room(4, 'Lehrerzimmer', ['motion'], { sealed: true })
  const night = new Date('2026-11-09T22:00:00Z')
  for (const { series } of [lobby, staff]) await say(night, series['motion'], [655, 0], [659, 3])
  await watchTown(doorsAt(night))
  assert.deepEqual(await openOf(4, night), [])
  await doorsAt(night).write((db) => saveSafetySetting(db, { schoolId: 4, from: '06:30', to: '18:00', presence: true, presenceReason: 'Einbrüche im Oktober', councilOn: plainDate('2026-11-01') }))
  await watchTown(doorsAt(night))
  assert.deepEqual(await openOf(4, night), [['presence-at-night', 'presence', `rule:presence:${lobby.series['motion']}`]])
})

test('one channel falls silent while its device speaks; a device that moved away leaves no silence behind', async () => {
  const speaking = await room(5, 'Raum 1', ['co2', 'temperature'])
  const moved = await room(5, 'Raum 2', ['co2'], { until: at(-400) })
  await say(noon, speaking.series['co2'], [-500, 800])
  await say(noon, speaking.series['temperature'], [-500, 20], [-5, 20])
  await say(noon, moved.series['co2'], [-500, 800])
  await doorsAt(noon).write(async (db) => {
    const elsewhere = await takeNumbers(db, 'thing')
    await insertThing(db, { id: elsewhere, kind: 'room', parentId: null, schoolId: 5, name: 'Raum 3' })
    await insertMounting(db, { id: newId(db.now), devEui: moved.devEui, channel: '*', thingId: elsewhere, from: at(-400), to: null })
  })
  await watchTown(doorsAt(noon))
  assert.deepEqual(await openOf(5, noon), [['silent', 'silent', `series:${speaking.series['co2']}`]])
  await say(at(2), speaking.series['co2'], [1, 900])
  await watchTown(doorsAt(at(2)))
  assert.deepEqual(await openOf(5, at(2)), [])
})

const letters: Letters = { alarm: (alarm, step) => ({ subject: `${alarm.kind} ${step}`, text: '-' }), digest: (alarms) => ({ subject: `digest ${alarms.length}`, text: '-' }) }

test('people are told once for each step, within quiet hours and budget, and nobody once somebody sees to it', async () => {
  const sent: string[] = []
  const mailer = { send: (_db: UnitOfWork, { to, subject }: { to: string; subject: string }) => Promise.resolve(void sent.push(`${to} ${subject}`)).then(() => '') }
  const tell = async (now: Date) => {
    sent.length = 0
    const holders = await readHolders({ platform: temporary, tenant: { id: 'moorbek' }, now })
    await doorsAt(now, 'moorbek').write((db) => dispatchTown(db, mailer, holders, letters))
    return [...sent]
  }
  const people = await temporary.unit('moorbek', 'platform', async (db) => {
    const ids = { ada: newId(db.now), ben: newId(db.now), tom: newId(db.now) }
    for (const [name, id] of Object.entries(ids)) await ensureAccount(db, { id, name, email: `${name}@example.org` })
    await grantRole(db, ids.ada, { role: 'caretaker', organisation: 'town' })
    await grantRole(db, ids.ben, { role: 'caretaker', organisation: 'town' })
    await grantRole(db, ids.tom, { role: 'school-technician', organisation: 'town' })
    return ids
  })
  const raise = (now: Date, kind: 'leak' | 'threshold', subject: string) => doorsAt(now, 'moorbek').write((db) => raiseAlarm(db, { kind, subject, schoolId: 1, severity: 'urgent', facts: {} }))
  await doorsAt(noon, 'moorbek').write(async (db) => {
    await saveDuty(db, { schoolId: 1, accountId: people.ada, step: 1 })
    await saveDuty(db, { schoolId: 1, accountId: people.ben, step: 2 })
    await savePreference(db, people.ada, { ...usualPreference, perDay: 1 })
  })
  await raise(noon, 'leak', 'a')
  assert.deepEqual(await tell(noon), ['ada@example.org leak 1'])
  assert.deepEqual(await tell(at(1)), [])
  assert.deepEqual(await tell(at(16)), ['ben@example.org leak 2'])
  assert.deepEqual(await tell(at(31)), ['tom@example.org leak 3'])

  await raise(at(40), 'threshold', 'b')
  assert.deepEqual(await tell(at(40)), [], 'the budget of the day is used up')
  const alarm = (await doorsAt(at(40), 'moorbek').read((db) => listOpenAlarms(db))).find(({ subject }) => subject === 'b')
  assert.ok(alarm)
  await doorsAt(at(41), 'moorbek').write((db) => acknowledge(db, alarm.id, people.ada, null))
  assert.deepEqual(await tell(at(90)), [], 'somebody sees to it: no deputy')
  const nextMorning = new Date('2026-11-10T06:00:00Z')
  assert.deepEqual(await tell(nextMorning), ['ada@example.org digest 1'])
  assert.deepEqual(await tell(nextMorning), [])

  const night = new Date('2026-11-10T22:00:00Z')
  await raise(night, 'threshold', 'c')
  assert.deepEqual(await tell(night), [], 'quiet hours')
  const counted = await doorsAt(night, 'moorbek').read((db) => countByPerson(db, noon))
  assert.equal(counted.find(({ accountId, state }) => accountId === people.ada && state === 'waiting')?.n, 1)
  const after = new Date('2026-11-11T05:31:00Z')
  assert.ok((await tell(after)).includes('ada@example.org threshold 1'))
})

test('another town sees none of it', async () => {
  assert.deepEqual((await doorsAt(noon, 'hohenried').read((db) => evaluateTown(db))).raise, [])
  assert.deepEqual(await doorsAt(noon, 'hohenried').read((db) => listOpenAlarms(db)), [])
})

test('a forecast goes when its battery was exchanged', async () => {
  const { series } = await room(31, 'Raum mit neuer Batterie', ['battery'])
  const { write } = doorsAt(noon)
  await write((db) => saveForecast(db, { seriesId: series['battery'] ?? -1, level: 2.81, perDay: -0.01, days: 40, emptyOn: plainDate('2026-11-12') }))
  await write(forecastTown)
  assert.deepEqual((await write(listForecasts)).filter(({ seriesId }) => seriesId === series['battery']), [])
})

test('doors of sealed rooms tell nobody when they open, only how many they are', async () => {
  const open = await room(41, 'Flur', ['contact'])
  const sealed = await room(41, 'Lehrerzimmer', ['contact', 'leak'], { sealed: true })
  for (const { series } of [open, sealed]) await say(noon, series['contact'], [-20, 0], [-5, 1])
  await say(noon, sealed.series['leak'], [-5, 0])
  const view = await doorsAt(noon).read((db) => readSafety(db, { id: 41 }))
  assert.deepEqual(view.openings.map(({ place, on }) => [place, on]), [['Flur', true]])
  assert.equal(view.sealed, 1)
  assert.deepEqual(view.water.map(({ place }) => place), ['Lehrerzimmer'], 'water is there for nobody to hide')
})

test('a door that stands open at noon is told of on a free day of the school, and on no other day', async () => {
  const { school } = await doorsAt(at(-60 * 24 * 41)).write(plantSchool)
  const { series } = await room(school.id, 'Eingangstür', ['contact'])
  await say(noon, series['contact'], [-50, 0], [-40, 1], [-30, 1], [-20, 1], [-10, 1], [-1, 1])
  const { read, write } = doorsAt(noon)
  const found = async () => (await read((db) => evaluateTown(db))).raise.filter(({ schoolId, kind }) => schoolId === school.id && kind === 'door-open').length
  assert.equal(await found(), 0)
  await write((db) => addFreeDay(db, school.id, plainDate('2026-11-09'), 'training'))
  assert.equal(await found(), 1)
})
