import type { Dataset, DateText } from '../dcat/schema.ts'
import type { T } from '../locales/index.ts'
import { inLanguage } from './record.ts'

/** A date as exact as its source: a year stays a year. */
export function dateShown(text: DateText, t: T): string {
  if (/^\d{4}$/.test(text)) return text
  const date = new Date(text.length === 7 ? `${text}-01` : text)
  if (Number.isNaN(date.getTime())) return text
  return t.format.date(date, text.length === 7 ? 'month' : 'long')
}

/** How to cite: publisher (year): title, version, address, day of retrieval. After DIN ISO 690. */
export function citation(dataset: Dataset, publisher: string, address: string, now: Date, t: T): string {
  const year = (dataset.modified ?? dataset.issued)?.slice(0, 4)
  return t('dataset.citation', { publisher, year: year ?? '', title: inLanguage(dataset.title) ?? '', address, day: t.format.date(now) })
}
