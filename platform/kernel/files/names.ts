import { createHash, type Hash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import { FileTooLarge } from './store.ts'

/** Two levels of folders of 256 each: a million objects make 15 files a folder. @throws on anything that is no hash or town */
export function objectPath(tenant: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('An object is named by 64 hexadecimal digits.')
  return `${townFolder(tenant)}/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

export function townFolder(tenant: string): string {
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(tenant)) throw new Error(`"${tenant}" is no town.`)
  return tenant
}

export type Meter = Transform & { readonly size: number; digest(): string }

/** Passes bytes on, counts and hashes them, and breaks off when there are too many. */
export function meter(limit: number): Meter {
  const hash: Hash = createHash('sha256')
  let size = 0
  const passing = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      size += chunk.length
      if (size > limit) return done(new FileTooLarge(limit))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return Object.defineProperties(passing, { size: { get: () => size }, digest: { value: () => hash.digest('hex') } }) as Meter // both just defined
}
