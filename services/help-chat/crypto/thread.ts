import { envelopeHash, openEnvelope, verifyEnvelopeSignature } from './envelope.ts'
import { commitOf, epochHash, isProven, openCopy, verifyEpochSignature } from './epoch.ts'
import { publicKeysOf, verifyStatements, type PrivateKeys } from './keys.ts'
import type { Message } from './message.ts'
import type { Envelope, Epoch, KeyStatement, Thread } from './schema.ts'
import { sodiumNow } from './sodium.ts'

export type ThreadFault =
  | 'bad-signature' | 'unknown-sender' | 'gap' | 'reordered' | 'foreign' | 'unreadable' | 'epoch-forged' | 'not-a-reader' | 'truncated'

/** The last envelope somebody has seen. Without `hash` only the number is compared (what stands on the person's card). */
export type Seen = { readonly seq: number; readonly hash?: string }
export type Head = { readonly seq: number; readonly hash: string }

export type Opened = {
  readonly seq: number
  readonly from: string
  readonly epoch: number
  readonly hash: string
  /** Nothing: written before this reader was admitted, and the older keys were not handed over. */
  readonly message: Message | undefined
}

export type VerifiedThread = {
  readonly ok: true
  readonly messages: readonly Opened[]
  readonly head: Head
  /** The epoch that is used now; its key is in `epochKeys` unless this reader has been left out of it. */
  readonly epoch: Epoch
  readonly epochKeys: ReadonlyMap<number, Uint8Array>
  /** Parties the person excluded in the first message and somebody else gave a copy or a share in the current epoch. To be shown to everybody. */
  readonly excludedAdmitted: readonly string[]
}
export type RefusedThread = { readonly ok: false; readonly code: ThreadFault; readonly seq?: number }

export type ThreadReader = {
  /** `person`, or the id of a confidant. */
  readonly me: string
  readonly keys: PrivateKeys
  /** Statements of all confidants who ever took part, by id. */
  readonly statements: Readonly<Record<string, readonly KeyStatement[]>>
  /** Tenant and case this reader expects; a thread of another one is `foreign`. */
  readonly expected?: { readonly tenant: string; readonly case?: string }
  readonly seen?: Seen
}

/** Reads everything the server handed out for a case and trusts none of it, not even its form: the messages, or the first thing that is wrong. Never throws. */
export function verifyThread(thread: Thread, reader: ThreadReader): VerifiedThread | RefusedThread {
  sodiumNow() // whoever forgot to load it has made a mistake; the server has not
  try {
    return verify(thread, reader)
  } catch {
    return { ok: false, code: 'unreadable' }
  }
}

function verify(thread: Thread, reader: ThreadReader): VerifiedThread | RefusedThread {
  const signers = signersOf(thread, reader)
  if (!signers) return { ok: false, code: 'unknown-sender' }
  const { expected } = reader
  if (expected && (expected.tenant !== thread.tenant || (expected.case ?? thread.case) !== thread.case)) return { ok: false, code: 'foreign' }

  const epochFault = firstEpochFault(thread, signers)
  if (epochFault) return epochFault
  const opened = openEpochs(thread.epochs, reader)
  if (!opened.ok) return opened
  const { epochKeys } = opened

  const used = new Map<string, number>()
  const hashes = new Map(thread.epochs.map((epoch) => [epoch.epoch, epochHash(epoch)]))
  const messages: Opened[] = []
  let prev: string | null = null
  for (const [at, envelope] of thread.envelopes.entries()) {
    const epoch = thread.epochs.findLast(({ from }) => from <= at)
    const code = faultOfPlace(envelope, thread, at, prev) ?? faultOfSender(envelope, at, epoch, hashes, signers)
    if (code) return { ok: false, code, seq: at }
    if (!signers.isBy(envelope.from, used, (signKey) => verifyEnvelopeSignature(envelope, signKey))) return { ok: false, code: 'bad-signature', seq: at }
    const key = epochKeys.get(envelope.epoch)
    const message = key && openEnvelope(envelope, key)
    if (key && !message) return { ok: false, code: 'unreadable', seq: at }
    prev = envelopeHash(envelope)
    messages.push({ seq: at, from: envelope.from, epoch: envelope.epoch, hash: prev, message })
  }

  const epoch = thread.epochs.at(-1)
  if (prev === null || !epoch || epoch.from >= messages.length) return { ok: false, code: 'truncated', seq: messages.length }
  const seenFault = faultOfSeen(messages, reader.seen)
  if (seenFault) return seenFault
  return { ok: true, messages, head: { seq: messages.length - 1, hash: prev }, epoch, epochKeys, excludedAdmitted: excludedAdmitted(thread.epochs, messages) }
}

/** Parties and the keys they may sign with, in the order in which they were made. */
type Signers = {
  /** Whether the bytes are signed by this party, with keys not older than those they used before. */
  isBy(party: string, used: Map<string, number>, verify: (signKey: string) => boolean): boolean
  knows(party: string, box: string): boolean
  has(party: string): boolean
}

