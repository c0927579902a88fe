import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QuarantineReason } from '../../ingest/schema.ts'
import { troubledFirst, troublesOf, type Trouble } from './trouble.ts'

const fine = { silent: false, neverSeen: false, batteryLow: false }
const active = { state: 'active', codec: 'elsys-ers' } as const
const refused = (...reasons: QuarantineReason[]) => reasons.map((reason) => ({ devEui: '', reason, lastAt: new Date(0) }))

test('what is wrong with a device, the weightiest first; what is in stock or retired is in nobody’s way', () => {
  assert.deepEqual(troublesOf(active, fine, true, []), [])
  assert.deepEqual(troublesOf(active, { silent: true, neverSeen: false, batteryLow: true }, true, refused('implausible', 'clock')), ['silent', 'clock', 'quarantine', 'battery'])
  assert.deepEqual(troublesOf({ state: 'active', codec: null }, { ...fine, neverSeen: true }, false, refused('not-mounted')), ['no-codec', 'not-mounted', 'never'])
  for (const state of ['stock', 'retired'] as const) assert.deepEqual(troublesOf({ state, codec: null }, { silent: true, neverSeen: true, batteryLow: true }, false, refused('clock')), [])
})

test('the list begins with what is in trouble; the rest keeps its order', () => {
  const rows: { name: string; troubles: Trouble[] }[] = [{ name: 'a', troubles: [] }, { name: 'b', troubles: ['battery'] }, { name: 'c', troubles: ['silent'] }, { name: 'd', troubles: ['silent', 'battery'] }, { name: 'e', troubles: [] }, { name: 'f', troubles: ['clock'] }]
  assert.equal(troubledFirst(rows).map(({ name }) => name).join(''), 'dcfbae')
})
