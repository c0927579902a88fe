import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cents, plainDate, sumCents, type Cents } from '@modellregion/standards'
import { amountFrom, eligibleOf, euroText, parsePercent, parseRate, percentText } from './amount.ts'
import { callable, callWarnings, maySend, whyNotCall, whyNotCorrectAnswer, whyNotSettle } from './call.ts'
import { csvFile, germanCsv, type Cell } from '../../csv/rules.ts'
import { csvRow, csvText, markOf, readBookings } from './csv.ts'
import { entitlement, grantUsed, isTrifle, lineMost } from './finance.ts'
import { figuresOf, type Facts } from './figures.ts'
import { keyed } from './key.ts'
import { interestOf, lateUses, useBy } from './late.ts'
import { halfYearOf, knownRates, missingHalfYear, ratePieces, ratesWith, whyNotRate } from './law.ts'
import { readPlan, planText } from './plan.ts'
import { isPlausible, isTooLong } from './span.ts'
import type { Line } from '../schema.ts'

const euro = (amount: number): Cents => cents(Math.round(amount * 100))
const costs = (recognised: number, own = 0, third = 0, thirdPlanned = third) => ({ recognised: euro(recognised), ownPlanned: euro(own), third: euro(third), thirdPlanned: euro(thirdPlanned) })
const most = euro(80_000)

test('each kind of financing gives what the plan of it says', () => {
  const share = { financing: 'share', rateBp: 8_000, mostCents: most } as const
  assert.equal(entitlement(share, costs(100_000)), euro(80_000))
  assert.equal(entitlement(share, costs(90_000.01)), euro(72_000.01), '80 % of 90,000.01 is 72,000.008')
  assert.equal(entitlement(share, costs(120_000)), most, 'never more than granted')
  assert.equal(entitlement(share, costs(100_000, 0, 15_000, 5_000)), euro(72_000), 'money of third parties beyond the plan lowers what is shared')
  const fixed = { financing: 'fixed', rateBp: null, mostCents: most } as const
  assert.equal(entitlement(fixed, costs(100_000)), most)
  assert.equal(entitlement(fixed, costs(70_000)), euro(70_000))
  const gap = { financing: 'gap', rateBp: null, mostCents: most } as const
  assert.equal(entitlement(gap, costs(100_000, 15_000, 10_000)), euro(75_000))
  assert.equal(entitlement(gap, costs(20_000, 15_000, 10_000)), 0)
  assert.equal(entitlement({ financing: 'full', rateBp: null, mostCents: most }, costs(60_000, 0, 1_000)), euro(59_000))
})

const amount = fc.integer({ min: 0, max: 1_000_000_000 }).map((n) => cents(n))
const terms = fc.record({ financing: fc.constantFrom('share', 'fixed', 'gap', 'full'), rateBp: fc.integer({ min: 1, max: 10_000 }), mostCents: fc.integer({ min: 1, max: 1_000_000_000 }).map((n) => cents(n)) })

test('nobody gets more than was granted or spent, and more spending never gives less', () => {
  fc.assert(
    fc.property(terms, amount, amount, amount, amount, (notice, recognised, more, own, third) => {
      const base = { recognised, ownPlanned: own, third, thirdPlanned: third }
      const [less, larger] = [entitlement(notice, base), entitlement(notice, { ...base, recognised: cents(recognised + more) })]
      assert.ok(less >= 0 && less <= notice.mostCents && less <= recognised)
      assert.ok(larger >= less)
      const used = grantUsed(notice, recognised, cents(recognised + more), own)
      assert.ok(used >= 0 && used <= notice.mostCents && used <= recognised)
    }),
  )
})

test('what counts of a voucher is without tax and by its share, half up; a counter-booking cancels it', () => {
  const entry = { amountCents: euro(119), vatCents: euro(19), vatEligible: true, shareBp: 10_000 }
  assert.equal(eligibleOf(entry), euro(119))
  assert.equal(eligibleOf({ ...entry, vatEligible: false }), euro(100))
  assert.equal(eligibleOf({ ...entry, amountCents: cents(101), shareBp: 5_000 }), 51, 'half a cent goes up')
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 10_000 }), fc.boolean(), (amountCents, shareBp, vatEligible) => {
      const vatCents = cents(Math.floor(amountCents / 7))
      const kept = eligibleOf({ amountCents, vatCents, vatEligible, shareBp })
      assert.equal(kept + eligibleOf({ amountCents: cents(-amountCents), vatCents: cents(-vatCents), vatEligible, shareBp }), 0)
      assert.ok(kept >= 0 && kept <= amountCents)
    }),
  )
})

