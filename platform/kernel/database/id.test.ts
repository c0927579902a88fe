import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from './id.ts'

test('ids are UUIDs of version 7, sorted by time and never the same', () => {
  const start = Date.parse('2026-03-10T09:00:00Z')
  const ids = Array.from({ length: 2_000 }, (_, step) => newId(new Date(start + step)))
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.deepEqual(ids.toSorted(), ids)
  assert.equal(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16), start)
  const moment = new Date(start)
  assert.equal(new Set(Array.from({ length: 10_000 }, () => newId(moment))).size, 10_000)
})
