import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hashOf, keysFrom, noHash, proveLog, signHash } from './chain.ts'
import type { WaterEntry } from './schema.ts'

const keys = keysFrom('a secret of the test')

function logOf(count: number): WaterEntry[] {
  const log: WaterEntry[] = []
  for (let seq = 1; seq <= count; seq++) {
    const moment = new Date(Date.parse('2026-11-02T12:00:00Z') + seq * 86_400_000)
    const entry = { groupId: 7, seq, kind: 'flush' as const, at: moment, accountId: null, signedName: 'Henning', data: { minutes: 3, coldBefore: null, coldAfter: 14.5, hotAfter: null, task: null }, note: 'ok', previousHash: log.at(-1)?.hash ?? noHash, createdAt: moment }
    const hash = hashOf('erlenau', entry)
    log.push({ ...entry, hash, signedHash: signHash(keys, hash) })
  }
  return log
}

test('an untouched log holds, in whichever order it is read; one that lost its oldest entries too', () => {
  const log = logOf(5)
  assert.deepEqual(proveLog('erlenau', [...log].reverse(), keys), { ok: true, entries: 5, head: log[4]!.hash })
  assert.equal(proveLog('erlenau', log.slice(2), keys).ok, true)
  assert.equal(proveLog('erlenau', [], keys).ok, true)
  assert.equal(keysFrom('a secret of the test').publicPem, keys.publicPem)
})

test('every change of every entry is found: altered, taken out, put in another place, signed by another key, moved to another town', () => {
  const log = logOf(6)
  fc.assert(fc.property(fc.integer({ min: 0, max: 5 }), fc.constantFrom('note', 'minutes', 'name', 'time', 'account', 'order'), (n, what) => {
    const entry = log[n]!
    const changed: WaterEntry =
      what === 'note' ? { ...entry, note: 'anders' }
      : what === 'minutes' ? { ...entry, data: { ...entry.data, minutes: 9 } as WaterEntry['data'] }
      : what === 'name' ? { ...entry, signedName: 'Tarik' }
      : what === 'time' ? { ...entry, at: new Date(entry.at.getTime() + 1) }
      : what === 'account' ? { ...entry, accountId: '00000000-0000-7000-8000-000000000000' }
      : { ...entry, data: { task: null, hotAfter: null, coldAfter: 14.4, coldBefore: null, minutes: 3 } }
    const proof = proveLog('erlenau', log.map((other, at) => (at === n ? changed : other)), keys)
    assert.deepEqual(proof, { ok: false, seq: entry.seq, reason: 'altered' })
  }))
  assert.deepEqual(proveLog('erlenau', log.filter(({ seq }) => seq !== 3), keys), { ok: false, seq: 3, reason: 'missing' })
  assert.equal(proveLog('moorbek', log, keys).ok, false)
  const forged = keysFrom('another')
  assert.deepEqual(proveLog('erlenau', log.map((entry) => ({ ...entry, signedHash: signHash(forged, entry.hash) })), keys), { ok: false, seq: 1, reason: 'forged' })
  // Whoever rewrites an entry and its hash breaks the next one.
  const rewritten = { ...log[2]!, note: 'anders' }
  const hash = hashOf('erlenau', rewritten)
  assert.deepEqual(proveLog('erlenau', log.map((entry, at) => (at === 2 ? { ...rewritten, hash, signedHash: signHash(keys, hash) } : entry)), keys), { ok: false, seq: 4, reason: 'unchained' })
})
