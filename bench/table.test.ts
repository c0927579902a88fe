import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBench } from './row.ts'
import { table } from './table.ts'

test('rows become a table whose columns line up', () => {
  const text = table([
    { what: 'search', target: '≤ 30 ms', measured: '12 ms', ratio: 1.234, ok: true },
    { what: 'a longer name', target: '≥ 400/s', measured: '300/s', ok: false },
  ])
  const lines = text.split('\n')
  assert.equal(new Set(lines.map((line) => line.length)).size, 1)
  assert.match(lines[2] ?? '', /\| search +\| ≤ 30 ms +\| 12 ms +\| 1\.23 × +\| yes/)
  assert.match(lines[3] ?? '', /\| no /)
})

test('a bench has a name and can run', () => {
  assert.ok(isBench({ name: 'x', run: async () => [] }))
  assert.ok(!isBench({ run: async () => [] }))
})
