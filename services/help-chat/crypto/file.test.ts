import assert from 'node:assert/strict'
import test from 'node:test'
import { randomBytes } from './bytes.ts'
import { decryptFile, encryptFile, mostFileBytes, sealedFileBytes } from './file.ts'

const chunk = 64 * 1024

test('files of every length come back unchanged, and the server sees whole chunks only', async () => {
  for (const size of [0, 1, 100, chunk - 1, chunk, chunk + 1, 3 * chunk - 1, 3 * chunk]) {
    const bytes = randomBytes(Math.min(size, 65_536))
    const file = new Uint8Array(size)
    file.set(bytes)
    const { sealed, note } = await encryptFile(file)
    assert.equal(sealed.length, sealedFileBytes(size))
    assert.equal((sealed.length - 24) % (chunk + 17), 0)
    assert.equal(note.size, size)
    assert.deepEqual(await decryptFile(sealed, note), file)
  }
})

test('changed, shortened, rearranged and exchanged files are refused', async () => {
  const file = new Uint8Array(3 * chunk + 5).fill(7)
  const { sealed, note } = await encryptFile(file)
  const part = (at: number) => sealed.slice(24 + at * (chunk + 17), 24 + (at + 1) * (chunk + 17))
  const changedAt = (at: number) => sealed.with(at, (sealed[at] ?? 0) ^ 1)
  const wrong = [
    changedAt(0),
    changedAt(23),
    changedAt(24),
    changedAt(sealed.length - 1),
    sealed.slice(0, -1),
    sealed.slice(0, sealed.length - chunk - 17),
    Uint8Array.from([...sealed, ...part(0)]),
    Uint8Array.from([...sealed.slice(0, 24), ...part(1), ...part(0), ...part(2), ...part(3)]),
    (await encryptFile(file)).sealed,
    new Uint8Array(),
  ]
  for (const [at, bytes] of wrong.entries()) assert.equal(await decryptFile(bytes, note), undefined, `${at}`)
  const other = await encryptFile(new Uint8Array(3 * chunk + 5))
  assert.equal(await decryptFile(sealed, { ...note, hash: other.note.hash }), undefined)
  assert.equal(await decryptFile(sealed, { ...note, key: other.note.key }), undefined)
  assert.equal(await decryptFile(sealed, { ...note, key: 'x' }), undefined)
  assert.equal(await decryptFile(sealed, { ...note, size: note.size - 1 }), undefined)
})

test('the same file twice is two different ones to the server', async () => {
  const [one, other] = [await encryptFile(new Uint8Array(10)), await encryptFile(new Uint8Array(10))]
  assert.notDeepEqual(one.sealed, other.sealed)
  assert.notEqual(one.note.key, other.note.key)
})

test('more than 25 MB is refused; progress ends at one', async () => {
  await assert.rejects(encryptFile(new Uint8Array(mostFileBytes + 1)), RangeError)
  const parts: number[] = []
  const { sealed, note } = await encryptFile(new Uint8Array(40 * chunk), (part) => parts.push(part))
  assert.ok(parts.length >= 3 && parts.at(-1) === 1 && parts.every((part, at) => part >= (parts[at - 1] ?? 0)))
  assert.ok(await decryptFile(sealed, note))
})
