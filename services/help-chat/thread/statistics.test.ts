import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { beginning, hire, newPerson, says, type TestConfidant } from './parties-for-tests.ts'
import { post, type Posting } from './post.ts'
import { startCase } from './start.ts'
import { countStart } from './statistics.ts'

let temporary: TemporaryDatabase
let vera: TestConfidant
let now = new Date('2026-03-10T09:00:00Z')
before(async () => {
  temporary = await temporaryDatabase({ now: () => now })
  vera = await write((db) => hire(db))
})
after(() => temporary.close())

const write = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.unit('erlenau', 'help-chat', work)
const counted = async (): Promise<Record<string, number>> =>
  Object.fromEntries((await write((db) => db.many(sql<{ what: string; n: number }>`select statistic || ' ' || key[1] as what, count::int as n from platform.counter where tenant_id = ${db.tenant} order by 1`))).map(({ what, n }) => [what, n]))

test('a case is counted at its start, its first answer, its report and its end, and each only once', async () => {
  const person = await newPerson()
  const { body, talk: began } = await beginning('erlenau', person, { challenge: { salt: '', difficulty: 4, expires: 0, signature: '' }, solution: [] }, { readers: [vera] })
  let talk = began
  await write(async (db) => {
    await startCase(db, body, Buffer.from(person.lookup, 'base64url'), { hash: Buffer.alloc(32, 1), expiresAt: new Date('2026-03-10T11:00:00Z') })
    await countStart(db, body.topic)
  })
  const send = async (by: TestConfidant | undefined, more: Omit<Posting, 'envelope'> = {}): Promise<void> => {
    const next = says(talk, by)
    const posting = { envelope: next.envelope, ...more }
    for (let time = 0; time < 2; time++) assert.ok('seq' in (await write((db) => post(db, person.case, by?.id ?? 'person', posting)))) // sent once more, because the answer got lost
    talk = next.talk
  }
  assert.deepEqual(await counted(), { 'topic conflict': 1 })
  now = new Date('2026-03-12T09:00:00Z')
  await send(vera)
  await send(vera)
  await send(undefined)
  assert.deepEqual(await counted(), { 'first-answer one-two-days': 1, 'topic conflict': 1 })
  await send(undefined, { declares: true })
  await send(vera, { act: 'close' })
  const end = { 'closed report': 1, 'first-answer one-two-days': 1, 'report declared': 1, 'return more': 1, 'topic conflict': 1 }
  assert.deepEqual(await counted(), end)
  await send(vera, { act: 'close' })
  assert.deepEqual(await counted(), end, 'what is closed is not closed again')
})
