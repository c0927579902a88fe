import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { editDistance, repair } from './repair.ts'
import { stem } from './stem.ts'
import type { Vocabulary } from './vocabulary.ts'

const vocabulary = (known: Record<string, number>): Vocabulary => ({
  documents: 100,
  count: (word) => known[word] ?? 0,
  countStem: (root) => Object.entries(known).reduce((sum, [word, ndoc]) => sum + (stem(word) === root ? ndoc : 0), 0),
  near: () => Object.entries(known).map(([word, ndoc]) => ({ word, ndoc })),
  synonyms: [],
})
const repaired = (word: string, known: Record<string, number>) => repair(word, vocabulary(known)).map((meant) => meant.word)

test('unknown words become the nearest, then the most frequent known ones', () => {
  assert.deepEqual(repaired('defibrilator', { defibrillator: 3, defibrillatoren: 9, elevator: 50 }), ['defibrillator'])
  assert.deepEqual(repaired('haud', { haus: 5, hand: 9, hund: 2 }), ['hand', 'haus'])
  assert.deepEqual(repaired('bibliotek', { bibliothek: 4, bibliographie: 1 }), ['bibliothek'])
})

test('known words, short words and numbers are never changed', () => {
  for (const word of ['haus', 'hauses', 'abc', '2019', 'b2bx']) assert.deepEqual(repaired(word, { haus: 5, abcd: 5, 2018: 5, b2by: 5 }), [], word)
})

test('another first letter only at distance one; short words only one letter off', () => {
  assert.deepEqual(repaired('wochenmarktt', { kochenmarkt: 5 }), [])
  assert.deepEqual(repaired('vahrrad', { fahrrad: 5 }), ['fahrrad'])
  assert.deepEqual(repaired('makrt', { markt: 5, makler: 5 }), ['markt'])
})

const word = fc.stringMatching(/^[abc]{0,8}$/)
test('the distance is one: symmetric, zero only for equals, at most the longer length, one for one change', () => {
  fc.assert(fc.property(word, word, (a, b) => {
    const d = editDistance(a, b)
    return d === editDistance(b, a) && (d === 0) === (a === b) && d <= Math.max(a.length, b.length) && d >= Math.abs(a.length - b.length)
  })) // prettier-ignore
  fc.assert(fc.property(word, fc.nat(8), (a, at) => editDistance(a, `${a.slice(0, at)}x${a.slice(at)}`) === 1))
  assert.equal(editDistance('markt', 'makrt'), 1)
})
