import { inflateSync } from 'node:zlib'
import type { X509Certificate } from 'node:crypto'
import { compactVerify } from 'jose'
import { refuse } from './refusal.ts'
import { trustedKey } from './trust.ts'

/** Where a credential says whether it is still good (Token Status List, 6.2). */
export type StatusPlace = { uri: string; index: number }

/** Compressed lists of a million entries have about 100 kB; nobody needs more of our memory. */
export const largestList = 4 * 1024 * 1024

/** The place that a credential names; undefined when it names none. @throws RefusedPresentation when it names one in a way we do not know */
export function statusPlace(status: unknown): StatusPlace | undefined {
  if (status === undefined) return undefined
  const list = typeof status === 'object' && status !== null ? (status as Record<string, unknown>)['status_list'] : undefined
  const { uri, idx } = typeof list === 'object' && list !== null ? (list as Record<string, unknown>) : {}
  if (typeof uri !== 'string' || typeof idx !== 'number' || !Number.isInteger(idx) || idx < 0) return refuse('status-unknown')
  return { uri, index: idx }
}

export type StatusList = { bits: 1 | 2 | 4 | 8; bytes: Uint8Array; until: Date }

/**
 * Reads a signed list (`statuslist+jwt`), which must come from below the same roots, be about this address, and not be over.
 * @throws RefusedPresentation `status-unknown` for everything that is not as it should be
 */
export async function readStatusList(token: string, uri: string, roots: readonly X509Certificate[], now: Date): Promise<StatusList> {
  const { payload, protectedHeader } = await compactVerify(token, ({ x5c }) => trustedKey(x5c, roots, now), { algorithms: ['ES256', 'ES384', 'ES512'] }).catch(() => refuse('status-unknown'))
  if (protectedHeader.typ !== 'statuslist+jwt') refuse('status-unknown')
  const { sub, iat, exp, ttl, status_list: list } = JSON.parse(Buffer.from(payload).toString('utf8')) as Record<string, unknown>
  const seconds = now.getTime() / 1_000
  if (sub !== uri || typeof iat !== 'number' || iat > seconds + 300 || (exp !== undefined && (typeof exp !== 'number' || exp <= seconds))) refuse('status-unknown')
  const { bits, lst } = typeof list === 'object' && list !== null ? (list as Record<string, unknown>) : {}
  if ((bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8) || typeof lst !== 'string') return refuse('status-unknown')
  // At most five minutes: a wallet that was reported stolen should not open anything for longer.
  const age = Math.min(300, typeof ttl === 'number' && ttl > 0 ? ttl : 300, typeof exp === 'number' ? exp - seconds : 300)
  return { bits, bytes: inflate(lst), until: new Date(now.getTime() + age * 1_000) }
}

/** 0 is valid, 1 revoked, 2 suspended (Token Status List, 7.1). @throws RefusedPresentation for an index beyond the list */
export function statusAt({ bits, bytes }: StatusList, index: number): number {
  const perByte = 8 / bits
  const byte = bytes[Math.floor(index / perByte)]
  if (byte === undefined) return refuse('status-unknown')
  // The entry with the lowest number has the lowest bits.
  return (byte >> ((index % perByte) * bits)) & (2 ** bits - 1)
}

function inflate(text: string): Uint8Array {
  try {
    return inflateSync(Buffer.from(text, 'base64url'), { maxOutputLength: largestList })
  } catch {
    return refuse('status-unknown')
  }
}
