import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, dayBounds, daysInMonth, fromDayNumber, hoursOfDay, instantAt, isWorkingDay, localTime, partsOf, plainDate, type PlainDate } from '@modellregion/standards'
import { deadlineClock, deadlineRuleOn, endOfDeadline, extendedPeriod, longestLead, periodFrom, resumedPeriod, stepsOf, untoldSteps, whyNotExtend, whyNotPause, whyNotResume } from './rules.ts'
import type { DeadlineRule, DeadlineStep, NonWorkingDay, PeriodLength } from './schema.ts'

const rule = (length: PeriodLength, atNonWorkingDay: NonWorkingDay = 'next-working-day', more: Partial<DeadlineRule> = {}): DeadlineRule => ({ id: 'answer', source: 'test', length, atNonWorkingDay, warn: [], ...more })
const day = plainDate
const due = (one: DeadlineRule, from: string): PlainDate => periodFrom(one, day(from)).dueOn

describe('the last day', () => {
  test('the day of the event does not count, and the end has its weekday or number (§§ 187 (1), 188 (2) BGB)', () => {
    assert.equal(due(rule({ days: 7 }), '2026-03-10'), '2026-03-17')
    assert.equal(due(rule({ weeks: 4 }), '2026-03-04'), '2026-04-01')
    assert.equal(due(rule({ months: 3 }), '2026-03-10'), '2026-06-10')
    assert.equal(due(rule({ months: 3, days: 7 }), '2026-03-10'), '2026-06-17')
    assert.equal(due(rule({ workingDays: 3 }), '2026-04-01'), '2026-04-08') // Thursday, Tuesday, Wednesday: Easter lies between
  })

  test('a month that lacks the day ends it with its last one (§ 188 (3) BGB)', () => {
    assert.equal(due(rule({ months: 1 }, 'stays'), '2026-01-31'), '2026-02-28')
    assert.equal(due(rule({ months: 1 }, 'stays'), '2028-01-30'), '2028-02-29')
    assert.equal(due(rule({ years: 1 }, 'stays'), '2028-02-29'), '2029-02-28')
    assert.equal(due(rule({ years: 4 }, 'stays'), '2024-02-29'), '2028-02-29')
  })

  test('a period that begins with a day ends the day before (§§ 187 (2), 188 (2), (3) BGB)', () => {
    const counting = (length: PeriodLength) => rule(length, 'stays', { firstDayCounts: true })
    assert.equal(due(counting({ weeks: 2 }), '2026-03-02'), '2026-03-15')
    assert.equal(due(counting({ months: 1 }), '2026-03-01'), '2026-03-31')
    assert.equal(due(counting({ years: 1 }), '2026-01-01'), '2026-12-31')
    assert.equal(due(counting({ workingDays: 5 }), '2026-03-02'), '2026-03-06')
    assert.deepEqual(['2026-01-28', '2026-01-29', '2026-01-31', '2026-02-01'].map((from) => due(counting({ months: 1 }), from)), ['2026-02-27', '2026-02-28', '2026-02-28', '2026-02-28'])
  })

  test('Saturday, Sunday and holiday move it on, leave it or move it back, as the rule says', () => {
    assert.equal(due(rule({ weeks: 1 }), '2026-03-27'), '2026-04-07') // Good Friday, and Easter Monday behind it
    assert.equal(due(rule({ weeks: 1 }, 'stays'), '2026-03-27'), '2026-04-03')
    assert.equal(due(rule({ weeks: 1 }, 'previous-working-day'), '2026-03-27'), '2026-04-02')
    assert.equal(due(rule({ months: 3 }), '2026-11-30'), '2027-03-01') // 28 February is a Sunday
  })

  test('the version of the event’s day counts', () => {
    const rules = [rule({ weeks: 4 }, 'stays', { until: day('2026-03-31') }), rule({ weeks: 2 }, 'stays', { from: day('2026-04-01') })]
    assert.deepEqual(['2026-03-31', '2026-04-01'].map((on) => deadlineRuleOn(rules, 'answer', day(on)).length), [{ weeks: 4 }, { weeks: 2 }])
    assert.throws(() => deadlineRuleOn(rules.slice(1), 'answer', day('2026-03-31')), /No version of the deadline "answer" counts for an event on 2026-03-31/)
    assert.throws(() => deadlineRuleOn(rules, 'reply', day('2026-03-31')), /"reply"/)
  })

  test('it ends at midnight in Berlin, on days of 23 and 25 hours too', () => {
    assert.equal(endOfDeadline(day('2026-03-28')).toISOString(), '2026-03-28T23:00:00.000Z')
    assert.equal(endOfDeadline(day('2026-03-29')).toISOString(), '2026-03-29T22:00:00.000Z')
    assert.equal(endOfDeadline(day('2026-10-25')).toISOString(), '2026-10-25T23:00:00.000Z')
  })
})

