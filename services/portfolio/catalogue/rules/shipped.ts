import { createHash } from 'node:crypto'
import type { ReuseClass, ReuseFile, ReuseItem } from '@modellregion/contracts'
import type { LocalisedText, NewEntry } from '../../shelf/schema.ts'
import { beginningOf, languageOf } from './text.ts'

/** Something the platform ships, with the content it has now. */
export type Shipped = { readonly entry: NewEntry; readonly label: string; readonly files: readonly ReuseFile[] }

/** The four texts of a service's `reuse/` folder and the class of the report each one belongs to. */
export const readings: readonly { readonly file: string; readonly class: ReuseClass }[] = [
  { file: 'concept.md', class: 'concept' },
  { file: 'procedures.md', class: 'templates-and-procedures' },
  { file: 'building-blocks.md', class: 'building-block' },
  { file: 'licence-free.md', class: 'licence-free-solution' },
]

/** The same thing has the same id on every installation and at every start (UUID of version 8: made by a rule of our own, RFC 9562, 5.8). */
export function shippedId(kind: string, ref: string): string {
  const hex = createHash('sha256').update(`shipped ${kind} ${ref}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Texts of this project stand under CC BY 4.0 where they say so, else under the licence of their service. */
export const licenceOfText = (texts: readonly string[], ofService: string): string => (texts.some((text) => /CC[ -]BY[ -]4\.0/.test(text)) ? 'CC-BY-4.0' : ofService)

/** The licence in a publiccode.yml; undefined when there is none. */
export const licenceIn = (publiccode: string): string | undefined => /^ {2}license:\s*["']?([^"'\n#]+?)["']?\s*$/m.exec(publiccode)?.[1]

export type Reading = { service: string; version: string; title: LocalisedText; page: string; class: ReuseClass; file: string; text: string; licence: string }

/** A text of a `reuse/` folder as an entry: it describes itself, so it is its own description. */
export function readingEntry({ service, version, title, page, class: kind, file, text, licence }: Reading): Shipped {
  const language = languageOf(text)
  const beginning = beginningOf(text, 260)
  return {
    entry: {
      ...blank, id: shippedId('reading', `${service}/${file}`), class: kind, kind: 'reading', itemRef: `${service}/${file}`, title,
      summary: { [language]: beginning }, description: text, licence, languages: [language], pageUrl: page, service,
    }, // prettier-ignore
    label: version,
    files: [{ path: file, mediaType: 'text/markdown', text }],
  }
}

/** An item of a kind as an entry that can be installed. */
export const itemEntry = (kind: string, service: string, item: ReuseItem): Shipped => ({
  entry: {
    ...blank, id: shippedId(kind, item.ref), class: item.class, kind, itemRef: item.ref, title: item.title, summary: item.summary,
    licence: item.licence, languages: item.languages, pageUrl: item.href ?? null, service,
  }, // prettier-ignore
  label: item.version,
  files: item.files,
})

const blank = { published: true, problem: '', description: '', topics: [], origin: 'shipped', sourceUrl: null, contact: {}, effort: {}, cost: {}, project: null } as const

export type Standing = { readonly title: unknown; readonly summary: unknown; readonly class: string; readonly kind: string; readonly itemRef: string | null; readonly description: string; readonly licence: string; readonly languages: readonly string[]; readonly pageUrl: string | null; readonly service: string | null; readonly retiredAt: Date | null; readonly number: number | null; readonly label: string | null; readonly sha256: string | null }

/** What is to be written: `entry` when its description differs, `version` when its content does. */
export function changeOf(wanted: Shipped, sha256: string, standing: Standing | undefined): { entry: boolean; version: boolean } {
  if (!standing) return { entry: true, version: true }
  const { title, summary, class: of, kind, itemRef, description, licence, languages, pageUrl, service } = wanted.entry
  const now = [title, summary, of, kind, itemRef, description, licence, languages, pageUrl, service].map(canonical)
  const then = [standing.title, standing.summary, standing.class, standing.kind, standing.itemRef, standing.description, standing.licence, standing.languages, standing.pageUrl, standing.service].map(canonical)
  const version = standing.sha256 !== sha256
  return { entry: version || standing.retiredAt !== null || JSON.stringify(now) !== JSON.stringify(then), version }
}

// PostgreSQL gives the keys of an object in another order than they were written.
const canonical = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
