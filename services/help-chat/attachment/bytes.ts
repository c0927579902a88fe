export { joinBytes as joined } from '../crypto/bytes.ts'

/** Reading and writing bytes. Positions outside read as 0, so that cut files end a loop instead of throwing. */

export const u16 = (b: Uint8Array, at: number): number => ((b[at] ?? 0) << 8) | (b[at + 1] ?? 0)
export const u32 = (b: Uint8Array, at: number): number => ((u16(b, at) << 16) | u16(b, at + 2)) >>> 0
export const u16le = (b: Uint8Array, at: number): number => (b[at] ?? 0) | ((b[at + 1] ?? 0) << 8)
export const u32le = (b: Uint8Array, at: number): number => (u16le(b, at) | (u16le(b, at + 2) << 16)) >>> 0

/** Bytes as Latin-1: each byte one character, so that positions stay. */
export function latin(b: Uint8Array, from = 0, until = b.length): string {
  let text = ''
  for (let at = from; at < Math.min(until, b.length); at += 8_192) text += String.fromCharCode(...b.subarray(at, Math.min(at + 8_192, until, b.length)))
  return text
}

export const utf8 = (b: Uint8Array): string => new TextDecoder().decode(b)
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const startsWith = (b: Uint8Array, text: string, at = 0): boolean => latin(b, at, at + text.length) === text

/** Where `text` (Latin-1) stands next, or -1. */
export function indexOf(b: Uint8Array, text: string, from = 0): number {
  const first = text.charCodeAt(0)
  for (let at = b.indexOf(first, from); at >= 0; at = b.indexOf(first, at + 1)) if (startsWith(b, text, at)) return at
  return -1
}

export const be16 = (n: number): number[] => [(n >>> 8) & 255, n & 255]
export const be32 = (n: number): number[] => [...be16(n >>> 16), ...be16(n)]
export const le16 = (n: number): number[] => [n & 255, (n >>> 8) & 255]
export const le32 = (n: number): number[] => [...le16(n), ...le16(n >>> 16)]

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

/** CRC-32 of PNG and ZIP (ISO 3309). */
export function crc32(b: Uint8Array): number {
  let c = 0xffffffff
  for (let at = 0; at < b.length; at++) c = (crcTable[(c ^ (b[at] ?? 0)) & 255] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