describe('extension and pause', () => {
  const extendable = rule({ weeks: 1 }, 'next-working-day', { extension: { length: { days: 3 }, reasonNeeded: true, most: 1 } })

  test('an extension is counted from the Monday to which the weekend had moved the end (BGH IX ZB 198/04)', () => {
    const period = periodFrom(extendable, day('2026-03-07'))
    assert.deepEqual(period, { countedTo: '2026-03-14', dueOn: '2026-03-16' })
    assert.equal(extendedPeriod(extendable, period).dueOn, '2026-03-19')
    assert.deepEqual(extendedPeriod(rule({ weeks: 1 }), period), period)
  })

  test('an extension is refused by name', () => {
    const open = { doneAt: null, extended: 0 }
    assert.equal(whyNotExtend(extendable, open, 'very-large'), undefined)
    assert.equal(whyNotExtend(rule({ weeks: 1 }), open, 'very-large'), 'not-extendable')
    assert.equal(whyNotExtend(extendable, { doneAt: null, extended: 1 }, 'very-large'), 'extended-enough')
    assert.equal(whyNotExtend(extendable, { doneAt: new Date(0), extended: 0 }, 'very-large'), 'done')
    for (const reason of ['', 'Frau Müller ist krank']) assert.equal(whyNotExtend(extendable, open, reason), 'reason-missing')
  })

  test('days of a pause do not count, first and last included (§ 209 BGB)', () => {
    const week = rule({ weeks: 1 }, 'stays')
    const deadline = { startedOn: day('2026-03-02'), ...periodFrom(week, day('2026-03-02')) }
    const after = (from: string, to: string) => resumedPeriod(week, deadline, day(from), day(to)).dueOn
    assert.equal(after('2026-03-04', '2026-03-05'), '2026-03-11')
    assert.equal(after('2026-03-04', '2026-03-04'), '2026-03-10')
    assert.equal(after('2026-03-02', '2026-03-04'), '2026-03-11') // the day of the event never counted
    assert.equal(after('2026-03-02', '2026-03-02'), '2026-03-09')
    const working = rule({ workingDays: 5 })
    assert.equal(resumedPeriod(working, { startedOn: day('2026-03-02'), ...periodFrom(working, day('2026-03-02')) }, day('2026-03-06'), day('2026-03-08')).dueOn, '2026-03-10')
  })

  test('a pause is counted from where counting had led, and a weekend moves it once only', () => {
    const week = rule({ weeks: 1 })
    const deadline = { startedOn: day('2026-03-07'), ...periodFrom(week, day('2026-03-07')) }
    assert.equal(deadline.dueOn, '2026-03-16')
    assert.deepEqual(resumedPeriod(week, deadline, day('2026-03-10'), day('2026-03-12')), { countedTo: '2026-03-17', dueOn: '2026-03-17' })
  })

  test('pause and going on are refused by name', () => {
    const running = { doneAt: null, pausedOn: null, startedOn: day('2026-03-02'), dueOn: day('2026-03-09') }
    const paused = { ...running, pausedOn: day('2026-03-04') }
    assert.deepEqual(['2026-03-01', '2026-03-02', '2026-03-09', '2026-03-10'].map((on) => whyNotPause(running, day(on))), ['before-start', undefined, undefined, 'over'])
    assert.equal(whyNotPause(paused, day('2026-03-05')), 'paused')
    assert.equal(whyNotPause({ ...running, doneAt: new Date(0) }, day('2026-03-05')), 'done')
    assert.deepEqual([whyNotResume(running, day('2026-03-05')), whyNotResume(paused, day('2026-03-03')), whyNotResume(paused, day('2026-03-04')), whyNotResume({ ...paused, doneAt: new Date(0) }, day('2026-03-05'))], ['not-paused', 'before-pause', undefined, 'done'])
  })
})

