import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byGrade, stockByMonth } from './rules.ts'

test('points become grades at the borders of the European method, and every dataset counts once', () => {
  const counted = byGrade([{ points: 405, n: 1 }, { points: 351, n: 2 }, { points: 350, n: 4 }, { points: 221, n: 8 }, { points: 220, n: 16 }, { points: 121, n: 32 }, { points: 120, n: 64 }, { points: 0, n: 128 }])
  assert.deepEqual(counted, [{ grade: 'excellent', n: 3 }, { grade: 'good', n: 12 }, { grade: 'sufficient', n: 48 }, { grade: 'bad', n: 192 }])
})

test('the stock of a month without changes is that of the month before, over the turn of a year too', () => {
  const rows = [{ month: '2025-11', added: 10, withdrawn: 0 }, { month: '2026-02', added: 5, withdrawn: 3 }]
  assert.deepEqual(stockByMonth(rows, 24), [{ month: '2025-11', n: 10 }, { month: '2025-12', n: 10 }, { month: '2026-01', n: 10 }, { month: '2026-02', n: 12 }])
  assert.deepEqual(stockByMonth(rows, 2), [{ month: '2026-01', n: 10 }, { month: '2026-02', n: 12 }])
  assert.deepEqual(stockByMonth([], 24), [])
})
