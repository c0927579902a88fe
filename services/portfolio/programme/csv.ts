import type { PageT } from '../locales/index.ts'
import type { Project, Source } from './schema.ts'

/** A bare number with two decimals, exact to the cent; the mark is that of the reader's language. */
export function euros(cents: number | null, locale: string): string {
  if (cents === null) return ''
  const [whole, rest] = [Math.trunc(Math.abs(cents) / 100), String(Math.abs(cents) % 100).padStart(2, '0')]
  return `${cents < 0 ? '-' : ''}${whole}${locale === 'en' ? '.' : ','}${rest}`
}

/** A cell after RFC 4180. What a spreadsheet would run as a formula becomes text (OWASP, CSV injection). */
function cell(text: string, separator: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+[.,]?\d*$/.test(text) ? `'${text}` : text
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Rows as a file: UTF-8 with a byte order mark; semicolons for German readers, commas for English ones, as their spreadsheets expect it.
 */
export function csvFile(locale: string, rows: readonly (readonly string[])[]): string {
  const separator = locale === 'en' ? ',' : ';'
  return `\uFEFF${rows.map((row) => row.map((text) => cell(text, separator)).join(separator)).join('\r\n')}\r\n`
}

const columns = ['number', 'slug', 'name', 'full-name', 'stage', 'partners', 'starts', 'original-end', 'ends', 'grant', 'total', 'classes', 'source', 'total-source', 'period-source'] as const

/** The table of projects as a file; amounts with the decimal mark of the reader's language, each with its source. */
export function csvOf(t: PageT, projects: readonly Project[], sourceOf: ReadonlyMap<string, Source>): string {
  const { locale } = t.format
  const source = ({ slug }: Project, kind: 'grant' | 'total' | 'period'): string => said(sourceOf.get(`${slug} ${kind}`))
  const rows = projects.map((project) => [
    project.number === null ? '' : String(project.number),
    project.slug,
    project.nameInTable ?? project.name,
    project.name,
    project.origin === 'invented' ? `${t(`programme.stage.${project.stage}`)} (${t('programme.csv.invented')})` : t(`programme.stage.${project.stage}`),
    project.partners.map(({ name }) => name).join(', '),
    project.startsOn ?? '',
    project.originalEndsOn ?? '',
    project.endsOn ?? '',
    euros(project.grantCents, locale),
    euros(project.totalCents, locale),
    [...new Set(project.promises.map((promise) => t(`programme.class.${promise.class}`)))].join(', '),
    source(project, 'grant'),
    source(project, 'total'),
    source(project, 'period'),
  ])
  return csvFile(locale, [columns.map((key) => t(`programme.csv.${key}`)), ...rows])
}

const said = (source: Source | undefined): string => (source ? [source.document, source.place].filter((part) => part !== '').join(', ') : '')
