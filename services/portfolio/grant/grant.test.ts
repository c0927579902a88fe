import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId, sql, type UnitOfWork } from '@modellregion/kernel'
import { cents, plainDate, type Cents } from '@modellregion/standards'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { accountOf, figuresFor, keepNotice, lateOf } from './account.ts'
import { bookEntries, bookFresh, correctBooking, isProved, keepEvidence } from './book.ts'
import { correctAnswer, discardCall, draftCall, sendCall, settleCall, type Correction } from './fund.ts'
import { listAccountTotals } from './queries.ts'
import { listFormerAnswers } from './queries/call.ts'
import { countBookings, findBooking, listBookings, listEvidence } from './queries/booking.ts'
import { fullStatement, markOfText, openStatement, submitStatement, writeNarrative } from './statement.ts'
import { insertRate } from './queries/rate.ts'
import { findStatement } from './queries/statement.ts'
import { deadlinesOf } from './terms.ts'
import type { BookingEntry, Line, NewNotice } from './schema.ts'

let temporary: TemporaryDatabase
const now = new Date('2026-11-01T10:00:00Z')
const [lead, office] = [newId(now), newId(now)]
const write = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau') => temporary.unit(tenant, 'portfolio', work)
const euro = (amount: number): Cents => cents(amount * 100)
const lines: readonly Line[] = [
  { key: 'staff', position: 1, side: 'spending', title: 'Personal', plannedCents: euro(100_000) },
  { key: 'own', position: 2, side: 'own', title: 'Eigenanteil', plannedCents: euro(20_000) },
  { key: 'state', position: 3, side: 'grant', title: 'Zuwendung', plannedCents: euro(80_000) },
]
const notice: Omit<NewNotice, 'number'> = {
  project: 'probe', purpose: 'Probe', authority: 'Bezirksregierung', reference: '1', noticedOn: plainDate('2026-01-02'), terms: 'ANBest-G', financing: 'share', rateBp: 8_000, mostCents: euro(80_000), retainedCents: cents(0),
  startsOn: plainDate('2026-01-01'), endsOn: plainDate('2027-06-30'), boundUntil: null, lineLimitBp: 2_000, useMonths: 2, interimMonths: 4, finalMonths: 6, trifleCents: cents(0), trifleInterestCents: cents(0), reason: '',
}
const entry = (voucher: string, amount: number, paidOn = '2026-03-10'): BookingEntry => ({ lineKey: 'staff', paidOn: plainDate(paidOn), voucher, payee: 'Amt', purpose: 'Gehalt', amountCents: euro(amount), vatCents: cents(0), vatEligible: true, shareBp: 10_000 })
const by = { accountId: lead }

before(async () => {
  temporary = await temporaryDatabase()
  await write((db) => keepNotice(db, notice, lines, 0))
})
after(() => temporary.close())

test('a notice opens an account with its deadlines; a change holds from then on and moves them', async () => {
  const rules = await write(async (db) => (await deadlinesOf(db, await accountOf(db, 'probe'))).map(({ rule, dueOn }) => [rule, dueOn]))
  assert.deepEqual(rules, [['interim-statement', '2027-04-30'], ['final-statement', '2027-12-31']], 'the sixth month after June ends with December')
  const longer = { ...notice, endsOn: plainDate('2027-12-31'), reason: 'Verlängert' }
  const number = await write((db) => keepNotice(db, longer, lines, 1))
  assert.equal(await write((db) => keepNotice(db, longer, lines, 1)), 2, 'the same form sent twice')
  assert.equal(await write((db) => keepNotice(db, { ...longer, reason: 'Anders' }, lines, 1)), undefined, 'somebody else was faster')
  const other = lines.map((line) => (line.key === 'own' ? { ...line, plannedCents: euro(10_000) } : line.key === 'state' ? { ...line, plannedCents: euro(90_000) } : line))
  assert.equal(await write((db) => keepNotice(db, longer, other, 1)), undefined, 'another plan is no repetition, though the words are the same')
  const account = await write((db) => accountOf(db, 'probe'))
  assert.deepEqual([number, account.history.length, account.notice.endsOn], [2, 2, '2027-12-31'])
  assert.equal((await write((db) => deadlinesOf(db, account))).find(({ rule }) => rule === 'final-statement')?.dueOn, '2028-06-30')
})

