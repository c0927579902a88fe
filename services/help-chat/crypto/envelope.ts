import { fromBase64, fromBase64Of, fromUtf8, randomBytes, toBase64, utf8 } from './bytes.ts'
import { canonicalBytes, domains, headerFields } from './canonical.ts'
import { epochHash } from './epoch.ts'
import { isSigned, sign, type PrivateKeys } from './keys.ts'
import type { Message } from './message.ts'
import { padToBucket, unpad } from './pad.ts'
import type { Envelope, Epoch } from './schema.ts'
import { sodiumNow } from './sodium.ts'

export type SealMessage = {
  readonly message: Message
  readonly epoch: Epoch
  readonly key: Uint8Array
  readonly seq: number
  /** Hash of the envelope before; null for the first. */
  readonly prev: string | null
  /** Sender and their keys. */
  readonly from: string
  readonly keys: PrivateKeys
}

/** A message, padded, sealed and signed. Throws RangeError when it is longer than `mostMessageBytes` (pad.ts); `messageBytes` tells before. */
export function sealMessage({ message, epoch, key, seq, prev, from, keys }: SealMessage): Envelope {
  const library = sodiumNow()
  const header = { v: 1 as const, tenant: epoch.tenant, case: epoch.case, epoch: epoch.epoch, seq, from, to: epochHash(epoch), prev }
  const nonce = randomBytes(24)
  const plain = padToBucket(utf8(JSON.stringify(message)))
  const body = library.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, canonicalBytes(domains.header, headerFields(header)), null, nonce, key)
  library.memzero(plain)
  const open = { ...header, nonce: toBase64(nonce), body: toBase64(body) }
  return { ...open, signature: sign(signedBytes(open), keys) }
}

/** Length of a message before padding, in bytes. */
export const messageBytes = (message: Message): number => utf8(JSON.stringify(message)).length

const signedBytes = (envelope: Omit<Envelope, 'signature'>): Uint8Array => canonicalBytes(domains.envelope, [...headerFields(envelope), envelope.nonce, envelope.body])

/** Hash of an envelope with its signature, base64url: `prev` of the next one. */
export function envelopeHash(envelope: Envelope): string {
  return toBase64(sodiumNow().crypto_generichash(32, canonicalBytes(domains.envelope, [...headerFields(envelope), envelope.nonce, envelope.body, envelope.signature]), null))
}

/** Whether an envelope is signed with this key (base64url). Cheap; for the server too. */
export const verifyEnvelopeSignature = (envelope: Envelope, signKey: string): boolean => isSigned(signedBytes(envelope), envelope.signature, signKey)

/** The message, or nothing when it does not open with this key or is none. */
export function openEnvelope(envelope: Envelope, key: Uint8Array): Message | undefined {
  const [nonce, body] = [fromBase64Of(envelope.nonce, 24), fromBase64(envelope.body)]
  if (!nonce || !body) return undefined
  try {
    const plain = sodiumNow().crypto_aead_xchacha20poly1305_ietf_decrypt(null, body, canonicalBytes(domains.header, headerFields(envelope)), nonce, key)
    const text = fromUtf8(unpad(plain) ?? plain)
    return text === undefined ? undefined : messageOf(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Only its outer form is looked at: what kind of content is inside, the screens decide, and show unknown kinds as such. */
function messageOf(value: unknown): Message | undefined {
  if (typeof value !== 'object' || value === null || !('at' in value) || typeof value.at !== 'string' || !('content' in value)) return undefined
  const { at, content } = value
  if (typeof content !== 'object' || content === null || !('kind' in content) || typeof content.kind !== 'string') return undefined
  // The boundary between decrypted bytes and our types: the sender was checked, and screens refuse kinds they do not know.
  return { at, content } as Message
}