test('shares and amounts read what they write', () => {
  assert.equal(parsePercent('33,33 %'), 3_333)
  for (const text of ['101', '100,01', '-1', '1,234', 'viel']) assert.equal(parsePercent(text), undefined, text)
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (bp) => assert.equal(parsePercent(percentText(bp)), bp)))
  assert.equal(euroText(cents(123_456_789)), '1.234.567,89')
  assert.equal(euroText(cents(-5)), '-0,05')
  assert.deepEqual(['1,52', '-0,88 %', '3', '1.27'].map(parseRate), [152, -88, 300, 127])
  for (const text of ['1,527', '--1', 'drei', '', '100']) assert.equal(parseRate(text), undefined, text)
  assert.deepEqual(['1.234,50', '10.000.000.000,00', '10.000.000.000,01', '-99.999.999.999'].map(amountFrom), [123_450, 1_000_000_000_000, undefined, undefined], 'more than ten billion euros is a slip')
})

test('money is called for two months at most, and never more than is left', () => {
  const notice = { mostCents: most, retainedCents: euro(4_000), startsOn: plainDate('2026-01-01'), endsOn: plainDate('2027-12-31'), useMonths: 2 }
  const calls = [{ state: 'paid', amountCents: euro(30_000), paidCents: euro(29_000) }, { state: 'sent', amountCents: euro(10_000), paidCents: null }, { state: 'refused', amountCents: euro(5_000), paidCents: null }, { state: 'draft', amountCents: euro(9_000), paidCents: null }] as const
  assert.equal(callable(notice, calls), euro(37_000))
  const wish = { neededFrom: plainDate('2026-03-01'), neededUntil: plainDate('2026-05-01'), amountCents: euro(37_000) }
  assert.equal(whyNotCall(notice, calls, wish), undefined)
  assert.deepEqual(whyNotCall(notice, calls, { ...wish, amountCents: cents(wish.amountCents + 1) }), { field: 'amount', code: 'above-grant', cents: euro(37_000) })
  assert.equal(whyNotCall(notice, calls, { ...wish, neededUntil: plainDate('2026-05-02') })?.code, 'too-long')
  assert.equal(whyNotCall(notice, calls, { ...wish, neededUntil: plainDate('2026-02-28') })?.code, 'ends-before')
  assert.equal(whyNotCall(notice, calls, { ...wish, neededFrom: plainDate('2025-12-31') })?.code, 'before-start')
  assert.equal(whyNotCall({ ...notice, useMonths: 3 }, calls, { ...wish, neededUntil: plainDate('2026-06-01') }), undefined, 'a notice may give more time')
  assert.equal(whyNotSettle({ amountCents: euro(100), sentOn: plainDate('2026-03-02') }, { on: plainDate('2026-03-01'), paid: euro(100) }), 'before-sent')
  assert.equal(whyNotSettle({ amountCents: euro(100), sentOn: plainDate('2026-03-02') }, { on: plainDate('2026-03-02'), paid: cents(10_001) }), 'above-call')
  assert.equal(whyNotSettle({ amountCents: euro(100), sentOn: plainDate('2026-03-02') }, { on: plainDate('2026-03-02'), paid: euro(90) }), undefined)
  const answered = { amountCents: euro(100), sentOn: plainDate('2026-03-02'), settledOn: plainDate('2026-03-10'), paidCents: euro(90), refusal: null }
  const full = [{ state: 'sent' as const, amountCents: cents(notice.mostCents - notice.retainedCents - euro(95)), paidCents: null }]
  assert.equal(whyNotCorrectAnswer(notice, [], answered, { on: plainDate('2026-03-10'), paid: euro(90) }), 'same')
  assert.equal(whyNotCorrectAnswer(notice, [], answered, { on: plainDate('2026-03-01'), paid: euro(90) }), 'before-sent')
  assert.equal(whyNotCorrectAnswer(notice, full, answered, { on: plainDate('2026-03-10'), paid: euro(96) }), 'above-grant', 'others have called the rest meanwhile')
  assert.equal(whyNotCorrectAnswer(notice, full, answered, { on: plainDate('2026-03-10'), paid: euro(95) }), undefined)
  assert.equal(whyNotCorrectAnswer(notice, full, answered, { on: plainDate('2026-03-10'), refusal: 'Abgelehnt' }), undefined)
  assert.equal(maySend({ state: 'draft', accountId: 'a' }, 'a'), false, 'four eyes')
  assert.equal(maySend({ state: 'draft', accountId: 'a' }, 'b'), true)
})

