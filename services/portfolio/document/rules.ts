import type { FeedText, ReuseFile, ReuseFinding, ReuseItem } from '@modellregion/contracts'
import { filesLimit, licences } from './schema.ts'

/** Media types that people read and compare line by line. */
export const isText = (mediaType: string): boolean => /^text\/|[/+](json|xml|yaml)$|^application\/(x-yaml|javascript|sql)$/.test(mediaType)

const types: Readonly<Record<string, string>> = { md: 'text/markdown', txt: 'text/plain', csv: 'text/csv', html: 'text/html', json: 'application/json', xml: 'application/xml', bpmn: 'application/xml', dmn: 'application/xml', yml: 'application/yaml', yaml: 'application/yaml', svg: 'image/svg+xml', js: 'text/javascript', ts: 'text/plain', sql: 'application/sql' }

/** The media type by the ending of a name where it is one of texts; else what the browser said. */
export const mediaTypeOf = (name: string, declared: string): string => types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? (isMediaType(declared) ? declared : 'application/octet-stream')

// As it may stand in the head of an answer: RFC 6838, 4.2, with parameters.
const isMediaType = (text: string): boolean => text.length <= 200 && /^[a-z0-9][\w!#$&^.+-]*\/[a-z0-9][\w!#$&^.+-]*(?: ?; ?[\w-]+=[\w".+-]+)*$/i.test(text)

/** Licences that a form offers. What was taken over under another one stays under it: nobody gives a foreign text a licence of their own. */
export const offeredLicences = (known: string | undefined): readonly string[] => (known === undefined || licences.some((one) => one === known) ? licences : [known, ...licences])

/** Languages of a document after a change: those it had, German where nobody has said, and English with the first English title. */
export const languagesOf = (before: readonly string[] | undefined, hasEnglishTitle: boolean): string[] => [...new Set([...(before ?? ['de']), ...(hasEnglishTitle ? ['en'] : [])])]

// PostgreSQL keeps no zero characters, and its JSON no halves of characters.
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** A name as paths of items are written: small letters, digits, `-`, `_`, `.` */
export const pathOf = (name: string): string =>
  (name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '').replaceAll(/[^a-z0-9._-]+/g, '-').slice(-80).replaceAll(/^[-._]+|[-._]+$/g, '')) || 'datei'

/** A short name for the address, out of a title. */
export const refOf = (title: string): string => pathOf(title).replaceAll(/[._]+/g, '-').replaceAll(/-{2,}/g, '-').slice(0, 60).replaceAll(/^-+|-+$/g, '') || 'vorlage'

export const inOrder = (files: readonly ReuseFile[]): ReuseFile[] => [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))

/** Bytes of a file as it is stored; of binary ones before base64. */
export const sizeOf = (file: ReuseFile): number => (file.text === undefined ? Math.floor((file.base64.length * 3) / 4) : new TextEncoder().encode(file.text).length)

/** What stands against keeping an item as a document. */
export function findingsOf(item: Pick<ReuseItem, 'title' | 'licence' | 'files'>): ReuseFinding[] {
  const findings: ReuseFinding[] = []
  const error = (message: FeedText, path?: string) => findings.push({ level: 'error', message, ...(path !== undefined && { path }) })
  if (item.title.de.trim() === '' && item.title.en.trim() === '') error({ de: 'Der Titel fehlt.', en: 'The title is missing.' })
  if (item.licence.trim() === '') error({ de: 'Die Lizenz fehlt.', en: 'The licence is missing.' })
  if (item.files.length === 0) error({ de: 'Es ist keine Datei dabei.', en: 'There is no file in it.' })
  if (![item.title.de, item.title.en, item.licence].every(isStorable)) error({ de: 'Titel oder Lizenz haben Zeichen, die sich nicht speichern lassen.', en: 'Title or licence have characters that cannot be stored.' })
  for (const [at, file] of item.files.entries()) {
    if (!isStorable(file.text ?? '') || !isMediaType(file.mediaType)) error({ de: 'Die Datei hat Zeichen, die sich nicht speichern lassen, oder ein unbekanntes Format.', en: 'The file has characters that cannot be stored, or an unknown format.' }, file.path)
    if (!/^[a-z0-9][a-z0-9._/-]{0,200}$/.test(file.path) || file.path.split('/').some((part) => part === '' || part === '.' || part === '..')) error({ de: 'Der Dateiname ist nicht erlaubt.', en: 'The name of the file is not allowed.' }, file.path)
    if (item.files.findIndex(({ path }) => path === file.path) !== at) error({ de: 'Zwei Dateien heißen gleich.', en: 'Two files have the same name.' }, file.path)
    if (file.base64 !== undefined && !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(file.base64)) error({ de: 'Die Datei ist beschädigt.', en: 'The file is damaged.' }, file.path)
  }
  if (item.files.reduce((sum, file) => sum + sizeOf(file), 0) > filesLimit) error({ de: 'Alle Dateien zusammen haben mehr als 5 MB.', en: 'The files have more than 5 MB together.' })
  return findings
}
