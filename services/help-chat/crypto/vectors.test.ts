import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { mustFromBase64, toBase64 } from './bytes.ts'
import { envelopeHash } from './envelope.ts'
import { epochHash } from './epoch.ts'
import { joinShares } from './escrow.ts'
import { decryptFile } from './file.ts'
import { checkWords, deriveCaseKeys, publicKeysOf, statementHash, verifyStatements, type PrivateKeys } from './keys.ts'
import type { Content, FileNote } from './message.ts'
import type { KeyStatement, Thread, Vault, Work } from './schema.ts'
import { readSecret, secretCode } from './secret.ts'
import { sodium } from './sodium.ts'
import { verifyThread } from './thread.ts'
import { openVault } from './vault.ts'
import { whyNotWork } from './work.ts'

// A case as version 1 of the protocol wrote it. When this test fails, cases that exist can no longer be read: a new version of the protocol is needed.
type Vector = {
  secret: string[]; code: string; tenant: string; lookup: string; person: { sign: string; box: string }; phrase: string[]
  confidants: { id: string; statements: KeyStatement[]; hashes: string[]; checkWords: string[]; vault: Vault }[]
  thread: Thread; epochKeys: string[]; epochHashes: string[]; envelopeHashes: string[]; contents: Content[]
  released: { from: string; to: string; sealed: string }; work: Work; file: { note: Pick<FileNote, 'key' | 'hash' | 'size'> }
}
const read = (name: string) => readFileSync(join(import.meta.dirname, 'vectors', name))
const vector: Vector = JSON.parse(read('case.json').toString())
const statements = Object.fromEntries(vector.confidants.map((confidant) => [confidant.id, confidant.statements]))

test('words, code, look-up and keys', async () => {
  assert.equal(secretCode(vector.secret), vector.code)
  assert.deepEqual(readSecret(vector.code), { words: vector.secret })
  const { lookup, keys } = await deriveCaseKeys(vector.secret, vector.tenant)
  assert.deepEqual({ lookup, ...publicKeysOf(keys) }, { lookup: vector.lookup, ...vector.person })
  const reader = { me: 'person', keys, statements }
  isWhole(verifyThread(vector.thread, reader))
})

test('statements, check words, vaults; every confidant reads what they may', async () => {
  await sodium()
  for (const { id, statements: chain, hashes, checkWords: words, vault } of vector.confidants) {
    assert.deepEqual(chain.map((statement) => statementHash(statement)), hashes)
    assert.deepEqual(checkWords(chain), words)
    const keys = await keysOf(vault)
    assert.deepEqual(publicKeysOf(keys), verifyStatements(chain, vector.tenant, id))
    const thread = verifyThread(vector.thread, { me: id, keys, statements })
    if (id !== vector.confidants[2]?.id) isWhole(thread)
    else assert.ok(thread.ok && thread.messages.every(({ message }) => message === undefined))
  }
})

test('hashes, shares, work and file', async () => {
  await sodium()
  assert.deepEqual(vector.thread.epochs.map((epoch) => epochHash(epoch)), vector.epochHashes)
  assert.deepEqual(vector.thread.envelopes.map((envelope) => envelopeHash(envelope)), vector.envelopeHashes)
  const [epoch] = vector.thread.epochs
  const ben = vector.confidants.find(({ id }) => id === vector.released.to)
  assert.ok(epoch && ben)
  const key = await joinShares(epoch, { party: ben.id, keys: await keysOf(ben.vault) }, [vector.released.sealed])
  assert.equal(key && toBase64(key), vector.epochKeys[0])
  assert.equal(whyNotWork(vector.work, new Uint8Array(32).fill(9), 1_700_000_000), undefined)
  const file = await decryptFile(read('file.sealed'), vector.file.note)
  assert.equal(file && Buffer.from(file).toString(), 'Eine kleine Datei.')
  assert.equal(mustFromBase64(vector.lookup).length, 32)
})

const keysOf = async (vault: Vault): Promise<PrivateKeys> => (await openVault(vault, vector.phrase)) ?? assert.fail('The vault does not open.')

function isWhole(thread: ReturnType<typeof verifyThread>): void {
  assert.ok(thread.ok, JSON.stringify(thread))
  assert.deepEqual(thread.messages.map(({ message }) => message?.content), vector.contents)
  assert.deepEqual([...thread.epochKeys.values()].map(toBase64).toSorted(), vector.epochKeys.toSorted())
}