test('a call is compared with the plan: money still there, more than the plan leaves, more than an even course', () => {
  const notice = { financing: 'share', rateBp: 8_000, mostCents: most, retainedCents: cents(0), startsOn: plainDate('2026-01-01'), endsOn: plainDate('2026-12-31') } as const
  const facts = { notice, planned: euro(100_000), otherMeans: euro(20_000), used: euro(20_000), paid: euro(20_000), received: euro(20_000) }
  const call = { amountCents: euro(20_000), neededUntil: plainDate('2026-07-02') }
  assert.deepEqual(callWarnings(facts, call), [], 'half of the year, half of the grant')
  assert.deepEqual(callWarnings({ ...facts, used: euro(15_000) }, call), [{ code: 'unused', cents: euro(5_000) }])
  assert.deepEqual(callWarnings(facts, { ...call, neededUntil: plainDate('2026-03-01') }).map(({ code }) => code), ['ahead'])
  assert.deepEqual(callWarnings(facts, { amountCents: cents(6_000_001), neededUntil: plainDate('2027-01-20') }), [{ code: 'above-plan', cents: euro(60_000) }, { code: 'ahead', cents: most }])
})

test('rates are known up to a half-year; a town enters the next one, and its entry for a day goes before', () => {
  assert.equal(missingHalfYear(knownRates, plainDate('2026-12-31')), undefined)
  assert.equal(missingHalfYear(knownRates, plainDate('2027-01-01')), '2027-01-01')
  assert.equal(halfYearOf(plainDate('2026-06-30')), '2026-01-01')
  const own = ratesWith([{ kind: 'base', from: plainDate('2027-01-01'), bp: 200 }, { kind: 'base', from: plainDate('2026-07-01'), bp: 150 }, { kind: 'base', from: plainDate('2026-07-01'), bp: 151 }, { kind: 'above', from: plainDate('2027-02-01'), bp: 400 }])
  assert.equal(missingHalfYear(own, plainDate('2027-06-30')), undefined)
  const gap = ratesWith([{ kind: 'base', from: plainDate('2027-07-01'), bp: 200 }])
  assert.equal(missingHalfYear(gap, plainDate('2027-12-31')), '2027-01-01', 'a half-year that was left out is missing, whatever came after it')
  assert.deepEqual(ratePieces(plainDate('2026-12-30'), plainDate('2027-02-02'), own).map(({ from, days, bp }) => [from, days, bp]), [['2026-12-31', 1, 451], ['2027-01-01', 31, 500], ['2027-02-01', 2, 600]])
  assert.deepEqual(ratePieces(plainDate('2025-12-30'), plainDate('2026-01-02'), knownRates).map(({ days, bp }) => [days, bp]), [[3, 427]], 'a half-year without a change is no new piece')
  const today = plainDate('2026-11-29')
  const refusal = (from: string, bp: number, kind: 'base' | 'above' = 'base') => whyNotRate({ kind, from: plainDate(from), bp }, today)
  assert.deepEqual([refusal('2027-01-01', 127), refusal('2027-01-02', 127), refusal('2027-07-01', 127), refusal('2001-07-01', 127), refusal('2027-01-01', 2_001), refusal('2024-04-01', -1, 'above'), refusal('2024-04-17', 300, 'above')], [undefined, 'half-year', 'too-late', 'too-early', 'size', 'size', undefined])
})

