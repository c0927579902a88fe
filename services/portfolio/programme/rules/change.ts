import { kdnFields, type Change, type ChangeDetail, type Partner, type Project, type ProjectLink, type ReusePromise } from '../schema.ts'

type Texts = Pick<Project, 'name' | 'aliases' | 'summary' | 'status' | 'notes' | 'results' | 'partners' | 'links' | 'promises' | 'isPublic' | 'kdn'>

const shown: Readonly<Record<Exclude<keyof Texts, 'kdn'>, (texts: Texts) => string>> = {
  name: ({ name }) => name,
  aliases: ({ aliases }) => aliases.join(', '),
  summary: ({ summary }) => summary,
  status: ({ status }) => status,
  notes: ({ notes }) => notes,
  results: ({ results }) => results,
  partners: ({ partners }) => linesOfPartners(partners),
  links: ({ links }) => linesOfLinks(links),
  promises: ({ promises }) => promises.map((promise) => `${promise.class}: ${promise.text}`).join('\n'),
  isPublic: ({ isPublic }) => String(isPublic),
}
export const textFields = ['name', 'aliases', 'summary', 'status', 'notes', 'results', 'partners', 'links', 'promises', 'isPublic'] as const

/** Which texts differ, as before and after. */
export const changedTexts = (before: Texts, after: Texts): ChangeDetail => ({
  ...differing(textFields, (field) => [shown[field](before), shown[field](after)]),
  ...differing(kdnFields, (field) => [before.kdn?.[field] ?? '', after.kdn?.[field] ?? '']),
})

/** The pairs of before and after that are not the same. */
export const differing = <Field extends string>(fields: readonly Field[], pairOf: (field: Field) => readonly [string, string]): ChangeDetail =>
  Object.fromEntries(fields.map((field) => [field, pairOf(field)] as const).filter(([, [before, after]]) => before !== after))

/**
 * What of a change somebody else has written since its form was opened: by field, what stands there now.
 * `since` is the id of the newest change that the form knew; ids grow with time.
 */
export const contestedBy = (detail: ChangeDetail, changes: readonly Pick<Change, 'id' | 'detail'>[], since: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(detail).flatMap(([field, [now]]) => (changes.some((change) => change.id > since && field in change.detail) ? [[field, now] as const] : [])))

/** One partner per line; who leads has a `*` in front. */
export const linesOfPartners = (partners: readonly Partner[]): string => partners.map(({ name, role }) => (role === 'lead' ? `* ${name}` : name)).join('\n')

/** Reads what `linesOfPartners` writes. Without a mark nobody is said to lead, except a partner who is alone. */
export function partnersFrom(text: string): readonly Partner[] {
  const lines = linesOf(text)
  const marked = lines.some((line) => line.startsWith('*'))
  return lines.map((line) => ({ name: line.replace(/^\*\s*/, ''), role: line.startsWith('*') || lines.length === 1 ? ('lead' as const) : marked ? ('partner' as const) : null })).filter(({ name }) => name !== '')
}

/** A single office that leads; nobody where none is named. */
export const leadOnly = (name: string): readonly Partner[] => (name === '' ? [] : [{ name, role: 'lead' }])

/** `address | label`, one per line; films, documents and results say so: `video: address`, `result: address | label`. */
export const linesOfLinks = (links: readonly ProjectLink[]): string => links.map(({ kind, url, label }) => `${kind === 'page' ? '' : `${kind}: `}${url}${label === '' ? '' : ` | ${label}`}`).join('\n')

const link = /^(?:(page|result|document|video):\s*)?(https?:\/\/[^\s|]+)\s*(?:\|\s*(.*))?$/

/** Whether an address can stand in a link of a project. */
export const isAddress = (url: string): boolean => /^https?:\/\/[^\s|]+$/.test(url) && URL.canParse(url)

/** Reads what `linesOfLinks` writes; the first line that is no address is named, counted from 1. */
export function linksFrom(text: string): { readonly links: readonly ProjectLink[]; readonly badLine?: number } {
  const links: ProjectLink[] = []
  for (const [at, line] of text.split(/\r?\n/).map((one) => one.trim()).entries()) {
    if (line === '') continue
    const match = link.exec(line)
    const [, kind = 'page', url, label = ''] = match ?? []
    if (url === undefined || !URL.canParse(url)) return { links, badLine: at + 1 }
    links.push({ kind: kind === 'result' || kind === 'document' || kind === 'video' ? kind : 'page', url, label: label.trim() })
  }
  return { links }
}

/** A class keeps the heading of its source as long as its text stays. */
export const promisesFrom = (texts: readonly { readonly class: ReusePromise['class']; readonly text: string }[], before: readonly ReusePromise[]): readonly ReusePromise[] =>
  texts.filter(({ text }) => text.trim() !== '').map(({ class: of, text }) => before.find((one) => one.class === of && one.text === text.trim()) ?? { class: of, text: text.trim() })

export const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
