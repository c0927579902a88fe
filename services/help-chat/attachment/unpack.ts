import { Inflate } from 'fflate'
import { bomb } from './bomb.ts'
import { joined } from './bytes.ts'

const step = 4_096

/**
 * Unpacks raw deflate (RFC 1951) and stops as soon as it grows beyond `most` bytes: what a file says about its own size is not believed.
 * Throws a bomb, and whatever fflate throws on damaged data
 */
export function unpack(packed: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  let ended = false
  const inflate = new Inflate((part, last) => {
    size += part.length
    if (size > most) throw bomb()
    parts.push(part)
    ended ||= last
  })
  // Small steps: one of them unpacks to 4 MB at most.
  for (let at = 0; at < packed.length && !ended; at += step) inflate.push(packed.subarray(at, at + step), at + step >= packed.length)
  if (!ended) throw new Error('The packed data ends too early.')
  return joined(parts)
}
