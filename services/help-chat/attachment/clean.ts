import { isBomb } from './bomb.ts'
import { cleanGif } from './gif.ts'
import { cleanHeif } from './heif.ts'
import { cleanJpeg } from './jpeg.ts'
import { kindOf, types, type Kind } from './kind.ts'
import { cleanPng } from './png.ts'
import { mostBytes, type Cleaned, type Outcome, type Why } from './schema.ts'
import { cleanWebp } from './webp.ts'

export type { Cleaned, Kept, Removed, Why } from './schema.ts'
export { mostBytes } from './schema.ts'

/**
 * Takes out of a file what says who made it, where, when and with what. Works on the device; nothing is sent. Never throws: what cannot be
 * read is `cannot-clean` with its bytes as they were, and the person decides; what is too large or would blow up the memory is `refused`.
 */
export async function cleanFile(bytes: Uint8Array, name: string, type: string): Promise<Cleaned> {
  if (bytes.length === 0) return { bytes, name, type, removed: [], kept: 'refused', why: 'empty' }
  if (bytes.length > mostBytes) return { bytes, name, type, removed: [], kept: 'refused', why: 'too-large' }
  const kind = kindOf(bytes)
  const known = types[kind]?.type ?? type
  try {
    const outcome = await cleaned(kind, bytes)
    if (!('why' in outcome)) return { bytes: outcome.bytes, name, type: outcome.type ?? known, removed: outcome.removed, kept: 'clean' }
    return failed(bytes, name, known, outcome.why)
  } catch (error) {
    return failed(bytes, name, known, isBomb(error) ? 'bomb' : 'damaged')
  }
}

const failed = (bytes: Uint8Array, name: string, type: string, why: Why): Cleaned => ({ bytes, name, type, removed: [], kept: why === 'bomb' ? 'refused' : 'cannot-clean', why })

async function cleaned(kind: Kind, bytes: Uint8Array): Promise<Outcome & { type?: string }> {
  // Both libraries are large, and most people attach a picture: they are fetched when they are needed.
  if (kind === 'pdf') return (await import('./pdf.ts')).cleanPdf(bytes)
  if (kind === 'zip') return (await import('./office-document.ts')).cleanOffice(bytes, picture)
  return picture(bytes) ?? (kind === 'text' ? { bytes, removed: [] } : { why: 'unknown' })
}

/** Pictures alone, also those inside of documents. Undefined when it is none that we know. */
export function picture(bytes: Uint8Array): Outcome | undefined {
  switch (kindOf(bytes)) {
    case 'jpeg':
      return cleanJpeg(bytes)
    case 'png':
      return cleanPng(bytes)
    case 'webp':
      return cleanWebp(bytes)
    case 'gif':
      return cleanGif(bytes)
    case 'heif':
    case 'avif':
      return cleanHeif(bytes)
    default:
      return undefined
  }
}

/**
 * A name that says nothing: `bild-1.jpg`. File names often tell a device, a moment or a person. `word` is what such a thing is called in the
 * reader's language; the ending follows the content, or the old name where the content is unknown.
 */
export function neutralName(cleaned: Pick<Cleaned, 'bytes' | 'name'>, n: number, words: { picture: string; document: string }): string {
  const known = types[kindOf(cleaned.bytes)]
  const old = /\.([A-Za-z0-9]{1,5})$/.exec(cleaned.name)?.[1]?.toLowerCase()
  const ending = known?.ending ?? old
  const word = known?.type.startsWith('image/') ? words.picture : words.document
  return ending === undefined ? `${word}-${n}` : `${word}-${n}.${ending}`
}