describe('the clock', () => {
  const warning = rule({ workingDays: 10 }, 'next-working-day', { warn: [{ before: { workingDays: 1 } }, { before: { workingDays: 3 } }, { before: { days: 60 } }] })
  const deadline = { startedOn: day('2026-03-02'), dueOn: due(warning, '2026-03-02'), pausedOn: null, doneAt: null, warnedOn: null }
  const at = (moment: string, more = {}) => deadlineClock(warning, { ...deadline, ...more }, new Date(moment))

  test('it runs, comes near, is due today and over, by the calendar in Berlin', () => {
    assert.equal(deadline.dueOn, '2026-03-16')
    assert.deepEqual(at('2026-03-02T09:00:00Z'), { state: 'running', workingDaysLeft: 10, nextWarning: '2026-03-11' })
    assert.deepEqual(at('2026-03-10T22:59:59Z'), { state: 'running', workingDaysLeft: 4, nextWarning: '2026-03-11' })
    assert.deepEqual(at('2026-03-10T23:00:00Z'), { state: 'near', workingDaysLeft: 3, nextWarning: '2026-03-13' })
    assert.deepEqual(at('2026-03-14T09:00:00Z'), { state: 'near', workingDaysLeft: 1, nextWarning: undefined })
    assert.deepEqual(at('2026-03-16T22:59:59Z'), { state: 'today', workingDaysLeft: 0, nextWarning: undefined })
    assert.deepEqual(at('2026-03-16T23:00:00Z'), { state: 'over', workingDaysLeft: 0, nextWarning: undefined })
  })

  test('what is done or stands still says so', () => {
    assert.deepEqual(at('2026-05-01T09:00:00Z', { doneAt: new Date('2026-03-03T09:00:00Z') }), { state: 'done', workingDaysLeft: 0, nextWarning: undefined })
    assert.deepEqual(at('2026-05-01T09:00:00Z', { pausedOn: day('2026-03-06') }), { state: 'paused', workingDaysLeft: 6, nextWarning: undefined })
  })

  test('steps come in order; warnings before the first day are left out, told ones too', () => {
    assert.deepEqual(untoldSteps(warning, deadline, day('2026-03-20')).map(({ kind, on }) => [kind, on]), [['warning', '2026-03-11'], ['warning', '2026-03-13'], ['over', '2026-03-17']])
    assert.deepEqual(untoldSteps(warning, { ...deadline, warnedOn: day('2026-03-13') }, day('2026-03-20')).map(({ kind }) => kind), ['over'])
    assert.deepEqual(untoldSteps(warning, deadline, day('2026-03-10')), [])
  })
})

// 1996 (warnings look back into 1995, the first year with known holidays) to 2098.
const anyDay = fc.integer({ min: 9_500, max: 47_000 }).map(fromDayNumber)
const count = (max: number) => fc.integer({ min: 1, max })
const anyLength: fc.Arbitrary<PeriodLength> = fc.oneof(
  fc.record({ days: count(400) }), fc.record({ weeks: count(60) }), fc.record({ months: count(40) }), fc.record({ years: count(10) }),
  fc.record({ months: count(12), days: count(20) }), fc.record({ workingDays: count(200) }),
) // prettier-ignore
const anyLanding = fc.constantFrom<NonWorkingDay[]>('next-working-day', 'stays', 'previous-working-day')
const anyRule = fc
  .record({ length: anyLength, atNonWorkingDay: anyLanding, firstDayCounts: fc.boolean(), longer: anyLength, before: fc.array(fc.oneof(fc.record({ days: fc.nat(40) }), fc.record({ workingDays: fc.nat(30) })), { maxLength: 4 }) })
  .map(({ length, atNonWorkingDay, firstDayCounts, longer, before }) =>
    rule(length, atNonWorkingDay, { ...(firstDayCounts && { firstDayCounts }), extension: { length: longer, reasonNeeded: true, most: 1 }, warn: before.map((lead) => ({ before: lead })) }),
  )

