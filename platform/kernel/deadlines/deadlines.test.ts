import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { addDays, localDate, plainDate } from '@modellregion/standards'
import { temporaryDatabase, testClock, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import { listAudit } from '../audit/index.ts'
import { NotFound, type UnitOfWork } from '../database/index.ts'
import type { Tenant } from '../tenancy/index.ts'
import { defineDeadlines } from './define.ts'
import { extendDeadline, pauseDeadline, resumeDeadline, startDeadline } from './keep.ts'
import { cancelDeadlines, finishDeadline, listDeadlinesOf, listDueDeadlines } from './queries.ts'
import type { DeadlineEvent, DeadlineKey } from './schema.ts'
import { tellInTheMorning, tellServices, type Keeper } from './tell.ts'

const rules = defineDeadlines([
  { id: 'receipt', source: 'HinSchG § 17 Abs. 1 Nr. 1', length: { days: 7 }, atNonWorkingDay: 'next-working-day', warn: [{ before: { workingDays: 2 } }] },
  { id: 'access', source: 'DSGVO Art. 12 Abs. 3', length: { months: 1 }, atNonWorkingDay: 'next-working-day', extension: { length: { months: 2 }, reasonNeeded: true, most: 1 }, warn: [{ before: { workingDays: 10 } }, { before: { workingDays: 3 } }] },
])
type RuleId = (typeof rules)[number]['id']

const clock = testClock()
const today = plainDate('2026-03-10')
let temporary: TemporaryDatabase
before(async () => (temporary = await temporaryDatabase({ now: clock.now })))
after(() => temporary.close())
beforeEach(async () => {
  clock.set('2026-03-10T09:00:00Z')
  for (const service of ['example', 'open-data']) await temporary.unit('erlenau', service, (db) => db.run(sql`delete from platform.deadline where tenant_id = ${db.tenant}`))
})

let number = 0
const key = <R extends RuleId>(rule: R): DeadlineKey<R> => ({ kind: 'report', ref: `R-${++number}`, rule })
const write = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.unit('erlenau', 'example', work)
const start = (wanted: DeadlineKey<RuleId>, on = today) => write((db) => startDeadline(db, rules, wanted, on))
const stateOf = async ({ kind, ref }: DeadlineKey) => (await write((db) => listDeadlinesOf(db, kind, ref)))[0]

describe('a deadline', () => {
  test('begins once for a thing and a rule, however often it is said', async () => {
    const wanted = key('receipt')
    const first = await start(wanted)
    assert.deepEqual([first.startedOn, first.dueOn, first.extended, first.pausedOn, first.doneAt, first.warnedOn], ['2026-03-10', '2026-03-17', 0, null, null, null])
    const all = await Promise.all([1, 2, 3, 4].map((days) => start(wanted, addDays(today, days))))
    assert.deepEqual(all, [first, first, first, first])
    assert.deepEqual(await write((db) => listDeadlinesOf(db, wanted.kind, wanted.ref)), [first])
    assert.notEqual((await start({ ...wanted, rule: 'access' })).id, first.id)
  })

  test('is extended with a reason, as often as its rule says, and the audit knows why', async () => {
    const wanted = key('access')
    await start(wanted)
    const extend = (reason: string) => write((db) => extendDeadline(db, rules, wanted, reason))
    const before = await stateOf(wanted)
    assert.deepEqual(await extend(''), { refusal: 'reason-missing' })
    assert.deepEqual(await stateOf(wanted), before)
    const extended = await extend('very-large')
    assert.ok('deadline' in extended)
    assert.deepEqual([extended.deadline.dueOn, extended.deadline.extended], ['2026-06-10', 1])
    assert.deepEqual(await extend('very-large'), { refusal: 'extended-enough' })
    assert.deepEqual(await stateOf(wanted), extended.deadline)
    const lines = await temporary.read('erlenau', 'platform', (db) => listAudit(db, { size: 5, subject: `report/${wanted.ref}` }))
    assert.deepEqual(lines.map(({ action, detail }) => [action, detail]), [['deadline.extend', { rule: 'access', reason: 'very-large', from: '2026-04-10', to: '2026-06-10' }]])
  })

  test('is not extended where the rule knows no extension, and nothing is changed', async () => {
    const wanted = key('receipt')
    const before = await start(wanted)
    assert.deepEqual(await write((db) => extendDeadline(db, rules, wanted, 'very-large')), { refusal: 'not-extendable' })
    assert.deepEqual(await stateOf(wanted), before)
    await assert.rejects(write((db) => extendDeadline(db, rules, key('receipt'), 'very-large')), NotFound)
  })

  test('stands still and goes on', async () => {
    const wanted = key('receipt')
    await start(wanted)
    const paused = await write((db) => pauseDeadline(db, wanted, addDays(today, 2)))
    assert.ok('deadline' in paused)
    assert.equal(paused.deadline.pausedOn, '2026-03-12')
    assert.deepEqual(await write((db) => pauseDeadline(db, wanted, addDays(today, 3))), { refusal: 'paused' })
    assert.deepEqual(await write((db) => listDueDeadlines(db, { until: plainDate('2030-01-01'), size: 10 })), [])
    const running = await write((db) => resumeDeadline(db, rules, wanted, addDays(today, 4)))
    assert.ok('deadline' in running)
    assert.deepEqual([running.deadline.pausedOn, running.deadline.countedTo, running.deadline.dueOn], [null, '2026-03-20', '2026-03-20'])
    assert.deepEqual(await write((db) => resumeDeadline(db, rules, wanted, addDays(today, 5))), { refusal: 'not-paused' })
  })

  test('is done once, and goes with its subject', async () => {
    const wanted = key('receipt')
    await start(wanted)
    await start({ ...wanted, rule: 'access' })
    assert.deepEqual([await write((db) => finishDeadline(db, wanted)), await write((db) => finishDeadline(db, wanted))], [1, 0])
    assert.deepEqual((await stateOf(wanted))?.doneAt, clock.now())
    assert.deepEqual((await write((db) => listDueDeadlines(db, { until: plainDate('2030-01-01'), size: 10 }))).map(({ rule }) => rule), ['access'])
    assert.equal(await write((db) => cancelDeadlines(db, wanted.kind, wanted.ref)), 2)
    assert.equal(await stateOf(wanted), undefined)
  })

  test('holds no address and no sentence', async () => {
    for (const ref of ['max@example.org', 'Meldung über Frau Muster', '']) await assert.rejects(start({ ...key('receipt'), ref }), /deadline_subject_ref_check/)
  })
})

describe('lists', () => {
  test('are paged by the last day without losing or doubling one', async () => {
    for (let n = 0; n < 11; n++) await start(key('receipt'), addDays(today, n % 3))
    const ids: string[] = []
    for (let page = await write((db) => listDueDeadlines(db, { until: plainDate('2026-03-18'), size: 3 })); page.length > 0; ) {
      ids.push(...page.map(({ id }) => id))
      const [last] = page.slice(-1)
      page = await write((db) => listDueDeadlines(db, { until: plainDate('2026-03-18'), size: 3, after: last }))
    }
    assert.equal(ids.length, 8) // those of the third day end later
    assert.equal(new Set(ids).size, 8)
  })

  test('another town, another service and the platform see nothing and change nothing', async () => {
    const wanted = key('receipt')
    await start(wanted)
    for (const [tenant, service] of [['moorbek', 'example'], ['erlenau', 'open-data'], ['erlenau', 'platform']] as const) {
      const unit = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.unit(tenant, service, work)
      assert.deepEqual(await unit((db) => listDeadlinesOf(db, wanted.kind, wanted.ref)), [])
      assert.equal(await unit((db) => finishDeadline(db, wanted)), 0)
      // The database says no as well, to a statement that does not name whose rows it means.
      assert.deepEqual(await unit((db) => db.many(sql`select id from platform.deadline`)), [])
      assert.equal(await unit((db) => db.run(sql`update platform.deadline set done_at = ${db.now}`)), 0)
      assert.equal(await unit((db) => db.run(sql`delete from platform.deadline`)), 0)
    }
    const foreign = sql`insert into platform.deadline (tenant_id, id, service, subject_kind, subject_ref, rule, started_on, counted_to, due_on, created_at)
      values ('erlenau', gen_random_uuid(), 'example', 'report', 'R-0', 'receipt', '2026-01-01', '2026-01-01', '2026-01-01', now())`
    await assert.rejects(temporary.unit('erlenau', 'open-data', (db) => db.run(foreign)), /row-level security/)
    await assert.rejects(temporary.unit('moorbek', 'example', (db) => db.run(foreign)), /row-level security/)
    assert.equal((await stateOf(wanted))?.doneAt, null)
  })
})

describe('the service is told', () => {
  let heard: string[]
  let reached: Keeper['tell']
  const tenant: Tenant = { ...testTenants.erlenau, services: ['example'] }
  const keepers = (): Keeper[] => [{ id: 'example', rules, tell: (db, event) => reached(db, event) }]
  const round = (town = tenant) => ({ database: temporary.database, tenant: town, now: clock.now() })
  const tell = (town = tenant) => tellServices(round(town), keepers())
  const line = ({ deadline, step }: DeadlineEvent) => `${deadline.ref} ${deadline.rule} ${step.kind} ${step.on}`
  beforeEach(() => {
    heard = []
    reached = async (_db, event) => void heard.push(line(event))
  })

  test('of each warning and of the end, once', async () => {
    const { ref } = await start(key('receipt'))
    const linesOf: Record<string, string[]> = {}
    for (let day = 0; day < 12; day++) {
      heard = []
      assert.equal(await tell(), heard.length)
      assert.equal(await tell(), 0)
      if (heard.length > 0) linesOf[localDate(clock.now())] = heard
      clock.advance({ days: 1 })
    }
    assert.deepEqual(linesOf, { '2026-03-13': [`${ref} receipt warning 2026-03-13`], '2026-03-18': [`${ref} receipt over 2026-03-18`] })
  })

  test('of everything in order when nothing ran for a while, and by two processes at once only once', async () => {
    const { ref } = await start(key('access'))
    clock.set('2026-05-01T04:00:00Z')
    reached = async (_db, event) => {
      heard.push(line(event))
      await pause(30) // so that the others come meanwhile
    }
    assert.deepEqual((await Promise.all([tell(), tell(), tell()])).toSorted(), [0, 0, 3])
    assert.deepEqual(heard, [`${ref} access warning 2026-03-25`, `${ref} access warning 2026-04-07`, `${ref} access over 2026-04-11`])
  })

  test('in one transaction with the mark: what fails leaves no trace and is told again', async () => {
    const [good, bad] = [await start(key('receipt')), await start(key('receipt'))]
    clock.set('2026-03-18T04:00:00Z')
    const trace = key('access')
    reached = async (db, event) => {
      if (event.deadline.ref === bad.ref) await startDeadline(db, rules, trace, today)
      if (event.deadline.ref === bad.ref && event.step.kind === 'over') throw new Error('killed between work and mark')
      heard.push(line(event))
    }
    await assert.rejects(tell(), /1 deadlines could not be told of: Error: killed between work and mark/)
    assert.deepEqual(heard.filter((said) => said.startsWith(good.ref)).length, 2)
    assert.equal(await stateOf(trace), undefined)
    assert.equal((await stateOf(bad))?.warnedOn, null)

    heard = []
    reached = async (db, event) => {
      await startDeadline(db, rules, trace, today)
      heard.push(line(event))
    }
    assert.equal(await tell(), 2)
    assert.deepEqual(heard, [`${bad.ref} receipt warning 2026-03-13`, `${bad.ref} receipt over 2026-03-18`])
    assert.equal((await stateOf(trace))?.rule, 'access')
    assert.equal((await stateOf(bad))?.warnedOn, '2026-03-18')
  })

  test('of nothing that is done, paused or cancelled, and in towns that use it only', async () => {
    const [done, paused, cancelled, open] = [key('receipt'), key('receipt'), key('receipt'), key('receipt')]
    for (const one of [done, paused, cancelled, open]) await start(one)
    await write((db) => finishDeadline(db, done))
    await write((db) => pauseDeadline(db, paused, today))
    await write((db) => cancelDeadlines(db, cancelled.kind, cancelled.ref))
    clock.set('2026-03-20T04:00:00Z')
    assert.equal(await tell({ ...tenant, services: [] }), 0)
    assert.equal(await tell(), 2)
    assert.ok(heard.every((said) => said.startsWith(`${open.ref} `)))
  })

  test('again of what comes near after an extension', async () => {
    const wanted = key('access')
    await start(wanted)
    clock.set('2026-04-11T04:00:00Z')
    assert.equal(await tell(), 3)
    await write((db) => extendDeadline(db, rules, wanted, 'very-large'))
    heard = []
    assert.equal(await tell(), 0)
    clock.set('2026-05-26T04:00:00Z')
    assert.equal(await tell(), 1)
    assert.deepEqual(heard, [`${wanted.ref} access warning 2026-05-26`])
  })

  test('in the morning of Berlin, in winter as in summer', async () => {
    const run = async (moment: string) => {
      clock.set('2026-01-05T09:00:00Z')
      await start(key('receipt'), plainDate('2026-01-05'))
      clock.set(moment)
      heard = []
      await tellInTheMorning(round(), keepers())
      return heard.length
    }
    assert.equal(await run('2026-01-13T03:40:00Z'), 0)
    assert.equal(await run('2026-01-13T04:40:00Z'), 4) // both deadlines of this test, each with its warning and its end
    assert.equal(await run('2026-07-13T03:40:00Z'), 2)
  })
})
