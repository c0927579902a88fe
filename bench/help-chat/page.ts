import { randomBytes } from '../../services/help-chat/crypto/bytes.ts'
import { envelopeHash, sealMessage } from '../../services/help-chat/crypto/envelope.ts'
import { newEpoch } from '../../services/help-chat/crypto/epoch.ts'
import { decryptFile, encryptFile } from '../../services/help-chat/crypto/file.ts'
import { deriveCaseKeys, newConfidantKeys, publicKeysOf } from '../../services/help-chat/crypto/keys.ts'
import type { KeyStatement, Thread } from '../../services/help-chat/crypto/schema.ts'
import { newSecret, readSecret } from '../../services/help-chat/crypto/secret.ts'
import { sodium } from '../../services/help-chat/crypto/sodium.ts'
import { verifyThread } from '../../services/help-chat/crypto/thread.ts'
import { newChallenge, solveWork } from '../../services/help-chat/crypto/work.ts'

// Runs in the browser; device.bench.ts calls these functions. All times in milliseconds.
const tenant = 'bench'

/** A person's words, and a case with this many messages written by a confidant. How long sealing and signing took. */
async function prepare(messages: number): Promise<number> {
  await sodium()
  const secret = newSecret()
  const { keys } = await deriveCaseKeys(secret, tenant)
  const confidant = crypto.randomUUID()
  const { keys: theirs, statement } = newConfidantKeys(tenant, confidant)
  const place = { tenant, case: crypto.randomUUID() }
  const readers = [{ party: 'person', box: publicKeysOf(keys).box }, { party: confidant, box: statement.box }]
  const { epoch, key } = await newEpoch({ ...place, from: 0, by: 'person', keys, readers, holders: [], threshold: 0 })
  const envelopes: Thread['envelopes'] = []
  const began = performance.now()
  for (let seq = 0; seq < messages; seq++) {
    const last = envelopes.at(-1)
    const message = { at: new Date().toISOString(), content: { kind: 'text' as const, text: 'Guten Tag. '.repeat(20) } }
    envelopes.push(sealMessage({ message, epoch, key, seq, prev: last ? envelopeHash(last) : null, ...(seq === 0 ? { from: 'person', keys } : { from: confidant, keys: theirs }) }))
  }
  kept = { secret, thread: { ...place, person: publicKeysOf(keys), epochs: [epoch], envelopes }, statements: { [confidant]: [statement] } }
  return performance.now() - began
}
let kept: { secret: string[]; thread: Thread; statements: Record<string, KeyStatement[]> } | undefined

/** From the typed words to the opened thread: reading, Argon2id in a worker, checking and opening every message. */
async function unlock(): Promise<number> {
  if (!kept) throw new Error('prepare first')
  const began = performance.now()
  const typed = readSecret(kept.secret.join(' '))
  if (!('words' in typed)) throw new Error('words')
  const { keys } = await deriveCaseKeys(typed.words, tenant)
  const read = verifyThread(kept.thread, { me: 'person', keys, statements: kept.statements })
  if (!read.ok) throw new Error(read.code)
  return performance.now() - began
}

/** Sealing and opening a file of this many bytes, and AES-GCM of the browser itself over the same bytes. */
async function file(size: number): Promise<{ seal: number; open: number; bare: number }> {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at += 65_536) bytes.set(randomBytes(Math.min(65_536, size - at)), at)
  const began = performance.now()
  const { sealed, note } = await encryptFile(bytes)
  const seal = performance.now() - began
  const again = performance.now()
  if ((await decryptFile(sealed, note))?.length !== size) throw new Error('file')
  const open = performance.now() - again
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const third = performance.now()
  await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, bytes)
  return { seal, open, bare: performance.now() - third }
}

/** Messages of one KiB sealed and signed, and checked and opened, in a second. */
async function rates(messages: number): Promise<{ seal: number; open: number }> {
  const sealing = await prepare(messages)
  if (!kept) throw new Error('prepare first')
  const { keys } = await deriveCaseKeys(kept.secret, tenant)
  const began = performance.now()
  const reader = { me: 'person', keys, statements: kept.statements }
  if (!verifyThread(kept.thread, reader).ok) throw new Error('thread')
  const open = (messages / (performance.now() - began)) * 1_000
  return { seal: (messages / sealing) * 1_000, open }
}

/** SHA-256 in a second, as the proof of work counts them, and with the browser's own `crypto.subtle`. */
async function hashes(difficulty: number): Promise<{ solving: number; subtle: number }> {
  await sodium()
  const began = performance.now()
  const { solution } = await solveWork(newChallenge(randomBytes(32), difficulty, 2_000_000_000))
  const solving = (solution.reduce((sum, number) => sum + number + 1, 0) / (performance.now() - began)) * 1_000
  const input = new Uint8Array(24)
  const again = performance.now()
  for (let at = 0; at < 2_000; at++) await crypto.subtle.digest('SHA-256', input)
  return { solving, subtle: (2_000 / (performance.now() - again)) * 1_000 }
}

Object.assign(globalThis, { bench: { prepare, unlock, file, rates, hashes } })
