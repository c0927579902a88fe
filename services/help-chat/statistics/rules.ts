import { daysBetween, type PlainDate } from '@modellregion/standards'
import type { AnswerClass, ReturnClass } from './schema.ts'

/** The class of the time between the day a case began and the day of the first answer. */
export function answerClassOf(began: PlainDate, answered: PlainDate): AnswerClass {
  const days = daysBetween(began, answered)
  if (days <= 0) return 'same-day'
  if (days <= 2) return 'one-two-days'
  return days <= 7 ? 'three-seven-days' : 'longer'
}

/** `again`: messages of the person after the first one. */
export const returnClassOf = (again: number): ReturnClass => (again <= 0 ? 'never' : again === 1 ? 'once' : 'more')

/** Value of one place as people and files get it: the number, or what is said instead of it. */
export type Told = number | 'small' | 'complementary'
export type Row = { readonly category: string; readonly told: Told }

type Said = { shown: number } | { suppressed: 'small' | 'complementary' }
type Entries = readonly { place: readonly (string | null)[]; said: Said }[]
const toldOf = (said: Said): Told => ('shown' in said ? said.shown : said.suppressed)

/** A published table of one dimension as rows, with its total. */
export function rowsOf(entries: Entries, categories: readonly string[]): { rows: readonly Row[]; total: Told } {
  const at = (category: string | null): Told => {
    const entry = entries.find(({ place }) => place[0] === category)
    if (!entry) throw new Error('A published table does not have all its places.')
    return toldOf(entry.said)
  }
  return { rows: categories.map((category) => ({ category, told: at(category) })), total: at(null) }
}

/** The category that is named most, when nothing withheld can be larger: a small one never is, a complementary one may be. */
export function mostNamed(rows: readonly Row[]): string | undefined {
  if (rows.length < 2 || rows.some(({ told }) => told === 'complementary')) return undefined
  const shown = rows.flatMap(({ category, told }) => (typeof told === 'number' && told > 0 ? [{ category, told }] : [])).toSorted((a, b) => b.told - a.told)
  const [first, second] = shown
  return first && first.told !== second?.told ? first.category : undefined
}
