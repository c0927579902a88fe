import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anybody, mayHear } from './caller.ts'

test('public values everybody hears, sealed ones nobody, the rest who has the audience at that school', () => {
  const school = { audiences: ['public', 'school', 'sealed'] as const, schoolId: 1, mayWrite: false }
  assert.ok(mayHear(anybody, { audience: 'public', schoolId: 2 }))
  assert.ok(!mayHear(anybody, { audience: 'school', schoolId: null }))
  assert.ok(mayHear(school, { audience: 'school', schoolId: 1 }))
  assert.ok(!mayHear(school, { audience: 'school', schoolId: 2 }))
  assert.ok(!mayHear(school, { audience: 'staff', schoolId: 1 }))
  assert.ok(!mayHear(school, { audience: 'sealed', schoolId: 1 }))
})
