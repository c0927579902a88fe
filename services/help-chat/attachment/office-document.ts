import { openArchive, type Archive } from './archive.ts'
import { bytesOf, utf8 } from './bytes.ts'
import { findings } from './findings.ts'
import { names } from './office-names.ts'
import type { Outcome, Removed } from './schema.ts'

type Picture = (bytes: Uint8Array) => Outcome | undefined

// ECMA-376 part 2, 11 (core properties) and part 1, 22 (extended ones); OpenDocument 1.3 part 3, 4.3.
const properties: readonly (readonly [RegExp, Removed['what']])[] = [
  [/<(dc:creator|cp:lastModifiedBy|meta:initial-creator|meta:printed-by|Manager|Company)\b[^>]{0,300}>([^<]{1,200})/g, 'author'],
  [/<(dcterms:created|dcterms:modified|cp:lastPrinted|meta:creation-date|dc:date|meta:print-date)\b[^>]{0,300}>([^<]{1,200})/g, 'date'],
  [/<(Application|AppVersion|Template|meta:generator)\b[^>]{0,300}>([^<]{1,200})/g, 'software'],
  [/<(dc:title|dc:subject|dc:description|cp:keywords|cp:category|meta:keyword)\b[^>]{0,300}>([^<]{1,200})/g, 'comment'],
  [/<(cp:revision|TotalTime|meta:editing-cycles|meta:editing-duration)\b[^>]{0,300}>([^<]{1,200})/g, 'history'],
  [/<(vt:lpwstr|meta:user-defined)\b[^>]{0,300}>([^<]{1,200})/g, 'other'],
]

const empty: Readonly<Record<string, string>> = {
  'docProps/core.xml': '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml': '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docProps/custom.xml': '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  'meta.xml': '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>',
}
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const perhapsNames = /^(?:word|xl|ppt)\/.*\.xml$|^(?:content|styles|settings)\.xml$|^(?:Object [^/]+\/)?content\.xml$/

/** Office Open XML (docx, xlsx, pptx) or OpenDocument (odt, ods, odp), by what lies in the archive; undefined when it is another archive. */
export function officeType(archive: Archive): string | undefined {
  const mimetype = archive.find('mimetype')
  if (mimetype) {
    const said = utf8(mimetype.read().subarray(0, 100)).trim()
    return /^application\/vnd\.oasis\.opendocument\.[a-z-]+$/.test(said) ? said : undefined
  }
  if (!archive.find('[Content_Types].xml')) return undefined
  const kind = (['word', 'xl', 'ppt'] as const).find((folder) => archive.parts.some(({ name }) => name.startsWith(`${folder}/`)))
  const types = { word: 'wordprocessingml.document', xl: 'spreadsheetml.sheet', ppt: 'presentationml.presentation' }
  return kind && `application/vnd.openxmlformats-officedocument.${types[kind]}`
}

/**
 * Removes who wrote, when and with what; names in comments and tracked changes become "Person 1", "Person 2", so that one can still follow
 * who answers whom. The text, the comments and the changes themselves stay: they are content. Throws a bomb
 */
export function cleanOffice(bytes: Uint8Array, picture: Picture): (Outcome & { type?: string }) | { why: 'unknown' } {
  const archive = openArchive(bytes)
  if ('why' in archive) return archive
  const type = officeType(archive)
  if (type === undefined) return { why: 'unknown' }
  if (utf8(archive.find('META-INF/manifest.xml')?.read() ?? new Uint8Array()).includes('encryption-data')) return { why: 'encrypted' }
  const found = findings()
  const person = names((name) => found.add('history', name))
  const gone = new Set<string>()
  for (const part of archive.parts) {
    const { name } = part
    const replacement = empty[name]
    if (replacement !== undefined) {
      tell(utf8(part.read()), found.add)
      part.replace(bytesOf(declaration + replacement))
    } else if (isExtra(name)) {
      found.add(/thumbnail/i.test(name) ? 'thumbnail' : name.startsWith('Version') ? 'history' : 'other', /printer/i.test(name) ? 'printer' : undefined)
      for (let at = 0; at >= 0; at = name.indexOf('/', at) + 1 || -1) gone.add(name.slice(at))
      part.remove()
    } else if (/\/(?:media|Pictures)\//.test(`/${name}`)) {
      const cleaned = picture(part.read())
      if (cleaned && 'bytes' in cleaned && cleaned.removed.length > 0) {
        found.addAll(cleaned.removed)
        part.replace(cleaned.bytes)
      }
    } else if (perhapsNames.test(name) || name.startsWith('customXml/')) rewrite(part, (text) => person.clean(text, name))
  }
  const links = archive.parts.filter(({ name }) => /\.rels$|^META-INF\/manifest\.xml$|^\[Content_Types\]\.xml$/.test(name) && archive.find(name))
  for (const part of links) rewrite(part, (text) => withoutLinks(text, gone))
  if (archive.hasExtras) found.add('other', 'ZIP')
  return { bytes: archive.write(), removed: found.list, type }
}

const isExtra = (name: string): boolean => /^docProps\/thumbnail\.|^Thumbnails\/|^Versions\/|^VersionList\.xml$|\/printerSettings\//i.test(name)

function rewrite(part: Archive['parts'][number], change: (text: string) => string): void {
  const before = utf8(part.read())
  const after = change(before)
  if (after !== before) part.replace(bytesOf(after))
}

function tell(text: string, add: (what: Removed['what'], value?: string) => void): void {
  for (const [pattern, what] of properties) for (const match of text.matchAll(pattern)) add(what, match[2])
}

/** Takes out what points to parts that are gone, and templates, whose path names the account of whoever wrote. */
function withoutLinks(text: string, gone: ReadonlySet<string>): string {
  const isGone = (tag: string): boolean => gone.has(/(?:Target|PartName|full-path)="([^"]{1,500})"/.exec(tag)?.[1]?.replace(/^(?:\.\.\/|\/)+/, '') ?? '')
  return text.replaceAll(/<(?:Relationship|Override|manifest:file-entry)\b[^<>]*>(?:<\/(?:Relationship|Override|manifest:file-entry)>)?/g, (tag) =>
    isGone(tag) || /\/(?:attachedTemplate|printerSettings|thumbnail)"/.test(tag) ? '' : tag,
  )
}
