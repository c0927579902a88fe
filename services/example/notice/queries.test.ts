import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { NotFound, search, sql, type UnitOfWork } from '@modellregion/kernel'
import { addDays, localDate, plainDate } from '@modellregion/standards'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { clearBoard, hideNotice, postNotice, withdrawNotice } from './board.ts'
import { addToDay, countOnBoard, countPublishedSince, getNotice, listOnBoard, listOwn } from './queries.ts'
import { openNoticesPerPerson } from './rules.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())

const now = new Date(testMoment)
const today = localDate(now)
const mia = '0193e000-0000-7000-8000-00000000a001'
const eva = '0193e000-0000-7000-8000-00000000a002'
const write = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau') => temporary.unit(tenant, 'example', work)
const read = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau') => temporary.read(tenant, 'example', work)
const idOf = (n: number): string => `0193e000-0000-7000-8000-${String(n).padStart(12, '0')}`
const notice = (n: number, more: { accountId?: string; days?: number; title?: string } = {}) => ({
  id: idOf(n),
  accountId: more.accountId ?? mia,
  title: more.title ?? `Leiter ${n}`,
  text: 'Vier Meter lang.',
  contactMail: null,
  endsOn: addDays(today, more.days ?? 7),
})
const found = async (q: string) => (await read((db) => search(db, { q, service: 'example', from: 0, size: 5 }))).total
const auditOf = (id: string) =>
  temporary.read('erlenau', 'platform', (db) => db.many<{ action: string }>(sql`select action from platform.audit_entry where tenant_id = ${db.tenant} and subject = ${`notice/${id}`} order by seq`))

test('a posted notice hangs, is found, is recorded, and belongs to its town', async () => {
  assert.equal(await write((db) => postNotice(db, notice(1))), undefined)
  assert.deepEqual((await read((db) => listOnBoard(db, today, { from: 0, size: 10 }))).map(({ id, endsOn, createdAt }) => [id, endsOn, createdAt]), [[idOf(1), addDays(today, 7), now]])
  assert.equal(await found('Leiter'), 1)
  assert.deepEqual(await auditOf(idOf(1)), [{ action: 'notice.publish' }])
  assert.equal((await read((db) => countOnBoard(db, today), 'moorbek')).n, 0)
  await assert.rejects(read((db) => getNotice(db, idOf(1)), 'moorbek'), NotFound)
})

test('posting the same again changes nothing, one over the limit is refused', async () => {
  assert.equal(await write((db) => postNotice(db, notice(1, { title: 'Anders' }))), undefined)
  assert.equal((await read((db) => getNotice(db, idOf(1)))).title, 'Leiter 1')
  for (let n = 2; n <= openNoticesPerPerson; n++) assert.equal(await write((db) => postNotice(db, notice(n))), undefined)
  assert.deepEqual(await write((db) => postNotice(db, notice(99))), { code: 'too-many' })
  assert.equal(await write((db) => postNotice(db, notice(20, { accountId: eva, days: 1, title: 'Bohrmaschine' }))), undefined)
})

test('what is taken down hangs no more and is not found; the reason stays with the notice', async () => {
  const [first, second] = [await read((db) => getNotice(db, idOf(1))), await read((db) => getNotice(db, idOf(2)))]
  assert.equal(await write((db) => withdrawNotice(db, first)), true)
  assert.equal(await write((db) => withdrawNotice(db, first)), false, 'once is enough')
  assert.equal(await write((db) => hideNotice(db, second, 'Werbung')), true)
  assert.equal(await write((db) => withdrawNotice(db, second)), false, 'what is hidden stays hidden')
  assert.deepEqual((await read((db) => listOwn(db, mia, 10))).map(({ state, hiddenReason }) => [state, hiddenReason]).sort(), [['hidden', 'Werbung'], ['open', null], ['open', null], ['open', null], ['withdrawn', null]])
  assert.equal(await found('Leiter'), 3)
  assert.deepEqual(await auditOf(idOf(2)), [{ action: 'notice.publish' }, { action: 'notice.hide' }])
})

test('the night clears away what is over, once', async () => {
  assert.equal(await write((db) => clearBoard(db, addDays(today, 1))), 0, 'the last day counts')
  assert.equal(await write((db) => clearBoard(db, addDays(today, 2))), 1)
  assert.equal(await write((db) => clearBoard(db, addDays(today, 2))), 0)
  assert.equal((await read((db) => getNotice(db, idOf(20)))).state, 'ended')
  assert.equal(await found('Bohrmaschine'), 0)
})

test('days add up', async () => {
  for (const day of ['2026-03-01', '2026-03-02', '2026-03-02']) await write((db) => addToDay(db, plainDate(day)))
  assert.equal((await read((db) => countPublishedSince(db, plainDate('2026-03-02')))).n, 2)
  assert.equal((await read((db) => countPublishedSince(db, plainDate('2026-03-03')))).n, 0)
})
