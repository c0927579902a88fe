import { EmptyState, Form, LinkButton, PageHead, Pagination, Result, ResultList, Section, Select, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { mkrAreas, mkrTitle } from '../mkr.ts'
import { gradesText } from '../../lesson-plan/pages/plan.tsx'
import type { ListedPlan } from '../../lesson-plan/rules/filter.ts'
import { origins, type LessonPlan, type PlanFilter } from '../../lesson-plan/schema.ts'
import type { Phase } from '../rules/state.ts'
import type { Experiment } from '../schema.ts'

export type ExperimentLine = { experiment: Experiment; phase: Phase; href: string }
export type HomeProps = {
  t: PageT
  /** Those of this page of the list. */
  plans: readonly ListedPlan[]
  total: number
  at: number
  pages: number
  filter: PlanFilter
  subjects: readonly string[]
  /** Whether the town has plans of its own, so that the origin is worth telling. */
  hasOwn: boolean
  /** Plans out of use, for whoever can bring them back. */
  retired: readonly Pick<LessonPlan, 'id' | 'title'>[]
  /** Absent for whoever leads no experiments. */
  own?: readonly ExperimentLine[] | undefined
  startHref?: string | undefined
  /** For whoever writes plans. */
  writeHref?: string | undefined
}

/** Teaching with measurements: the class's entrance, one's own experiments, ready lesson plans. */
export function LessonHome({ t, plans, total, at, pages, filter, subjects, hasOwn, retired, own, startHref, writeHref }: HomeProps) {
  return (
    <>
      <PageHead title={t('lesson.home.title')} lead={t('lesson.home.lead')}>
        <div class="mr-row">
          <LinkButton href="/smart-school/class">{t('lesson.class.enter')}</LinkButton>
          {startHref ? (
            <LinkButton kind="quiet" href={startHref}>
              {t('lesson.start.title')}
            </LinkButton>
          ) : null}
        </div>
      </PageHead>
      <Stack gap="l">
        {own ? (
          <Section id="own" title={t('lesson.own.title')}>
            <ExperimentList t={t} lines={own} empty={t('lesson.own.empty')} />
          </Section>
        ) : null}
        <Section id="plans" title={t('lesson.plans.title')}>
          <Stack>
            {writeHref ? (
              <div>
                <LinkButton kind="quiet" icon="plus" href={writeHref}>
                  {t('lesson-plan.new')}
                </LinkButton>
              </div>
            ) : null}
            <Form action="/smart-school/lesson" method="get" label={t('lesson.filter.label')}>
              <div class="mr-grid" data-min={hasOwn ? '24' : '15'}>
                <Select name="grade" label={t('lesson.filter.grade')} empty={t('lesson.filter.all')} value={filter.grade === undefined ? '' : String(filter.grade)} choices={Array.from({ length: 13 }, (_, at) => ({ value: String(at + 1), label: t('lesson.grade', { n: at + 1 }) }))} />
                <Select name="subject" label={t('lesson.filter.subject')} empty={t('lesson.filter.all')} value={filter.subject} choices={subjects.map((one) => ({ value: one, label: one }))} />
                <Select name="mkr" label={t('lesson.filter.mkr')} empty={t('lesson.filter.all')} value={filter.mkr} choices={mkrAreas.flatMap((area) => [{ value: area.id, label: `${area.id} ${area.title}` }, ...area.competences.map(({ id }) => ({ value: id, label: `– ${mkrTitle(id) ?? id}` }))])} />
                {hasOwn ? <Select name="origin" label={t('lesson-plan.filter.origin')} empty={t('lesson.filter.all')} value={filter.origin} choices={origins.map((one) => ({ value: one, label: t(`lesson-plan.origin.${one}`) }))} /> : null}
              </div>
              <div>
                <button class="mr-btn mr-btn--quiet">{t('lesson.filter.apply')}</button>
              </div>
            </Form>
            <h3>{t.count('lesson.plans.count', total)}</h3>
            {plans.length === 0 ? (
              <EmptyState level={3} icon="book" title={t('lesson.plans.none')} text={t('lesson.plans.none-next')} />
            ) : (
              <ResultList start={1}>
                {plans.map(({ line, origin, open }) => (
                  <Result
                    key={line.id}
                    href={`/smart-school/lesson/plan/${line.id}`}
                    title={line.title}
                    summary={line.summary}
                    lang="de"
                    status={origin === 'town' ? <Tag kind={open ? 'info' : 'warn'}>{open ? t('lesson-plan.origin.town') : t('lesson-plan.hidden')}</Tag> : undefined}
                    meta={[{ text: gradesText(t, line) }, { text: line.subjects.join(', ') }, { text: t('lesson.minutes', { n: line.minutes }), icon: 'clock' }]}
                  />
                ))}
              </ResultList>
            )}
            <Pagination label={t('lesson-plan.pages')} page={at} pages={pages} href={(to) => hrefOf(filter, to)} words={{ page: t('lesson-plan.page'), next: t('lesson-plan.next'), previous: t('lesson-plan.previous') }} />
            {retired.length > 0 ? (
              <details class="mr-details">
                <summary>{t('lesson-plan.retired-list')}</summary>
                <ul class="mr-list">
                  {retired.map(({ id, title }) => (
                    <li key={id}>
                      <a href={`/smart-school/lesson/plan/${id}`}>{title}</a>
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
            <p class="mr-small mr-muted">{t('lesson.mkr.source')}</p>
          </Stack>
        </Section>
        <p>
          <a href="/smart-school/lesson/open-data">{t('lesson.public.link')}</a>
        </p>
      </Stack>
    </>
  )
}

/** The list on another page, with the same filters. */
const hrefOf = ({ grade, subject, mkr, origin }: PlanFilter, to: number): string =>
  `/smart-school/lesson?${new URLSearchParams({ ...(grade !== undefined && { grade: String(grade) }), ...(subject !== undefined && { subject }), ...(mkr !== undefined && { mkr }), ...(origin !== undefined && { origin }), page: String(to) }).toString()}`

/** Experiments with the state each is in. */
export function ExperimentList({ t, lines, empty }: { t: PageT; lines: readonly ExperimentLine[]; empty: string }) {
  if (lines.length === 0) return <p>{empty}</p>
  return (
    <ul class="mr-list mr-stack">
      {lines.map(({ experiment, phase, href }) => (
        <li key={experiment.id} class="mr-row">
          <a href={href}>{experiment.title}</a>
          <Tag kind={phase === 'running' ? 'ok' : 'info'}>{t(`lesson.phase.${phase}`)}</Tag>
          <span class="mr-small mr-muted">{t('lesson.period', { from: experiment.from, until: experiment.until })}</span>
        </li>
      ))}
    </ul>
  )
}
