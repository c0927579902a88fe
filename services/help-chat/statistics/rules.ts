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

/**
 * The count of a category that the next publication is made from: it grows only when at least `k` were added. Whoever keeps last month's table
 * sees what was added, so a step below `k` must not be seen; and one rare category would otherwise keep the whole table from appearing for
 * months. What is published is therefore true or up to k-1 too low, and 0 means 0 to k-1.
 */
export const inSteps = (before: number, now: number, k: number): number => (now - before >= k ? now : before)

/** Value of one place as people and files get it: the number, or what is said instead of it. */
export type Told = number | 'small' | 'complementary'
export type Row = { readonly category: string; readonly told: Told }

type Said = { shown: number } | { suppressed: 'small' | 'complementary' }
type Entries = readonly { place: readonly (string | null)[]; said: Said }[]

/** A published table of one dimension as rows, with its total. Because of the steps a 0 stands for all small counts. */
export function rowsOf(entries: Entries, categories: readonly string[]): { rows: readonly Row[]; total: Told } {
  const at = (category: string | null): Told => {
    const entry = entries.find(({ place }) => place[0] === category)
    if (!entry) throw new Error('A published table does not have all its places.')
    const { said } = entry
    if ('suppressed' in said) return said.suppressed
    return said.shown > 0 ? said.shown : category === null ? 'complementary' : 'small'
  }
  return { rows: categories.map((category) => ({ category, told: at(category) })), total: at(null) }
}

/** The category that is named most, when no other can be larger: each may be up to k-1 higher than it is shown. */
export function mostNamed(rows: readonly Row[], k: number): string | undefined {
  if (rows.length < 2 || rows.some(({ told }) => told === 'complementary')) return undefined
  const [first, second] = rows.map(({ category, told }) => ({ category, least: typeof told === 'number' ? told : 0 })).toSorted((a, b) => b.least - a.least)
  return first && second && first.least >= second.least + k ? first.category : undefined
}
