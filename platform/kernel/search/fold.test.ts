import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { clean } from './document.ts'
import { fold, words } from './fold.ts'
import { corpus, judgedQueries } from './judgements/corpus.ts'

const naughtyFile = join(import.meta.dirname, '../../../../shared/vectors/naughty-strings/blns.json')
const naughty = existsSync(naughtyFile) ? (JSON.parse(readFileSync(naughtyFile, 'utf8')) as string[]) : undefined

test('one spelling for all spellings', () => {
  for (const spelling of ['Häuser', 'Haeuser', 'HÄUSER', 'Ha\u0308user', ' häuser! ']) assert.equal(fold(spelling), 'hauser', spelling)
  assert.equal(fold('Straße'), fold('STRASSE'))
  assert.equal(fold('Rest-/Bio-Müll'), 'rest bio mull')
  assert.equal(fold('neue Quelle, Steuer'), 'neue quelle steuer', 'a ue after a, e or q is no umlaut')
  assert.equal(fold('2020-01-23'), '2020 01 23')
  assert.equal(fold('ﬁnden ½ m²'), 'finden 1 2 m2')
  assert.equal(fold('Москва ÇAĞLAR مدينة'), 'москва caglar مدينة')
  assert.deepEqual(words(`a ${'x'.repeat(61)} b`), ['a', 'b'])
})

const readable = (text: string) => {
  const folded = fold(text)
  assert.equal(fold(folded), folded, JSON.stringify(text))
  assert.doesNotMatch(folded, /["'\\&|!():<>*\s]{2}|["'\\&|!():<>*]|^ | $/, JSON.stringify(text))
}

test('folding twice is folding once, and nothing is left that a query language could read', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readable(clean(text))), { numRuns: 2_000 })
  fc.assert(fc.property(fc.array(fc.constantFrom('a', 'e', 'o', 'u', 'q', 'ä', 'ö', 'ß', ' ', '-', 'E', 'Ü', '\u0308'), { maxLength: 30 }), (letters) => readable(letters.join(''))), { numRuns: 3_000 })
})

test('naughty strings', { skip: naughty ? false : 'the naughty strings are not beside the project (../shared/vectors)' }, () => {
  assert.ok((naughty?.length ?? 0) > 400)
  for (const text of naughty ?? []) readable(text)
})

test('all titles', { skip: judgedQueries() ? false : 'the public files are not beside the project (../shared/data)' }, () => {
  for (const { title } of corpus()) readable(title)
})
