import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import type { Part } from './archive.ts'

/** Passes bytes on and knows in the end how many and which they were. */
export function measured(name: string): { stream: Transform; part: () => Part } {
  const hash = createHash('sha256')
  let size = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  let digest: string | undefined
  return { stream, part: () => ({ name, sha256: (digest ??= hash.digest('hex')), size }) }
}
