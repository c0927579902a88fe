import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { networkNames, normalise, pathsOf, translate, valueAt } from './normalise.ts'
import { isQuantity, quantities } from './quantity.ts'

const at = new Date('2026-01-01T12:00:00Z')

test('our names: flat, with channels, with stored values', () => {
  assert.deepEqual(normalise({ co2: 640, temperature: 21.3, contact: true, leak: 'normal', note: 'x', 'pulses-2': 7, pulses: { value: 12, channel: 'pulses-1' } }, at), {
    warnings: [],
    unread: [],
    measures: [
      { channel: 'co2', quantity: 'co2', value: 640 },
      { channel: 'temperature', quantity: 'temperature', value: 21.3 },
      { channel: 'contact', quantity: 'contact', value: 1 },
      { channel: 'leak', quantity: 'leak', value: 0 },
      { channel: 'pulses-2', quantity: 'pulses', value: 7 },
      { channel: 'pulses-1', quantity: 'pulses', value: 12 },
    ],
  })
  assert.deepEqual(normalise({ temperature: [20, { value: 19, ageSeconds: 600 }, { value: 18, ageSeconds: 1_200 }] }, at).measures.map(({ value, ageSeconds = 0 }) => [value, ageSeconds]), [[20, 0], [19, 600], [18, 1_200]])
})

test("names of The Things Network's normalised payload, also as a list with times", () => {
  assert.deepEqual(normalise([{ time: '2026-01-01T11:50:00Z', air: { temperature: 20, relativeHumidity: 40, co2: 800 } }, { air: { temperature: 21 }, soil: { moisture: 30 }, wind: { direction: 90 } }], at).measures, [
    { channel: 'temperature', quantity: 'temperature', value: 20, ageSeconds: 600 },
    { channel: 'humidity', quantity: 'humidity', value: 40, ageSeconds: 600 },
    { channel: 'co2', quantity: 'co2', value: 800, ageSeconds: 600 },
    { channel: 'temperature', quantity: 'temperature', value: 21 },
    { channel: 'soilMoisture', quantity: 'soilMoisture', value: 30 },
  ])
  assert.deepEqual(normalise({ metering: { water: { total: 1234.5 } }, action: { contactState: 'open', motion: { detected: false, count: 3 } }, water: { temperature: { current: 48 } } }, at).measures.map(({ quantity, value }) => [quantity, value]), [['water', 1.2345], ['contact', 1], ['occupancy', 0], ['motion', 3], ['waterTemperature', 48]])
  for (const { quantity } of Object.values(networkNames)) assert.ok(isQuantity(quantity))
})

test('what is no number is told, not guessed', () => {
  assert.deepEqual(normalise({ co2: null, temperature: 'warm', humidity: Number.NaN }, at), { measures: [], warnings: ['co2 is no number.', 'temperature is no number.', 'humidity is no number.'], unread: [{ channel: 'temperature', value: 'warm' }, { channel: 'humidity', value: 'NaN' }] })
  assert.deepEqual(normalise('x', at), { measures: [], warnings: [], unread: [] })
  assert.deepEqual(normalise({ __proto__: { co2: 5 }, constructor: { co2: 1 }, toString: 3 }, at).measures, [])
})

test('a channel has a name that can be kept, whatever bytes it was made from', () => {
  const names = normalise({ pulses: [{ value: 1, channel: 'a\0b\n' }, { value: 2, channel: 'x'.repeat(5_000) }, { value: 3, channel: '\0' }], [`pulses-${'9'.repeat(5_000)}`]: 4 }, at).measures.map(({ channel }) => channel)
  assert.deepEqual(names, ['ab', 'x'.repeat(60), 'pulses', `pulses-${'9'.repeat(53)}`])
})

test("a town's table: paths, factors, channels", () => {
  const data = { temp: 21.5, bat: 3_600, counters: [{ value: 5 }, { value: 9 }], 'a.b': 1, text: 'x' }
  assert.deepEqual(translate(data, { temp: { quantity: 'temperature' }, bat: { quantity: 'battery', factor: 0.001 }, 'counters.1.value': { quantity: 'pulses', channel: 'pulses-2' }, 'a.b': { quantity: 'contact' }, text: { quantity: 'co2' }, missing: { quantity: 'voc' } }), {
    warnings: ['text is no number.'],
    unread: [{ channel: 'co2', value: 'x' }],
    measures: [{ channel: 'temperature', quantity: 'temperature', value: 21.5 }, { channel: 'battery', quantity: 'battery', value: 3.6 }, { channel: 'pulses-2', quantity: 'pulses', value: 9 }, { channel: 'contact', quantity: 'contact', value: 1 }],
  })
  assert.deepEqual(pathsOf(data), ['temp', 'bat', 'counters.0.value', 'counters.1.value', 'a.b'])
})

test('whatever a codec says, measures are finite numbers of known quantities, each channel and moment once', () => {
  const names = fc.oneof(fc.constantFrom(...Object.keys(quantities), 'air', 'soil', 'pulses-1', 'time'), fc.string())
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue()), (data) => {
      const { measures } = normalise(data, at)
      assert.ok(measures.every(({ quantity, value }) => isQuantity(quantity) && Number.isFinite(value)))
      assert.equal(new Set(measures.map(({ channel, ageSeconds = 0 }) => `${channel}@${ageSeconds}`)).size, measures.length)
      for (const path of pathsOf(data)) assert.notEqual(valueAt(data, path), undefined)
    }),
  )
})
