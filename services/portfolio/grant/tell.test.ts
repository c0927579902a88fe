import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ensureAccount, grantRole, newId, sql, type DeadlineEvent, type Mail, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { cents, plainDate } from '@modellregion/standards'
import { temporaryDatabase, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import { accountOf, keepNotice } from './account.ts'
import { grantDeadlines } from './deadlines.ts'
import { addressesOf, writeLetters } from './tell.ts'
import { deadlinesOf } from './terms.ts'

const tenant = testTenants.erlenau
const now = new Date('2026-11-01T10:00:00Z')
let temporary: TemporaryDatabase
const write = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.unit('erlenau', 'portfolio', work)

before(async () => {
  temporary = await temporaryDatabase()
  const notice = {
    project: 'probe', purpose: 'Probe', authority: 'Bezirksregierung', reference: '1', noticedOn: plainDate('2026-01-02'), terms: 'ANBest-G', financing: 'full', rateBp: null, mostCents: cents(100), retainedCents: cents(0),
    startsOn: plainDate('2026-01-01'), endsOn: plainDate('2027-06-30'), boundUntil: null, lineLimitBp: 2_000, useMonths: 2, interimMonths: 4, finalMonths: 6, trifleCents: cents(0), trifleInterestCents: cents(0), reason: '',
  } as const
  await write((db) => keepNotice(db, notice, [{ key: 'a', position: 1, side: 'spending', title: 'A', plannedCents: cents(100) }, { key: 'b', position: 2, side: 'grant', title: 'B', plannedCents: cents(100) }], 0))
})
after(() => temporary.close())

test('those who keep accounts are written to once each; others and people without an address are not', async () => {
  const people = [['Petra', 'petra@example.org', ['project-office', 'project-lead']], ['Paul', 'paul@example.org', ['project-lead']], ['Rita', 'rita@example.org', ['auditor']], ['Ohne', undefined, ['project-lead']]] as const
  await temporary.unit('erlenau', 'platform', async (db) => {
    for (const [name, email, roles] of people) {
      const id = newId(now)
      await ensureAccount(db, { id, name, ...(email && { email }) })
      for (const role of roles) await grantRole(db, id, { role })
    }
  })
  assert.deepEqual((await addressesOf({ database: temporary.database, now: () => now }, tenant)).sort(), ['paul@example.org', 'petra@example.org'])
})

test('a letter says what ends when, and leads to the account; for a subject that is gone there is none', async () => {
  const sent: Mail[] = []
  const platform = { mailer: { way: 'demo', send: async (_db: UnitOfWork, mail: Mail) => `${sent.push(mail)}` } as const, config: { https: false, port: 8080 } }
  const step = { kind: 'grant-year', ref: 'probe/2026', rule: 'interim-statement', dueOn: '2027-04-30', step: 'warning' } as const
  await write((db) => writeLetters(db, platform, tenant, step, ['paul@example.org']))
  await write((db) => writeLetters(db, platform, tenant, { ...step, ref: 'probe/2026', step: 'over' }, ['paul@example.org']))
  await write((db) => writeLetters(db, platform, tenant, { ...step, ref: 'gone/2026' }, ['paul@example.org']))
  await write((db) => writeLetters(db, platform, tenant, { ...step, kind: 'grant-call', ref: newId(now) }, ['paul@example.org']))
  assert.deepEqual(sent.map(({ subject }) => subject), ['Frist naht: Zwischennachweis, Probe', 'Frist abgelaufen: Zwischennachweis, Probe'])
  assert.match(sent[0]?.text ?? '', /endet am 30\. April 2027\.\n\nhttp.*\/portfolio\/grant\/probe#deadlines$/)
})

test('a step of a deadline orders its letters once, however often it is told', async () => {
  const [deadline] = await write(async (db) => await deadlinesOf(db, await accountOf(db, 'probe')))
  assert.ok(deadline)
  const [rule] = grantDeadlines.rules
  const event = { deadline, rule, step: { kind: 'over', on: plainDate('2027-05-01') } } as DeadlineEvent
  for (let time = 0; time < 2; time++) await write((db) => grantDeadlines.reached({} as Platform, tenant, db, event)) // neither platform nor town is asked
  const jobs = await temporary.unit('erlenau', 'platform', (db) => db.many(sql<{ payload: unknown }>`select payload from platform.job where tenant_id = ${db.tenant} and name = 'portfolio.grant-tell'`))
  assert.deepEqual(jobs.map(({ payload }) => payload), [{ kind: 'grant-year', ref: 'probe/2026', rule: 'interim-statement', dueOn: '2027-04-30', step: 'over' }])
})