function signersOf(thread: Thread, { me, keys, statements }: ThreadReader): Signers | undefined {
  const mine = publicKeysOf(keys)
  if (me === 'person' && (mine.sign !== thread.person.sign || mine.box !== thread.person.box)) return undefined
  const chains = new Map<string, readonly { sign: string; box: string }[]>([['person', [thread.person]]])
  for (const [party, chain] of Object.entries(statements)) if (verifyStatements(chain, thread.tenant, party)) chains.set(party, chain)
  return {
    has: (party) => chains.has(party),
    knows: (party, box) => chains.get(party)?.some((pair) => pair.box === box) ?? false,
    isBy(party, used, verify) {
      const chain = chains.get(party) ?? []
      const at = chain.findIndex(({ sign }, place) => place >= (used.get(party) ?? 0) && verify(sign))
      if (at === -1) return false
      used.set(party, at)
      return true
    },
  }
}

/** Epochs are read before the envelopes: a chain from the person's first one, each made by somebody who was in the one before. */
function firstEpochFault({ tenant, case: id, epochs }: Thread, signers: Signers): RefusedThread | undefined {
  const used = new Map<string, number>()
  let before: Epoch | undefined
  for (const epoch of epochs) {
    const forged: RefusedThread = { ok: false, code: 'epoch-forged', seq: epoch.from }
    if (epoch.tenant !== tenant || epoch.case !== id) return { ...forged, code: 'foreign' }
    if (epoch.epoch !== (before?.epoch ?? 0) + 1 || epoch.prev !== (before ? epochHash(before) : null)) return forged
    if (before ? epoch.from <= before.from || epoch.proof === null : epoch.from !== 0 || epoch.by !== 'person' || epoch.proof !== null) return forged
    const parties = [...epoch.copies, ...epoch.shares]
    if (parties.some(({ to, box }) => !signers.knows(to, box)) || !epoch.copies.some(({ to }) => to === 'person')) return forged
    if (before && epoch.by !== 'person' && ![...before.copies, ...before.shares].some(({ to }) => to === epoch.by)) return forged
    if (epoch.threshold === 1 || epoch.shares.length < epoch.threshold) return forged
    if (!signers.has(epoch.by)) return { ...forged, code: 'unknown-sender' }
    if (!signers.isBy(epoch.by, used, (key) => verifyEpochSignature(epoch, key))) return forged
    before = epoch
  }
  return undefined
}

/** Every key this reader has: from their copies, and the history inside the copies. A key that is not the one its epoch committed to is forged. */
function openEpochs(epochs: readonly Epoch[], { me, keys }: ThreadReader): { ok: true; epochKeys: Map<number, Uint8Array> } | RefusedThread {
  const epochKeys = new Map<number, Uint8Array>()
  for (const epoch of epochs) {
    if (!epoch.copies.some(({ to }) => to === me)) continue
    const opened = openCopy(epoch, me, keys)
    if (!opened) return { ok: false, code: 'unreadable', seq: epoch.from }
    epochKeys.set(epoch.epoch, opened.key)
    for (const [number, key] of opened.history) if (number < epoch.epoch && !epochKeys.has(number)) epochKeys.set(number, key)
  }
  for (const epoch of epochs) {
    const before = epochKeys.get(epoch.epoch - 1)
    const own = epochKeys.get(epoch.epoch)
    if ((before && !isProven(epoch, before)) || (own && !isCommitted(epoch, own))) return { ok: false, code: 'epoch-forged', seq: epoch.from }
  }
  return { ok: true, epochKeys }
}

const isCommitted = (epoch: Epoch, key: Uint8Array): boolean => commitOf(key) === epoch.commit

function faultOfPlace(envelope: Envelope, thread: Thread, at: number, prev: string | null): ThreadFault | undefined {
  if (envelope.tenant !== thread.tenant || envelope.case !== thread.case) return 'foreign'
  if (envelope.seq > at) return 'gap'
  return envelope.seq < at || envelope.prev !== prev ? 'reordered' : undefined
}

function faultOfSender(envelope: Envelope, at: number, epoch: Epoch | undefined, hashes: ReadonlyMap<number, string>, signers: Signers): ThreadFault | undefined {
  if (!signers.has(envelope.from)) return 'unknown-sender'
  if (!epoch || envelope.epoch !== epoch.epoch || envelope.to !== hashes.get(epoch.epoch)) return 'epoch-forged'
  if (epoch.from === at && envelope.from !== epoch.by) return 'epoch-forged'
  return epoch.copies.some(({ to }) => to === envelope.from) ? undefined : 'not-a-reader'
}

function faultOfSeen(messages: readonly Opened[], seen: Seen | undefined): RefusedThread | undefined {
  if (!seen || seen.seq < 0) return undefined
  const same = messages[seen.seq]
  if (!same) return { ok: false, code: 'truncated', seq: messages.length }
  return seen.hash === undefined || same.hash === seen.hash ? undefined : { ok: false, code: 'reordered', seq: seen.seq }
}

/** Only the person may admit whom they excluded. */
function excludedAdmitted(epochs: readonly Epoch[], [first]: readonly Opened[]): string[] {
  const content = first?.message?.content
  const current = epochs.at(-1)
  if (content?.kind !== 'start' || !current || current.by === 'person') return []
  const byPerson = epochs.findLast(({ by }) => by === 'person')
  const admitted = new Set(byPerson?.copies.map(({ to }) => to))
  return content.excluded.filter((party) => !admitted.has(party) && [...current.copies, ...current.shares].some(({ to }) => to === party))
}
