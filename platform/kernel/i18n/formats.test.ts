import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '@modellregion/standards'
import { formatsFor } from './formats.ts'

const de = formatsFor('de')
const en = formatsFor('en')
const easy = formatsFor('de-x-leicht')
const morning = new Date('2026-03-04T08:05:00Z')
const day = plainDate('2026-03-04')
const nbsp = '\u00A0'

/** The table of words.md 1.5: what, German, English, Leichte Sprache. */
const table: [string, (f: typeof de) => string, string, string, string][] = [
  ['date in a sentence', (f) => f.date(day), '4. März 2026', '4 March 2026', '4. März 2026'],
  ['date in a table', (f) => f.date(day, 'medium'), '04.03.2026', '4 Mar 2026', '4. März 2026'],
  ['weekday', (f) => f.date(day, 'weekday'), 'Mittwoch, 4. März', 'Wednesday 4 March', 'Mittwoch, 4. März'],
  ['weekday and year', (f) => f.date(day, 'weekday-year'), 'Mittwoch, 4. März 2026', 'Wednesday 4 March 2026', 'Mittwoch, 4. März 2026'],
  ['time', (f) => f.time(morning), `9:05${nbsp}Uhr`, '09:05', `9:05${nbsp}Uhr`],
  ['date and time', (f) => f.dateTime(morning), `4. März 2026 um 9:05${nbsp}Uhr`, '4 March 2026 at 09:05', `4. März 2026 um 9:05${nbsp}Uhr`],
  ['span', (f) => f.dateRange(day, plainDate('2026-03-09')), '4.–9. März 2026', '4–9 March 2026', 'vom 4. März bis 9. März 2026'],
  ['span over two years', (f) => f.dateRange(plainDate('2025-12-30'), day), '30. Dezember 2025 – 4. März 2026', '30 December 2025 – 4 March 2026', 'vom 30. Dezember 2025 bis 4. März 2026'],
  ['span of times', (f) => f.timeRange(morning, new Date('2026-03-04T09:30:00Z')), `9:05 bis 10:30${nbsp}Uhr`, '09:05 to 10:30', `9:05 bis 10:30${nbsp}Uhr`],
  ['in two days', (f) => f.relativeDay(plainDate('2026-03-06'), day), 'übermorgen', 'in 2 days', 'in 2 Tagen'],
  ['yesterday', (f) => f.relativeDay(plainDate('2026-03-03'), day), 'gestern', 'yesterday', 'gestern'],
  ['two hours ago', (f) => f.ago(morning, new Date('2026-03-04T10:05:00Z')), 'vor 2 Stunden', '2 hours ago', 'vor 2 Stunden'],
  ['money', (f) => f.money(123450), `1.234,50${nbsp}€`, '€1,234.50', '1.234,50 Euro'],
  ['whole euros', (f) => f.money(4000), `40${nbsp}€`, '€40', '40 Euro'],
  ['debt', (f) => f.money(-1), `-0,01${nbsp}€`, '-€0.01', '-0,01 Euro'],
  ['count', (f) => f.number(12345), '12.345', '12,345', '12.345'],
  ['percent', (f) => f.percent(0.125), `12,5${nbsp}%`, '12.5%', '1 von 8'],
  ['file size', (f) => f.bytes(31_000_000), `31${nbsp}MB`, `31${nbsp}MB`, `31${nbsp}MB`],
  ['distance', (f) => f.distance(3210), `3,2${nbsp}km`, `3.2${nbsp}km`, `3,2${nbsp}Kilometer`],
  ['list', (f) => f.list(['a', 'b', 'c']), 'a, b und c', 'a, b and c', 'a, b und c'],
  ['choice', (f) => f.list(['a', 'b'], 'or'), 'a oder b', 'a or b', 'a oder b'],
  ['what somebody typed', (f) => f.quote('Kita'), '„Kita“', '“Kita”', 'Kita'],
]

for (const [what, say, german, english, plain] of table) {
  test(`${what} in three languages`, () => {
    // ICU chooses between a space and a no-break space from version to version; both hold for the reader of this table.
    const same = (text: string) => text.replaceAll(nbsp, ' ')
    assert.deepEqual([say(de), say(en), say(easy)].map(same), [german, english, plain].map(same))
  })
}

test('no-break spaces stand between number and unit', () => {
  for (const text of [de.time(morning), de.money(4000), de.percent(0.5), de.bytes(1_500_000), de.distance(500)]) assert.match(text, /\d[\u00A0\u202F]/, text)
})

test('instants are shown in local time, calendar days as they are', () => {
  const late = new Date('2026-03-04T23:30:00Z')
  assert.equal(de.date(late), '5. März 2026')
  assert.equal(de.relativeDay(late, new Date('2026-03-04T22:30:00Z')), 'morgen')
  assert.equal(de.time(new Date('2026-07-04T22:05:00Z')).replace(nbsp, ' '), '0:05 Uhr')
  assert.equal(de.date(plainDate('2026-01-01'), 'medium'), '01.01.2026')
})

test('dates are right on both sides of local midnight, also when asked twice', () => {
  for (const _ of [1, 2]) {
    assert.equal(de.date(new Date('2026-07-04T21:59:59Z')), '4. Juli 2026')
    assert.equal(de.date(new Date('2026-07-04T22:00:00Z')), '5. Juli 2026')
    assert.equal(de.date(new Date('2026-01-04T22:59:59Z')), '4. Januar 2026')
    assert.equal(de.date(new Date('2026-01-04T23:00:00Z'), 'medium'), '05.01.2026')
  }
})

test('small numbers look as Intl writes them', () => {
  const intl = new Intl.NumberFormat('de', { maximumFractionDigits: 2 })
  for (const value of [0, 1, 999, 1000, -5, 1.5, 12345678, NaN]) assert.equal(de.number(value), intl.format(value))
})

test('sizes and distances round up into the next unit instead of showing 1,000 of the smaller one', () => {
  assert.deepEqual([999, 1000, 999_499, 999_500, 999_499_999, 999_500_000].map((n) => en.bytes(n).replace(nbsp, ' ')), ['999 bytes', '1 kB', '999 kB', '1 MB', '999 MB', '1 GB'])
  assert.deepEqual([42.4, 994, 995, 12_345].map((m) => de.distance(m).replace(nbsp, ' ')), ['42 m', '990 m', '1 km', '12 km'])
})

test('shares in Leichter Sprache', () => {
  assert.deepEqual([0, 0.01, 0.1, 0.25, 1 / 3, 0.5, 0.66, 0.9, 0.97, 1].map((share) => easy.percent(share)), ['niemand oder nichts', 'sehr wenige', '1 von 10', '1 von 4', '1 von 3', '1 von 2', '2 von 3', '9 von 10', 'fast alle', 'alle'])
})

test('what makes no sense is refused', () => {
  assert.throws(() => de.money(1.5), RangeError)
  assert.throws(() => de.dateRange(plainDate('2026-03-09'), day), RangeError)
})
