import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMoment } from './since.ts'

test('a moment is read as people and programs write it', () => {
  assert.equal(readMoment('2026-05-31')?.toISOString(), '2026-05-31T00:00:00.000Z')
  assert.equal(readMoment('2026-05-31T10:00')?.toISOString(), '2026-05-31T10:00:00.000Z')
  assert.equal(readMoment('2026-05-31T10:00:00+02:00')?.toISOString(), '2026-05-31T08:00:00.000Z')
  assert.equal(readMoment(' 1780000000 ')?.toISOString(), '2026-05-28T20:26:40.000Z')
  for (const wrong of ['', 'gestern', '31.05.2026', '2026-13-01', '2026-05-31T25:00']) assert.equal(readMoment(wrong), undefined, wrong)
})