test('a change of the notice that moves no deadline leaves them as they are, so that nobody is told twice', async () => {
  await write((db) => keepNotice(db, { ...notice, project: 'still', boundUntil: plainDate('2032-06-30') }, lines, 0))
  const idsOf = () => write(async (db) => (await deadlinesOf(db, await accountOf(db, 'still'))).map(({ id, rule }) => [id, rule]))
  const before = await idsOf()
  await write((db) => keepNotice(db, { ...notice, project: 'still', boundUntil: plainDate('2032-06-30'), rateBp: 7_000, reason: 'Satz' }, lines, 1))
  assert.deepEqual(await idsOf(), before)
  assert.equal(before.length, 3)
})

test('two people open the same account at once: one of them does, and the plans do not mix', async () => {
  const other = lines.map((line) => ({ ...line, key: `x-${line.key}` }))
  const done = await Promise.all([lines, other].map((plan) => write((db) => keepNotice(db, { ...notice, project: 'race', purpose: plan === lines ? 'A' : 'B' }, plan, 0))))
  assert.deepEqual(done.filter((one) => one === undefined).length, 1)
  assert.equal((await write((db) => accountOf(db, 'race'))).lines.length, lines.length)
})

test('a notice names its own periods, and a shorter one takes later years away', async () => {
  const own = { ...notice, project: 'own', useMonths: 3, interimMonths: 6, finalMonths: 3 }
  await write((db) => keepNotice(db, own, lines, 0))
  const dueOf = async () => await write(async (db) => (await deadlinesOf(db, await accountOf(db, 'own'))).map(({ rule, dueOn, doneAt }) => [rule, dueOn, doneAt !== null]))
  assert.deepEqual(await dueOf(), [['interim-statement', '2027-06-30', false], ['final-statement', '2027-09-30', false]])
  await write((db) => keepNotice(db, { ...own, endsOn: plainDate('2026-10-31'), reason: 'Kürzer' }, lines, 1))
  assert.deepEqual(await dueOf(), [['final-statement', '2027-02-01', false]], '31 January is a Sunday')
  await write((db) => keepNotice(db, { ...own, interimMonths: null, endsOn: plainDate('2028-12-31'), reason: 'Länger' }, lines, 2))
  assert.deepEqual(await dueOf(), [['final-statement', '2029-04-03', false]], '31 March 2029 lies before Easter')
})

test('a call is drafted by one and sent by another; what is paid has two months', async () => {
  const id = newId(now)
  const call = { id, project: 'probe', neededFrom: plainDate('2026-03-01'), neededUntil: plainDate('2026-04-30'), amountCents: euro(10_000), reason: 'Gehälter', accountId: lead }
  assert.equal(await write((db) => draftCall(db, call)), undefined)
  assert.equal((await write((db) => draftCall(db, { ...call, id: newId(now), amountCents: euro(80_001) })))?.code, 'above-grant')
  assert.equal(await write((db) => sendCall(db, 'probe', id, lead, plainDate('2026-02-20'))), 'same-person')
  assert.equal(await write((db) => sendCall(db, 'probe', id, office, plainDate('2026-02-20'))), undefined)
  assert.equal(await write((db) => settleCall(db, 'race', id, { paid: euro(10_000), on: plainDate('2026-03-01') })), 'unknown', 'a call of another account')
  assert.equal(await write((db) => settleCall(db, 'probe', id, { paid: euro(10_001), on: plainDate('2026-03-01') })), 'above-call')
  assert.equal(await write((db) => settleCall(db, 'probe', id, { paid: euro(10_000), on: plainDate('2026-03-01') })), undefined)
  await write((db) => settleCall(db, 'probe', id, { refusal: 'Zweite Antwort', on: plainDate('2026-03-02') }))
  await write((db) => discardCall(db, 'probe', id))
  assert.equal((await write((db) => accountOf(db, 'probe'))).calls[0]?.state, 'paid', 'a second answer changes nothing')
  const account = await write((db) => accountOf(db, 'probe'))
  const due = (await write((db) => deadlinesOf(db, account))).find(({ rule }) => rule === 'use-money')
  assert.deepEqual([due?.dueOn, due?.doneAt], ['2026-05-01', null])
  const { late, unused } = await write((db) => lateOf(db, account, plainDate('2026-06-01')))
  assert.deepEqual([late[0]?.amount, unused], [euro(10_000), euro(10_000)])
})

