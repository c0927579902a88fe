import { csvFile, csvStyleOf } from '../csv/rules.ts'
import type { PageT } from '../locales/index.ts'
import type { ProjectLine, Source } from './schema.ts'

const columns = ['number', 'slug', 'name', 'full-name', 'stage', 'partners', 'starts', 'original-end', 'ends', 'grant', 'total', 'classes', 'source', 'total-source', 'period-source'] as const

/** The table of projects as a file; amounts with the decimal mark of the reader's language, each with its source. */
export function csvOf(t: PageT, projects: readonly ProjectLine[], sourceOf: ReadonlyMap<string, Source>): string {
  const source = ({ slug }: ProjectLine, kind: 'grant' | 'total' | 'period'): string => said(sourceOf.get(`${slug} ${kind}`))
  const rows = projects.map((project) => [
    project.number,
    project.slug,
    project.nameInTable ?? project.name,
    project.name,
    project.origin === 'invented' ? `${t(`programme.stage.${project.stage}`)} (${t('programme.csv.invented')})` : t(`programme.stage.${project.stage}`),
    project.partners.map(({ name }) => name).join(', '),
    project.startsOn,
    project.originalEndsOn,
    project.endsOn,
    amount(project.grantCents),
    amount(project.totalCents),
    [...new Set(project.promises.map((promise) => t(`programme.class.${promise.class}`)))].join(', '),
    source(project, 'grant'),
    source(project, 'total'),
    source(project, 'period'),
  ])
  return csvFile([columns.map((key) => t(`programme.csv.${key}`)), ...rows], csvStyleOf(t.format.locale))
}

const amount = (cents: number | null) => (cents === null ? null : { cents })
const said = (source: Source | undefined): string => (source ? [source.document, source.place].filter((part) => part !== '').join(', ') : '')