describe('whatever the rule and the day', () => {
  test('a period that ends on a working day never ends on a Saturday, Sunday or holiday of the state', () => {
    fc.assert(fc.property(anyRule, anyDay, (one, from) => one.atNonWorkingDay === 'stays' || isWorkingDay(periodFrom(one, from).dueOn)))
    fc.assert(fc.property(anyRule, anyDay, (one, from) => one.atNonWorkingDay === 'stays' || isWorkingDay(extendedPeriod(one, periodFrom(one, from)).dueOn)))
  })

  test('who begins later does not end earlier', () => {
    fc.assert(fc.property(anyRule, anyDay, fc.nat(40), (one, from, days) => periodFrom(one, from).dueOn <= periodFrom(one, addDays(from, days)).dueOn))
  })

  test('months end on the same number or on the last day of the month', () => {
    const lateDays = fc.record({ year: fc.integer({ min: 1996, max: 2096 }), month: fc.integer({ min: 1, max: 12 }), back: fc.nat(3) }).map(({ year, month, back }) => day(`${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month) - back}`))
    fc.assert(fc.property(lateDays, count(60), (from, months) => {
      const end = partsOf(due(rule({ months }, 'stays'), from))
      assert.equal(end.day, Math.min(partsOf(from).day, daysInMonth(end.year, end.month)))
      assert.equal(end.year * 12 + end.month, partsOf(from).year * 12 + partsOf(from).month + months)
    })) // prettier-ignore
  })

  test('29 February ends years on 28 or 29 February', () => {
    const leapDays = fc.integer({ min: 500, max: 520 }).map((quarter) => day(`${quarter * 4}-02-29`))
    fc.assert(fc.property(leapDays, count(12), (from, years) => /-02-(28|29)$/.test(due(rule({ years }, 'stays'), from)) && due(rule({ years }, 'stays'), from).endsWith(`-${daysInMonth(partsOf(from).year + years, 2)}`)))
  })

  test('it ends with its day, around both changes of the clock', () => {
    const nearChange = fc.record({ year: fc.integer({ min: 1997, max: 2037 }), month: fc.constantFrom('03', '10'), date: fc.integer({ min: 22, max: 31 }) }).map(({ year, month, date }) => day(`${year}-${month}-${date}`))
    fc.assert(fc.property(fc.oneof(anyDay, nearChange), (last) => {
      const end = endOfDeadline(last)
      assert.deepEqual(localTime(end), { date: addDays(last, 1), hour: 0, minute: 0, second: 0 })
      assert.equal(end.getTime() - instantAt(last).getTime(), hoursOfDay(last) * 3_600_000)
      const state = (at: number) => deadlineClock({ warn: [] }, { startedOn: addDays(last, -30), dueOn: last, pausedOn: null, doneAt: null }, new Date(at)).state
      assert.deepEqual([state(dayBounds(last).start.getTime() - 1), state(dayBounds(last).start.getTime()), state(end.getTime() - 1), state(end.getTime())], ['running', 'today', 'today', 'over'])
    })) // prettier-ignore
  })

  test('an extension never shortens', () => {
    fc.assert(fc.property(anyRule, anyDay, (one, from) => extendedPeriod(one, periodFrom(one, from)).dueOn >= periodFrom(one, from).dueOn))
    fc.assert(fc.property(anyRule, anyDay, (one, from) => one.atNonWorkingDay === 'previous-working-day' || extendedPeriod(one, periodFrom(one, from)).dueOn > periodFrom(one, from).dueOn))
  })

  test('pause and going on never shorten, and the longer pause does not end earlier', () => {
    fc.assert(fc.property(anyRule, anyDay, fc.nat(100), fc.nat(100), fc.nat(100), (one, startedOn, wait, pause, more) => {
      const deadline = { startedOn, ...periodFrom(one, startedOn) }
      const pausedOn = addDays(startedOn, wait)
      const [short, long] = [pause, pause + more].map((days) => resumedPeriod(one, deadline, pausedOn, addDays(pausedOn, days)).dueOn)
      assert.ok(short !== undefined && long !== undefined && deadline.dueOn <= short && short <= long)
    })) // prettier-ignore
  })

  test('however seldom somebody looks, each step is told once and in order', () => {
    fc.assert(fc.property(anyRule, anyDay, fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 20 }), (one, startedOn, gaps) => {
      const { dueOn } = periodFrom(one, startedOn)
      const told: DeadlineStep[] = []
      let today = startedOn
      for (const gap of [...gaps, 5_000]) {
        today = addDays(today, gap)
        told.push(...untoldSteps(one, { startedOn, dueOn, warnedOn: told.at(-1)?.on ?? null }, today))
      }
      assert.deepEqual(told, stepsOf(one, dueOn).filter(({ on }) => on > startedOn))
    })) // prettier-ignore
  })

  test('whoever looks as far ahead as the longest lead sees every step on its day', () => {
    fc.assert(fc.property(anyRule, anyDay, (one, from) => stepsOf(one, from).every(({ on }) => from <= addDays(on, longestLead([one])))))
  })
})