test('a slip in the year of a notice is told before anybody makes deadlines of it', () => {
  const [start, end] = [plainDate('2026-01-01'), plainDate('2062-12-31')]
  assert.deepEqual([isPlausible(plainDate('0206-01-01')), isPlausible(start), isPlausible(plainDate('9999-12-31'))], [false, true, false])
  assert.deepEqual([isTooLong(start, end), isTooLong(start, plainDate('2040-12-31'))], [true, false])
  const notice = { mostCents: most, retainedCents: cents(0), startsOn: start, endsOn: plainDate('2027-12-31'), useMonths: 2 }
  assert.equal(whyNotCall(notice, [], { neededFrom: plainDate('9999-12-01'), neededUntil: plainDate('9999-12-31'), amountCents: euro(1) })?.code, 'after-end')
})

test('a form sent twice is one thing; the same form with other contents is another', () => {
  const key = '0193e000-0000-7000-8000-000000000001'
  const ids = [{ voucher: 'A' }, { voucher: 'A' }, { voucher: 'B' }].map((contents) => keyed(key, contents))
  assert.deepEqual([ids[0] === ids[1], ids[1] === ids[2]], [true, false])
  assert.match(ids[0] ?? '', /^0193e000-0000-7[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
})

test('a claim up to the threshold of the notice is a trifle; without one every cent is pursued', () => {
  assert.deepEqual([isTrifle(50_000, 50_000), isTrifle(50_001, 50_000), isTrifle(0, 50_000), isTrifle(1, 0)], [true, false, false, false])
})

test('money used after two months makes interest from the day after its payment, by the rate of each day', () => {
  const paidOn = plainDate('2024-05-02')
  assert.equal(useBy(paidOn, 2), '2024-07-02')
  assert.equal(useBy(plainDate('2025-12-31'), 2), '2026-02-28')
  const payment = { number: 1, paidOn, paid: euro(10_000) }
  const terms = { useMonths: 2, rates: knownRates }
  assert.deepEqual(lateUses([payment], [{ day: plainDate('2024-07-02'), used: euro(10_000) }], plainDate('2024-12-31'), terms), [])
  // 59 days up to 30 June at 3.62 % and three points more, three days at 3.37 % and three: 10,000 × (59 × 6.62 + 3 × 6.37) / 36,500
  const [late] = lateUses([payment], [{ day: plainDate('2024-07-03'), used: euro(10_000) }], plainDate('2024-12-31'), terms)
  assert.deepEqual([late?.days, late?.used, late?.interest], [62, true, 11_224])
  const [open] = lateUses([payment], [{ day: plainDate('2024-06-01'), used: euro(4_000) }], plainDate('2024-12-31'), terms)
  assert.deepEqual([open?.amount, open?.used, open?.until], [euro(6_000), false, '2024-12-31'])
  assert.deepEqual(ratePieces(plainDate('2024-06-28'), plainDate('2024-07-02'), knownRates).map(({ days, bp }) => [days, bp]), [[2, 662], [2, 637]])
  assert.deepEqual(lateUses([payment], [{ day: plainDate('2024-07-03'), used: euro(10_000) }], plainDate('2024-12-31'), { ...terms, useMonths: 3 }), [], 'a notice may give more time')
  assert.equal(lateUses([payment], [], plainDate('9999-12-31'), terms)[0]?.until, '9999-12-31', 'the last day of the calendar has no next one')
})

test('spending that is taken back later never counted as used; first paid is first used', () => {
  const [a, b] = [{ number: 1, paidOn: plainDate('2024-01-10'), paid: euro(100) }, { number: 2, paidOn: plainDate('2024-02-10'), paid: euro(100) }]
  const uses = [{ day: plainDate('2024-01-20'), used: euro(100) }, { day: plainDate('2024-03-01'), used: euro(50) }, { day: plainDate('2024-04-01'), used: euro(150) }]
  const late = lateUses([b, a], uses, plainDate('2024-12-31'), { useMonths: 2, rates: knownRates })
  assert.deepEqual(late.map(({ callNumber, amount: part, until, used }) => [callNumber, part, until, used]), [[1, euro(50), '2024-04-01', true], [2, euro(50), '2024-12-31', false]])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 5 }), fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 8 }), (paid, used) => {
      const payments = paid.map((one, at) => ({ number: at + 1, paidOn: plainDate(`2024-0${at + 1}-15`), paid: cents(one) }))
      const found = lateUses(payments, used.map((one, at) => ({ day: plainDate(`2024-0${at + 1}-20`), used: cents(one) })), plainDate('2026-06-30'), { useMonths: 2, rates: knownRates })
      const whole = sumCents(found.map((one) => one.amount))
      assert.ok(whole <= paid.reduce((sum, one) => sum + one, 0) && found.every(({ interest, until, dueOn }) => interest >= 0 && until > dueOn))
    }),
  )
  assert.equal(interestOf(cents(0), [{ days: 100, bp: 500 }]), 0)
})

