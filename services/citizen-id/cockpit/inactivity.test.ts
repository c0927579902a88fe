import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { add, daysBetween, localDate } from '@modellregion/standards'
import { deletionDay, graceDays, unusedSince, unusedStep, type Unused } from './inactivity.ts'

const day = 86_400_000
const start = new Date('2024-01-31T18:00:00Z')

// Nights from the last use on; `asleep` are nights in which the job does not run.
function live(asleep: (night: number) => boolean, used: (night: number) => boolean = () => false) {
  let account: Unused = { lastUsedAt: start, notices: 0, noticedAt: null }
  const happened: { step: string; on: Date; account: Unused }[] = []
  for (let night = 1; night < 1_500; night++) {
    const now = new Date(start.getTime() + night * day)
    if (used(night)) account = { lastUsedAt: now, notices: 0, noticedAt: null }
    if (asleep(night)) continue
    const step = unusedStep(account, now)
    if (step === undefined) continue
    happened.push({ step, on: now, account })
    if (step === 'delete') break
    account = { ...account, notices: account.notices + 1, noticedAt: now }
  }
  return happened
}

test('two notices at 22 and 23 months, the end at 24', () => {
  const happened = live(() => false)
  assert.deepEqual(happened.map(({ step }) => step), ['unused-1', 'unused-2', 'delete'])
  assert.deepEqual(happened.map(({ on }) => localDate(on)), ['2025-11-30', '2025-12-31', '2026-01-31'])
  assert.equal(localDate(deletionDay(start)), '2026-01-31')
})

test('however long the job has slept, nobody goes without two notices and the time to answer each', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 300 }), (from, length) => {
      const happened = live((night) => night >= from && night < from + length)
      assert.deepEqual(happened.map(({ step }) => step), ['unused-1', 'unused-2', 'delete'])
      const [first, second, end] = happened.map(({ on }) => on) as [Date, Date, Date]
      assert.ok(second.getTime() - first.getTime() >= graceDays * day)
      assert.ok(end.getTime() - second.getTime() >= graceDays * day)
      assert.ok(localDate(end) >= add(localDate(start), { months: 24 }))
    }),
  )
})

test('a sign-in in between begins anew, and who comes by once a year never hears of it', () => {
  assert.deepEqual(live(() => false, (night) => night % 365 === 0), [])
  const happened = live(() => false, (night) => night === 705) // after both notices
  assert.deepEqual(happened.map(({ step }) => step), ['unused-1', 'unused-2', 'unused-1', 'unused-2', 'delete'])
  assert.ok(daysBetween(localDate(new Date(start.getTime() + 705 * day)), localDate(happened.at(-1)?.on ?? start)) >= 729)
})

test('the job looks at everybody to whom something is due', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), fc.integer({ min: 0, max: 1_000 }), (lastUsedAt, days) => {
      const now = new Date(lastUsedAt.getTime() + days * day)
      if (unusedStep({ lastUsedAt, notices: 0, noticedAt: null }, now) !== undefined) assert.ok(lastUsedAt < unusedSince(now))
    }),
  )
})
