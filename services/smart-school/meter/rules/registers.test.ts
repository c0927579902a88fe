import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Register } from '../schema.ts'
import { obisOf, openRegisters, readingChannelOf, whyNotAdd, whyNotEnd, whyNotKind } from './registers.ts'

const at = (day: number): Date => new Date(Date.UTC(2025, 4, day))
const register = (code: string, over: Partial<Register> = {}): Register => ({
  id: code, meterPointId: 1, code, serial: 'A', from: at(1), to: null, startReading: 0, endReading: null, digitsBefore: 6, digitsAfter: 0, factor: 1, unit: 'kWh', pulsesPerUnit: null, sign: 1, channel: null, expectedMinutes: 60, maxPerHour: null, ...over,
})

test('a register that shows the sum of others does not stand beside them', () => {
  assert.equal(whyNotAdd([register('total')], 'electricity', register('day', { from: at(5) }), at(9))?.code, 'contains')
  assert.equal(whyNotAdd([register('day'), register('night')], 'electricity', register('total', { from: at(5) }), at(9))?.code, 'contains')
  assert.equal(whyNotAdd([register('total', { to: at(5) })], 'electricity', register('day', { from: at(5) }), at(9)), undefined)
  assert.equal(whyNotAdd([register('total')], 'electricity', register('export', { from: at(5), sign: -1 }), at(9)), undefined)
  assert.equal(whyNotAdd([register('main', { unit: 'm3' })], 'water', register('side', { unit: 'm3' }), at(9)), undefined)
  assert.equal(whyNotAdd([register('main', { unit: 'm3' })], 'water', register('side'), at(9))?.code, 'wrong-unit')
})

test('a chain is there once, begins before now, and shows no more than its digits', () => {
  assert.equal(whyNotAdd([register('export')], 'electricity', register('export', { from: at(5) }), at(9))?.code, 'taken')
  assert.equal(whyNotAdd([], 'electricity', register('export', { from: at(10) }), at(9))?.code, 'in-future')
  assert.equal(whyNotAdd([], 'electricity', register('export', { startReading: 1_000_000 }), at(9))?.code, 'too-large')
  assert.equal(whyNotAdd([], 'heat', register('day'), at(9))?.code, 'unknown')
  assert.equal(whyNotKind([register('total')], 'electricity', 'day', at(1), 'total'), undefined, 'a chain may be renamed')
})

test('a register ends after it began and not in the future', () => {
  assert.equal(whyNotEnd(register('day'), at(1), null, at(9))?.code, 'too-early')
  assert.equal(whyNotEnd(register('day'), at(10), null, at(9))?.code, 'in-future')
  assert.equal(whyNotEnd(register('day'), at(5), 5, at(9)), undefined)
})

test('registers stand in the order of their kinds and have names in the field', () => {
  assert.deepEqual(openRegisters([register('export'), register('night'), register('day'), register('total', { to: at(2) })], 'electricity').map(({ code }) => code), ['day', 'night', 'export'])
  assert.deepEqual(['total', 'import', 'day', 'night', 'export', 'main'].map(obisOf), ['1.8.0', '1.8.0', '1.8.1', '1.8.2', '2.8.0', null])
  assert.deepEqual(['total', 'night'].map(readingChannelOf), ['reading', 'reading:night'])
})
