import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Register } from '../schema.ts'
import { successorOf, whyNotExchange, type Exchange } from './exchange.ts'
import { parseReading } from './units.ts'

const at = (hour: number): Date => new Date(Date.UTC(2025, 4, 5, hour))
const register: Register = { id: 'a', meterPointId: 1, code: 'total', serial: 'A', from: at(0), to: at(20), startReading: 5, endReading: 99, digitsBefore: 4, digitsAfter: 0, factor: 2, unit: 'kWh', pulsesPerUnit: null, sign: 1, channel: null, expectedMinutes: 60, maxPerHour: null }
const exchange = (over: Partial<Exchange> = {}): Exchange => ({ at: at(10), oldReading: 50, serial: 'B', newReading: 0, digitsBefore: 6, factor: 1, ...over })
const refusal = (over: Partial<Exchange> = {}) => whyNotExchange([register], 'total', exchange(over), at(23))?.code

test('an exchange lies in the past, in the time of a register, and its readings fit the displays', () => {
  assert.equal(refusal(), undefined)
  assert.equal(refusal({ at: new Date(at(23).getTime() + 1) }), 'in-future')
  assert.equal(refusal({ at: new Date(at(0).getTime() - 1) }), 'no-register')
  assert.equal(refusal({ at: at(20) }), 'no-register', 'the register was removed at 20:00')
  assert.equal(refusal({ at: at(0) }), 'same-moment')
  assert.equal(refusal({ oldReading: 10_000 }), 'too-large')
  assert.equal(refusal({ newReading: 1_000_000 }), 'too-large')
  assert.equal(refusal({ oldReading: null }), undefined)
  assert.equal(whyNotExchange([register], 'export', exchange(), at(23))?.code, 'no-register')
})

test('the new register stays as long as the old one would have, and shows at the end what was written down', () => {
  assert.deepEqual(successorOf(register, exchange(), 'b'), { ...register, id: 'b', serial: 'B', from: at(10), startReading: 0, digitsBefore: 6, factor: 1 })
})

test('readings are read as people write them', () => {
  assert.deepEqual(['12.345,6', '12345,6', '12345.6', ' 7 ', '1.234', '0,5', '1.2.3', 'viel', ''].map(parseReading), [12_345.6, 12_345.6, 12_345.6, 7, 1_234, 0.5, undefined, undefined, undefined])
})
