import { BarChart, ChartFrame, EmptyState, Grid, KeyFigure, LinkButton, MoreLink, Note, PageHead, Row, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { FunnelStep } from '../rules/funnel.ts'
import type { Oddity } from '../rules/oddities.ts'
import type { Selection, SortKey } from '../rules/selection.ts'
import { isGranted } from '../rules/stage.ts'
import type { Sums } from '../rules/sums.ts'
import type { Programme, ProgrammeChange, ProjectLine } from '../schema.ts'
import { FactChangeList, OwnFrame, ReportFrame } from './facts.tsx'
import { FilterForm } from './filter-form.tsx'
import { OddityList } from './oddity-list.tsx'
import { ProjectTable, type AmountSources } from './project-table.tsx'
import { SourceList, type Sources } from './sources.tsx'

export type ProgrammeProps = {
  t: PageT
  programme: Programme | undefined
  funnel: readonly FunnelStep[]
  /** What the table shows: the projects the programme is about. */
  main: { readonly shown: readonly ProjectLine[]; readonly all: number; readonly sums: Sums; readonly shownSums: Sums }
  /** Further public projects: beside those of a report, or invented ones beside real ones. */
  others: readonly ProjectLine[]
  /** Ideas and applications, for staff only. */
  internal: readonly ProjectLine[]
  oddities: readonly Oddity[]
  selection: Selection
  hrefOf: (change: Partial<Selection>) => string
  sourceOf: AmountSources
  sources: Sources
  /** What was changed about the programme, for staff. */
  changes: readonly ProgrammeChange[]
  /** What was done a moment ago. */
  done: 'facts' | 'removed' | undefined
  may: { edit: boolean; /** The programme itself, where it does not come from a report. */ editProgramme: boolean }
}

const anchor = '#projects'

/** The programme: where the projects came from, what they cost, and where the figures do not fit. */
export function ProgrammePage(props: ProgrammeProps) {
  const { t, programme, main, others, internal, oddities, sources, changes } = props
  const isReport = programme?.origin === 'report'
  return (
    <>
      {props.done === undefined ? null : <Note kind="ok" role="status" level={0} title={t(`programme.done.${props.done}`)} />}
      <PageHead title={t('programme.title')} lead={isReport ? t('programme.lead', programme) : t('programme.lead-own')}>
        {props.may.edit ? (
          <Row>
            <LinkButton href="/portfolio/programme/new" icon="plus">
              {t('programme.new')}
            </LinkButton>
            <LinkButton href="/portfolio/programme/import" kind="quiet" icon="upload">
              {t('programme.import')}
            </LinkButton>
            {props.may.editProgramme ? (
              <LinkButton href="/portfolio/programme/facts" kind="quiet" icon="edit">
                {t(programme ? 'programme.facts.change' : 'programme.facts.write')}
              </LinkButton>
            ) : null}
          </Row>
        ) : null}
      </PageHead>
      <Stack gap="l">
        {isReport ? <ReportFrame t={t} programme={programme} /> : programme ? <OwnFrame t={t} programme={programme} sources={sources} /> : null}
        {main.all > 0 ? <Figures t={t} sums={main.sums} /> : null}
        {main.all > 0 || programme ? <Funnel {...props} /> : null}
        <Projects {...props} />
        {oddities.length > 0 ? (
          <Section id="odd" title={t(isReport ? 'programme.odd.title' : 'programme.odd.title-own')}>
            <Stack>
              {isReport ? <p class="mr-text">{t('programme.odd.lead')}</p> : null}
              <OddityList t={t} oddities={oddities} linked />
            </Stack>
          </Section>
        ) : null}
        {others.length > 0 ? (
          <Section id="others" title={t('programme.other.title')}>
            <Stack>
              <p class="mr-text">{t(isReport ? 'programme.other.lead' : 'programme.other.lead-invented')}</p>
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
        {changes.length > 0 ? (
          <Section id="changes" title={t('programme.facts.changes')}>
            <FactChangeList t={t} changes={changes} />
          </Section>
        ) : null}
        <SourceList t={t} sources={sources} />
      </Stack>
    </>
  )
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
  const counts = { ideas: countOf('ideas'), submitted: countOf('submitted'), approved: countOf('approved') }
  // A sentence that lets one become the other is true only where each step is smaller than the one before.
  const finding = t(counts.ideas > counts.submitted && counts.submitted > counts.approved && counts.approved > 1 ? 'programme.funnel.finding' : 'programme.funnel.finding-own', counts)
  const bars = funnel.map(({ id, count }) => ({ label: t(`programme.funnel.${id}`), value: count, now: id === 'approved' }))
  return (
    <Section id="funnel" title={t('programme.funnel.title')}>
      <Stack gap="s">
        <ChartFrame
          id="funnel-chart"
          finding={finding}
          unit={t('programme.funnel.unit')}
          source={sourceOf(t, funnel)}
          table={{ heads: [t('programme.funnel.step'), t('programme.funnel.unit')], rows: bars.map(({ label, value }) => [label, t.format.number(value)]) }}
          words={{ asTable: t('programme.as-table') }}
        >
          <BarChart label={finding} bars={bars} format={(value) => t.format.number(value)} />
        </ChartFrame>
        {programme?.origin === 'report' ? <p class="mr-small mr-muted">{t('programme.funnel.nameless')}</p> : null}
      </Stack>
    </Section>
  )
}

/** Each source once, and whether something was counted here. */
function sourceOf(t: PageT, funnel: readonly FunnelStep[]): string {
  const named = new Set(funnel.flatMap(({ source }) => (source ? [[source.document, source.place].filter((part) => part !== '').join(', ')] : [])))
  const isCounted = funnel.some(({ source }) => source === null)
  return [...(named.size > 0 ? [t('programme.funnel.source', { sources: [...named].join('; ') })] : []), ...(isCounted ? [t(named.size > 0 ? 'programme.funnel.counted-rest' : 'programme.funnel.counted')] : [])].join('. ')
}

function Projects(props: ProgrammeProps) {
  const { t, programme, main, selection, hrefOf } = props
  const title = t(programme?.origin === 'report' ? 'programme.table.title' : 'programme.own.title')
  if (main.all === 0)
    return (
      <Section id="projects" title={title}>
        <EmptyState level={3} title={t('programme.table.empty')} text={t('programme.table.empty-next')} />
      </Section>
    )
  const isFiltered = main.shown.length < main.all
  const sums = isFiltered ? main.shownSums : main.sums
  const isWished = main.shown.some(({ grantCents, stage }) => grantCents !== null && !isGranted(stage))
  const foot = [
    { head: t(isWished ? 'programme.table.sum-granted' : isFiltered ? 'programme.table.sum-shown' : 'programme.table.sum'), cells: { grant: t.format.money(isFiltered ? sums.all : sums.projects) } },
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
          <MoreLink href="/portfolio/programme/projects-kdn.csv">{t('programme.table.kdn')}</MoreLink>
          <MoreLink href="/portfolio/api/projects">{t('programme.table.json')}</MoreLink>
        </Row>
      </Stack>
    </Section>
  )
}
