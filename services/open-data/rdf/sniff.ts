import { refuse } from '../dcat/refusals.ts'
import type { Refusal } from '../dcat/refusals.ts'

/** The syntaxes a catalogue may come in. */
export type RdfFormat = 'rdf-xml' | 'turtle' | 'n-triples' | 'n-quads' | 'json-ld'

/** What the first bytes of a file look like. */
export type Sniffed = 'html' | 'xml' | 'json' | 'turtle' | 'zip' | 'gzip' | 'pdf' | 'empty' | 'unknown'

const mediaTypes: Readonly<Record<string, RdfFormat>> = {
  'application/rdf+xml': 'rdf-xml', 'application/xml': 'rdf-xml', 'text/xml': 'rdf-xml',
  'text/turtle': 'turtle', 'application/x-turtle': 'turtle', 'text/n3': 'turtle', 'text/rdf+n3': 'turtle',
  'application/n-triples': 'n-triples', 'application/n-quads': 'n-quads',
  'application/ld+json': 'json-ld', 'application/json': 'json-ld',
}
const extensions: Readonly<Record<string, RdfFormat>> = {
  rdf: 'rdf-xml', xml: 'rdf-xml', owl: 'rdf-xml', ttl: 'turtle', n3: 'turtle', nt: 'n-triples', nq: 'n-quads', jsonld: 'json-ld', json: 'json-ld',
}

/** The syntax a Content-Type header promises; undefined when it promises none of them. */
export function formatOfMediaType(contentType: string): RdfFormat | undefined {
  return mediaTypes[contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '']
}

/** The syntax a file name promises. */
export function formatOfName(name: string): RdfFormat | undefined {
  return extensions[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
}

/** Looks at the first bytes (1 KB is enough). Never trusts a name or header. */
export function sniff(head: Uint8Array): Sniffed {
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip'
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1').replace(/^\xef\xbb\xbf/, '').trimStart()
  if (text === '') return 'empty'
  if (text.startsWith('%PDF-')) return 'pdf'
  const bare = text.replace(/^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*/, '')
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(bare)) return 'html'
  // `<a:b>` may be an element or an IRI; only an element declares namespaces.
  if (/^<[a-z][a-z0-9+.-]*:[^\s<>"]*>/i.test(text)) return 'turtle'
  if (/^<[?!a-z_]/i.test(text)) return 'xml'
  if (text.startsWith('{') || /^\[\s*(?:[{"\]]|\[|$)/.test(text)) return 'json'
  if (/^(?:@?(?:prefix|base)\b|#|\[|_:|<|\()/i.test(text) || /^[a-z][\w.-]*:[\w.-]*\s+(?:a|[a-z][\w.-]*:)/i.test(text)) return 'turtle'
  return 'unknown'
}

/**
 * Decides how to read a file from what it claims and what it looks like. A claim that the bytes contradict is refused:
 * an error page or a JSON answer under an XML type is a broken source, not a catalogue.
 */
export function chooseFormat(head: Uint8Array, declared: RdfFormat | undefined): RdfFormat | Refusal {
  const found = sniff(head)
  if (found === 'empty') return refuse('open-data.harvest.empty')
  if (found === 'unknown') return declared && declared !== 'rdf-xml' && declared !== 'json-ld' ? declared
    : refuse(declared ? 'open-data.harvest.type-mismatch' : 'open-data.harvest.type-unknown', { detail: mismatch(declared, found) })
  const format = readableAs[found]
  if (!format) return refuse('open-data.harvest.type-mismatch', { detail: mismatch(declared, found) })
  if (!declared || declared === format) return format
  if (format === 'turtle' && (declared === 'n-triples' || declared === 'n-quads')) return declared
  return refuse('open-data.harvest.type-mismatch', { detail: mismatch(declared, found) })
}

const readableAs: Partial<Readonly<Record<Sniffed, RdfFormat>>> = { xml: 'rdf-xml', json: 'json-ld', turtle: 'turtle' }
const mismatch = (declared: RdfFormat | undefined, found: Sniffed) => `${declared ?? 'unknown'} ≠ ${found}`
