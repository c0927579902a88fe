import { Type, type Static } from 'typebox'
import type { PlainDate } from '@modellregion/standards'

export type ContentLocale = 'de' | 'en' | 'de-x-leicht'
export const contentLocales: readonly ContentLocale[] = ['de', 'en', 'de-x-leicht']

/**
 * A text in the reader's language. German may hold both forms of address in one place, `{Sie können|du kannst}`; `formOf` chooses.
 * The body is a small Markdown: paragraphs, `## ` headings, `- ` lists, `**strong**`, `[word](/help-chat/…)`.
 */
export type ContentText = { readonly title: string; readonly lead: string; readonly body: string }

/** A law or a page by which a text was checked. Names stay in their own language. */
export type ContentSource = { readonly title: string; readonly href?: string }

export type ArticleGroup = 'happened' | 'help' | 'report' | 'protection'

/** One article of the shipped knowledge; the id is the end of its address. */
export type Article = {
  readonly id: string
  readonly group: ArticleGroup
  readonly sources: readonly ContentSource[]
  readonly checkedOn: PlainDate
  /** Other words by which somebody may look for it, in all languages. */
  readonly keywords: readonly string[]
  /** Ids of numbers that help here, the most fitting first. */
  readonly numbers: readonly string[]
  readonly texts: Readonly<Record<ContentLocale, ContentText>>
}

/** A question with its answer; `more` is an article that goes deeper. */
export type Question = {
  readonly id: string
  readonly more: string
  readonly checkedOn: PlainDate
  readonly texts: Readonly<Record<ContentLocale, { readonly question: string; readonly answer: string }>>
}

/** A number that somebody can dial at once. */
export type HelpNumber = {
  readonly id: string
  /** As people dial it: digits and blanks. */
  readonly phone: string
  readonly isEmergency: boolean
  readonly href?: string
  readonly checkedOn: PlainDate
  readonly texts: Readonly<Record<ContentLocale, { readonly name: string; readonly what: string; readonly hours: string }>>
}

/** A step of the helper: a question with ways on, or an end that names articles and who helps. */
export type HelperStep = {
  readonly id: string
  readonly texts: Readonly<Record<ContentLocale, { readonly title: string; readonly text: string }>>
} & ({ readonly choices: readonly HelperChoice[] } | { readonly articles: readonly string[]; readonly numbers: readonly string[]; readonly who: readonly HelperWho[] })
export type HelperChoice = { readonly to: string; readonly texts: Readonly<Record<ContentLocale, string>> }
/** Who can help at an end of the helper; each has its words and its link. */
export type HelperWho = 'confidants' | 'staff-council' | 'complaint-office' | 'report' | 'external' | 'police' | 'doctor'

export type TownEntryKind = 'article' | 'contact'

/** What a town has written by itself. */
export type TownEntry = {
  id: string
  kind: TownEntryKind
  texts: { de: TownText; en?: TownText; 'de-x-leicht'?: TownText }
  phone: string
  hours: string
  link: string
  checkedOn: PlainDate
  isPublished: boolean
}
export type TownText = { title: string; text: string }

const title = Type.Optional(Type.String({ maxLength: 120 }))
const text = Type.Optional(Type.String({ maxLength: 8_000 }))

/** The form of a town's own article or contact. */
export const TownEntryForm = Type.Object({
  kind: Type.Union([Type.Literal('article'), Type.Literal('contact')]),
  titleDe: Type.String({ minLength: 3, maxLength: 120 }),
  textDe: Type.String({ minLength: 3, maxLength: 8_000 }),
  titleLeicht: title,
  textLeicht: text,
  titleEn: title,
  textEn: text,
  phone: Type.Optional(Type.String({ maxLength: 40, pattern: '^[0-9+ /()-]+$' })),
  hours: Type.Optional(Type.String({ maxLength: 160 })),
  link: Type.Optional(Type.String({ maxLength: 300, pattern: '^https://\\S+$' })),
  checkedOn: Type.String({ format: 'date' }),
})
export type TownEntryForm = Static<typeof TownEntryForm>