const lines: readonly Line[] = [
  { key: 'staff', position: 1, side: 'spending', title: 'Personal', plannedCents: euro(60_000) },
  { key: 'things', position: 2, side: 'spending', title: 'Sachkosten', plannedCents: euro(40_000) },
  { key: 'own', position: 3, side: 'own', title: 'Eigenanteil', plannedCents: euro(20_000) },
  { key: 'state', position: 4, side: 'grant', title: 'Zuwendung', plannedCents: most },
]
const facts = (staff: Cents, things: Cents, paid = euro(50_000)): Facts => ({
  notice: { number: 1, financing: 'share', rateBp: 8_000, mostCents: most, lineLimitBp: 2_000, useMonths: 2 }, rates: knownRates, lines, throughSeq: 4, bookings: 4, corrections: 0, until: plainDate('2026-12-31'), paidBefore: cents(0),
  sums: [{ key: 'staff', before: cents(0), within: staff, eligibleBefore: cents(0), eligibleWithin: staff, bookings: 2 }, { key: 'things', before: cents(0), within: things, eligibleBefore: cents(0), eligibleWithin: things, bookings: 2 }],
  payments: [{ number: 1, paidOn: plainDate('2026-06-01'), paid }], days: [{ day: plainDate('2026-06-20'), eligible: cents(staff + things) }],
})

test('a statement recognises lines up to a fifth above their plan, and never more than the whole plan', () => {
  const over = figuresOf(facts(euro(80_000), euro(10_000)))
  assert.deepEqual(over.lines.map(({ key, recognised, overLimit }) => [key, recognised, overLimit]).slice(0, 2), [['staff', euro(72_000), true], ['things', euro(10_000), false]])
  assert.deepEqual([over.recognised, over.entitled, over.open, over.repayment], [euro(82_000), euro(65_600), euro(15_600), 0])
  assert.equal(figuresOf(facts(euro(70_000), euro(45_000))).recognised, euro(100_000))
  assert.equal(lineMost(euro(60_000), 2_000), euro(72_000))
  const less = figuresOf(facts(euro(30_000), euro(10_000)))
  assert.deepEqual([less.entitled, less.repayment, less.open], [euro(32_000), euro(18_000), 0])
})

test('the sums of a statement are the sums of its lines; nobody owes and is owed at once', () => {
  fc.assert(
    fc.property(amount, amount, amount, (staff, things, paid) => {
      const figures = figuresOf(facts(staff, things, paid))
      const spending = figures.lines.filter(({ side }) => side === 'spending')
      assert.equal(figures.spent, staff + things)
      assert.equal(figures.spent, spending.reduce((sum, { before, within }) => sum + before + within, 0))
      assert.ok(figures.repayment === 0 || figures.open === 0)
      assert.equal(figures.paid - figures.repayment + figures.open, figures.entitled)
    }),
  )
})

const fileOf = (...rows: (readonly Cell[])[]): string => csvFile(rows, germanCsv)

