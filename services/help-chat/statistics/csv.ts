import type { T } from '../locales/index.ts'
import { labelOf, nameOf } from './labels.ts'
import type { Published } from './published.ts'
import { rowsOf, type Told } from './rules.ts'

/**
 * RFC 4180, in the reader's language. A number that is withheld has an empty cell and its reason beside it, so that nobody adds it as zero.
 * All texts are words of this service: nothing in it was typed by people.
 */
export function csvOf(t: T, all: readonly Published[]): string {
  const lines = all.flatMap(({ statistic, publication }) => {
    if (!publication) return []
    const { rows, total } = rowsOf(publication.table.entries, statistic.categories)
    const line = (category: string, told: Told): string[] => [nameOf(t, statistic.id), category, typeof told === 'number' ? String(told) : '', typeof told === 'number' ? '' : t(`statistics.withheld-${told}`), publication.asOf]
    return [...rows.map(({ category, told }) => line(labelOf(t, statistic.id, category), told)), line(t('statistics.total'), total)]
  })
  const heads = [t('statistics.csv-statistic'), t('statistics.csv-category'), t('statistics.csv-count'), t('statistics.csv-note'), t('statistics.csv-as-of')]
  return [heads, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