test('an answer that was entered wrongly is replaced, its trace stays, and the time to use the money runs from the right day', async () => {
  await write((db) => keepNotice(db, { ...notice, project: 'mistyped' }, lines, 0))
  const id = newId(now)
  await write((db) => draftCall(db, { id, project: 'mistyped', neededFrom: plainDate('2026-03-01'), neededUntil: plainDate('2026-04-30'), amountCents: euro(10_000), reason: 'Gehälter', accountId: lead }))
  await write((db) => sendCall(db, 'mistyped', id, office, plainDate('2026-02-20')))
  const right: Correction = { id: newId(now), outcome: { paid: euro(9_000), on: plainDate('2026-03-12') }, reason: 'Zahlendreher', basis: 0, accountId: office }
  const correct = (wish: Correction) => write((db) => correctAnswer(db, 'mistyped', id, wish))
  assert.equal(await correct(right), 'unknown', 'not answered yet')
  await write((db) => settleCall(db, 'mistyped', id, { paid: euro(900), on: plainDate('2026-03-21') }))
  assert.deepEqual(await Promise.all([correct(right), correct(right)]), [undefined, undefined], 'the same form sent twice')
  assert.equal(await correct({ ...right, id: newId(now), outcome: { paid: euro(8_000), on: plainDate('2026-03-12') } }), 'changed', 'of an older state')
  const account = await write((db) => accountOf(db, 'mistyped'))
  assert.deepEqual(account.calls.map(({ state, paidCents, settledOn }) => [state, paidCents, settledOn]), [['paid', euro(9_000), '2026-03-12']])
  const dueOf = async () => (await write(async (db) => await deadlinesOf(db, await accountOf(db, 'mistyped')))).filter(({ rule }) => rule === 'use-money').map(({ dueOn, doneAt }) => [dueOn, doneAt])
  assert.deepEqual(await dueOf(), [['2026-05-12', null]])
  const former = await write((db) => listFormerAnswers(db, id))
  assert.deepEqual(former.map(({ number, state, paidCents, settledOn, reason }) => [number, state, paidCents, settledOn, reason]), [[1, 'paid', euro(900), '2026-03-21', 'Zahlendreher']])
  assert.equal(await correct({ ...right, id: newId(now), basis: 1, outcome: { refusal: 'Doch abgelehnt', on: plainDate('2026-03-12') } }), undefined)
  assert.deepEqual([(await write((db) => accountOf(db, 'mistyped'))).calls[0]?.state, await dueOf()], ['refused', []], 'what was not paid has no time to be used in')
  for (const statement of ['update portfolio.grant_former_answer set reason = reason', 'delete from portfolio.grant_former_answer'])
    await assert.rejects(write((db) => db.run(sql`${sql.raw(statement)} where tenant_id = ${db.tenant}`)), /permission denied/)
})

test('bookings stay: a repeated unit adds nothing, and nobody changes or deletes a row', async () => {
  const entries = [entry('A1', 7_500), entry('A2', 6_000, '2026-04-10')].map((one) => ({ id: newId(now), entry: one }))
  await write((db) => bookEntries(db, 'probe', entries, by))
  assert.equal(await write((db) => bookEntries(db, 'probe', entries, by)), 0)
  assert.deepEqual((await write((db) => listBookings(db, 'probe', {}, { from: 0, size: 10 }))).map(({ seq, voucher }) => [seq, voucher]), [[2, 'A2'], [1, 'A1']])
  const due = await write(async (db) => (await deadlinesOf(db, await accountOf(db, 'probe'))).find(({ rule }) => rule === 'use-money'))
  assert.notEqual(due?.doneAt, null, '80 % of 13,500 euros use up the 10,000 that were paid')
  for (const statement of ['update portfolio.grant_booking set amount_cents = 1', 'delete from portfolio.grant_booking'])
    await assert.rejects(write((db) => db.run(sql`${sql.raw(statement)} where tenant_id = ${db.tenant}`)), /permission denied/)
  assert.deepEqual(await write((db) => listBookings(db, 'probe', {}, { from: 0, size: 10 }), 'moorbek'), [])
})

