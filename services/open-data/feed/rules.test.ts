import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { portalFeeds } from './portal/feeds.ts'
import { csvLine, isDue, whyNotFeed, withoutSmallCells } from './rules.ts'

const fields = [
  { id: 'stadtteil', type: 'text' as const, label: { de: 'Stadtteil', en: 'District' } },
  { id: 'personen', type: 'int' as const, label: { de: 'Personen', en: 'People' }, countsPeople: true as const },
  { id: 'baeume', type: 'int' as const, label: { de: 'Bäume', en: 'Trees' } },
]

test('counts of people below the smallest group stay empty, zero and other figures stay', () => {
  assert.deepEqual(withoutSmallCells(['Nord', 4, 2], { fields }, 5), ['Nord', null, 2])
  assert.deepEqual(withoutSmallCells(['Nord', 5, 2], { fields }, 5), ['Nord', 5, 2])
  assert.deepEqual(withoutSmallCells(['Nord', 0, 0], { fields }, 5), ['Nord', 0, 0])
  fc.assert(fc.property(fc.nat(200), fc.integer({ min: 2, max: 100 }), (people, k) => {
    const [, shown] = withoutSmallCells(['Nord', people, 1], { fields }, k)
    assert.ok(shown === null ? people > 0 && people < k : shown === people && (people === 0 || people >= k))
  })) // prettier-ignore
})

test('a line of CSV is read as it was written, and formulas are not run', () => {
  assert.equal(csvLine(['=1+1', -5, null, true, 'a "b", c']), `'=1+1,-5,,true,"a ""b"", c"\n`)
  fc.assert(fc.property(fc.array(fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text)), { minLength: 2, maxLength: 5 }), (cells) => {
    assert.deepEqual(parse(csvLine(cells), { record_delimiter: '\n' })[0], cells)
  })) // prettier-ignore
})

test('a feed is asked again after its rhythm', () => {
  const at = new Date('2026-03-04T10:07:00Z')
  assert.equal(isDue('daily', undefined, at), true)
  assert.equal(isDue('daily', new Date('2026-03-03T10:07:05Z'), at), true)
  assert.equal(isDue('daily', new Date('2026-03-04T09:07:00Z'), at), false)
  assert.equal(isDue('hourly', new Date('2026-03-04T09:07:05Z'), at), true)
})

test('what the portal says about itself is a usable declaration, and broken ones are told', () => {
  for (const feed of portalFeeds) assert.equal(whyNotFeed(feed), undefined)
  assert.match(whyNotFeed({ id: 'Foo Bar', files: [] }) ?? '', /kebab-case/)
  assert.match(whyNotFeed({ id: 'foo', files: [] }) ?? '', /no file/)
})
