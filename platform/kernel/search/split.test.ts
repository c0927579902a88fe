import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold } from './fold.ts'
import { makeLexicon } from './lexicon.ts'
import { split } from './split.ts'

// Only the shipped nouns and synonyms: what a town has on its first day.
const lexicon = makeLexicon([])
const parts = (word: string) => split(fold(word), lexicon).all

test('compounds of town life come apart on the first day', () => {
  const compounds: [word: string, parts: string[]][] = [
    ['Landesgrenze', ['landes', 'grenze']], ['Kindertagesstättenplätze', ['kinder', 'tages', 'statten', 'platze']], ['Arbeitsschutzgesetz', ['arbeits', 'schutz', 'gesetz']], ['Straßenbäume', ['strassen', 'baume']], ['Hundesteuer', ['hunde', 'steuer']], ['Wertstoffhof', ['wertstoff', 'hof']], ['Fußgängerüberweg', ['fussganger', 'uberweg']], ['Parkgebühren', ['park', 'gebuhren']],
  ] // prettier-ignore
  for (const [word, wanted] of compounds) for (const part of wanted) assert.ok(parts(word).includes(part), `${word}: ${parts(word).join(' ')}`)
})

test('simple words, names and endings stay whole', () => {
  for (const word of ['Bibliothek', 'Gesundheit', 'Verwaltung', 'Anmeldungen', 'Düsseldorf', 'Krankheiten', 'Freundlichkeit', 'Schülerinnen']) assert.deepEqual(parts(word), [], word)
  const withNames = makeLexicon([{ word: 'bergheim', ndoc: 9, nholder: 9 }, { word: 'stadtwerke', ndoc: 5, nholder: 5 }])
  assert.deepEqual(split('bergheim', withNames).all, [])
  assert.deepEqual(split('stadtwerke', withNames).top, ['stadt', 'werke'])
})

test('the texts of the town explain more', () => {
  assert.deepEqual(parts('Zuckerrübensilo'), [])
  const later = makeLexicon([{ word: 'zuckerrube', ndoc: 2, nholder: 0 }, { word: 'silo', ndoc: 3, nholder: 0 }])
  assert.deepEqual(split('zuckerrubensilo', later).top, ['zuckerruben', 'silo'])
})

test('a lexicon that learns forgets splits it would now make otherwise', () => {
  const growing = makeLexicon([])
  assert.deepEqual(split('quarkbrezel', growing).top, [])
  for (const word of ['quark', 'brezel']) growing.learn(word, 600, false)
  assert.deepEqual(split('quarkbrezel', growing).top, ['quark', 'brezel'])
})

test('the parts of a split are the word', () => {
  const syllable = fc.constantFrom('haus', 'kind', 'er', 's', 'garten', 'stadt', 'rat', 'x', 'steuer', 'amt', 'en', 'platz')
  fc.assert(fc.property(fc.array(syllable, { maxLength: 8 }), (pieces) => {
    const word = pieces.join('')
    const { top, all } = split(word, lexicon)
    return top.length === 0 ? all.length === 0 : top.join('') === word && top.length <= 4 && !all.includes(word)
  }), { numRuns: 2_000 }) // prettier-ignore
})
