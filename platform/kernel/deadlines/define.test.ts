import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '@modellregion/standards'
import { complaintsAboutDeadlines, defineDeadlines } from './define.ts'
import type { DeadlineRule } from './schema.ts'

const rule: DeadlineRule = { id: 'answer', source: 'promise of the town', length: { weeks: 4 }, atNonWorkingDay: 'stays', warn: [{ before: { workingDays: 3 } }] }
const complaints = (...changes: Partial<DeadlineRule>[]): string => complaintsAboutDeadlines(changes.map((change) => ({ ...rule, ...change }))).join('\n')
const [march, april, june] = [plainDate('2026-03-31'), plainDate('2026-04-01'), plainDate('2026-06-01')]

test('rules that can be counted with come back as they are', () => {
  const rules = [rule, { ...rule, id: 'feedback', length: { months: 3, days: 7 }, extension: { length: { months: 3 }, reasonNeeded: true, most: 1 } } as const]
  assert.equal(defineDeadlines(rules), rules)
})

test('what is wrong with a rule is named', () => {
  assert.match(complaints({ id: 'The Answer' }), /The Answer: the id is no word in kebab-case/)
  assert.match(complaints({ source: ' ' }), /answer: no source says/)
  assert.match(complaints({ length: { days: -7 } }), /answer: length\.days is -7; a period is a whole number of at least 1/)
  assert.match(complaints({ length: { weeks: 1.5 } }), /length\.weeks is 1\.5/)
  assert.match(complaints({ length: {} }), /length is empty/)
  assert.match(complaints({ length: { workingDays: 3, months: 1 } }), /mixes working days with others/)
  assert.match(complaints({ warn: [{ before: { days: -1 } }] }), /a warning comes -1 days before the end/)
  assert.match(complaints({ warn: [{ before: { days: 1, workingDays: 1 } }] }), /a number of days or of workingDays/)
  assert.match(complaints({ extension: { length: { days: 0 }, reasonNeeded: true, most: 0 } }), /extension\.length\.days is 0[^]*extension\.most is 0/)
  assert.match(complaints({ from: april, until: march }), /answer from 2026-04-01: it ends on 2026-03-31, before it begins/)
})

test('versions of a rule follow each other without gap or overlap, in whatever order they stand', () => {
  assert.equal(complaints({ from: april }, { until: march }), '')
  assert.match(complaints({ until: march }, { from: june }), /answer from 2026-06-01 leaves a gap: nothing counts from 2026-04-01 on/)
  assert.match(complaints({ until: april }, { from: april }), /answer and answer from 2026-04-01 overlap/)
  assert.match(complaints({}, { from: april }), /overlap/)
  assert.match(complaints({}, {}), /overlap/)
  assert.equal(complaints({}, { id: 'other' }), '')
})

test('all mistakes are said at once', () => {
  assert.throws(() => defineDeadlines([{ ...rule, source: '' }, { ...rule, length: { days: 0 } }]), /cannot be counted:\n {2}- answer: no source[^]*\n {2}- answer: length\.days is 0[^]*\n {2}- answer and answer overlap/)
})
