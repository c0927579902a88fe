import { randomFillSync } from 'node:crypto'

/**
 * A UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then 74 random bits. Sorted by time, so that indexes grow at
 * their end; made by the application before the first try, so that a repeated unit of work writes the same row.
 */
export function newId(now: Date): string {
  const bytes = Buffer.alloc(16)
  randomFillSync(bytes, 6)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
