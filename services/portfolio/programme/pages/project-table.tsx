import { DataTable, type Column, type FootRow } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { projectPath } from '../record.ts'
import type { SortKey } from '../rules/selection.ts'
import type { ProjectLine, Source } from '../schema.ts'
import { isSameSource, SourceMark, type Sources } from './sources.tsx'
import { Marks, StageTag } from './stage-tag.tsx'

export type AmountSources = ReadonlyMap<string, Source>
export const sourceKey = (slug: string, kind: 'grant' | 'total' | 'period'): string => `${slug} ${kind}`

type Props = {
  t: PageT
  id: string
  caption: string
  note?: string | undefined
  projects: readonly ProjectLine[]
  sourceOf: AmountSources
  sources: Sources
  /** Address that sorts by a column; absent where the order is fixed. */
  sort?: { readonly by: SortKey; readonly descending: boolean; hrefOf(key: SortKey, descending: boolean): string } | undefined
  foot?: readonly FootRow[] | undefined
}

/** Projects as the report prints them: name, partners, period with the original end, grant, total. */
export function ProjectTable({ t, id, caption, note, projects, sourceOf, sources, sort, foot }: Props) {
  const sortOf = (key: SortKey) => sort && { sort: { href: sort.hrefOf(key, sort.by === key && !sort.descending), direction: sort.by !== key ? undefined : sort.descending ? ('descending' as const) : ('ascending' as const) } }
  const source = (slug: string, kind: 'grant' | 'total' | 'period'): Source | null => sourceOf.get(sourceKey(slug, kind)) ?? null
  // One mark a line is enough where period and grant come from the same place.
  const periodSource = (slug: string): Source | null => (isSameSource(source(slug, 'period'), source(slug, 'grant')) ? null : source(slug, 'period'))
  const numbered = projects.some(({ number }) => number !== null)
  const columns: readonly Column<ProjectLine>[] = [
    { key: 'name', head: t('programme.table.name'), rowHead: true, ...sortOf('name'), cell: (project) => <Name t={t} project={project} /> },
    ...(numbered ? [{ key: 'number', head: t('programme.table.number'), align: 'end' as const, ...sortOf('number'), cell: ({ number }: ProjectLine) => (number === null ? '' : String(number)) }] : []),
    { key: 'partners', head: t('programme.table.partners'), cell: ({ partners }) => partners.map(({ name }) => name).join(', ') || '–' },
    { key: 'period', head: t('programme.table.period'), ...sortOf('end'), cell: (project) => <Period t={t} project={project} source={periodSource(project.slug)} sources={sources} /> },
    { key: 'grant', head: t('programme.table.grant'), align: 'end', ...sortOf('grant'), cell: ({ slug, grantCents }) => <Amount t={t} cents={grantCents} source={source(slug, 'grant')} sources={sources} /> },
    { key: 'total', head: t('programme.table.total'), align: 'end', ...sortOf('total'), cell: ({ slug, totalCents }) => <Amount t={t} cents={totalCents} source={source(slug, 'total')} sources={sources} /> },
    { key: 'stage', head: t('programme.table.stage'), nowrap: true, cell: ({ stage }) => <StageTag t={t} stage={stage} /> },
  ]
  return <DataTable id={id} caption={caption} captionNote={note} columns={columns} rows={projects} rowKey={({ slug }) => slug} foot={foot} />
}

function Name({ t, project }: { t: PageT; project: ProjectLine }) {
  return (
    <>
      <a href={projectPath(project.slug)}>{project.nameInTable ?? project.name}</a> <Marks t={t} project={project} />
    </>
  )
}

function Period({ t, project: { startsOn, endsOn, originalEndsOn }, source, sources }: { t: PageT; project: ProjectLine; source: Source | null; sources: Sources }) {
  if (startsOn === null || endsOn === null) return <>{t('programme.table.no-period')}</>
  return (
    <>
      <span class="mr-nowrap">{t.format.date(startsOn, 'medium')}</span> <span class="mr-nowrap">
        {t('programme.table.until', { day: endsOn })}
        <SourceMark t={t} source={source} sources={sources} />
      </span>
      {originalEndsOn === null ? null : (
        <>
          <br />
          <small class="mr-muted">{t('programme.table.original', { day: originalEndsOn })}</small>
        </>
      )}
    </>
  )
}

function Amount({ t, cents, source, sources }: { t: PageT; cents: number | null; source: Source | null; sources: Sources }) {
  if (cents === null) return <>{'–'}</>
  return (
    <>
      {t.format.money(cents)}
      <SourceMark t={t} source={source} sources={sources} />
    </>
  )
}
