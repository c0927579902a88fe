import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import type { MeterPoint } from '../meter/schema.ts'
import { insertThing, takeNumbers } from '../store/queries.ts'
import { listReadings } from './queries/reading.ts'
import { keepReading } from './reading.ts'

let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(() => temporary.close())
let clock = Date.parse(testMoment)
// One after the other, as people write: what was written last has the highest id.
const write = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => temporary.database.unit({ tenant: 'erlenau', service: 'smart-school', access: 'write', now: new Date((clock += 1_000)) }, work)

test('a reading of the same moment corrects the one before: the list shows each moment once, with what stands there', async () => {
  const point = await write(async (db) => {
    const id = await takeNumbers(db, 'thing')
    await insertThing(db, { id, kind: 'meter-point', parentId: null, schoolId: null, name: 'Wasser' })
    return { id, quantity: 'water' } as MeterPoint // what keeping a reading asks of it
  })
  const at = (hour: number) => new Date(Date.parse(testMoment) - hour * 3_600_000)
  const [first, second] = ['0193e000-0000-7000-8000-00000000000a', '0193e000-0000-7000-8000-00000000000b']
  const keep = (hour: number, value: number, photoId: string | null = null) => write((db) => keepReading(db, point, { code: 'total', at: at(hour), value, accountId: null, photoId, confirmed: false }))
  await keep(2, 100)
  await keep(1, 1_105, first)
  await keep(1, 110.5, second)
  const list = await write((db) => listReadings(db, point.id, 12))
  assert.deepEqual(list.map(({ at: when, value, photoId }) => [when, value, photoId]), [[at(1), 110.5, second], [at(2), 100, null]])
})
