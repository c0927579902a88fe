import type { ReuseFile } from '@modellregion/contracts'
import { filesLimit } from '../schema.ts'

const types: Readonly<Record<string, string>> = {
  md: 'text/markdown', txt: 'text/plain', csv: 'text/csv', json: 'application/json', xml: 'application/xml', yml: 'application/yaml', yaml: 'application/yaml', svg: 'image/svg+xml', bpmn: 'application/xml', dmn: 'application/xml', js: 'text/javascript', ts: 'text/plain', css: 'text/css', sql: 'application/sql', html: 'text/html', ics: 'text/calendar',
  pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', odt: 'application/vnd.oasis.opendocument.text', ods: 'application/vnd.oasis.opendocument.spreadsheet', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', zip: 'application/zip',
} // prettier-ignore

/** `Mein Konzept (2).PDF` becomes `mein-konzept-2.pdf`; undefined when nothing is left or the kind of file is not taken. */
export function pathOf(name: string): string | undefined {
  const plain = (name.split(/[/\\]/).at(-1) ?? '').toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/[^a-z0-9._-]+/g, '-')
  const path = plain.replaceAll(/-+/g, '-').replaceAll(/-?\.-?/g, '.').slice(-120).replaceAll(/^[._-]+|[._-]+$/g, '')
  return types[path.split('.').at(-1) ?? ''] !== undefined && path.includes('.') ? path : undefined
}

export const mediaTypeOf = (path: string): string => types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
/** Endings a form takes, for its hint. */
export const takenEndings = Object.keys(types)

/** Bytes as a file of a version: a text when they are valid UTF-8 without NUL, else base64. */
export function fileOf(path: string, bytes: Uint8Array): ReuseFile {
  const mediaType = mediaTypeOf(path)
  const text = textIn(bytes)
  return text === undefined ? { path, mediaType, base64: Buffer.from(bytes).toString('base64') } : { path, mediaType, text }
}

function textIn(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined // not UTF-8
  }
}

export const bytesOf = (file: ReuseFile): Buffer => (file.text === undefined ? Buffer.from(file.base64, 'base64') : Buffer.from(file.text))
export const sizeOf = (file: ReuseFile): number => (file.text === undefined ? Math.floor((file.base64.length * 3) / 4) - (/=*$/.exec(file.base64)?.[0].length ?? 0) : Buffer.byteLength(file.text))
export const totalOf = (files: readonly ReuseFile[]): number => files.reduce((sum, file) => sum + sizeOf(file), 0)
export const isTooMuch = (files: readonly ReuseFile[]): boolean => totalOf(files) > filesLimit

/** New files beside those that stay; a new one of the same path replaces the old one. In the order of their paths. */
export function mergedFiles(old: readonly ReuseFile[], keep: readonly string[], added: readonly ReuseFile[]): ReuseFile[] {
  const kept = old.filter(({ path }) => keep.includes(path) && !added.some((file) => file.path === path))
  return [...kept, ...new Map(added.map((file) => [file.path, file])).values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}
