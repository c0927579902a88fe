import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { checkDraft, saveVersion, type Draft } from './desk.ts'
import { findCodec, findCodecVersion, findTownCodec, listCodecs, listVersions, setActiveVersion } from './queries.ts'
import { whyNotActivate } from './rules/desk.ts'

let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(() => temporary.close())
const write = <T>(tenant: string, work: (db: UnitOfWork) => Promise<T>): Promise<T> => temporary.unit(tenant, 'smart-school', work)
const now = new Date(testMoment)

const draft = (program: string, expected: number): Draft => ({
  id: 'elsys-ers', name: 'Unser ERS', maker: 'ELSYS', model: 'ERS', note: '', mapping: {}, program,
  examples: [{ name: 'warm', kind: 'uplink', bytes: [1, 0, 215], fPort: 5, data: { temperature: expected } }],
})
const reads = (divisor: number): string => `function decodeUplink(input) { return { data: { temperature: (input.bytes[1] * 256 + input.bytes[2]) / ${divisor} } } }`

test('an example that fails says where, and the version may not go into use', async () => {
  const { results, passed } = await checkDraft(draft(reads(100), 21.5), now)
  assert.equal(passed, false)
  assert.deepEqual(results[0]?.difference, { path: 'temperature', expected: '21.5', got: '2.15' })
  assert.equal(whyNotActivate({ examples: [1], passed }), 'failed')
  assert.equal(whyNotActivate({ examples: [], passed: false }), 'no-examples')
  assert.equal(whyNotActivate({ examples: [1], passed: true }), undefined)
})

test("a town's own codec takes the place of the shipped one when it is in use, and only in that town", async () => {
  const first = draft(reads(10), 21.5)
  assert.equal((await write('aachen', (db) => findCodec(db, 'elsys-ers')))?.origin, 'shipped')
  await write('aachen', async (db) => void (await saveVersion(db, first, await checkDraft(first, now))))
  assert.equal((await write('aachen', (db) => findCodec(db, 'elsys-ers')))?.origin, 'shipped', 'saving alone changes nothing')
  const second = await write('aachen', async (db) => saveVersion(db, { ...first, note: 'zweite' }, await checkDraft(first, now)))
  assert.equal(second, 2)
  await write('aachen', (db) => setActiveVersion(db, 'elsys-ers', 2))
  const found = await write('aachen', (db) => findCodec(db, 'elsys-ers'))
  assert.deepEqual([found?.origin, found?.version, found?.program], ['town', 2, first.program])
  assert.equal((await write('kerpen', (db) => findCodec(db, 'elsys-ers')))?.origin, 'shipped')
  const listed = await write('aachen', listCodecs)
  assert.equal(listed.filter(({ id }) => id === 'elsys-ers').length, 1)
  assert.deepEqual((await write('aachen', (db) => listVersions(db, 'elsys-ers'))).map(({ version, activatedAt }) => [version, activatedAt !== null]), [[2, true], [1, false]])
  assert.equal((await write('aachen', (db) => findCodecVersion(db, 'elsys-ers', 1)))?.version, 1)
  await write('aachen', (db) => setActiveVersion(db, 'elsys-ers', null))
  assert.equal((await write('aachen', (db) => findCodec(db, 'elsys-ers')))?.origin, 'shipped')
  assert.equal((await write('aachen', (db) => findTownCodec(db, 'elsys-ers')))?.activeVersion, null)
})
