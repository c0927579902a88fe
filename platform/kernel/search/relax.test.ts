import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Group } from './groups.ts'
import { levels } from './relax.ts'

const group = (word: string, idf: number, heads: string[] = []): Group => ({ alternatives: [{ match: `'${word}'`, weight: 1 }], idf, documents: 10 * idf, heads: heads.map((match) => ({ match, weight: 0.1 })) })
const matches = (groups: Group[], excluded: string[] = []) => levels(groups, excluded).map(({ match }) => match)

test('one word falls back to the rare parts of its compound, in titles and keywords only', () => {
  assert.deepEqual(matches([group('a', 1)]), ["('a')"])
  assert.deepEqual(matches([group('ab', 1, ["'a'", "'b'"])]), ["('ab')", "'a':AB | 'b':AB"])
})

test('two words: either; three to five: all but one, then any; more: two of the four rarest, then any', () => {
  assert.deepEqual(matches([group('a', 1), group('b', 2)]), ["('a') & ('b')", "('a') | ('b')"])
  assert.equal(matches([group('a', 1), group('b', 2), group('c', 3)])[1], "(('b') & ('c')) | (('a') & ('c')) | (('a') & ('b'))")
  const six = matches(['a', 'b', 'c', 'd', 'e', 'f'].map((word, i) => group(word, i)))
  assert.equal(six[1]?.split(' | ').length, 6, 'six pairs of four')
  assert.ok(!six[1]?.includes("'a'") && !six[1]?.includes("'b'"), 'the two commonest words are left out')
  assert.equal(six[2]?.split(' | ').length, 6)
})

test('what is excluded stays excluded on every level', () => {
  for (const match of matches([group('a', 1), group('b', 2)], ["'x'"])) assert.match(match, /^\(.*\) & !'x'$/)
})

test('a level that surely matches many records says so', () => {
  const least = (groups: Group[]) => levels(groups, []).map((level) => level.least)
  assert.deepEqual(least([group('a', 7)]), [70])
  assert.deepEqual(least([group('a', 7), group('b', 2)]), [0, 70], 'both words together may be rare')
  assert.deepEqual(least([group('a', 7), group('b', 2), group('c', 1)]), [0, 0, 70])
  assert.deepEqual(least([group('ab', 5, ["'a'"])]), [50, 0], 'parts only count in titles')
})
