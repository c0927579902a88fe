import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lintGerman } from './plain-german.ts'

const found = (text: string, form: 'sie' | 'du' | 'both' = 'both', room = 'kernel') => lintGerman(text, form, room).map(({ rule, level }) => `${rule} ${level}`)

test('forms of address do not mix', () => {
  assert.deepEqual(found('Prüfe Ihre Angaben.', 'du'), ['sie-in-du error'])
  assert.deepEqual(found('Prüfen Sie deine Angaben.', 'sie'), ['du-in-sie error'])
  assert.deepEqual(found('Bitte prüfen Sie das.'), ['sie-in-du error'])
  assert.deepEqual(found('Bitte prüfen Sie das.', 'sie'), [])
  assert.deepEqual(found('Anrede: „Sie“ oder „du“'), [])
})

test('people are named by tokens, never in writing', () => {
  for (const text of ['Für Lehrer*innen', 'Für Lehrer:innen', 'Für Ärzt_innen']) assert.ok(found(text).includes('gender-sign error'), text)
  for (const text of ['Für Lehrer und Eltern', 'Die Kunden warten', 'Fragen Sie den Nutzer.']) assert.ok(lintGerman(text, 'sie', 'kernel').some(({ rule }) => rule === 'masculine'), text)
  assert.deepEqual(found('Bürgerbüro, Lehrkräfte und Besucherzahl: in Ordnung'), [])
})

test('markup, abbreviations, slashes, banned words, long sentences', () => {
  assert.deepEqual(found('Das ist <b>fett</b>'), ['html error'])
  assert.deepEqual(found('Mehr&nbsp;Platz'), ['html error'])
  assert.deepEqual(found('Papiere, z. B. Ausweis'), ['abbreviation error'])
  assert.deepEqual(found('Kinder/Eltern'), ['slash warning'])
  assert.deepEqual(found('Erfolg!'), ['exclamation warning'])
  assert.deepEqual(found('Session beendet'), ['word error'])
  assert.deepEqual(found('Neue Ressource', 'both', 'open-data'), ['word error'])
  assert.deepEqual(found('Neue Ressource', 'both', 'archive'), [])
  assert.deepEqual(found(`${'Wort '.repeat(16)}Ende.`), ['length warning'])
  assert.deepEqual(found(`${'Wort '.repeat(21)}Ende.`), ['length error'])
  assert.deepEqual(found('Siehe https://example.org/hilfe/seite und /a/b'), [])
})
