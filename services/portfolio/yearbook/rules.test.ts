import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate, type PlainDate } from '@modellregion/standards'
import { changesOf, concerns, countedOf, editionOf, frozenText, isOver, paidOf, runningOf, stagesOf, sumsOf, yearsUntil } from './rules.ts'
import type { YearFigures, YearProject } from './schema.ts'

const d = (text: string): PlainDate => plainDate(text)
const project = (more: Partial<YearProject>): YearProject => ({ slug: 'a', name: 'A', stage: 'delivery', partners: [], startsOn: null, endsOn: null, originalEndsOn: null, grantCents: null, reached: [], money: null, ...more })
const year = (projects: YearProject[]): YearFigures => ({ year: 2022, standOn: d('2023-01-10'), projects, entries: [], adoptions: { taken: 0, given: 0, named: [] }, network: { events: 0, registrations: 0, questions: 0, solved: 0, answers: 0, news: 0 }, leaders: [] })

test('a project belongs to the years from its beginning on', () => {
  assert.equal(concerns({ startsOn: d('2022-12-31') }, d('2022-12-31')), true)
  assert.equal(concerns({ startsOn: d('2023-01-01') }, d('2022-12-31')), false)
  assert.equal(concerns({ startsOn: null }, d('2022-12-31')), true)
  assert.equal(concerns({ startsOn: null }, d('2022-12-31'), d('2023-01-05')), false, 'an idea of the next year')
  assert.equal(concerns({ startsOn: null }, d('2022-12-31'), d('2022-05-01')), true)
})

test('years run from the beginning of the programme to this one, by the clock of the town', () => {
  assert.deepEqual(yearsUntil(new Date('2020-12-31T22:59:00Z')), [2020, 2019, 2018])
  assert.equal(yearsUntil(new Date('2020-12-31T23:00:00Z'))[0], 2021)
})

test('stages are counted in the order of the way', () => {
  assert.deepEqual(stagesOf(year([project({ stage: 'transfer' }), project({ stage: 'idea' }), project({ stage: 'transfer' })])), [{ stage: 'idea', count: 1 }, { stage: 'transfer', count: 2 }])
})

test('the office is no project, and an example counts only where there is nothing else', () => {
  const invented = project({ name: 'Beispiel', isInvented: true })
  assert.deepEqual(countedOf(year([project({ name: 'A' }), project({ name: 'Büro', isOffice: true }), invented])).map(({ name }) => name), ['A'])
  assert.deepEqual(countedOf(year([invented])), [invented])
  const ran = (startsOn: PlainDate, endsOn: PlainDate) => runningOf(year([project({ startsOn, endsOn })])).length
  assert.deepEqual([ran(d('2021-01-01'), d('2021-12-31')), ran(d('2021-01-01'), d('2022-01-01')), ran(d('2022-12-31'), d('2024-01-01')), ran(d('2023-01-01'), d('2024-01-01'))], [0, 1, 1, 0])
})

test('a year is over when the clock of the town says so', () => {
  assert.equal(isOver(2020, new Date('2020-12-31T22:59:00Z')), false)
  assert.equal(isOver(2020, new Date('2020-12-31T23:00:00Z')), true)
})

test('what happened is what lies in the year, day by day, and an extension is said', () => {
  const found = changesOf(
    year([
      project({ name: 'A', startsOn: d('2021-05-01'), endsOn: d('2022-06-30'), originalEndsOn: d('2021-12-31') }),
      project({ name: 'B', startsOn: d('2022-02-01'), endsOn: d('2023-06-30'), reached: [{ stage: 'notice', on: d('2022-01-15') }, { stage: 'unknown', on: d('2022-01-15') }] }),
      project({ name: 'C', startsOn: d('2022-07-01'), reached: [{ stage: 'delivery', on: d('2022-07-01') }] }),
    ]),
  )
  assert.deepEqual(found.map(({ project: { name }, kind, on, isLater }) => [name, kind, on, isLater]), [['B', 'reached', '2022-01-15', false], ['B', 'starts', '2022-02-01', false], ['A', 'ends', '2022-06-30', true], ['C', 'reached', '2022-07-01', false]])
})

test('sums are those of the accounts, whatever they hold', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.record({ granted: fc.nat(1e9), paid: fc.nat(1e9), booked: fc.nat(1e9) })), { maxLength: 8 }), (accounts) => {
      const sums = sumsOf(year(accounts.map((money) => project({ money }))))
      const sum = (key: 'granted' | 'paid' | 'booked'): number => accounts.reduce((all, money) => all + (money?.[key] ?? 0), 0)
      assert.deepEqual([sums.granted, sums.paid, sums.booked, sums.withAccount.length], [sum('granted'), sum('paid'), sum('booked'), accounts.filter((money) => money !== null).length])
    }),
  )
})

test('money of an example is no money where there is a real project; that of the office is', () => {
  const all = [project({ slug: 'a' }), project({ slug: 'b', isOffice: true }), project({ slug: 'c', isInvented: true })]
  assert.deepEqual(paidOf(year(all)).map(({ slug }) => slug), ['a', 'b'])
  assert.deepEqual(paidOf(year(all.slice(2))).map(({ slug }) => slug), ['c'])
})

test('what is frozen comes back as it was', () => {
  const edition = { foreword: 'Über „alles“\n\n- ß', figures: year([project({ name: 'Größe', money: { granted: 1, paid: 2, booked: 3 } })]) }
  assert.deepEqual(editionOf(frozenText(edition)), edition)
})
