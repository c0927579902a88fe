import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { deadlineRuleOn, sql, type UnitOfWork } from '@modellregion/kernel'
import { plainDate } from '@modellregion/standards'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { fromBase64 } from '../crypto/bytes.ts'
import { eraseByPerson, eraseCase } from './erase.ts'
import { beginning, changesReaders, hire, newPerson, says, tracesOf, type Talk, type TestConfidant } from './parties-for-tests.ts'
import { endKind, rules } from './periods.ts'
import { post } from './post.ts'
import { beginAttachment, insertPart } from './queries/attachment.ts'
import { ring } from './reached.ts'
import { onlyDay } from './only-day.ts'
import { startCase } from './start.ts'

let temporary: TemporaryDatabase
let vera: TestConfidant
let viktor: TestConfidant
before(async () => {
  temporary = await temporaryDatabase()
  ;[vera, viktor] = [await write((db) => hire(db)), await write((db) => hire(db))]
})
after(() => temporary.close())

const write = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.unit('erlenau', 'help-chat', work)
const noWork = { challenge: { salt: '', difficulty: 4, expires: 0, signature: '' }, solution: [] }
let spent = 0

async function begin(): Promise<Talk> {
  const person = await newPerson()
  const { body, talk } = await beginning('erlenau', person, noWork, { readers: [vera], holders: [vera, viktor], threshold: 2 })
  const started = await write((db) => startCase(db, body, Buffer.from(person.lookup, 'base64url'), { hash: Buffer.from(String(spent++).padStart(32, '0')), expiresAt: new Date(testMoment) }))
  assert.ok('received' in started)
  return talk
}

type Step = 'person' | 'vera' | 'handover' | 'file' | 'note' | 'device'
async function live(steps: readonly Step[]): Promise<Talk> {
  let talk = await begin()
  const id = talk.person.case
  for (const step of steps) {
    if (step === 'file') await write(async (db) => {
      const attachment = crypto.randomUUID()
      await beginAttachment(onlyDay(db), { id: attachment, caseId: id, day: plainDate('2026-03-10'), mostFiles: 100, mostChunks: 1_000, chunksOfOne: 1 })
      await insertPart(onlyDay(db), attachment, 0, Buffer.alloc(100))
    })
    else if (step === 'note') await write((db) => db.run(sql`
      insert into help_chat.private_note (tenant_id, case_id, confidant_id, sealed, created_at) values (${db.tenant}, ${id}, ${vera.id}, 'sealed', ${onlyDay(db).now}) on conflict do nothing`))
    else if (step === 'device') await write((db) => db.run(sql`
      insert into help_chat.case_device (tenant_id, case_id, device_hash, sealed, created_at) values (${db.tenant}, ${id}, ${Buffer.alloc(32)}, 'sealed', ${onlyDay(db).now}) on conflict do nothing`))
    else {
      const next = step === 'handover' ? await changesReaders(talk, undefined, { readers: [vera, viktor] }) : says(talk, step === 'vera' ? vera : undefined)
      assert.ok('seq' in (await write((db) => post(db, id, step === 'vera' ? vera.id : 'person', next))))
      talk = next.talk
    }
  }
  return talk
}

/** Every column of every table of the service in which the case is still named. */
const mentions = (id: string) =>
  temporary.read('erlenau', 'help-chat', async (db) => {
    const columns = await db.many(sql<{ table: string; column: string }>`
      select table_name as "table", column_name as "column" from information_schema.columns where table_schema = 'help_chat' and data_type in ('uuid', 'text')`)
    const found: string[] = []
    for (const { table, column } of columns) {
      const rows = await db.many(sql`select 1 from ${sql.table(`help_chat.${table}`)} where tenant_id = ${db.tenant} and ${sql.ref(column)}::text = ${id} limit 1`)
      if (rows.length > 0) found.push(`${table}.${column}`)
    }
    return found
  })
const auditOf = (id: string) =>
  temporary.read('erlenau', 'platform', (db) => db.many<{ action: string; at: Date; detail: Record<string, unknown> }>(sql`
    select action, created_at as at, detail from platform.audit_entry where tenant_id = ${db.tenant} and subject = ${`case/${id}`}`))

