import { cost } from './argon2.ts'
import { fromBase64Of, mustFromBase64, randomBytes, toBase64, utf8 } from './bytes.ts'
import { canonicalBytes, domains, statementFields } from './canonical.ts'
import { derive } from './derive.ts'
import type { KeyStatement, PublicKeys } from './schema.ts'
import { sodium, sodiumNow } from './sodium.ts'
import { foldWord, wordsOfBits } from './words.ts'

/** One pair of raw keys. */
export type KeyPair = { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array }

/** What somebody keeps: Ed25519 to sign, X25519 to open. `former`: box pairs before a change of keys; older copies are sealed to them. */
export type PrivateKeys = { readonly sign: KeyPair; readonly box: KeyPair; readonly former: readonly KeyPair[] }

/** Keys of a case, from its secret. `lookup` names the case towards the server (base64url). */
export type CaseKeys = { readonly lookup: string; readonly keys: PrivateKeys }

/** The public half, as it travels. */
export const publicKeysOf = ({ sign, box }: PrivateKeys): PublicKeys => ({ sign: toBase64(sign.publicKey), box: toBase64(box.publicKey) })

/** All keys of a case from its eight words. Argon2id: takes about half a second and 64 MiB. Different towns, different keys. */
export async function deriveCaseKeys(words: readonly string[], tenant: string): Promise<CaseKeys> {
  const library = await sodium()
  const password = utf8(words.map(foldWord).join(' '))
  const salt = library.crypto_generichash(32, utf8(`modellregion help-chat 1|${tenant}`), null).subarray(0, 16)
  const master = await derive({ password, salt, ...cost })
  const part = (id: number) => library.crypto_kdf_derive_from_key(32, id, 'helpchat', master)
  const lookup = toBase64(part(1))
  const keys = pairsOfSeeds(part(2), part(3))
  library.memzero(master)
  library.memzero(password)
  return { lookup, keys }
}

/** Both pairs from two seeds of 32 bytes; the seeds are wiped. */
export function pairsOfSeeds(signSeed: Uint8Array, boxSeed: Uint8Array, former: readonly KeyPair[] = []): PrivateKeys {
  const library = sodiumNow()
  const { publicKey: signPublic, privateKey: signPrivate } = library.crypto_sign_seed_keypair(signSeed)
  const { publicKey: boxPublic, privateKey: boxPrivate } = library.crypto_box_seed_keypair(boxSeed)
  library.memzero(signSeed)
  library.memzero(boxSeed)
  return { sign: { publicKey: signPublic, privateKey: signPrivate }, box: { publicKey: boxPublic, privateKey: boxPrivate }, former }
}

/** Overwrites the private keys with zeros. They open nothing afterwards. */
export function wipeKeys({ sign, box, former }: PrivateKeys): void {
  for (const { privateKey } of [sign, box, ...former]) sodiumNow().memzero(privateKey)
}

/** First keys of a confidant, or new ones after `previous`, which they still sign with. */
export function newConfidantKeys(tenant: string, confidant: string, previous?: { readonly keys: PrivateKeys; readonly statement: KeyStatement }): { keys: PrivateKeys; statement: KeyStatement } {
  const library = sodiumNow()
  const keys = pairsOfSeeds(randomBytes(32), randomBytes(32), previous ? [previous.keys.box, ...previous.keys.former] : [])
  const open = { v: 1 as const, tenant, confidant, n: previous ? previous.statement.n + 1 : 1, ...publicKeysOf(keys), prev: previous ? statementHash(previous.statement) : null }
  const bytes = canonicalBytes(domains.key, statementFields(open))
  const signature = toBase64(library.crypto_sign_detached(bytes, keys.sign.privateKey))
  const previousSignature = previous ? toBase64(library.crypto_sign_detached(bytes, previous.keys.sign.privateKey)) : null
  return { keys, statement: { ...open, signature, previousSignature } }
}

/** Hash of a statement with its signatures, base64url. */
export function statementHash(statement: KeyStatement): string {
  const bytes = canonicalBytes(domains.key, [...statementFields(statement), statement.signature, statement.previousSignature])
  return toBase64(sodiumNow().crypto_generichash(32, bytes, null))
}

/** The current keys of a confidant when the whole chain of statements is theirs and unbroken, otherwise nothing. Never throws, whatever the server sent. */
export function verifyStatements(statements: readonly KeyStatement[], tenant: string, confidant: string): PublicKeys | undefined {
  sodiumNow()
  try {
    return lastOfChain(statements, tenant, confidant)
  } catch {
    return undefined
  }
}

function lastOfChain(statements: readonly KeyStatement[], tenant: string, confidant: string): PublicKeys | undefined {
  let before: KeyStatement | undefined
  for (const statement of statements) {
    if (statement.tenant !== tenant || statement.confidant !== confidant || statement.n !== (before?.n ?? 0) + 1) return undefined
    if (statement.prev !== (before ? statementHash(before) : null)) return undefined
    const bytes = canonicalBytes(domains.key, statementFields(statement))
    if (!isSigned(bytes, statement.signature, statement.sign) || !fromBase64Of(statement.box, 32)) return undefined
    if (before ? !isSigned(bytes, statement.previousSignature, before.sign) : statement.previousSignature !== null) return undefined
    before = statement
  }
  return before && { sign: before.sign, box: before.box }
}

/** Six words (78 bits) over the first and the current keys of a confidant: the same on the poster and on the screen, or somebody swapped them. */
export function checkWords(statements: readonly KeyStatement[]): string[] {
  const [first, last] = [statements.at(0), statements.at(-1)]
  if (!first || !last) return []
  const bytes = canonicalBytes(domains.key, [first.tenant, first.confidant, first.sign, first.box, last.sign, last.box])
  return wordsOfBits(sodiumNow().crypto_generichash(32, bytes, null), 6)
}

/** Whether an Ed25519 signature (base64url) fits. Never throws, whatever was sent. */
export function isSigned(bytes: Uint8Array, signature: string | null, signKey: string): boolean {
  const [decoded, key] = [fromBase64Of(signature ?? '', 64), fromBase64Of(signKey, 32)]
  return decoded !== undefined && key !== undefined && sodiumNow().crypto_sign_verify_detached(decoded, bytes, key)
}

/** Signature over bytes, base64url. */
export const sign = (bytes: Uint8Array, { sign: { privateKey } }: PrivateKeys): string => toBase64(sodiumNow().crypto_sign_detached(bytes, privateKey))

/** Opens what was sealed to one of these keys, the former ones included. Nothing when none fits. */
export function openSealed(sealed: string, box: string, { box: current, former }: PrivateKeys): Uint8Array | undefined {
  const pair = [current, ...former].find(({ publicKey }) => toBase64(publicKey) === box)
  if (!pair) return undefined
  try {
    return sodiumNow().crypto_box_seal_open(mustFromBase64(sealed), pair.publicKey, pair.privateKey)
  } catch {
    return undefined
  }
}

/** Seals bytes to a box key (base64url). Throws when it is no key. */
export function sealTo(bytes: Uint8Array, box: string): string {
  return toBase64(sodiumNow().crypto_box_seal(bytes, mustFromBase64(box)))
}
