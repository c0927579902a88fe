import { fileTypeFromBuffer, supportedMimeTypes } from 'file-type'

/** What a file is: by its bytes where they tell, otherwise text of the kind its name says. */
export type Judgement = { ok: true; type: string } | { ok: false }

// Formats without magic numbers, and names that browsers report differently from system to system.
const byEnding: Record<string, string> = {
  csv: 'text/csv', tsv: 'text/tab-separated-values', txt: 'text/plain', md: 'text/markdown', html: 'text/html', htm: 'text/html', ics: 'text/calendar',
  json: 'application/json', geojson: 'application/geo+json', jsonld: 'application/ld+json', ndjson: 'application/x-ndjson',
  xml: 'application/xml', rdf: 'application/rdf+xml', gml: 'application/gml+xml', kml: 'application/vnd.google-earth.kml+xml', gpx: 'application/gpx+xml', svg: 'image/svg+xml',
  ttl: 'text/turtle', n3: 'text/n3', nt: 'application/n-triples', nq: 'application/n-quads', trig: 'application/trig', yaml: 'application/yaml', yml: 'application/yaml', sql: 'application/sql',
} // prettier-ignore

const aliases: Record<string, string> = {
  'application/x-zip-compressed': 'application/zip', 'application/x-gzip': 'application/gzip', 'text/xml': 'application/xml', 'image/jpg': 'image/jpeg',
  'application/x-pdf': 'application/pdf', 'audio/wave': 'audio/wav', 'audio/x-wav': 'audio/wav', 'text/json': 'application/json', 'application/csv': 'text/csv', 'text/x-csv': 'text/csv',
} // prettier-ignore

const saysNothing = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'application/x-download'])
const zipBased = /^application\/(vnd\.openxmlformats|vnd\.oasis\.opendocument|vnd\.ms-\w+\.\w+macroenabled|epub\+zip|vnd\.google-earth\.kmz|java-archive)/
const textual = /^text\/|[/+](json|xml|yaml|x-ndjson|n-triples|n-quads|trig|sql|javascript)\b|^image\/svg/

/** How many bytes `judgeContent` wants to see. */
export const headSize = 65_536

/**
 * Compares what a file is with what its name and its sender say. An image called .pdf, a program called .csv and an empty
 * promise are refused; a different name for the same thing is not.
 */
export async function judgeContent(head: Buffer, name: string, declaredType: string): Promise<Judgement> {
  const said = declaredOf(name, declaredType)
  const found = (await fileTypeFromBuffer(head))?.mime
  if (found === 'application/xml' || (!found && looksLikeText(head))) return judgeText(said, found)
  if (!found) return said !== undefined && (textual.test(said) || supportedMimeTypes.has(said)) ? { ok: false } : { ok: true, type: said ?? 'application/octet-stream' }
  const same = canonical(found)
  if (said === undefined || said === same) return { ok: true, type: same }
  if (same === 'application/zip' && zipBased.test(said)) return { ok: true, type: said }
  if (same === 'application/x-cfb' && /^application\/(msword|vnd\.ms-|x-msi|vnd\.visio)/.test(said)) return { ok: true, type: said }
  if (sameMedia(same, said)) return { ok: true, type: same }
  return { ok: false }
}

function judgeText(said: string | undefined, found: string | undefined): Judgement {
  if (said === undefined) return { ok: true, type: found ?? 'text/plain' }
  return textual.test(said) ? { ok: true, type: said } : { ok: false }
}

// Windows reports a CSV file as an Excel sheet when Excel is installed: the ending knows better.
function declaredOf(name: string, declaredType: string): string | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const declared = canonical(declaredType.split(';')[0]?.trim().toLowerCase() ?? '')
  return byEnding[ending] ?? (saysNothing.has(declared) ? undefined : declared)
}

const canonical = (type: string): string => aliases[type] ?? type

// Containers carry sound or pictures under several names: audio/mp4 and video/mp4, image/heic and image/heif.
const sameMedia = (found: string, said: string): boolean => {
  const [foundKind, foundName] = found.split('/')
  const [saidKind, saidName] = said.split('/')
  const media = ['audio', 'video']
  if (media.includes(foundKind ?? '') && media.includes(saidKind ?? '')) return foundName?.replace(/^x-/, '') === saidName?.replace(/^x-/, '')
  return foundKind === 'image' && saidKind === 'image' && /hei[cf]/.test(found) && /hei[cf]/.test(said)
}

/** True for bytes of a text in UTF-8, Latin-1 or UTF-16 with a mark: no control characters but tab, line and page ends. */
export function looksLikeText(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true
  return !head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b)
}
