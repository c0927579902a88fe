import { areSameBytes, fromBase64, joinBytes } from './bytes.ts'
import { combineShares, commitOf, openPlaced, placeHash } from './epoch.ts'
import { publicKeysOf, sealTo, type PrivateKeys } from './keys.ts'
import type { Epoch } from './schema.ts'
import { sodium, sodiumNow } from './sodium.ts'

/** Most combinations of shares that are tried when one of them is wrong. */
const mostTries = 200

/**
 * A holder's share of an epoch, sealed to whoever asks for the case (base64url). Nothing when this party holds none or it does not open.
 * `requester.box` must come from checked statements (`verifyStatements`).
 */
export function releaseShare(epoch: Epoch, holder: { readonly party: string; readonly keys: PrivateKeys }, requester: { readonly party: string; readonly box: string }): string | undefined {
  const share = openPlaced('share', epoch, epoch.shares, holder.party, holder.keys)
  if (!share) return undefined
  const sealed = sealTo(joinBytes([placeHash('released', epoch, requester.party), share]), requester.box)
  sodiumNow().memzero(share)
  return sealed
}

/** The epoch's key from released shares (and the requester's own, which needs no release). Nothing with fewer than `threshold` good ones; a wrong share among enough good ones does no harm. */
export async function joinShares(epoch: Epoch, requester: { readonly party: string; readonly keys: PrivateKeys }, released: readonly string[]): Promise<Uint8Array | undefined> {
  await sodium()
  if (epoch.threshold < 2) return undefined
  const own = openPlaced('share', epoch, epoch.shares, requester.party, requester.keys)
  const shares = distinct([own, ...released.map((sealed) => openReleased(epoch, requester, sealed))])
  let tries = 0
  for (const chosen of combinations(shares, epoch.threshold)) {
    if (tries++ >= mostTries) return undefined
    const key = await combineShares(chosen).catch(() => undefined)
    if (key && commitOf(key) === epoch.commit) return key
  }
  return undefined
}

function openReleased(epoch: Epoch, { party, keys }: { readonly party: string; readonly keys: PrivateKeys }, sealed: string): Uint8Array | undefined {
  if (!fromBase64(sealed)) return undefined
  const boxes = [publicKeysOf(keys).box, ...keys.former.map((box) => publicKeysOf({ ...keys, box }).box)]
  for (const box of boxes) {
    const share = openPlaced('released', epoch, [{ to: party, box, sealed }], party, keys)
    if (share) return share
  }
  return undefined
}

/** Two shares at the same point say nothing together: the last byte of a share is its point. */
function distinct(shares: readonly (Uint8Array | undefined)[]): Uint8Array[] {
  const kept: Uint8Array[] = []
  for (const share of shares) if (share?.length === 33 && !kept.some((other) => areSameBytes(other, share))) kept.push(share)
  return kept
}

function* combinations(shares: readonly Uint8Array[], size: number): Generator<Uint8Array[]> {
  if (size === 0) yield []
  for (let at = 0; at + size <= shares.length && size > 0; at++) {
    for (const rest of combinations(shares.slice(at + 1), size - 1)) yield [shares[at] ?? new Uint8Array(), ...rest]
  }
}