test('a submitted statement keeps its numbers; a later correction cancels to the cent and appears in the next one', async () => {
  const statement = { id: newId(now), project: 'probe', kind: 'interim', fromDay: plainDate('2026-01-01'), untilDay: plainDate('2026-12-31'), accountId: lead } as const
  const number = await write((db) => openStatement(db, statement))
  assert.equal(await write((db) => submitStatement(db, 'probe', number, lead)), 'same-person')
  assert.equal(await write((db) => submitStatement(db, 'probe', number, office)), 'no-narrative')
  const report = (text: string, since?: string) => write((db) => writeNarrative(db, { ...statement, number }, text, since))
  const empty = markOfText('')
  assert.equal(await report('Alles wie geplant.', empty), undefined)
  assert.equal(await report('Alles wie geplant.', empty), undefined, 'the same form sent twice')
  assert.deepEqual(await report('Ganz anders.', empty), { code: 'changed', now: 'Alles wie geplant.' }, 'somebody else was faster')
  assert.equal(await write((db) => submitStatement(db, 'probe', number, office, empty)), 'changed', 'what is submitted is what was read')
  assert.equal(await write((db) => submitStatement(db, 'probe', number, office, markOfText('Alles wie geplant.'))), undefined)
  assert.deepEqual(await report('Zu spät.', markOfText('Alles wie geplant.')), { code: 'submitted' })
  const read = (at: number) => write(async (db) => await fullStatement(db, (await findStatement(db, 'probe', at))!))
  const first = await read(number)
  assert.deepEqual([first.figures.spent, first.figures.entitled, first.figures.paid, first.figures.repayment, first.intact, first.vouchers.length], [euro(13_500), euro(10_800), euro(10_000), 0, true, 2])

  const wrong = first.vouchers.find(({ voucher }) => voucher === 'A2')!
  const ids = { counter: newId(now), again: newId(now) }
  const correct = () => write((db) => correctBooking(db, 'probe', wrong.id, ids, 'Zahlendreher', entry('A2', 600, '2026-04-10'), by))
  assert.equal(await correct(), undefined)
  assert.equal(await correct(), undefined, 'a repeated unit finds what it wrote')
  assert.equal(await write((db) => correctBooking(db, 'probe', wrong.id, { counter: newId(now), again: newId(now) }, 'noch einmal', undefined, by)), 'settled')
  assert.equal(await write((db) => correctBooking(db, 'probe', ids.counter, { counter: newId(now), again: newId(now) }, 'die Gegenbuchung', undefined, by)), 'counter')
  const [old, counter] = await write(async (db) => [await findBooking(db, 'probe', wrong.id), await findBooking(db, 'probe', ids.counter)])
  assert.deepEqual([old?.settledBy, counter?.correctsSeq, (old?.amountCents ?? 0) + (counter?.amountCents ?? 0), (old?.eligibleCents ?? 0) + (counter?.eligibleCents ?? 0)], [3, 2, 0, 0])

  const due = await write(async (db) => (await deadlinesOf(db, await accountOf(db, 'probe'))).find(({ rule }) => rule === 'use-money'))
  assert.equal(due?.doneAt, null, 'what was booked back is not used any more: the deadline runs again')
  const { number: _, createdAt: __, ...holds } = (await write((db) => accountOf(db, 'probe'))).notice
  await write((db) => keepNotice(db, { ...holds, rateBp: 5_000, reason: 'Satz gesenkt' }, lines, 2))
  const frozen = await read(number)
  assert.deepEqual([frozen.notice.number, frozen.notice.rateBp, frozen.account.notice.number], [2, 8_000, 3], 'a submitted statement keeps its notice')
  await write((db) => keepNotice(db, { ...holds, reason: 'Satz wie vorher' }, lines, 3))
  assert.deepEqual([frozen.figures, frozen.vouchers.length, frozen.intact], [first.figures, 2, true])
  const second = await write((db) => openStatement(db, { ...statement, id: newId(now), kind: 'final' }))
  const next = await read(second)
  assert.deepEqual([next.figures.spent, next.vouchers.length, next.corrections.map(({ seq, role }) => [seq, role])], [euro(8_100), 4, [[3, 'counter'], [4, 'replacement']]])
  assert.deepEqual([next.figures.entitled, next.figures.repayment], [euro(6_480), euro(3_520)])
  assert.equal(next.figures.spent, next.vouchers.reduce((sum, { amountCents }) => sum + amountCents, 0), 'the statement is the sum of its vouchers')
})

