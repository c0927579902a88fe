const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const codes = new TextEncoder().encode(alphabet)
const values = new Uint8Array(128).fill(255)
for (let at = 0; at < codes.length; at++) values[codes[at] ?? 0] = at

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const asciiDecoder = new TextDecoder('latin1')

/** base64url without padding (RFC 4648 § 5). */
export function toBase64(bytes: Uint8Array): string {
  const out = new Uint8Array(Math.ceil((bytes.length * 4) / 3))
  let to = 0
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    // What lies behind the end of a typed array is dropped without a word: the last group writes only what it has.
    out[to++] = codes[three >> 18] ?? 0
    out[to++] = codes[(three >> 12) & 63] ?? 0
    out[to++] = codes[(three >> 6) & 63] ?? 0
    out[to++] = codes[three & 63] ?? 0
  }
  return asciiDecoder.decode(out)
}

/** Bytes of a base64url text, or nothing. Strict: each byte sequence has exactly one text, so that no text can be changed unseen. */
export function fromBase64(text: string): Uint8Array | undefined {
  const rest = text.length % 4
  if (rest === 1) return undefined
  const out = new Uint8Array(Math.floor((text.length * 3) / 4))
  let to = 0
  for (let at = 0; at < text.length; at += 4) {
    let four = 0
    for (let step = 0; step < 4; step++) {
      if (at + step >= text.length) {
        four <<= 6
        continue
      }
      const value = values[text.charCodeAt(at + step)] ?? 255
      if (value === 255) return undefined
      four = (four << 6) | value
    }
    out[to++] = four >> 16
    out[to++] = (four >> 8) & 255
    out[to++] = four & 255
  }
  const spare = values[text.charCodeAt(text.length - 1)] ?? 0
  if ((rest === 2 && (spare & 15) !== 0) || (rest === 3 && (spare & 3) !== 0)) return undefined
  return out
}

/** Bytes of exactly this length, or nothing. */
export function fromBase64Of(text: string, length: number): Uint8Array | undefined {
  const bytes = fromBase64(text)
  return bytes?.length === length ? bytes : undefined
}

/** Bytes of a text the project wrote itself. Throws when it is no base64url. */
export function mustFromBase64(text: string): Uint8Array {
  const bytes = fromBase64(text)
  if (!bytes) throw new Error('This is no base64url text.')
  return bytes
}

/** UTF-8 bytes. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** Text of UTF-8 bytes, or nothing where they are none. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** 4 bytes, big endian. */
export function uint32(value: number): Uint8Array {
  const out = new Uint8Array(4)
  new DataView(out.buffer).setUint32(0, value)
  return out
}

/** 8 bytes, big endian. */
export function uint64(value: number): Uint8Array {
  const out = new Uint8Array(8)
  new DataView(out.buffer).setBigUint64(0, BigInt(value))
  return out
}

/** Fresh random bytes from the operating system. */
export const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))

/** Equality without an early end. For secrets; lengths are public. */
export function areSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  let difference = 0
  for (let at = 0; at < one.length; at++) difference |= (one[at] ?? 0) ^ (other[at] ?? 0)
  return difference === 0
}
