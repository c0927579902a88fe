import { combine as combineShares, split as splitKey } from 'shamir-secret-sharing'
import { areSameBytes, joinBytes, randomBytes, toBase64, uint32 } from './bytes.ts'
import { canonicalBytes, domains, epochFields } from './canonical.ts'
import { isSigned, openSealed, sealTo, sign, type PrivateKeys } from './keys.ts'
import type { Copy, Epoch } from './schema.ts'
import { sodium, sodiumNow } from './sodium.ts'

export { combineShares }

/** Keys of epochs by their number. */
export type EpochKeys = ReadonlyMap<number, Uint8Array>

/** Somebody and their box key (base64url). `withHistory`: gets the keys of earlier epochs in their copy. */
export type Reader = { readonly party: string; readonly box: string; readonly withHistory?: boolean }

export type NewEpoch = {
  readonly tenant: string
  readonly case: string
  /** Sequence number of the envelope it comes with. */
  readonly from: number
  /** Who makes it, and their keys. */
  readonly by: string
  readonly keys: PrivateKeys
  /** Must name `person` and whoever makes it: they write the message that comes with it. */
  readonly readers: readonly Reader[]
  readonly holders: readonly Reader[]
  /** 0 (no escrow), or how many holders together can open: 2 to 9. */
  readonly threshold: number
  /** The epoch before and its key; none for the first. */
  readonly previous?: { readonly epoch: Epoch; readonly key: Uint8Array }
  /** Earlier keys, for readers with `withHistory`. */
  readonly history?: EpochKeys
  /** Parties who must get neither copy nor share; throws when one is among readers or holders. */
  readonly excluded?: readonly string[]
}

/** A fresh key with a copy for each reader and a share for each holder, signed. Throws where the parties contradict each other. */
export async function newEpoch(wish: NewEpoch): Promise<{ epoch: Epoch; key: Uint8Array }> {
  await sodium()
  refuseContradictions(wish)
  const { readers, holders, threshold, previous, history } = wish
  const key = randomBytes(32)
  const place = { tenant: wish.tenant, case: wish.case, epoch: previous ? previous.epoch.epoch + 1 : 1 }
  const copies = readers.map(({ party, box, withHistory }) => ({ to: party, box, sealed: sealTo(joinBytes([placeHash('copy', place, party), key, ...(withHistory && history ? historyBytes(history) : [])]), box) }))
  const parts = threshold > 0 ? await splitKey(key, holders.length, threshold) : []
  const shares = holders.slice(0, parts.length).map(({ party, box }, at) => ({ to: party, box, sealed: sealTo(joinBytes([placeHash('share', place, party), parts[at] ?? new Uint8Array()]), box) }))
  for (const part of parts) sodiumNow().memzero(part)
  const open = { v: 1 as const, ...place, by: wish.by, from: wish.from, threshold, copies, shares, prev: previous ? epochHash(previous.epoch) : null, commit: commitOf(key) }
  const proof = previous ? proofOf(open, previous.key) : null
  return { key, epoch: { ...open, proof, signature: sign(signedBytes({ ...open, proof }), wish.keys) } }
}

function refuseContradictions({ by, readers, holders, threshold, previous, excluded = [], from }: NewEpoch): void {
  const parties = [...readers, ...holders].map(({ party }) => party)
  if (!readers.some(({ party }) => party === 'person')) throw new Error('The person always reads.')
  if (!readers.some(({ party }) => party === by)) throw new Error('Whoever makes an epoch reads in it.')
  if (excluded.some((party) => parties.includes(party))) throw new Error('Somebody who is excluded would read.')
  if (new Set(readers.map(({ party }) => party)).size !== readers.length || new Set(holders.map(({ party }) => party)).size !== holders.length) throw new Error('Somebody is named twice.')
  if (threshold === 1 || threshold < 0 || threshold > holders.length) throw new Error('A threshold is 0, or between 2 and the number of holders.')
  if (previous ? from <= previous.epoch.from : from !== 0) throw new Error('The first epoch begins with the first envelope, each later one with a later envelope.')
}

const historyBytes = (history: EpochKeys): Uint8Array[] => [...history].flatMap(([number, key]) => [uint32(number), key])

type Place = Pick<Epoch, 'tenant' | 'case' | 'epoch'>

/** Says inside a sealed box where it belongs, so that it fits no other case, epoch or party. */
export function placeHash(kind: 'copy' | 'share' | 'released', { tenant, case: id, epoch }: Place, party: string): Uint8Array {
  return sodiumNow().crypto_generichash(32, canonicalBytes(domains[kind], [tenant, id, epoch, party]), null)
}

/** Hash that stands for a key without telling it. */
export const commitOf = (key: Uint8Array): string => toBase64(sodiumNow().crypto_generichash(32, canonicalBytes(domains.commit, []), key))

const signedBytes = (epoch: Omit<Epoch, 'signature'>): Uint8Array => canonicalBytes(domains.epoch, [...epochFields(epoch), epoch.proof])

/** Made with the key of the epoch before: whoever changes the readers could read. */
const proofOf = (epoch: Omit<Epoch, 'proof' | 'signature'>, key: Uint8Array): string => toBase64(sodiumNow().crypto_generichash(32, canonicalBytes(domains.proof, epochFields(epoch)), key))

/** Whether the proof fits the key of the epoch before. */
export const isProven = (epoch: Epoch, key: Uint8Array): boolean => epoch.proof === proofOf(epoch, key)

/** Hash of an epoch with its signature, base64url: `to` of its envelopes, `prev` of the next epoch. */
export function epochHash(epoch: Epoch): string {
  return toBase64(sodiumNow().crypto_generichash(32, canonicalBytes(domains.epoch, [...epochFields(epoch), epoch.proof, epoch.signature]), null))
}

/** Whether an epoch is signed with this key (base64url). Cheap; for the server too. */
export const verifyEpochSignature = (epoch: Epoch, signKey: string): boolean => isSigned(signedBytes(epoch), epoch.signature, signKey)

/** The epoch's key and the earlier keys that came with it, from the copy for this party. Nothing when there is none or it does not belong here. */
export function openCopy(epoch: Epoch, party: string, keys: PrivateKeys): { key: Uint8Array; history: Map<number, Uint8Array> } | undefined {
  const inside = openPlaced('copy', epoch, epoch.copies, party, keys)
  if (!inside || inside.length < 32 || (inside.length - 32) % 36 !== 0) return undefined
  const key = inside.slice(0, 32)
  if (commitOf(key) !== epoch.commit) return undefined
  const history = new Map<number, Uint8Array>()
  for (let at = 32; at < inside.length; at += 36) history.set(new DataView(inside.buffer, inside.byteOffset + at).getUint32(0), inside.slice(at + 4, at + 36))
  sodiumNow().memzero(inside)
  return { key, history }
}

/** What a sealed copy or share holds behind the hash of its place. */
export function openPlaced(kind: 'copy' | 'share' | 'released', epoch: Epoch, among: readonly Copy[], party: string, keys: PrivateKeys): Uint8Array | undefined {
  const copy = among.find(({ to }) => to === party)
  const opened = copy && openSealed(copy.sealed, copy.box, keys)
  if (!opened || !areSameBytes(opened.slice(0, 32), placeHash(kind, epoch, party))) return undefined
  return opened.slice(32)
}