test('a file of bookings is read line by line; what is wrong is named, what is there twice is told', () => {
  const text = 'Tag;Beleg;Empfänger;Zweck;Ansatz;Betrag;USt;zählt;Anteil\n1.3.2026;B1;"Firma; GmbH";Papier;Sachkosten;1.190,00;190,00;nein;50\n2026-03-02;B2;Amt;Gehalt;staff;100\n2026-03-02;B2;Amt;anders;staff;100,00\n31.2.2026;B3;x;y;staff;1\n1.3.2026;B4;x;y;state;1\n1.3.2026;B5;x;y;nirgends;1\n1.3.2026;B6;x;y;staff;0\n'
  const today = plainDate('2026-11-29')
  const { rows, errors } = readBookings(text, lines, new Set(), today)
  assert.deepEqual(rows.map(({ line, twice, entry }) => [line, twice, entry.payee, entry.amountCents]), [[2, false, 'Firma; GmbH', 119_000], [3, false, 'Amt', 10_000], [4, true, 'Amt', 10_000]])
  assert.deepEqual([rows[0]?.entry.vatEligible, rows[0]?.entry.shareBp], [false, 5_000])
  assert.deepEqual(errors.map(({ line, code }) => [line, code]), [[5, 'day'], [6, 'not-allowed'], [7, 'line'], [8, 'amount']])
  const [first] = rows
  assert.ok(first)
  const again = readBookings(fileOf(csvRow(first.entry, 'Sachkosten', { yes: 'ja', no: 'nein' })), lines, new Set([markOf(first.entry)]), today)
  assert.deepEqual(again.rows.map(({ entry, twice }) => [entry, twice]), [[first.entry, true]])
  const odd = readBookings('1.3.2027;B1;x;y;staff;1\n1.3.2026;B2;x;y;staff;1;0;vielleicht\n1.3.2026;B3;x;y;staff;1;0;Ja\n', lines, new Set(), today)
  assert.deepEqual([odd.errors.map(({ code }) => code), odd.rows.map(({ line }) => line)], [['future', 'counts'], [3]])
})

test('a file comes as spreadsheets write it: with a mark of order, with tabs, in the old signs of Windows, with a guarded formula', () => {
  const today = plainDate('2026-11-29')
  const read = (text: string) => readBookings(text, lines, new Set(), today).rows.map(({ entry }) => [entry.payee, entry.amountCents])
  assert.deepEqual(read('\uFEFF1.3.2026;B1;Müller;Papier;staff;1.234,50\r\n'), [['Müller', 123_450]])
  assert.deepEqual(read('1.3.2026\tB1\tA, B; C\tPapier\tstaff\t1234,5'), [['A, B; C', 123_450]])
  assert.equal(csvText(Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72])), 'Müller')
  assert.equal(csvText(Buffer.from('Müller €')), 'Müller €')
  const entry = { lineKey: 'staff', paidOn: plainDate('2026-03-01'), voucher: 'B1', payee: '=Firma', purpose: '-', amountCents: euro(1), vatCents: cents(0), vatEligible: true, shareBp: 10_000 }
  const row = fileOf(csvRow(entry, 'Personal', { yes: 'ja', no: 'nein' }))
  assert.match(row, /'=Firma/, 'spreadsheets would run it')
  assert.deepEqual(readBookings(row, lines, new Set(), today).rows.map((one) => one.entry), [entry])
})

test('a plan is read as it is written, and balances', () => {
  const words = { spending: 'Ausgabe', own: 'Eigenanteil', grant: 'Zuwendung', third: 'Dritte' }
  const read = readPlan(planText(lines, words), [words], lines)
  assert.deepEqual(read, { ok: true, lines })
  assert.deepEqual(readPlan('Ausgabe; Personal; 100\nZuwendung; Land; 90', [words], []), { ok: false, line: 2, code: 'balance' })
  assert.deepEqual(readPlan('Ausgabe; Personal', [words], []), { ok: false, line: 1, code: 'parts' })
  assert.deepEqual(readPlan('Geld; Personal; 3', [words], []), { ok: false, line: 1, code: 'side' })
  assert.deepEqual(readPlan('Eigenanteil; Personal; 3', [words], lines), { ok: false, line: 1, code: 'side-changed' })
  const long = 'Dienstleistungen für die Entwicklung der'
  const plan = readPlan(`Ausgabe; ${long} Plattform; 1\nAusgabe; ${long} Anwendung; 1\nZuwendung; Land; 2`, [words], [])
  assert.equal(plan.ok && new Set(plan.lines.map(({ key }) => key)).size, 3, 'two names that begin alike are two lines')
  assert.deepEqual(readPlan('Ausgabe; Personal; 1\nAusgabe; Personal; 1', [words], []), { ok: false, line: 2, code: 'twice' })
  const keys = readPlan('Ausgabe; A-B; 1\nZuwendung; Zuwendung; 1', [words], [{ key: 'a-b', title: 'A B', side: 'spending' }])
  assert.deepEqual(keys.ok && keys.lines.map(({ key }) => key), ['a-b-2', 'zuwendung'], 'another title is another line')
})