test('sums per project and of filters come from the rows', async () => {
  const totals = (await write(listAccountTotals)).find(({ project }) => project === 'probe')
  assert.deepEqual([totals?.granted, totals?.called, totals?.paid, totals?.booked, totals?.planned, totals?.ownPlanned], [euro(80_000), euro(10_000), euro(10_000), euro(8_100), euro(100_000), euro(20_000)])
  assert.deepEqual(await write((db) => countBookings(db, 'probe', { text: 'a1' })), { count: 1, spent: euro(7_500), income: 0 })
  assert.equal((await write((db) => countBookings(db, 'probe', { from: plainDate('2026-04-01') }))).count, 3)
  const figures = await write(async (db) => await figuresFor(db, await accountOf(db, 'probe'), plainDate('2026-04-01'), plainDate('2026-12-31')))
  assert.deepEqual(figures.lines.filter(({ side }) => side === 'spending').map(({ before, within }) => [before, within]), [[euro(7_500), euro(600)]])
})

test('what is entered twice at once is booked once, and what comes while a statement is submitted stands in the next one', async () => {
  const done = await Promise.all([1, 2, 3].map(() => write((db) => bookFresh(db, 'own', [{ id: newId(now), entry: entry('Z1', 100, '2026-05-05') }], by))))
  assert.deepEqual(done.map(({ written, twice }) => [written, twice]).sort(), [[0, 1], [0, 1], [1, 0]])

  const statement = { id: newId(now), project: 'own', kind: 'interim', fromDay: plainDate('2026-01-01'), untilDay: plainDate('2026-06-30'), accountId: lead } as const
  const number = await write((db) => openStatement(db, statement))
  await write((db) => writeNarrative(db, { ...statement, number }, 'Bericht.'))
  await Promise.all([write((db) => submitStatement(db, 'own', number, office)), ...[1, 2, 3].map((n) => write((db) => bookEntries(db, 'own', [{ id: newId(now), entry: entry(`R${n}`, n) }], by)))])
  const full = await write(async (db) => await fullStatement(db, (await findStatement(db, 'own', number))!))
  assert.equal(full.intact, true)
  assert.equal(full.figures.spent, full.vouchers.reduce((sum, { amountCents }) => sum + amountCents, 0), 'the frozen sum is the sum of the frozen list')
  assert.equal((await write((db) => countBookings(db, 'own', {}))).count, 4)
})

test('what was paid in an earlier span and booked after its statement is listed in the next one', async () => {
  const year = (from: string, until: string) => ({ id: newId(now), project: 'own', kind: 'interim', fromDay: plainDate(from), untilDay: plainDate(until), accountId: lead }) as const
  await write((db) => bookEntries(db, 'own', [{ id: newId(now), entry: entry('SPAET', 7, '2026-06-29') }], by))
  const number = await write((db) => openStatement(db, year('2026-07-01', '2026-12-31')))
  const { vouchers, corrections, figures } = await write(async (db) => await fullStatement(db, (await findStatement(db, 'own', number))!))
  assert.deepEqual([vouchers, corrections.map(({ voucher, role }) => [voucher, role]), figures.withLateEntries], [[], [...corrections.filter(({ voucher }) => voucher !== 'SPAET').map(({ voucher, role }) => [voucher, role]), ['SPAET', 'entry']], true])
})

test('the same file is put beside a booking once, also when it is sent twice at once', async () => {
  const [row] = await write((db) => listBookings(db, 'own', {}, { from: 0, size: 1 }))
  assert.ok(row)
  const put = () => write(async (db) => {
    const file = { bookingId: row.id, sha256: 'a'.repeat(64) }
    if (!(await isProved(db, 'own', file))) await keepEvidence(db, 'own', { ...file, id: newId(now), title: 'beleg.pdf', mediaType: 'application/pdf', sizeBytes: 3 })
  })
  await Promise.all([put(), put(), put()])
  assert.equal((await write((db) => listEvidence(db, row.id))).length, 1)
})

test('a town enters a base rate; other towns do not see it, and nobody changes it', async () => {
  const rate = { id: newId(now), kind: 'base', from: plainDate('2027-01-01'), bp: 175, source: 'Bundesanzeiger', accountId: office } as const
  await write((db) => insertRate(db, rate))
  assert.equal(await write((db) => insertRate(db, rate)), 0, 'the same form sent twice')
  assert.equal((await write((db) => accountOf(db, 'own'))).rates.base.at(-1)?.bp, 175)
  await write((db) => keepNotice(db, { ...notice, project: 'own' }, lines, 0), 'moorbek')
  assert.equal((await write((db) => accountOf(db, 'own'), 'moorbek')).rates.base.at(-1)?.from, '2026-07-01')
  await assert.rejects(write((db) => import('@modellregion/kernel').then(({ sql }) => db.run(sql`delete from portfolio.grant_rate where tenant_id = ${db.tenant}`))), /permission denied/)
})
