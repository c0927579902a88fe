import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '@modellregion/standards'
import { isAtLeast, proofedNow } from '../level/rules.ts'
import { asWritten, letters, raisedBy, whyNotSame } from './rules.ts'

const now = new Date('2026-05-04T10:00:00Z')
const day = 86_400_000

test('a card lifts an account to substantial for two years', () => {
  assert.deepEqual(raisedBy({ proofedLevel: 'low', proofedUntil: null }, 'high', now), { level: 'substantial', until: new Date('2028-05-04T10:00:00Z') })
  assert.equal(raisedBy({ proofedLevel: 'low', proofedUntil: null }, 'low', now), undefined)
  assert.equal(raisedBy({ proofedLevel: 'high', proofedUntil: null }, 'high', now), undefined)
  // Used again on the same day: nothing new. A month later the two years begin anew.
  const until = new Date('2028-05-04T09:00:00Z')
  assert.equal(raisedBy({ proofedLevel: 'substantial', proofedUntil: until }, 'high', now), undefined)
  assert.ok(raisedBy({ proofedLevel: 'substantial', proofedUntil: until }, 'high', new Date(now.getTime() + 30 * day)))
})

const levels = fc.constantFrom('low' as const, 'substantial' as const, 'high' as const)

test('a proof never lowers anybody and never lifts above substantial', () => {
  fc.assert(
    fc.property(levels, fc.option(fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), { nil: null }), levels, (proofedLevel, proofedUntil, level) => {
      const raised = raisedBy({ proofedLevel, proofedUntil }, level, now)
      if (!raised) return
      assert.equal(raised.level, 'substantial')
      assert.ok(isAtLeast(raised.level, proofedNow({ proofedLevel, proofedUntil }, now)))
      assert.ok(raised.until > now && (proofedUntil === null || proofedUntil <= raised.until || proofedLevel === 'low'))
    }),
  )
})

test('an identity and an account belong together when what both know agrees', () => {
  const card = { givenNames: 'Jörg-Peter Maria', familyName: 'Müller-Lüdenscheidt', birthDate: plainDate('1970-01-02') }
  const same = (person: { givenNames: string; familyName: string; birthDate: string | null }) => whyNotSame(card, { ...person, birthDate: person.birthDate === null ? null : plainDate(person.birthDate) })
  assert.equal(same({ givenNames: 'Joerg', familyName: 'MUELLER LUEDENSCHEIDT', birthDate: '1970-01-02' }), undefined)
  assert.equal(same({ givenNames: 'Maria', familyName: 'Müller-Lüdenscheidt', birthDate: null }), undefined)
  assert.equal(same({ givenNames: '', familyName: '', birthDate: null }), undefined)
  assert.equal(same({ givenNames: 'Jörg', familyName: 'Müller-Lüdenscheidt', birthDate: '1970-01-03' }), 'birth-date')
  assert.equal(same({ givenNames: 'Jörg', familyName: 'Meier', birthDate: '1970-01-02' }), 'name')
  assert.equal(same({ givenNames: 'Otto', familyName: 'Müller-Lüdenscheidt', birthDate: '1970-01-02' }), 'name')
})

test('names in capitals are written as people write them, others stay', () => {
  assert.equal(asWritten('ANNA-LENA VON DER HEIDE'), 'Anna-Lena von der Heide')
  assert.equal(asWritten('ÖZGÜR STRAẞE'), 'Özgür Straße')
  assert.equal(asWritten('McDonald'), 'McDonald')
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'AÄBÖÜßẞÉ -x') }), (name) => assert.equal(letters(asWritten(name)), letters(name))))
})
