import { createHash } from 'node:crypto'
import type { Uplink } from '../schema.ts'

/** Tells apart frames of one device: the first eight bytes of SHA-256 over session address, counter, port and payload, as a signed number in decimal digits. */
export function frameKey({ devAddr, fCnt, fPort, bytes }: Pick<Uplink, 'devAddr' | 'fCnt' | 'fPort' | 'bytes'>): string {
  return createHash('sha256').update(`${devAddr} ${fCnt} ${fPort} `).update(bytes).digest().readBigInt64BE(0).toString()
}
