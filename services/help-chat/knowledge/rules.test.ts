import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { libraryOf } from './library.ts'
import { nearestWord, searchEntries, slipsBetween } from './rules.ts'

const libraryIn = (locale: 'de' | 'en' | 'de-x-leicht', form: 'sie' | 'du' = 'sie') => libraryOf({ locale, form, checkedWords: (day) => day }, { hidden: new Set(), own: [] })
const german = libraryIn('de').entries
const first = (query: string, entries = german) => searchEntries(entries, query).found[0]?.entry.id

test('what people type leads to what helps', () => {
  const wanted: [string, string][] = [
    ['Mobbing', 'bullying'],
    ['mobing', 'bullying'],
    ['Schikane', 'bullying'],
    ['angefasst', 'sexual-harassment'],
    ['sexuelle Belästigung', 'sexual-harassment'],
    ['belaestigung', 'sexual-harassment'],
    ['Bestechung', 'corruption'],
    ['whistleblower', 'corruption'],
    ['Personalrat', 'staff-council'],
    ['Burnout', 'health-and-strain'],
    ['beschuldigt', 'accused'],
    ['BaFin', 'external-offices'],
    ['weisser ring', 'victims'],
    ['geschlagen', 'violence-and-threats'],
    ['Rückmeldung 3 Monate', 'after-a-report'],
  ]
  for (const [query, id] of wanted) assert.equal(first(query), id, query)
})

test('it finds in English and in Leichte Sprache, where compounds are written with hyphens', () => {
  assert.equal(first('bullying', libraryIn('en').entries), 'bullying')
  assert.equal(first('fired after report', libraryIn('en').entries), 'retaliation')
  assert.equal(first('Personalrat', libraryIn('de-x-leicht').entries), 'staff-council')
  assert.equal(first('Beschwerdestelle', libraryIn('de-x-leicht').entries), 'complaint-office')
})

test('a slip is mended and told; what is no word finds nothing', () => {
  assert.equal(searchEntries(german, 'Diskrimminierung').meant, 'diskriminierung')
  assert.equal(searchEntries(german, 'Mobbing').meant, undefined)
  assert.deepEqual(searchEntries(german, 'xqzwvk').found, [])
  assert.deepEqual(searchEntries(german, '  ').found, [])
})

test('marks put together are the title again; nothing is found twice', () => {
  fc.assert(
    fc.property(fc.constantFrom(...german.flatMap(({ title, text }) => `${title} ${text}`.split(/\s+/))), (word) => {
      const { found } = searchEntries(german, word)
      for (const { entry, title } of found) assert.equal(title.map(({ text }) => text).join(''), entry.title)
      assert.equal(new Set(found.map(({ entry }) => entry.id)).size, found.length)
    }),
    { numRuns: 40 },
  )
})

test('slips are counted as a person makes them', () => {
  assert.equal(slipsBetween('mobbing', 'mobbing', 2), 0)
  assert.equal(slipsBetween('mobing', 'mobbing', 2), 1)
  assert.equal(slipsBetween('mobbnig', 'mobbing', 2), 1, 'two neighbours swapped are one slip')
  assert.equal(slipsBetween('streit', 'personalrat', 2), 3)
  const words = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') })
  fc.assert(fc.property(words, words, (a, b) => slipsBetween(a, b, 9) === slipsBetween(b, a, 9)))
  assert.equal(nearestWord(new Map([['streit', 3], ['streik', 1]]), 'streiz'), 'streit')
  assert.equal(nearestWord(new Map([['rat', 3]]), 'rad'), undefined)
})

test('nobody is addressed in two ways', () => {
  for (const { title, text, lead } of libraryIn('de', 'du').entries) assert.doesNotMatch(`${title} ${lead} ${text}`.replaceAll(/„[^“]*“/g, ''), /(?<!\p{L})(Ihnen|Ihre?[nrms]?)(?!\p{L})/u)
})
