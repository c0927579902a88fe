import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { mustFromBase64, randomBytes } from './bytes.ts'
import { sodium } from './sodium.ts'
import { checkWork, newChallenge, solveWork, whyNotWork } from './work.ts'

const [now, later] = [1_800_000_000, 1_800_000_600]

test('work that was done is accepted, and says how far it is', async () => {
  await sodium()
  const key = randomBytes(32)
  const parts: number[] = []
  const work = await solveWork(newChallenge(key, 10, later), (part) => parts.push(part))
  assert.ok(checkWork(work, key, now))
  assert.equal(whyNotWork(work, key, now), undefined)
  assert.equal(parts.length, 16)
  assert.equal(parts.at(-1), 1)
})

test('each part was worked for: SHA-256 of salt, part and number begins with zeros', async () => {
  await sodium()
  const { challenge, solution } = await solveWork(newChallenge(randomBytes(32), 12, later))
  for (const [part, number] of solution.entries()) {
    const input = Buffer.concat([mustFromBase64(challenge.salt), Buffer.alloc(8)])
    input.writeUInt32BE(part, 16)
    input.writeUInt32BE(number, 20)
    assert.equal(createHash('sha256').update(input).digest()[0], 0)
  }
})

test('forged, late, too easy and unsolved work is refused by name', async () => {
  await sodium()
  const key = randomBytes(32)
  const work = await solveWork(newChallenge(key, 10, later))
  const { challenge, solution } = work
  assert.equal(whyNotWork(work, randomBytes(32), now), 'forged')
  assert.equal(whyNotWork({ challenge: { ...challenge, difficulty: 9 }, solution }, key, now), 'forged')
  assert.equal(whyNotWork({ challenge: { ...challenge, expires: later + 1 }, solution }, key, now), 'forged')
  assert.equal(whyNotWork({ challenge: { ...challenge, salt: newChallenge(key, 10, later).salt }, solution }, key, now), 'forged')
  assert.equal(whyNotWork({ challenge: { ...challenge, signature: 'x' }, solution }, key, now), 'forged')
  assert.equal(whyNotWork(work, key, later + 1), 'expired')
  assert.equal(whyNotWork(work, key, now, 11), 'too-easy')
  assert.equal(whyNotWork({ challenge, solution: solution.slice(1) }, key, now), 'unsolved')
  const other = await solveWork(newChallenge(key, 12, later))
  assert.equal(whyNotWork({ challenge: other.challenge, solution }, key, now), 'unsolved')
})

test('solving can be ended', async () => {
  await sodium()
  await assert.rejects(solveWork(newChallenge(randomBytes(32), 28, later), undefined, AbortSignal.timeout(20)), { name: 'TimeoutError' })
})
