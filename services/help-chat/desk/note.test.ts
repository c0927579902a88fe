import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { fromBase64 } from '../crypto/bytes.ts'
import { newConfidantKeys } from '../crypto/keys.ts'
import { sodium } from '../crypto/sodium.ts'
import { openNote, sealNote } from './note.ts'

before(async () => void (await sodium()))

const me = '00000000-0000-4000-8000-000000000001'
const note = { text: 'Nächste Woche nachfragen', ticks: ['scope'], measure: 'inquiry' }

test('a note opens with its author’s keys only, also after a change of keys', () => {
  const first = newConfidantKeys('erlenau', me)
  const sealed = sealNote(note, first.keys)
  assert.deepEqual(openNote(sealed, first.keys), note)
  assert.equal(openNote(sealed, newConfidantKeys('erlenau', me).keys), undefined)
  assert.deepEqual(openNote(sealed, newConfidantKeys('erlenau', me, first).keys), note)
  assert.match(sealed, /^[A-Za-z0-9_-]+$/)
})

test('how much was noted is told by nothing finer than the declared lengths', () => {
  const { keys } = newConfidantKeys('erlenau', me)
  const lengthOf = (text: string) => fromBase64(sealNote({ ...note, text }, keys).slice(43))?.length
  assert.equal(lengthOf('a'), lengthOf('a'.repeat(500)))
})
