import type { Readable } from 'node:stream'

/** An object of the store: bytes of one town, named by their SHA-256 (hex). */
export type StoredObject = { sha256: string; size: number; modifiedAt: Date }

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number }

export type Kept = { sha256: string; size: number }

/**
 * Where bytes lie: the file system of one machine or an S3 store of many. Objects are named by their content, so putting
 * the same bytes again is harmless; each town's objects lie apart. Names, types and references are rows of platform.file.
 */
export type FileStore = {
  /** Keeps the stream. @throws FileTooLarge as soon as more than `limit` bytes have come; nothing is kept then */
  put(tenant: string, content: Readable, options: { limit: number }): Promise<Kept>
  /** @throws NotFound */
  get(tenant: string, sha256: string, range?: ByteRange): Promise<Readable>
  stat(tenant: string, sha256: string): Promise<StoredObject | undefined>
  delete(tenant: string, sha256: string): Promise<void>
  list(tenant: string): AsyncIterable<StoredObject>
  /** Can the store be written? One sentence for the operator when not. */
  check(): Promise<string | undefined>
}

export class FileTooLarge extends Error {
  readonly limit: number
  constructor(limit: number) {
    super(`The file is larger than ${limit} bytes.`)
    this.name = 'FileTooLarge'
    this.limit = limit
  }
}
