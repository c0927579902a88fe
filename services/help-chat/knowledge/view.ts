import type { SearchEntry } from './rules.ts'
import type { ArticleGroup, ContentSource, HelperWho } from './schema.ts'

/** An article as a page shows it: in one language, one form of address, joints of compounds set. */
export type ArticleView = {
  readonly id: string
  readonly group: ArticleGroup | 'town'
  readonly title: string
  readonly lead: string
  readonly body: string
  readonly sources: readonly ContentSource[]
  /** "Geprüft am 29. November 2026", ready to read. */
  readonly checked: string
  readonly numbers: readonly string[]
  /** Where it was not written in the reader's language. */
  readonly lang?: string
}
export type QuestionView = { readonly id: string; readonly question: string; readonly answer: string; readonly more: string }
export type NumberView = { readonly id: string; readonly name: string; readonly what: string; readonly hours: string; readonly phone: string; readonly tel: string; readonly isEmergency: boolean; readonly href?: string }
export type StepView = { readonly id: string; readonly title: string; readonly text: string; readonly choices: readonly { readonly to: string; readonly label: string }[]; readonly articles: readonly string[]; readonly numbers: readonly string[]; readonly who: readonly HelperWho[] }

/** Everything a town knows in one language: what the pages draw from, and what the search on the device loads once. */
export type Library = {
  readonly lang: string
  readonly isLeicht: boolean
  readonly articles: readonly ArticleView[]
  readonly questions: readonly QuestionView[]
  readonly numbers: readonly NumberView[]
  readonly steps: readonly StepView[]
  /** What the search looks through. */
  readonly entries: readonly SearchEntry[]
}

export const articlePath = (id: string): string => `/help-chat/knowledge/${id}`
/** The id in the address of an article; undefined for other addresses. */
export const articleIn = (href: string): string | undefined => /^\/help-chat\/knowledge\/([a-z0-9-]+)$/.exec(href)?.[1]
export const libraryPath = (locale: string): string => `/help-chat/knowledge/library/${locale}.json`
export const groups: readonly ArticleView['group'][] = ['happened', 'help', 'report', 'protection', 'town']
