import { createHash } from 'node:crypto'

/** Id of what belongs to something else, such as the stored table of a version: the same words give the same id (UUIDv8, RFC 9562 section 5.8). */
export function derivedId(versionId: string, part: string): string {
  const bytes = createHash('sha256').update(`${versionId} ${part}`).digest()
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
