import assert from 'node:assert/strict'
import { test } from 'node:test'
import { persons, type PersonId } from '../locales/persons.ts'
import { genderPolicy, personNoun } from './gender.ts'

test('a reader without signs and a form always get words', () => {
  assert.equal(genderPolicy({ town: 'star' }), 'star')
  assert.equal(genderPolicy({ town: 'star', reader: { withoutSigns: true } }), 'pair')
  assert.equal(genderPolicy({ town: 'colon', place: 'form' }), 'pair')
  assert.equal(genderPolicy({ town: 'neutral', reader: { withoutSigns: true }, place: 'form' }), 'neutral')
})

test('where German has no neutral noun, the pair stands in', () => {
  assert.equal(personNoun('citizen', 'many', 'neutral', 'de'), 'Bürgerinnen und Bürger')
  assert.equal(personNoun('teacher', 'many-dative', 'neutral', 'de'), 'Lehrkräften')
  assert.equal(personNoun('resident', 'many', 'neutral', 'de', 'Hohenried'), 'Menschen in Hohenried')
  assert.equal(personNoun('resident', 'many', 'neutral', 'de'), 'Einwohnerinnen und Einwohner')
})

test('no noun of any kind is empty or keeps a placeholder, and Leichte Sprache has no signs', () => {
  for (const id of Object.keys(persons) as PersonId[]) { // the keys of the table are the ids
    for (const number of ['one', 'many', 'many-dative'] as const) {
      for (const style of ['neutral', 'pair', 'star', 'colon'] as const) {
        for (const locale of ['de', 'en', 'de-x-leicht'] as const) assert.match(personNoun(id, number, style, locale, 'Ort'), /^[^{}]{4,}$/)
        assert.doesNotMatch(personNoun(id, number, style, 'de-x-leicht'), /[*:]/)
      }
    }
  }
})
