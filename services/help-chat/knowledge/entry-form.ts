import { plainDate, type PlainDate } from '@modellregion/standards'
import type { Typed } from '@modellregion/kernel/rules'
import type { TownEntry, TownEntryForm, TownText } from './schema.ts'

const textOf = (title: string | undefined, text: string | undefined): TownText | undefined => (title && text ? { title, text } : undefined)

/** An entry as the form says it. A language counts only with title and text. */
export function entryOf(id: string, form: TownEntryForm, isPublished: boolean): TownEntry {
  const leicht = textOf(form.titleLeicht, form.textLeicht)
  const en = textOf(form.titleEn, form.textEn)
  return {
    id,
    kind: form.kind,
    texts: { de: { title: form.titleDe, text: form.textDe }, ...(en && { en }), ...(leicht && { 'de-x-leicht': leicht }) },
    phone: form.phone ?? '',
    hours: form.hours ?? '',
    link: form.link ?? '',
    checkedOn: plainDate(form.checkedOn),
    isPublished,
  }
}

/** Why an entry cannot be kept: half a language, a contact that nobody can reach, a day that has not come. Undefined when it can. */
export function whyNotKeep(form: TownEntryForm, today: PlainDate): { field: string; code: 'half' | 'unreachable' | 'future' } | undefined {
  if (Boolean(form.titleLeicht) !== Boolean(form.textLeicht)) return { field: form.titleLeicht ? 'textLeicht' : 'titleLeicht', code: 'half' }
  if (Boolean(form.titleEn) !== Boolean(form.textEn)) return { field: form.titleEn ? 'textEn' : 'titleEn', code: 'half' }
  if (form.kind === 'contact' && !form.phone && !form.link) return { field: 'phone', code: 'unreachable' }
  return plainDate(form.checkedOn) > today ? { field: 'checkedOn', code: 'future' } : undefined
}

/** A stored entry as if it had just been typed. */
export function typedEntry({ kind, texts, phone, hours, link, checkedOn }: TownEntry): Typed {
  return {
    kind,
    titleDe: texts.de.title,
    textDe: texts.de.text,
    titleLeicht: texts['de-x-leicht']?.title ?? '',
    textLeicht: texts['de-x-leicht']?.text ?? '',
    titleEn: texts.en?.title ?? '',
    textEn: texts.en?.text ?? '',
    phone,
    hours,
    link,
    ...typedCheck(checkedOn),
  }
}

/** The day of the check in the three inputs of a date. */
export function typedCheck(day: PlainDate): Typed {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'checkedOn-day': String(Number(date)), 'checkedOn-month': String(Number(month)), 'checkedOn-year': year }
}

/** Entries and shipped content that nobody has looked at for a year may be wrong by now. */
export const isStale = (checkedOn: PlainDate, aYearAgo: PlainDate): boolean => checkedOn < aYearAgo
