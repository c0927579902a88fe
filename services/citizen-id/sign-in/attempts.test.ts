import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { temporaryDatabase, testClock, type TemporaryDatabase } from '@modellregion/testing'
import { bucketsOf, countTry, forgive, type Limited } from './attempts.ts'
import { knownDevice, rememberDevice } from './known-device.ts'
import { limits, waitAfter } from './limits.ts'
import { deleteOldBuckets } from './queries.ts'

const clock = testClock()
let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase({ now: clock.now })))
after(() => temporary.close())

const named = (...things: Limited[]) => bucketsOf('secret', 'erlenau', things)
const count = (...things: Limited[]) => temporary.unit('erlenau', 'citizen-id', (db) => countTry(db, named(...things)))

test('waiting grows with failures, never beyond the longest, and the first ones are free', () => {
  for (const limit of Object.values(limits))
    fc.assert(
      fc.property(fc.nat(10_000), (failures) => {
        const [wait, next] = [waitAfter(failures, limit), waitAfter(failures + 1, limit)]
        assert.ok(wait <= next && next <= limit.longest)
        assert.equal(wait === 0, failures < limit.free)
      }),
    )
})

test('after the free tries a stranger waits, longer each time, and a day later all is forgotten', async () => {
  const mia: Limited = { limit: 'stranger', of: 'mia' }
  for (let n = 0; n < limits.stranger.free; n++) assert.equal(await count(mia), 0)
  assert.equal(await count(mia), 30)
  clock.advance({ seconds: 31 })
  assert.equal(await count(mia), 0)
  assert.equal(await count(mia), 60)
  clock.advance({ hours: 25 })
  assert.equal(await count(mia), 0)
  assert.equal(await count(mia), 0)
})

test('a hundred tries at the same moment are a hundred: no more get through than are free', async () => {
  const tries = await Promise.all(Array.from({ length: 100 }, () => count({ limit: 'stranger', of: 'eva' }, { limit: 'network', of: 'net-1' })))
  assert.equal(tries.filter((wait) => wait === 0).length, limits.stranger.free)
})

test('whoever asks at the same moment by a clock that is a little behind does not wait for the others', async () => {
  const things: Limited[] = [{ limit: 'stranger', of: 'gerd' }, { limit: 'network', of: 'net-3' }]
  assert.equal(await count(...things), 0)
  clock.advance({ seconds: -1 })
  assert.equal(await count(...things), 0)
  clock.advance({ seconds: 1 })
  await temporary.unit('erlenau', 'citizen-id', (db) => forgive(db, named(...things)))
  clock.advance({ seconds: -1 })
  assert.equal(await count(...things), 0)
  clock.advance({ seconds: 1 })
})

test('strangers who guess do not keep the owner out: a known device has its own count', async () => {
  for (let n = 0; n < 20; n++) await count({ limit: 'stranger', of: 'tina' })
  assert.ok((await count({ limit: 'stranger', of: 'tina' })) > 0)
  assert.equal(await count({ limit: 'device', of: 'tina her-laptop' }), 0)
})

test('one good account does not open a network for guessing others', async () => {
  for (let n = 0; n < limits.network.free; n++) await count({ limit: 'network', of: 'net-2' })
  assert.ok((await count({ limit: 'network', of: 'net-2' })) > 0)
  await temporary.unit('erlenau', 'citizen-id', (db) => forgive(db, named({ limit: 'network', of: 'net-2' })))
  assert.equal(await count({ limit: 'network', of: 'net-2' }), 0, 'this one try was given back')
  assert.ok((await count({ limit: 'network', of: 'net-2' })) > 0, 'no more than this one')
})

test('another town counts for itself, and old counts are swept away', async () => {
  assert.equal(await temporary.unit('moorbek', 'citizen-id', (db) => countTry(db, bucketsOf('secret', 'moorbek', [{ limit: 'stranger', of: 'tina' }]))), 0)
  clock.advance({ hours: 25 })
  assert.ok((await temporary.unit('erlenau', 'citizen-id', deleteOldBuckets)) > 0)
  assert.equal(await temporary.unit('erlenau', 'citizen-id', deleteOldBuckets), 0)
})

test('the mark of a known device counts for its account, town and installation only, and cannot be made up', () => {
  const where = (cookies: string | undefined, tenant = 'erlenau', secret = 'secret') => ({ secret, tenant, cookies })
  const cookie = rememberDevice(where(undefined), 'mia', true)
  assert.match(cookie, /; Path=\/citizen-id; .*HttpOnly; SameSite=Lax; Secure$/)
  const sent = `a=b; ${cookie.split(';')[0]}; c=d`
  const device = knownDevice(where(sent), 'mia')
  assert.ok(device)
  assert.equal(knownDevice(where(sent), 'eva'), undefined)
  assert.equal(knownDevice(where(sent, 'moorbek'), 'mia'), undefined)
  assert.equal(knownDevice(where(sent, 'erlenau', 'other'), 'mia'), undefined)
  assert.equal(knownDevice(where(sent.replace(device, device.split('').reverse().join(''))), 'mia'), undefined, 'another device id needs another signature')
  // A second person on the same device, and the first one again: one mark each, the same device.
  const both = rememberDevice(where(sent), 'eva', false).split(';')[0]
  assert.equal(knownDevice(where(both), 'mia'), device)
  assert.ok(knownDevice(where(both), 'eva'))
  assert.equal(knownDevice(where(rememberDevice(where(both), 'mia', false).split(';')[0]), 'mia'), device)
})
