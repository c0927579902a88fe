import type { NewsAbout } from '../schema.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

/** Ids of entries as people give them: addresses or ids, parted by blanks, commas or lines. Undefined when a piece holds none. */
export function idsIn(typed: string): string[] | undefined {
  const pieces = typed.split(/[\s,;]+/).filter(Boolean)
  const ids = pieces.map((piece) => uuid.exec(piece)?.[0].toLowerCase())
  return ids.includes(undefined) || ids.length > 20 ? undefined : [...new Set(ids.filter((id) => id !== undefined))]
}

export const reusePath = (id: string): string => `/portfolio/reuse/${id}`
export const eventPath = (id: string): string => `/portfolio/event/${id}`
export const questionPath = (id: string): string => `/portfolio/question/${id}`
export const newsPath = (id: string): string => `/portfolio/news/${id}`

const places: Readonly<Record<NewsAbout, string>> = { entry: '/portfolio/reuse/', event: '/portfolio/event/', project: '/portfolio/project/' }
export const aboutPath = (kind: NewsAbout, ref: string): string => `${places[kind]}${ref}`

/** What a message is about, read from the address of its page: an entry, an event or a project. Undefined when it is none of them. */
export function aboutOf(typed: string): { readonly kind: NewsAbout; readonly ref: string } | undefined {
  for (const [kind, place] of Object.entries(places) as [NewsAbout, string][]) { // keys of the record above
    const [, ref] = new RegExp(`^(?:https?://[^/]+)?${place}([a-z0-9][a-z0-9-]{0,80})/?$`, 'i').exec(typed) ?? []
    if (ref !== undefined && (kind === 'project' || new RegExp(`^${uuid.source}$`, 'i').test(ref))) return { kind, ref: ref.toLowerCase() }
  }
  return undefined
}
