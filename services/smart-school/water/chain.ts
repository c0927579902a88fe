import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { WaterEntry } from './schema.ts'

/** Everything of an entry that its hash covers. */
export type Sealed = Pick<WaterEntry, 'groupId' | 'seq' | 'kind' | 'at' | 'accountId' | 'signedName' | 'data' | 'note' | 'previousHash' | 'createdAt'>

/** The hash before the first entry of a group. */
export const noHash = '0'.repeat(64)

// Object keys in one order: the database gives jsonb back in an order of its own.
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

/** SHA-256 over town, group and everything that was said, and over the hash of the entry before. */
export const hashOf = (tenant: string, { groupId, seq, kind, at, accountId, signedName, data, note, previousHash, createdAt }: Sealed): string =>
  createHash('sha256').update(canonical(['smart-school.water.1', tenant, groupId, seq, kind, at.toISOString(), accountId, signedName, data, note, createdAt.toISOString(), previousHash])).digest('hex')

export type Keys = { readonly privateKey: KeyObject; readonly publicKey: KeyObject; readonly publicPem: string }

// PKCS 8 of an Ed25519 key is this prefix and its 32 bytes (RFC 8410, 7).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The installation's key for water logs, always the same out of the same secret. Its public half stands on the page of proof, so that others can check exports. */
export function keysFrom(secret: string): Keys {
  const seed = createHash('sha256').update(`smart-school.water\n${secret}`).digest()
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  return { privateKey, publicKey, publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() }
}

export const signHash = ({ privateKey }: Pick<Keys, 'privateKey'>, hash: string): string => sign(null, Buffer.from(hash, 'hex'), privateKey).toString('base64url')

export type Proof = { readonly ok: true; readonly entries: number; readonly head: string } | { readonly ok: false; readonly seq: number; readonly reason: 'missing' | 'unchained' | 'altered' | 'forged' }

/**
 * Reads a group's whole log again: every number is there, each entry follows the one before, says what it said when it was signed, and bears this
 * installation's signature. The first kept entry may follow one whose ten years are over. Knows nothing of the database.
 */
export function proveLog(tenant: string, entries: readonly WaterEntry[], { publicKey }: Pick<Keys, 'publicKey'>): Proof {
  let before: WaterEntry | undefined
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    const { seq, hash, previousHash, signedHash } = entry
    if (before && seq !== before.seq + 1) return { ok: false, seq: before.seq + 1, reason: 'missing' }
    if (before ? previousHash !== before.hash : seq === 1 && previousHash !== noHash) return { ok: false, seq, reason: 'unchained' }
    if (hashOf(tenant, entry) !== hash) return { ok: false, seq, reason: 'altered' }
    if (!verify(null, Buffer.from(hash, 'hex'), publicKey, Buffer.from(signedHash, 'base64url'))) return { ok: false, seq, reason: 'forged' }
    before = entry
  }
  return { ok: true, entries: entries.length, head: before?.hash ?? noHash }
}
