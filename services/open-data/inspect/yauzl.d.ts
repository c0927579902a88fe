/** What this room uses of yauzl, which comes without types. */
declare module 'yauzl' {
  import type { EventEmitter } from 'node:events'
  import type { Readable } from 'node:stream'

  export type Entry = { readonly fileName: string; readonly uncompressedSize: number; readonly compressedSize: number }
  export interface ZipFile extends EventEmitter {
    readEntry(): void
    openReadStream(entry: Entry, done: (error: Error | null, content: Readable) => void): void
    close(): void
  }
  export function open(path: string, options: { lazyEntries: boolean; autoClose: boolean; validateEntrySizes: boolean; decodeStrings: boolean }, done: (error: Error | null, zip: ZipFile) => void): void
}
