import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFRef, PDFStream, PDFString, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import { Unzlib } from 'fflate'
import { bomb, isBomb } from './bomb.ts'
import { indexOf, latin } from './bytes.ts'
import { findings } from './findings.ts'
import { cleanJpeg } from './jpeg.ts'
import { mostUnpacked, type Outcome, type Removed } from './schema.ts'
import { readXmp } from './xmp.ts'

const key = (name: string): PDFName => PDFName.of(name)
// ISO 32000-2, table 349 (Info), 14.3.2 (Metadata), 14.5 (PieceInfo), table 31 (Thumb, LastModified), table 166 (M) and table 172 (T, CreationDate).
const moments = ['LastModified', 'CreationDate', 'ModDate'].map(key)
const info: Readonly<Record<string, Removed['what']>> = { Author: 'author', Creator: 'software', Producer: 'software', CreationDate: 'date', ModDate: 'date', Title: 'comment', Subject: 'comment', Keywords: 'comment', Company: 'author' }

/**
 * Writes the document anew with what its pages need: without Info, XMP, thumbnails, attached files, names at annotations, and without
 * everything that older revisions left behind. Pictures inside lose their metadata, too. Throws a bomb, and what the library throws
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Outcome> {
  refuseBombs(bytes)
  if (hasEncryption(bytes)) return { why: 'encrypted' }
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: 5_000, throwOnInvalidObject: false, warnOnInvalidObjects: false })
  const { context, catalog } = document
  const found = findings()
  if (revisions(bytes) > 1) found.add('history')
  const about = context.lookup(context.trailerInfo.Info)
  if (about instanceof PDFDict) for (const [name, value] of about.entries()) found.add(info[name.decodeText()] ?? 'other', textOf(context.lookup(value)))
  delete context.trailerInfo.Info
  delete context.trailerInfo.ID
  const files = catalog.lookupMaybe(key('Names'), PDFDict)
  if (files?.delete(key('EmbeddedFiles'))) found.add('other', 'EmbeddedFiles')
  catalog.delete(key('AF'))
  for (const object of reachable(context)) cleanObject(context, object, found.add)
  dropUnreachable(context, reachable(context, true))
  return { bytes: await document.save({ rewrite: true, addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: 500 }), removed: found.list }
}

function cleanObject(context: PDFContext, object: PDFObject, add: (what: Removed['what'], value?: string) => void): void {
  const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined
  if (!dict) return
  const packet = context.lookup(dict.get(key('Metadata')))
  if (packet instanceof PDFStream && dict.delete(key('Metadata'))) add('other', 'XMP')
  if (packet instanceof PDFRawStream && !packet.dict.has(key('Filter'))) for (const { what, value } of readXmp(packet.contents)) add(what, value)
  if (dict.get(key('Type')) === key('Page') && dict.delete(key('Thumb'))) add('thumbnail')
  if (dict.delete(key('PieceInfo'))) add('other', 'PieceInfo')
  for (const name of moments) {
    const moment = textOf(context.lookup(dict.get(name)))
    if (moment !== undefined && dict.delete(name)) add('date', moment)
  }
  const subtype = dict.get(key('Subtype'))
  // In a form field /T is the name of the field; in every other annotation it is who wrote it.
  if (dict.has(key('Rect')) && subtype instanceof PDFName && subtype !== key('Widget')) {
    const author = textOf(context.lookup(dict.get(key('T'))))
    if (author !== undefined) add('author', author)
    if (subtype === key('FileAttachment') && dict.delete(key('FS'))) add('other', 'FileAttachment')
    dict.delete(key('T'))
    dict.delete(key('M'))
  }
  if (object instanceof PDFRawStream && dict.lookup(key('Filter')) === key('DCTDecode')) {
    const picture = cleanJpeg(object.contents)
    if (!('bytes' in picture) || picture.removed.length === 0) return
    for (const { what, value } of picture.removed) add(what, value)
    // The library declares `contents` as never changing, because it caches nothing from it.
    Object.assign(object, { contents: picture.bytes })
    dict.set(key('Length'), context.obj(picture.bytes.length))
  }
}

/** Everything that hangs on the catalogue, without recursion: hostile files nest deep. */
function reachable(context: PDFContext, refsOnly?: false): Set<PDFObject>
function reachable(context: PDFContext, refsOnly: true): Set<PDFRef>
function reachable(context: PDFContext, refsOnly = false): Set<PDFObject> | Set<PDFRef> {
  const refs = new Set<PDFRef>()
  const objects = new Set<PDFObject>()
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root]
  while (waiting.length > 0) {
    let next = waiting.pop()
    if (next instanceof PDFRef) {
      if (refs.has(next)) continue
      refs.add(next)
      next = context.lookup(next)
    }
    if (next === undefined || objects.has(next)) continue
    const inside = next instanceof PDFArray ? next.asArray() : next instanceof PDFDict ? next.values() : next instanceof PDFStream ? next.dict.values() : undefined
    if (!inside) continue
    objects.add(next)
    for (const object of inside) waiting.push(object)
  }
  return refsOnly ? refs : objects
}

function dropUnreachable(context: PDFContext, kept: ReadonlySet<PDFRef>): void {
  for (const [ref] of context.enumerateIndirectObjects()) if (!kept.has(ref)) context.delete(ref)
}

const textOf = (value: PDFObject | undefined): string | undefined => (value instanceof PDFString || value instanceof PDFHexString ? value.decodeText().replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?.*/, '$1-$2-$3 $4:$5') : undefined)

/** Each saving appends and ends anew; a file prepared for the web has two ends from the start (ISO 32000-2, annex F). */
function revisions(bytes: Uint8Array): number {
  let ends = latin(bytes, 0, 1_024).includes('/Linearized') ? -1 : 0
  for (let at = indexOf(bytes, '%%EOF'); at >= 0; at = indexOf(bytes, '%%EOF', at + 5)) ends++
  return ends
}

const hasEncryption = (bytes: Uint8Array): boolean => {
  for (let at = indexOf(bytes, '/Encrypt'); at >= 0; at = indexOf(bytes, '/Encrypt', at + 8)) if (/^\/Encrypt\s{0,5}(?:\d{1,9}\s{1,5}\d{1,5}\s{1,5}R|<<)/.test(latin(bytes, at, at + 40))) return true
  return false
}

/** The library unpacks streams of objects as it loads; their size is tried out here with a limit first. */
function refuseBombs(bytes: Uint8Array): void {
  let left = mostUnpacked
  for (const name of ['/ObjStm', '/XRef'])
    for (let at = indexOf(bytes, name); at >= 0; at = indexOf(bytes, name, at + 5)) {
      const start = indexOf(bytes.subarray(0, at + 2_000), 'stream', at)
      if (start < 0) continue
      const from = start + (bytes[start + 6] === 13 ? 8 : 7)
      const end = indexOf(bytes, 'endstream', from)
      at = end < 0 ? bytes.length : end
      const inflate = new Unzlib((part) => {
        left -= part.length
        if (left < 0) throw bomb()
      })
      try {
        for (let step = from; step < at; step += 16_384) inflate.push(bytes.subarray(step, Math.min(step + 16_384, at)))
      } catch (error) {
        if (isBomb(error)) throw error
        // Damaged: the library finds out by itself.
      }
    }
}
