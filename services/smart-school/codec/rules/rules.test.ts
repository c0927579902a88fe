import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { idOf } from './desk.ts'
import { base64Of, firstDifference, hexOf, readBytes, readExamples } from './examples.ts'
import { readMapping, writeMapping } from './mapping.ts'

test('bytes as people write them', () => {
  for (const text of ['0100d7', '01 00 D7', '0x01, 0x00, 0xd7', '01:00:d7', 'AQDX', 'base64:AQDX']) assert.deepEqual(readBytes(text), [1, 0, 215], text)
  for (const text of ['010', 'no bytes!', '01 zz']) assert.equal(readBytes(text), undefined, text)
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
    assert.deepEqual(readBytes(hexOf(bytes)), [...bytes])
    if (bytes.length > 0) assert.deepEqual(readBytes(`base64:${base64Of(bytes)}`) ?? [], [...bytes])
  }))
})

test('examples in three spellings: ours, of ChirpStack, of the device repository', () => {
  const uplink = { name: 'a', kind: 'uplink', bytes: [1, 2], fPort: 3, data: { t: 1 } }
  for (const text of [
    '[{ "name": "a", "bytes": "0102", "fPort": 3, "data": { "t": 1 } }]',
    '[{ "name": "a", "input": { "bytes": [1, 2], "fPort": 3 }, "expected": { "data": { "t": 1 } } }]',
    '{ "uplinkDecoder": { "fileName": "x.js", "examples": [{ "description": "a", "input": { "fPort": 3, "bytes": [1, 2] }, "output": { "data": { "t": 1 } } }] } }',
  ]) assert.deepEqual(readExamples(text), { ok: true, examples: [uplink] }, text)
  assert.deepEqual(readExamples('{ "downlinkEncoder": { "examples": [{ "description": "d", "input": { "data": { "on": 1 } }, "output": { "bytes": [1], "fPort": 2 } }] } }'), { ok: true, examples: [{ name: 'd', kind: 'downlink', send: { on: 1 }, bytes: [1] }] })
  assert.deepEqual(readExamples('[{ "input": { "bytes": [], "fPort": 1 }, "output": { "errors": ["short"] } }]'), { ok: true, examples: [{ name: '1', kind: 'uplink', bytes: [], fPort: 1, error: true }] })
  assert.deepEqual(readExamples('  '), { ok: true, examples: [] })
  assert.deepEqual(readExamples('[{ "bytes": "zz", "data": {} }]'), { ok: false, why: 'no-bytes', at: 1 })
  assert.deepEqual(readExamples('[{ "bytes": "00", "data": {} }, { "bytes": "00" }]'), { ok: false, why: 'no-expectation', at: 2 })
  assert.deepEqual(readExamples('{ "a": 1 }'), { ok: false, why: 'no-list' })
  assert.equal(readExamples('[').ok, false)
  fc.assert(fc.property(fc.json(), (text) => void readExamples(text)))
})

test('the first difference names its place; the last digits of computing are none', () => {
  assert.equal(firstDifference({ a: [1, { b: 0.1 + 0.2 }] }, { a: [1, { b: 0.3 }] }), undefined)
  assert.deepEqual(firstDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }), { path: 'a[1].b', expected: '2', got: '3' })
  assert.deepEqual(firstDifference({ a: 1 }, { a: 1, b: 2 }), { path: 'b', expected: '–', got: '2' })
  assert.deepEqual(firstDifference([1, 2], [1]), { path: '.length', expected: '2', got: '1' })
  fc.assert(fc.property(fc.jsonValue(), (value) => assert.equal(firstDifference(value, structuredClone(value)), undefined)))
})

test('a table of fields, line by line', () => {
  const text = 'temp_c = temperature\nbat_mv = battery * 0.001\ncounter.1 = pulses as pulses-2'
  const read = readMapping(`# our device\n${text}\n\n`)
  assert.deepEqual(read, { ok: true, mapping: { temp_c: { quantity: 'temperature' }, bat_mv: { quantity: 'battery', factor: 0.001 }, 'counter.1': { quantity: 'pulses', channel: 'pulses-2' } } })
  assert.equal(read.ok && writeMapping(read.mapping), text)
  for (const [line, why] of [['temp', 'form'], ['a = warmth', 'quantity'], ['a = co2 * x', 'factor'], ['a = co2 * 0', 'factor'], ['a = co2\nb = co2', 'twice']] as const) {
    const refused = readMapping(line)
    assert.ok(!refused.ok && refused.why === why, line)
  }
})

test('maker and model give the id', () => {
  assert.equal(idOf('ELSYS', 'ERS CO2'), 'elsys-ers-co2')
  assert.equal(idOf('Schülerfirma Größe', 'Nr. 7'), 'schuelerfirma-groesse-nr-7')
  assert.equal(idOf('!', '?'), 'x-x')
  fc.assert(fc.property(fc.string(), fc.string(), (maker, model) => assert.match(idOf(maker, model), /^[a-z0-9]+(-[a-z0-9]+)+$/)))
})
