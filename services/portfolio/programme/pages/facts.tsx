import { DataTable, DescriptionList, Section, type Entry } from '@modellregion/ui'
import { plainDate } from '@modellregion/standards'
import type { ComponentChildren } from 'preact'
import type { PageT } from '../../locales/index.ts'
import { factFields, firstOfMonth, isAmount } from '../rules/facts.ts'
import { factFigures, type Programme, type ProgrammeChange, type Sourced } from '../schema.ts'
import { SourceMark, type Sources } from './sources.tsx'

/** What a report says about the programme it belongs to, as one paragraph. */
export function ReportFrame({ t, programme: { name, startedIn, endedOn, regions, approxProjects, approxProgramme } }: { t: PageT; programme: Programme }) {
  if (startedIn === null || endedOn === null || approxProjects === null || approxProgramme === null) return null
  return <p class="mr-text">{t('programme.frame', { name, from: firstOfMonth(startedIn), until: endedOn, regions: t.format.list(regions), projects: approxProjects.value, cents: approxProgramme.value })}</p>
}

/** What the project office has written about its programme; what nobody told is left out. */
export function OwnFrame({ t, programme, sources }: { t: PageT; programme: Programme; sources: Sources }) {
  const { name, startedIn, endedOn, region, lead, partner, regions, approxGrants, approxProgramme, approxProjects } = programme
  const figure = (sourced: Sourced<number> | null, textOf: (value: number) => string): ComponentChildren =>
    sourced && (
      <>
        {textOf(sourced.value)}
        <SourceMark t={t} source={sourced.source} sources={sources} />
      </>
    )
  const told: readonly (readonly [string, ComponentChildren])[] = [
    ['name', name],
    ['startedIn', startedIn && t.format.date(firstOfMonth(startedIn), 'month')],
    ['endedOn', endedOn && t.format.date(endedOn)],
    ['region', region],
    ['lead', lead],
    ['partner', partner],
    ['regions', regions.length > 0 && t.format.list([...regions])],
    ['approxGrants', figure(approxGrants, t.format.money)],
    ['approxProgramme', figure(approxProgramme, t.format.money)],
    ['approxProjects', figure(approxProjects, (value) => t.format.number(value))],
  ]
  return (
    <Section id="facts" title={t('programme.facts.about')}>
      <DescriptionList entries={told.flatMap(([field, value]): Entry[] => (value ? [{ term: t.find(`programme.facts.${field}`) ?? field, value }] : []))} />
    </Section>
  )
}

/** Every change of the programme field by field, the newest first. */
export function FactChangeList({ t, changes }: { t: PageT; changes: readonly ProgrammeChange[] }) {
  const rows = changes.flatMap(({ id, detail, createdAt }) => factFields.flatMap((field) => (detail[field] ? [{ key: `${id} ${field}`, field, createdAt, before: detail[field][0], after: detail[field][1] }] : [])))
  return (
    <DataTable
      id="fact-changes"
      caption={t('programme.facts.changes')}
      hideCaption
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'when', head: t('programme.change.when'), nowrap: true, cell: ({ createdAt }) => t.format.dateTime(createdAt) },
        { key: 'what', head: t('programme.change.what'), rowHead: true, cell: ({ field }) => t(`programme.facts.${field}`) },
        { key: 'before', head: t('programme.change.before'), cell: ({ field, before }) => valueText(t, field, before) },
        { key: 'after', head: t('programme.change.after'), cell: ({ field, after }) => valueText(t, field, after) },
      ]}
    />
  )
}

/** A kept value as a reader writes it; figures stand there with a point and their source in brackets. */
function valueText(t: PageT, field: (typeof factFields)[number], value: string): string {
  if (value === '') return t('programme.change.empty')
  if (field === 'startedIn') return t.format.date(firstOfMonth(value), 'month')
  if (field === 'endedOn') return t.format.date(plainDate(value))
  if (field === 'regions' || field === 'remarks') return value.split('\n').join('; ')
  const amount = factFigures.some((figure) => figure === field && isAmount(figure)) ? /^(\d+)\.(\d\d) (.*)$/s.exec(value) : null
  return amount ? `${t.format.money(Number(`${amount[1]}${amount[2]}`))} ${amount[3]}` : value
}
