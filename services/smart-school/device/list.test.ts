import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { refuseIn } from '../ingest/quarantine.ts'
import { insertThing, takeNumbers } from '../store/queries.ts'
import { filterDevices, readDevices } from './list.ts'
import { setSeen } from './queries.ts'
import { registerDevice } from './register.ts'

let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(() => temporary.close())
const now = new Date(testMoment)
const at = <T>(moment: Date, work: (db: UnitOfWork) => Promise<T>): Promise<T> => temporary.database.unit({ tenant: 'erlenau', service: 'smart-school', access: 'write', now: moment }, work)
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
const [good, silent, wrong, stored] = ['70b3d50000000001', '70b3d50000000002', '70b3d50000000003', '70b3d50000000004'] as const

test('what needs attention says why: silence, and what was refused within a week', async () => {
  await at(ago(30_000), async (db) => {
    const placeId = await takeNumbers(db, 'thing')
    await insertThing(db, { id: placeId, kind: 'room', parentId: null, schoolId: null, name: 'Raum 1' })
    for (const devEui of [good, silent, wrong]) await registerDevice(db, { devEui, name: devEui, codec: 'elsys-ers', expectedMinutes: 10, placeId })
    await registerDevice(db, { devEui: stored, name: 'Lager', codec: null, expectedMinutes: 10, placeId: null })
  })
  await at(now, async (db) => {
    for (const devEui of [good, wrong]) await setSeen(db, devEui, ago(5), -80, 7)
    await setSeen(db, silent, ago(41), -80, 7)
  })
  const refuse = (devEui: string, minutes: number, reason: 'clock' | 'implausible') => at(ago(minutes), (db) => refuseIn(db, [{ reason, source: 'S', devEui, payload: '' }]))
  await refuse(wrong, 60, 'clock')
  await refuse(wrong, 60, 'implausible')
  await refuse(good, 8 * 1_440, 'implausible')
  const { rows } = await at(now, readDevices)
  const told = (state: Parameters<typeof filterDevices>[1]['state']) => filterDevices(rows, { state }).map(({ device, troubles }) => [device.devEui, ...troubles])
  assert.deepEqual(told('attention'), [[silent, 'silent'], [wrong, 'clock', 'quarantine']])
  assert.deepEqual([told('clock'), told('silent'), told('stock')], [[[wrong, 'clock', 'quarantine']], [[silent, 'silent']], [[stored]]])
})
