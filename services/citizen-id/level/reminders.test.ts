import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stageOf } from './reminders.ts'

const day = 86_400_000
const now = new Date('2026-03-10T09:00:00Z')
const inDays = (days: number) => stageOf({ until: new Date(now.getTime() + days * day) }, now)

test('reminders begin 60, 14 and 3 days before the end, and the end itself is over', () => {
  assert.deepEqual([61, 60, 15, 14, 4, 3, 0, -1].map(inDays), [undefined, 'level-60', 'level-60', 'level-14', 'level-14', 'level-3', 'level-over', 'level-over'])
})

test('looked at every night, each reminder is met once and in order, however long the proof lasts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 800 }), fc.integer({ min: 0, max: day - 1 }), (days, shift) => {
      const until = new Date(now.getTime() + days * day + shift)
      const met = Array.from({ length: days + 3 }, (_, night) => stageOf({ until }, new Date(now.getTime() + night * day)))
      const order = met.filter((stage, at) => stage !== undefined && stage !== met[at - 1])
      assert.deepEqual(order, ['level-60', 'level-14', 'level-3', 'level-over'])
      // Nobody is told that a proof is over while it still counts.
      assert.ok(met.every((stage, night) => (stage === 'level-over') === (now.getTime() + night * day >= until.getTime())))
    }),
  )
})
