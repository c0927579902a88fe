import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayMeasure } from './metrics-door.ts'

const metricsToken = 'a-long-word-that-nobody-guesses'

test('a demonstration shows its measurements, others only to the holder of the token', () => {
  assert.equal(mayMeasure({ demo: true }, undefined), true)
  assert.equal(mayMeasure({ demo: false, metricsToken }, `Bearer ${metricsToken}`), true)
  for (const wrong of [undefined, '', 'Bearer', metricsToken, `Bearer ${metricsToken}x`, `Basic ${metricsToken}`]) assert.equal(mayMeasure({ demo: false, metricsToken }, wrong), false, wrong)
})

test('without a token in the deployment file nobody measures, an empty one included', () => {
  for (const sent of [undefined, '', 'Bearer ', 'Bearer undefined']) assert.equal(mayMeasure({ demo: false }, sent), false, sent)
})
