import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { changeReadersOfTestCase, startTestCase, testConfidant, type TestParty } from './case-for-tests.ts'
import { newEpoch } from './epoch.ts'
import { joinShares, releaseShare } from './escrow.ts'
import { verifyThread } from './thread.ts'

const tenant = 'aachen'

test('any M of N holders open a case together, M-1 never do', async () => {
  const holders = await Promise.all(Array.from({ length: 6 }, () => testConfidant(tenant)))
  const requester = await testConfidant(tenant)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.shuffledSubarray(holders, { minLength: 1 }), async (threshold, willing) => {
      const so = await startTestCase({ tenant, readers: [], holders, threshold })
      const [epoch] = so.thread.epochs
      assert.ok(epoch)
      const released = willing.map((holder) => releaseShare(epoch, holder, requester) ?? assert.fail())
      const key = await joinShares(epoch, requester, released)
      assert.deepEqual(key, willing.length >= threshold ? so.epochKeys.get(1) : undefined)
    }),
    { numRuns: 25 },
  )
})

test('the own share counts, and a released one only for whom it was released and in its case', async () => {
  const [anna, ben, clara] = await three()
  const so = await startTestCase({ tenant, readers: [], holders: [anna, ben, clara], threshold: 2 })
  const other = await startTestCase({ tenant, readers: [], holders: [anna, ben, clara], threshold: 2 })
  const [epoch, foreign] = [so.thread.epochs[0] ?? assert.fail(), other.thread.epochs[0] ?? assert.fail()]
  const forAnna = releaseShare(epoch, ben, anna) ?? assert.fail()
  assert.ok(await joinShares(epoch, anna, [forAnna]))
  assert.equal(await joinShares(epoch, anna, [forAnna.slice(0, -4), '!', '']), undefined)
  assert.equal(await joinShares(epoch, clara, [forAnna]), undefined)
  assert.equal(await joinShares(foreign, anna, [forAnna]), undefined)
  assert.equal(releaseShare(epoch, await testConfidant(tenant), anna), undefined)
  assert.equal(await joinShares(epoch, anna, [forAnna, forAnna]).then((key) => key?.length), 32)
})

test('a wrong share among enough good ones does no harm, and too few good ones open nothing', async () => {
  const [anna, ben, clara] = await three()
  const so = await startTestCase({ tenant, readers: [], holders: [anna, ben, clara], threshold: 3 })
  const liar = await startTestCase({ tenant, case: so.thread.case, readers: [], holders: [anna, ben, clara], threshold: 3 })
  const [epoch, wrong] = [so.thread.epochs[0] ?? assert.fail(), liar.thread.epochs[0] ?? assert.fail()]
  const good = [ben, clara].map((holder) => releaseShare(epoch, holder, anna) ?? assert.fail())
  const bad = releaseShare(wrong, clara, anna) ?? assert.fail()
  assert.deepEqual(await joinShares(epoch, anna, [bad, ...good]), so.epochKeys.get(1))
  assert.equal(await joinShares(epoch, anna, [bad, good[0] ?? '']), undefined)
})

test('whoever joined the shares takes the case over, seen by all; a holder alone cannot', async () => {
  const [anna, ben, clara] = await three()
  const so = await startTestCase({ tenant, readers: [anna], holders: [ben, clara], threshold: 2 })
  const [epoch] = so.thread.epochs
  assert.ok(epoch)
  const key = await joinShares(epoch, ben, [releaseShare(epoch, clara, ben) ?? assert.fail()])
  assert.ok(key)
  const taken = await changeReadersOfTestCase(so, ben, [{ ...ben, withHistory: true }], new Map([[1, key]]))
  const read = verifyThread(taken.thread, { me: ben.party, keys: ben.keys, statements: taken.statements })
  assert.ok(read.ok)
  assert.deepEqual(read.messages.map(({ message }) => message?.content.kind), ['start', 'readers-changed'])
  const alone = await changeReadersOfTestCase({ ...so, epochKeys: new Map([[1, new Uint8Array(32)]]) }, ben, [ben])
  assert.deepEqual(verifyThread(alone.thread, { me: 'person', keys: so.person.keys, statements: alone.statements }), { ok: false, code: 'epoch-forged', seq: 1 })
})

test('thresholds that promise what they do not hold are refused', async () => {
  const [anna, ben, clara] = await three()
  const { person } = await startTestCase({ tenant, readers: [anna] })
  const wish = { tenant, case: crypto.randomUUID(), from: 0, by: 'person', keys: person.keys, readers: [person], holders: [anna, ben], threshold: 2 }
  await assert.rejects(newEpoch({ ...wish, threshold: 1 }), /threshold/)
  await assert.rejects(newEpoch({ ...wish, threshold: 3 }), /threshold/)
  await assert.rejects(newEpoch({ ...wish, readers: [anna] }), /person/)
  await assert.rejects(newEpoch({ ...wish, holders: [clara, clara] }), /twice/)
  await assert.rejects(newEpoch({ ...wish, from: 3 }), /first epoch/)
  const { epoch } = await newEpoch({ ...wish, threshold: 0 })
  assert.deepEqual(epoch.shares, [])
  assert.equal(await joinShares(epoch, anna, []), undefined)
})

async function three(): Promise<[TestParty, TestParty, TestParty]> {
  return [await testConfidant(tenant), await testConfidant(tenant), await testConfidant(tenant)]
}
