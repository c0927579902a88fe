import type { Typed } from '@modellregion/kernel/rules'
import type { ReuseItem } from '@modellregion/contracts'
import { parseEuro } from '@modellregion/standards'
import type { Entry, NewEntry } from '../../shelf/schema.ts'
import { isSpdx } from './licence.ts'
import type { EntryForm, EntryFormField } from '../schema.ts'

/** What stands against an own entry, beyond the form of single fields. */
export type EntryMistake = { readonly field: EntryFormField; readonly code: 'licence' | 'money' | 'days' }

export function mistakesIn(form: EntryForm): EntryMistake[] {
  const mistakes: EntryMistake[] = []
  if (!isSpdx(form.licence)) mistakes.push({ field: 'licence', code: 'licence' })
  if (form.daysMin !== undefined && form.daysMax !== undefined && form.daysMax < form.daysMin) mistakes.push({ field: 'daysMax', code: 'days' })
  for (const field of ['once', 'yearly'] as const) {
    const amount = form[field] === undefined ? 0 : parseEuro(form[field])
    if (amount === undefined || amount < 0) mistakes.push({ field, code: 'money' })
  }
  return mistakes
}

/** Topics as they are kept: trimmed, each once, at most twelve. */
export const topicsIn = (text: string | undefined): string[] => [...new Map((text ?? '').split(',').map((topic) => topic.trim().slice(0, 60)).filter(Boolean).map((topic) => [topic.toLowerCase(), topic])).values()].slice(0, 12)

export type Bound = Pick<NewEntry, 'id' | 'published' | 'kind' | 'itemRef' | 'service'> & { readonly languages: readonly string[] }

/** A valid form as the entry to be kept. What the form does not know (kind, item, whether it is shown) comes from what stands. */
export const entryFrom = (form: EntryForm, bound: Bound): NewEntry => ({
  id: bound.id,
  published: bound.published,
  class: form.class,
  kind: bound.kind,
  itemRef: bound.itemRef,
  title: { de: form.title, ...(form.titleEn !== undefined && { en: form.titleEn }) },
  summary: { de: form.summary, ...(form.summaryEn !== undefined && { en: form.summaryEn }) },
  problem: form.problem ?? '',
  description: form.description ?? '',
  licence: form.licence,
  languages: bound.languages.length > 0 ? bound.languages : form.titleEn === undefined ? ['de'] : ['de', 'en'],
  topics: topicsIn(form.topics),
  origin: 'own',
  sourceUrl: form.source ?? null,
  pageUrl: form.page ?? null,
  contact: { ...(form.office !== undefined && { office: form.office }), ...(form.email !== undefined && { email: form.email }) },
  effort: { ...(form.daysMin !== undefined && { daysMin: form.daysMin }), ...(form.daysMax !== undefined && { daysMax: form.daysMax }), ...(form.effortNote !== undefined && { note: form.effortNote }) },
  cost: { ...centsOf('onceCents', form.once), ...centsOf('yearlyCents', form.yearly), ...(form.costNote !== undefined && { note: form.costNote }) },
  service: bound.service,
  project: form.project ?? null,
})

function centsOf(name: 'onceCents' | 'yearlyCents', text: string | undefined): { onceCents?: number; yearlyCents?: number } {
  const amount = text === undefined ? undefined : parseEuro(text)
  return amount === undefined ? {} : { [name]: amount }
}

const euro = (amount: number | undefined): string => (amount === undefined ? '' : `${Math.floor(amount / 100)}${amount % 100 === 0 ? '' : `,${String(amount % 100).padStart(2, '0')}`}`)
const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value))

/** An entry as its form shows it. */
export const typedFrom = (e: Entry): Typed => ({
  title: text(e.title.de), titleEn: text(e.title.en), summary: text(e.summary.de), summaryEn: text(e.summary.en), class: e.class, problem: e.problem, description: e.description, licence: e.licence, topics: e.topics.join(', '),
  office: text(e.contact.office), email: text(e.contact.email), page: text(e.pageUrl), source: text(e.sourceUrl), project: text(e.project),
  daysMin: text(e.effort.daysMin), daysMax: text(e.effort.daysMax), effortNote: text(e.effort.note), once: euro(e.cost.onceCents), yearly: euro(e.cost.yearlyCents), costNote: text(e.cost.note),
}) // prettier-ignore

/** What an item says of itself, to begin with. */
export const typedFromItem = (item: ReuseItem): Typed => ({ title: item.title.de, titleEn: item.title.en, summary: item.summary.de, summaryEn: item.summary.en, class: item.class, licence: item.licence })
