import { latin, utf8 } from './bytes.ts'
import { findings } from './findings.ts'
import type { Removed } from './schema.ts'

// XMP (ISO 16684-1) writes a property as attribute or as element; both are read, with lengths bounded so that no text makes it slow.

const most = 200_000
const properties: readonly (readonly [string, Removed['what']])[] = [
  ['exif:GPSLatitude', 'gps'], ['exif:GPSLongitude', 'gps'], ['tiff:Make', 'camera'], ['tiff:Model', 'camera'], ['aux:SerialNumber', 'camera'], ['dc:creator', 'author'],
  ['photoshop:AuthorsPosition', 'author'], ['photoshop:City', 'gps'], ['pdf:Author', 'author'], ['xmp:CreatorTool', 'software'], ['pdf:Producer', 'software'], ['xmp:CreateDate', 'date'], ['xmp:ModifyDate', 'date'],
  ['photoshop:DateCreated', 'date'], ['dc:description', 'comment'], ['dc:title', 'comment'], ['dc:subject', 'comment'], ['xmpMM:History', 'history'],
]

/** What an XMP packet says about people, places and devices. Never empty: a packet that says nothing readable is `other`. */
export function readXmp(bytes: Uint8Array): readonly Removed[] {
  const found = findings()
  const text = utf8(bytes.subarray(0, most))
  for (const [name, what] of properties) {
    const at = text.indexOf(name)
    if (at < 0) continue
    const after = text.slice(at + name.length, at + name.length + 600)
    const value = /^\s{0,5}=\s{0,5}["']([^"'<]{1,200})/.exec(after)?.[1] ?? /^[^>]{0,100}>([\s\S]{0,500})/.exec(after)?.[1]?.split(`</${name}`)[0]?.replaceAll(/<[^>]{0,200}>?/g, ' ')
    found.add(what, what === 'history' ? undefined : value)
  }
  if (found.list.length === 0) found.add('other', 'XMP')
  return found.list
}

/** IPTC-IIM 4.2, records of dataset 2: by-line, writer, place, date, caption. */
export function readIptc(bytes: Uint8Array): readonly Removed[] {
  const found = findings()
  const meanings: Readonly<Record<number, Removed['what']>> = { 80: 'author', 85: 'author', 122: 'author', 116: 'author', 90: 'gps', 92: 'gps', 55: 'date', 65: 'software', 120: 'comment', 5: 'comment', 25: 'comment' }
  for (let at = bytes.indexOf(0x1c); at >= 0 && at + 5 <= bytes.length; at = bytes.indexOf(0x1c, at + 1)) {
    const what = bytes[at + 1] === 2 ? meanings[bytes[at + 2] ?? 0] : undefined
    if (what === undefined) continue
    const size = ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0)
    found.add(what, latin(bytes, at + 5, at + 5 + Math.min(size, 200)))
  }
  if (found.list.length === 0) found.add('other', 'IPTC')
  return found.list
}