test('whatever happened in a case, after its erasure nothing is left but one line of the audit, and other cases stay', async () => {
  const other = await live(['vera', 'file', 'note'])
  const before = await write((db) => tracesOf(db, other.person.case))
  const steps = fc.array(fc.constantFrom<Step>('person', 'vera', 'handover', 'file', 'note', 'device'), { maxLength: 6 })
  await fc.assert(fc.asyncProperty(steps, async (happened) => {
    const id = (await live(happened)).person.case
    assert.ok((await mentions(id)).includes('case_file.id'))
    assert.equal(await write((db) => eraseCase(db, id, 'retention')), true)
    assert.deepEqual(await mentions(id), [])
    assert.deepEqual(Object.values(await write((db) => tracesOf(db, id))).filter((n) => n > 0), [])
    assert.deepEqual((await auditOf(id)).map(({ action }) => action), ['case.erase'])
    assert.equal(await write((db) => eraseCase(db, id, 'retention')), false)
  }), { numRuns: 15 })
  assert.deepEqual(await write((db) => tracesOf(db, other.person.case)), before)
})

test('the audit proves which key copies were destroyed, and says the day and no minute', async () => {
  const talk = await live([])
  const expected = createHash('sha256')
  for (const [kind, copies] of [['copy', talk.epoch.copies], ['share', talk.epoch.shares]] as const)
    for (const [pos, { sealed }] of copies.entries()) expected.update(`1|${kind}|${pos}|`).update(fromBase64(sealed) ?? '')
  await write((db) => eraseByPerson(db, talk.person.case))
  const [line] = await auditOf(talk.person.case)
  assert.deepEqual(line?.detail, { reason: 'person', copies: 4, destroyed: expected.digest('hex') })
  assert.equal(line?.at.toISOString(), '2026-03-09T23:00:00.000Z')
})

test('when the time of keeping is over the case goes; a case that was opened again stays', async () => {
  const rings = (id: string, rule: 'erase-counsel' | 'receipt', kind: string, over = true) =>
    write((db) => ring(db, {
      deadline: { id: crypto.randomUUID(), kind, ref: id, rule, startedOn: plainDate('2026-03-10'), countedTo: plainDate('2026-06-08'), dueOn: plainDate('2026-06-08'), extended: 0, pausedOn: null, doneAt: null, warnedOn: null },
      rule: deadlineRuleOn(rules, rule, plainDate('2026-03-10')),
      step: over ? { kind: 'over', on: plainDate('2026-06-09') } : { kind: 'warning', before: { workingDays: 2 }, on: plainDate('2026-06-05') },
    }))
  const news = () => temporary.read('erlenau', 'help-chat', async (db) => (await db.many<{ id: string }>(sql`select confidant_id as id from help_chat.desk_notice where tenant_id = ${db.tenant} order by 1`)).map(({ id }) => id))
  const open = (await live([])).person.case
  await write((db) => db.run(sql`delete from help_chat.desk_notice where tenant_id = ${db.tenant}`))
  await rings(open, 'erase-counsel', endKind)
  assert.ok((await mentions(open)).length > 0)
  await rings(open, 'receipt', 'case', false)
  assert.deepEqual(await news(), [vera.id], 'who reads is told, without a word of what')
  await write((db) => db.run(sql`update help_chat.confidant set substitute_id = ${viktor.id} where tenant_id = ${db.tenant} and id = ${vera.id}`))
  await rings(open, 'receipt', 'case')
  assert.deepEqual(await news(), [vera.id, viktor.id].sort(), 'overdue: the substitute, too')
  const heads = () => temporary.read('erlenau', 'help-chat', (db) => db.many<{ payload: object }>(sql`select payload from platform.job where tenant_id = ${db.tenant} and name = 'help-chat.tell-heads'`))
  assert.deepEqual((await heads()).map(({ payload }) => payload), [{ town: 'erlenau' }])
  await rings(open, 'receipt', 'case')
  assert.equal((await heads()).length, 1, 'once')

  const talk = await live([])
  const closing = says(talk, vera)
  await write((db) => post(db, talk.person.case, vera.id, { ...closing, act: 'close' }))
  await rings(talk.person.case, 'erase-counsel', endKind)
  assert.deepEqual(await mentions(talk.person.case), [])
})
