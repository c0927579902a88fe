import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold } from './fold.ts'
import { stem, stems } from './stem.ts'

// Forms of one word meet in one stem.
const families = [
  'Haus Hauses Häuser Häusern', 'Kita Kitas', 'Auto Autos', 'Foto Fotos', 'Anmeldung Anmeldungen anmelden', 'Grenze Grenzen', 'Kind Kinder Kindern Kindes', 'Schüler Schülerin Schülerinnen Schülern',
  'Bürger Bürgerin Bürgerinnen', 'öffentlich öffentliche öffentlichen öffentlicher', 'Bibliothek Bibliotheken', 'Preis Preise Preisen', 'Kreis Kreise Kreises', 'Ergebnis Ergebnisse Ergebnissen', 'Büro Büros', 'Platz Plätze Plätzen',
  'Ampel Ampeln', 'Regel Regeln', 'Tafel Tafeln',
] // prettier-ignore

test('forms of one word have one stem', () => {
  for (const family of families) assert.equal(new Set(stems(family)).size, 1, `${family}: ${stems(family).join(' ')}`)
})

test('different words keep different stems', () => {
  const roots = families.map((family) => stems(family)[0])
  assert.equal(new Set(roots).size, families.length)
  assert.notEqual(stem('rat'), stem('rad'))
})

// Examples of the published algorithm (snowballstem.org, German sample vocabulary), folded.
const published = [['aufeinander', 'aufeinand'], ['aufeinanderfolge', 'aufeinanderfolg'], ['kategorischen', 'kategor'], ['katers', 'kat'], ['jammerte', 'jammert'], ['aufenthalts', 'aufenthalt'], ['kathedrale', 'kathedral']] as const

test('stems as published', () => {
  for (const [word, root] of published) assert.equal(stem(word), root, word)
})

test('stems are beginnings of their words, never empty, and leave other scripts and numbers alone', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,30}$/), (word) => stem(word) !== '' && word.startsWith(stem(word)) && stem(word).length >= Math.min(2, word.length)))
  for (const word of ['москва', '2019', 'b2', fold('مدينة')]) assert.equal(stem(word), word)
})
