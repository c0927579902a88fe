import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holdTogether, isolate, linesOf, showCompounds, withoutMarks } from './typography.ts'

test('joints of compounds', () => {
  assert.equal(showCompounds('Die Post·leit·zahl ist barriere·frei.', 'hyphen'), 'Die Post-Leit-Zahl ist barriere-frei.')
  assert.equal(showCompounds('Über·sicht', 'hyphen'), 'Über-Sicht')
  assert.equal(showCompounds('Post·leit·zahl', 'mediopunkt'), 'Post·leit·zahl')
  assert.equal(showCompounds('Post·leit·zahl', 'none'), 'Postleitzahl')
})

test('no-break spaces hold number and unit, section and number, title and name', () => {
  assert.equal(holdTogether('25 MB nach § 7 Absatz 1 für Frau Beispiel um 9 Uhr'), '25\u00A0MB nach §\u00A07 Absatz\u00A01 für Frau\u00A0Beispiel um 9\u00A0Uhr')
  assert.equal(holdTogether('12 Bäume und 3 m hoch, Frau sein'), '12 Bäume und 3\u00A0m hoch, Frau sein')
})

test('typed text cannot turn the sentence around it', () => {
  assert.equal(isolate('Kita'), 'Kita')
  assert.equal(isolate('a\u202Eb\u2066'), 'ab')
  assert.equal(isolate('שלום'), '\u2068שלום\u2069')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    const safe = isolate(text)
    assert.equal((safe.match(/\u2068/g) ?? []).length, (safe.match(/\u2069/g) ?? []).length)
    assert.doesNotMatch(safe, /[\u202A-\u202E\u2066\u2067]/)
  }))
})

test('lines and emphasis', () => {
  assert.deepEqual(linesOf('Das geht **nicht**.\nWarten Sie.'), [
    [{ text: 'Das geht ', strong: false }, { text: 'nicht', strong: true }, { text: '.', strong: false }],
    [{ text: 'Warten Sie.', strong: false }],
  ])
  fc.assert(fc.property(fc.stringMatching(/^[a-z*\n ]*$/), (value) => {
    assert.equal(linesOf(value).map((line) => line.map(({ text }) => text).join('')).join('\n'), withoutMarks(value))
  }))
})
