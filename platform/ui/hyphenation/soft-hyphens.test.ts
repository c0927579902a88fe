import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { joints } from './joints.ts'
import { softHyphens } from './soft-hyphens.ts'

const shown = (word: string): string => softHyphens(word).replaceAll('\u00AD', '|')

test('compounds break at their joints', () => {
  const words: [string, string][] = [
    ['Wohnungsgeberbestätigung', 'Wohnungs|geber|bestätigung'],
    ['Wohnungsgeberbestätigungen', 'Wohnungs|geber|bestätigungen'],
    ['Straßenmusikerlaubnis', 'Straßen|musik|erlaubnis'],
    ['Datenschutzerklärung', 'Daten|schutz|erklärung'],
    ['Bevölkerungsentwicklung', 'Bevölkerungs|entwicklung'],
    ['Haushaltsbefragung', 'Haushalts|befragung'],
    ['Kraftfahrzeugzulassung', 'Kraft|fahr|zeug|zu|las|sung'],
    ['Abfallwirtschaftsbetrieb', 'Abfall|wirt|schafts|be|trieb'],
    ['Rechnungsprüfungsamt', 'Rechnungs|prü|fungsamt'],
    ['Landschaftsschutzgebiet', 'Landschafts|schutz|ge|biet'],
  ]
  for (const [word, wanted] of words) assert.equal(shown(word), wanted)
})

test('short words, addresses, numbers and words divided by hand stay untouched', () => {
  for (const text of ['Personalausweis'.slice(0, 14), 'https://beispiel.example.org/verkehrszaehlung', 'name.nachname@example.org', 'Verkehrs\u00ADmengenkarte', 'DEB32-2026-01187-A-0001']) {
    assert.equal(softHyphens(text), text)
  }
})

test('taking the soft hyphens out gives the text back, and no break is nearer than three letters to an end', () => {
  const letter = fc.constantFrom(...'abcdefghiklmnoprstuvwzäöüß')
  const word = fc.array(letter, { minLength: 1, maxLength: 40 }).map((letters) => letters.join(''))
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.constantFrom(...joints.map((joint) => joint.replaceAll('|', '')))), { maxLength: 6 }), (words) => {
      const text = words.join(' ')
      const divided = softHyphens(text)
      assert.equal(divided.replaceAll('\u00AD', ''), text)
      for (const part of divided.split(' ')) {
        const pieces = part.split('\u00AD')
        if (pieces.length > 1) assert.ok((pieces[0] ?? '').length >= 3 && (pieces.at(-1) ?? '').length >= 3, part)
      }
    }),
  )
})
