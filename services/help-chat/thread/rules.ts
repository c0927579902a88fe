import { fromBase64 } from '../crypto/bytes.ts'
import { verifyEnvelopeSignature } from '../crypto/envelope.ts'
import { epochHash, verifyEpochSignature } from '../crypto/epoch.ts'
import { buckets } from '../crypto/pad.ts'
import type { Envelope, Epoch, KeyStatement } from '../crypto/schema.ts'
import type { CaseFile, Refusal } from './schema.ts'

/** Bytes that the seal adds to what is inside (XChaCha20-Poly1305). */
const sealBytes = 16

/** The declared length of a sealed body in KiB, or nothing when it has another one. */
export function bucketOf(body: string): number | undefined {
  const bytes = fromBase64(body)
  return bytes && buckets.includes(bytes.length - sealBytes) ? (bytes.length - sealBytes) / 1024 : undefined
}

/** Public keys of everybody who may take part, by party: all they ever had. */
export type KnownKeys = ReadonlyMap<string, readonly { sign: string; box: string }[]>

/** The person's own keys and those of the town's confidants. */
export const knownKeys = (person: { sign: string; box: string }, statements: Readonly<Record<string, readonly KeyStatement[]>>): KnownKeys =>
  new Map<string, readonly { sign: string; box: string }[]>([['person', [person]], ...Object.entries(statements)])

type Place = Pick<CaseFile, 'id' | 'headSeq' | 'headHash' | 'epoch'>
/** The epoch that is used now: its hash, and who has a copy or a share. */
export type Current = { readonly hash: string; readonly copies: readonly string[]; readonly shares: readonly string[] }

const invalid: Refusal = { status: 422, code: 'epoch-invalid' }

/**
 * Why the server keeps no such epoch. Browsers check more (whether its maker could really read), but never less: what is refused there must not
 * be stored here. `current` is undefined for the first one.
 */
export function whyNotEpoch(epoch: Epoch, { tenant, place, current, known }: { tenant: string; place: Place; current: Current | undefined; known: KnownKeys }): Refusal | undefined {
  if (epoch.tenant !== tenant || epoch.case !== place.id) return { status: 422, code: 'foreign' }
  if (epoch.epoch !== (current ? place.epoch + 1 : 1) || epoch.prev !== (current?.hash ?? null) || (epoch.proof === null) !== (current === undefined)) return invalid
  if (epoch.from !== place.headSeq + 1 || (!current && epoch.by !== 'person')) return invalid
  if (current && epoch.by !== 'person' && ![...current.copies, ...current.shares].includes(epoch.by)) return { status: 403, code: 'not-reader' }
  const [copies, shares] = [epoch.copies.map(({ to }) => to), epoch.shares.map(({ to }) => to)]
  if (!copies.includes('person') || shares.includes('person') || !copies.includes(epoch.by)) return invalid
  if (new Set(copies).size !== copies.length || new Set(shares).size !== shares.length) return invalid
  if (epoch.threshold === 1 || epoch.threshold > shares.length || (epoch.threshold === 0) !== (shares.length === 0)) return invalid
  for (const { to, box, sealed } of [...epoch.copies, ...epoch.shares]) {
    if (!known.get(to)?.some((keys) => keys.box === box)) return { status: 422, code: 'party-unknown' }
    if (!fromBase64(sealed)) return invalid
  }
  return known.get(epoch.by)?.some(({ sign }) => verifyEpochSignature(epoch, sign)) ? undefined : { status: 422, code: 'epoch-signature' }
}

/** Why the server keeps no such envelope at the end of the case, under the current epoch. */
export function whyNotEnvelope(envelope: Envelope, { tenant, place, current, known }: { tenant: string; place: Place; current: Current; known: KnownKeys }): Refusal | undefined {
  if (envelope.tenant !== tenant || envelope.case !== place.id) return { status: 422, code: 'foreign' }
  if (envelope.seq !== place.headSeq + 1 || envelope.prev !== place.headHash) return { status: 409, code: 'sequence', expected: place.headSeq + 1 }
  if (envelope.epoch !== place.epoch || envelope.to !== current.hash) return { status: 409, code: 'sequence', expected: place.headSeq + 1 }
  if (!current.copies.includes(envelope.from)) return { status: 403, code: 'not-reader' }
  if (bucketOf(envelope.body) === undefined || fromBase64(envelope.nonce)?.length !== 24) return { status: 422, code: 'envelope-length' }
  return known.get(envelope.from)?.some(({ sign }) => verifyEnvelopeSignature(envelope, sign)) ? undefined : { status: 422, code: 'envelope-signature' }
}

/** An epoch as the place where the next envelopes stand. */
export const currentOf = (epoch: Epoch): Current => ({ hash: epochHash(epoch), copies: epoch.copies.map(({ to }) => to), shares: epoch.shares.map(({ to }) => to) })

/** Seats of confidants from an epoch: whoever can read needs no share to be shown the case. */
export function seatsOf({ copies, shares }: Pick<Current, 'copies' | 'shares'>): { confidantId: string; mine: 'reader' | 'holder' }[] {
  const readers = copies.filter((party) => party !== 'person')
  return [
    ...readers.map((confidantId) => ({ confidantId, mine: 'reader' as const })),
    ...shares.filter((party) => !readers.includes(party)).map((confidantId) => ({ confidantId, mine: 'holder' as const })),
  ]
}

