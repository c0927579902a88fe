import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reachOf } from '../../protection/rules.ts'
import type { Series } from '../../store/schema.ts'
import { mayReadMeter } from './reach.ts'

const guest = reachOf([], [])
const series = (quantity: Series['quantity'], audience: Series['audience']) => ({ quantity, audience, schoolId: 1 })

test('everybody sees a public meter, although its device tells the technicians of its battery', () => {
  assert.ok(mayReadMeter(guest, [series('electricity', 'public'), series('battery', 'staff')]))
  assert.ok(!mayReadMeter(guest, [series('electricity', 'school'), series('battery', 'staff')]))
  assert.ok(!mayReadMeter(guest, [series('electricity', 'public'), series(null, 'school')]), 'what nobody knows by name may be a count, too')
})
