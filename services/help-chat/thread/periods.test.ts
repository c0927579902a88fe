import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { deadlineRuleOn, endOfDeadline, periodFrom, type UnitOfWork } from '@modellregion/kernel'
import { add, addDays, dayBounds, daysBetween, fromDayNumber, isWorkingDay, plainDate, type PlainDate } from '@modellregion/standards'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { answered, clocksOf, extendPromise, listClocks, promiseFor, promiseIds, rules, startPromise, startReport } from './periods.ts'

const due = (id: (typeof rules)[number]['id'], from: string): PlainDate => periodFrom(deadlineRuleOn(rules, id, plainDate(from)), plainDate(from)).dueOn
/** Any day on which somebody may write: 2024 to 2050, with every change of clocks and every holiday. */
const anyDay = fc.integer({ min: 19_723, max: 29_219 }).map(fromDayNumber)

describe('periods of the law', () => {
  test('examples', () => {
    assert.equal(due('receipt', '2026-03-10'), '2026-03-17')
    assert.equal(due('receipt', '2026-03-27'), '2026-04-03', 'Good Friday is a day as any other')
    assert.equal(due('feedback', '2026-11-30'), '2027-02-28', 'February has no 30th (§ 188 (3) BGB)')
    assert.equal(due('feedback-latest', '2026-03-10'), '2026-06-17')
    assert.equal(due('promise-2', '2026-04-02'), '2026-04-08', 'Easter lies between')
    assert.equal(due('erase-report', '2028-02-29'), '2031-02-28')
    assert.equal(due('erase-counsel', '2026-03-10'), '2026-06-08')
  })

  test('seven days are seven days, across changes of clocks and holidays', () => {
    fc.assert(fc.property(anyDay, (day) => {
      assert.equal(daysBetween(day, due('receipt', day)), 7)
      // The end of the day in Berlin, whether it has 23, 24 or 25 hours; somebody who writes just after midnight has the whole of it.
      assert.equal(endOfDeadline(due('receipt', day)).getTime(), dayBounds(addDays(day, 8)).start.getTime())
    }))
  })

  test('the feedback never comes later than three months and seven days after the report, however late the receipt was confirmed', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, late) => {
      const latest = due('feedback-latest', day)
      assert.equal(latest, addDays(add(day, { months: 3 }), 7))
      const deadlines = [deadline('feedback-latest', day), deadline('feedback', addDays(day, late))]
      const [clock] = clocksOf(deadlines, dayBounds(day).start)
      assert.ok(clock && clock.dueOn <= latest)
      if (late <= 4) assert.equal(clock.dueOn, due('feedback', addDays(day, late)), 'confirmed in time: three months from then')
    }))
  })

  test('a promise ends on a working day and gives as many of them as it says', () => {
    fc.assert(fc.property(anyDay, fc.constantFrom(...promiseIds), (day, id) => {
      const end = due(id, day)
      assert.ok(isWorkingDay(end))
      let count = 0
      for (let on = addDays(day, 1); on <= end; on = addDays(on, 1)) if (isWorkingDay(on)) count++
      assert.equal(count, Number(id.slice('promise-'.length)))
    }))
  })

  test('hours of the settings become whole working days, never fewer', () => {
    assert.deepEqual([1, 24, 25, 48, 72, 96, 120, 121, 240].map(promiseFor), ['promise-1', 'promise-1', 'promise-2', 'promise-2', 'promise-3', 'promise-4', 'promise-5', 'promise-10', 'promise-10'])
  })

  test('nothing is kept for longer than three years, or 90 days, and not a day less', () => {
    fc.assert(fc.property(anyDay, (day) => {
      assert.equal(due('erase-report', day), add(day, { years: 3 }))
      assert.equal(daysBetween(day, due('erase-counsel', day)), 90)
    }))
  })
})

const deadline = (rule: (typeof rules)[number]['id'], startedOn: PlainDate) => ({ id: rule, kind: 'case', ref: 'x', rule, startedOn, ...periodFrom(deadlineRuleOn(rules, rule, startedOn), startedOn), extended: 0, pausedOn: null, doneAt: null, warnedOn: null })

describe('clocks of a case', () => {
  let temporary: TemporaryDatabase
  before(async () => void (temporary = await temporaryDatabase()))
  after(() => temporary.close())

  const at = <T>(moment: string, work: (db: UnitOfWork) => Promise<T>) => temporary.database.unit({ tenant: 'erlenau', service: 'help-chat', access: 'write', now: new Date(moment) }, work)
  const shown = async (id: string, moment: string) => Object.fromEntries((await at(moment, (db) => listClocks(db, id))).map(({ rule, dueOn, state, extended }) => [rule, `${dueOn} ${state}${extended ? ' extended' : ''}`]))

  test('they run, come near, are over, and stop with the answer', async () => {
    const id = crypto.randomUUID()
    await at('2026-03-27T23:30:00Z', async (db) => {
      await startPromise(db, id, 48)
      await startReport(db, id)
    })
    assert.deepEqual(await shown(id, '2026-03-28T10:00:00Z'), { promise: '2026-03-31 running', receipt: '2026-04-04 running', feedback: '2026-07-05 running' }, 'half past midnight in Berlin is the next day, and the clocks change on Sunday')
    assert.equal((await shown(id, '2026-04-04T12:00:00Z'))['receipt'], '2026-04-04 today')
    assert.equal((await shown(id, '2026-04-04T22:00:00Z'))['receipt'], '2026-04-04 over')
    await at('2026-04-10T10:00:00Z', (db) => answered(db, id, 'receipt'))
    assert.deepEqual(await shown(id, '2026-04-10T10:00:00Z'), { promise: '2026-03-31 done', receipt: '2026-04-04 done', feedback: '2026-07-05 running' }, 'a late receipt wins no time')
    await at('2026-05-10T10:00:00Z', (db) => answered(db, id, 'feedback'))
    assert.equal((await shown(id, '2026-05-10T10:00:00Z'))['feedback'], '2026-07-05 done')
  })

  test('a promise may be extended once, after an answer not any more', async () => {
    const id = crypto.randomUUID()
    await at('2026-03-10T09:00:00Z', (db) => startPromise(db, id, 24))
    assert.equal(await at('2026-03-10T09:00:00Z', (db) => extendPromise(db, id, 'absence')), undefined)
    assert.equal(await at('2026-03-10T09:00:00Z', (db) => extendPromise(db, id, 'absence')), 'extended-enough')
    assert.equal((await shown(id, '2026-03-10T09:00:00Z'))['promise'], '2026-03-16 running extended')
    await at('2026-03-10T09:00:00Z', (db) => answered(db, id, undefined))
    assert.equal(await at('2026-03-10T09:00:00Z', (db) => extendPromise(db, id, 'absence')), 'not-extendable')
  })
})
