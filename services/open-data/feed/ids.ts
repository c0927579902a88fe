import { createHash } from 'node:crypto'

/** The same words give the same id (UUIDv8, RFC 9562 section 5.8): a feed keeps its dataset and files for ever. */
export function feedId(...words: readonly string[]): string {
  const hex = createHash('sha256').update(['dataset-feed', ...words].join('\0')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
