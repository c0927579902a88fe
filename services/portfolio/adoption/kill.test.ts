import assert from 'node:assert/strict'
import { test } from 'node:test'
import { surviveKills } from './kill-testing.ts'

test('a town that is killed while it takes over loses nothing it has acknowledged, doubles nothing, and finishes what was half done', { timeout: 180_000 }, async () => {
  const { acknowledged, faults } = await surviveKills(2, 80, Math.random)
  assert.deepEqual(faults, [])
  assert.ok(acknowledged >= 80)
})
