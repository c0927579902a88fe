import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sealingOf } from './sealing.ts'

test('staff rooms are protected from the start; whoever lifts it says why', () => {
  assert.deepEqual(sealingOf({ use: 'staff' }, true), { sealed: true })
  assert.deepEqual(sealingOf({ use: 'staff', openReason: '  ' }, true), { sealed: true })
  assert.deepEqual(sealingOf({ use: 'staff', openReason: 'Kopierraum ohne Arbeitsplatz' }, true), { sealed: false, openReason: 'Kopierraum ohne Arbeitsplatz' })
  assert.equal(sealingOf({ use: 'staff', openReason: 'darum' }, true), undefined)
  assert.equal(sealingOf({ use: 'staff' }, false), undefined, 'a protection that was there does not go without a word')
  assert.deepEqual(sealingOf({ use: 'staff', sealed: true, openReason: 'Kopierraum ohne Arbeitsplatz' }, false), { sealed: true }, 'what is protected needs no reason')
  assert.deepEqual(sealingOf({ use: 'class' }, true), { sealed: false })
  assert.deepEqual(sealingOf({ use: 'office', sealed: true }, false), { sealed: true })
})
