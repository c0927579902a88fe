import { BarChart, ChartFrame, EmptyState, Grid, KeyFigure, LinkButton, MoreLink, PageHead, Row, Section, Stack } from '@modellregion/ui'
import { plainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import type { FunnelStep } from '../rules/funnel.ts'
import type { Oddity } from '../rules/oddities.ts'
import type { Selection, SortKey } from '../rules/selection.ts'
import type { Sums } from '../rules/sums.ts'
import type { Programme, Project, Source } from '../schema.ts'
import { FilterForm } from './filter-form.tsx'
import { OddityList } from './oddity-list.tsx'
import { ProjectTable, type AmountSources } from './project-table.tsx'
import { SourceList } from './sources.tsx'

export type ProgrammeProps = {
  t: PageT
  programme: Programme | undefined
  funnel: readonly FunnelStep[]
  /** What the table shows: the report's projects where there is a report, else the town's own. */
  main: { readonly shown: readonly Project[]; readonly all: number; readonly sums: Sums; readonly shownSums: Sums }
  /** Further public projects beside those of a report. */
  others: readonly Project[]
  /** Ideas and applications, for staff only. */
  internal: readonly Project[]
  oddities: readonly Oddity[]
  selection: Selection
  hrefOf: (change: Partial<Selection>) => string
  sourceOf: AmountSources
  sources: readonly Source[]
  may: { edit: boolean }
}

const anchor = '#projects'

/** The programme: where the projects came from, what they cost, and where the figures do not fit. */
export function ProgrammePage(props: ProgrammeProps) {
  const { t, programme, main, others, internal, oddities, sources } = props
  return (
    <>
      <PageHead title={t('programme.title')} lead={programme ? t('programme.lead', programme) : t('programme.lead-own')}>
        {props.may.edit ? (
          <Row>
            <LinkButton href="/portfolio/programme/new" icon="plus">
              {t('programme.new')}
            </LinkButton>
            <LinkButton href="/portfolio/programme/import" kind="quiet" icon="upload">
              {t('programme.import')}
            </LinkButton>
          </Row>
        ) : null}
      </PageHead>
      <Stack gap="l">
        {programme ? <Frame t={t} programme={programme} /> : null}
        {main.all > 0 ? <Figures t={t} sums={main.sums} /> : null}
        {main.all > 0 || programme ? <Funnel {...props} /> : null}
        <Projects {...props} />
        {oddities.length > 0 ? (
          <Section id="odd" title={t('programme.odd.title')}>
            <Stack>
              <p class="mr-text">{t('programme.odd.lead')}</p>
              <OddityList t={t} oddities={oddities} linked />
            </Stack>
          </Section>
        ) : null}
        {others.length > 0 ? (
          <Section id="others" title={t('programme.other.title')}>
            <Stack>
              <p class="mr-text">{t('programme.other.lead')}</p>
              <ProjectTable t={t} id="other-projects" caption={t('programme.other.title')} projects={others} sourceOf={props.sourceOf} sources={sources} />
            </Stack>
          </Section>
        ) : null}
        {internal.length > 0 ? (
          <Section id="ideas" title={t('programme.ideas.title')}>
            <Stack>
              <p class="mr-text">{t('programme.ideas.lead')}</p>
              <ProjectTable t={t} id="internal-projects" caption={t('programme.ideas.title')} projects={internal} sourceOf={props.sourceOf} sources={sources} />
            </Stack>
          </Section>
        ) : null}
        <SourceList t={t} sources={sources} />
      </Stack>
    </>
  )
}

function Frame({ t, programme }: { t: PageT; programme: Programme }) {
  const { name, startedIn, endedOn, regions, approxProjects, approxProgramme } = programme
  return <p class="mr-text">{t('programme.frame', { name, from: plainDate(`${startedIn}-01`), until: endedOn, regions: t.format.list(regions), projects: approxProjects.value, cents: approxProgramme.value })}</p>
}

function Figures({ t, sums }: { t: PageT; sums: Sums }) {
  const note = t('programme.figure.computed')
  return (
    <Grid min={15}>
      <KeyFigure label={t('programme.figure.count')} value={t.format.number(sums.count)} />
      <KeyFigure label={t('programme.figure.granted')} value={t.format.money(sums.projects)} note={note} />
      {sums.office > 0 ? <KeyFigure label={t('programme.figure.all')} value={t.format.money(sums.all)} note={note} /> : null}
    </Grid>
  )
}

function Funnel({ t, programme, funnel }: ProgrammeProps) {
  const countOf = (id: FunnelStep['id']): number => funnel.find((step) => step.id === id)?.count ?? 0
  const finding = t(programme ? 'programme.funnel.finding' : 'programme.funnel.finding-own', { ideas: countOf('ideas'), submitted: countOf('submitted'), approved: countOf('approved') })
  const bars = funnel.map(({ id, count }) => ({ label: t(`programme.funnel.${id}`), value: count, now: id === 'approved' }))
  const source = funnel[0]?.source
  return (
    <Section id="funnel" title={t('programme.funnel.title')}>
      <ChartFrame
        id="funnel-chart"
        finding={finding}
        unit={t('programme.funnel.unit')}
        source={source ? t('programme.funnel.source', source) : t('programme.funnel.counted')}
        table={{ heads: [t('programme.funnel.step'), t('programme.funnel.unit')], rows: bars.map(({ label, value }) => [label, t.format.number(value)]) }}
        words={{ asTable: t('programme.as-table') }}
      >
        <BarChart label={finding} bars={bars} format={(value) => t.format.number(value)} />
      </ChartFrame>
      {programme ? <p class="mr-small mr-muted">{t('programme.funnel.nameless')}</p> : null}
    </Section>
  )
}

function Projects(props: ProgrammeProps) {
  const { t, programme, main, selection, hrefOf } = props
  const title = programme ? t('programme.table.title') : t('programme.own.title')
  if (main.all === 0)
    return (
      <Section id="projects" title={title}>
        <EmptyState level={3} title={t('programme.table.empty')} text={t('programme.table.empty-next')} />
      </Section>
    )
  const isFiltered = main.shown.length < main.all
  const sums = isFiltered ? main.shownSums : main.sums
  const foot = [
    { head: isFiltered ? t('programme.table.sum-shown') : t('programme.table.sum'), cells: { grant: t.format.money(isFiltered ? sums.all : sums.projects) } },
    ...(!isFiltered && sums.office > 0 ? [{ head: t('programme.table.sum-all'), cells: { grant: t.format.money(sums.all) } }] : []),
  ]
  return (
    <Section id="projects" title={title}>
      <Stack>
        <FilterForm t={t} selection={selection} />
        {main.shown.length === 0 ? (
          <EmptyState level={3} title={t('programme.table.none')} text={t('programme.table.none-next')} actions={<a href={`/portfolio/programme${anchor}`}>{t('programme.table.all')}</a>} />
        ) : (
          <ProjectTable
            t={t}
            id="project-table"
            caption={t('programme.table.caption')}
            note={isFiltered ? t('programme.table.count', { shown: main.shown.length, all: main.all }) : undefined}
            projects={main.shown}
            sourceOf={props.sourceOf}
            sources={props.sources}
            sort={{ by: selection.sort, descending: selection.descending, hrefOf: (sort: SortKey, descending: boolean) => `${hrefOf({ sort, descending })}${anchor}` }}
            foot={foot}
          />
        )}
        <Row>
          <MoreLink href="/portfolio/programme/projects.csv">{t('programme.table.csv')}</MoreLink>
          <MoreLink href="/portfolio/api/projects">{t('programme.table.json')}</MoreLink>
        </Row>
      </Stack>
    </Section>
  )
}
