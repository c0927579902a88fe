import { fromBase64, fromBase64Of, joinBytes, randomBytes, toBase64, utf8 } from './bytes.ts'
import { canonicalBytes, domains } from './canonical.ts'
import { derive } from './derive.ts'
import { cost, type Cost } from './argon2.ts'
import { pairsOfSeeds, type PrivateKeys } from './keys.ts'
import type { Vault } from './schema.ts'
import { sodium } from './sodium.ts'
import { foldWord } from './words.ts'

/** Wraps a confidant's private keys under their key phrase (words as `newSecret` makes them). About half a second. */
export async function lockVault(keys: PrivateKeys, phrase: readonly string[], at: Cost = cost): Promise<Vault> {
  const library = await sodium()
  const [salt, nonce] = [randomBytes(16), randomBytes(24)]
  const key = await phraseKey(phrase, salt, at)
  const plain = joinBytes([library.crypto_sign_ed25519_sk_to_seed(keys.sign.privateKey), keys.box.privateKey, ...keys.former.map(({ privateKey }) => privateKey)])
  const wrapped = library.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, headerOf({ v: 1, salt: toBase64(salt), ...at }), null, nonce, key)
  library.memzero(plain)
  library.memzero(key)
  return { v: 1, salt: toBase64(salt), ...at, nonce: toBase64(nonce), wrapped: toBase64(wrapped) }
}

/** The keys, or nothing when the phrase is another one or the vault was changed. */
export async function openVault(vault: Vault, phrase: readonly string[]): Promise<PrivateKeys | undefined> {
  const library = await sodium()
  const [salt, nonce, wrapped] = [fromBase64Of(vault.salt, 16), fromBase64Of(vault.nonce, 24), fromBase64(vault.wrapped)]
  if (!salt || !nonce || !wrapped) return undefined
  const key = await phraseKey(phrase, salt, vault)
  try {
    const plain = library.crypto_aead_xchacha20poly1305_ietf_decrypt(null, wrapped, headerOf(vault), nonce, key)
    return keysOf(plain, (secret) => ({ publicKey: library.crypto_scalarmult_base(secret), privateKey: secret }))
  } catch {
    return undefined
  } finally {
    library.memzero(key)
  }
}

function keysOf(plain: Uint8Array, boxPair: (secret: Uint8Array) => PrivateKeys['box']): PrivateKeys {
  const parts = Array.from({ length: plain.length / 32 }, (_, at) => plain.slice(at * 32, at * 32 + 32))
  const [seed, box, ...former] = parts
  if (!seed || !box) throw new Error('This vault holds no keys.')
  plain.fill(0)
  return { ...pairsOfSeeds(seed, new Uint8Array(32)), box: boxPair(box), former: former.map(boxPair) }
}

const phraseKey = (phrase: readonly string[], salt: Uint8Array, { opslimit, memlimit }: Cost) => derive({ password: utf8(phrase.map(foldWord).join(' ')), salt, opslimit, memlimit })

const headerOf = ({ v, salt, opslimit, memlimit }: Pick<Vault, 'v' | 'salt' | 'opslimit' | 'memlimit'>): Uint8Array => canonicalBytes(domains.vault, [v, salt, opslimit, memlimit])
