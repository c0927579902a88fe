import { EmptyState, Form, LinkButton, PageHead, Result, ResultList, Section, Select, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { mkrAreas, mkrTitle } from '../mkr.ts'
import type { LessonPlan, PlanFilter } from '../plans.ts'
import type { Phase } from '../rules/state.ts'
import type { Experiment } from '../schema.ts'

export type ExperimentLine = { experiment: Experiment; phase: Phase; href: string }
export type HomeProps = {
  t: PageT
  plans: readonly LessonPlan[]
  filter: PlanFilter
  subjects: readonly string[]
  /** Absent for whoever leads no experiments. */
  own?: readonly ExperimentLine[] | undefined
  startHref?: string | undefined
}

/** Teaching with measurements: the class's entrance, one's own experiments, ready lesson plans. */
export function LessonHome({ t, plans, filter, subjects, own, startHref }: HomeProps) {
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
            <Form action="/smart-school/lesson" method="get" label={t('lesson.filter.label')}>
              <div class="mr-grid" data-min="15">
                <Select name="grade" label={t('lesson.filter.grade')} empty={t('lesson.filter.all')} value={filter.grade === undefined ? '' : String(filter.grade)} choices={Array.from({ length: 13 }, (_, at) => ({ value: String(at + 1), label: t('lesson.grade', { n: at + 1 }) }))} />
                <Select name="subject" label={t('lesson.filter.subject')} empty={t('lesson.filter.all')} value={filter.subject} choices={subjects.map((one) => ({ value: one, label: one }))} />
                <Select name="mkr" label={t('lesson.filter.mkr')} empty={t('lesson.filter.all')} value={filter.mkr} choices={mkrAreas.flatMap((area) => [{ value: area.id, label: `${area.id} ${area.title}` }, ...area.competences.map(({ id }) => ({ value: id, label: `– ${mkrTitle(id) ?? id}` }))])} />
              </div>
              <div>
                <button class="mr-btn mr-btn--quiet">{t('lesson.filter.apply')}</button>
              </div>
            </Form>
            <h3>{t.count('lesson.plans.count', plans.length)}</h3>
            {plans.length === 0 ? (
              <EmptyState level={3} icon="book" title={t('lesson.plans.none')} text={t('lesson.plans.none-next')} />
            ) : (
              <ResultList start={1}>
                {plans.map((plan) => (
                  <Result key={plan.id} href={`/smart-school/lesson/plan/${plan.id}`} title={plan.title} summary={plan.summary} meta={[{ text: gradesText(t, plan) }, { text: plan.subjects.join(', ') }, { text: t('lesson.minutes', { n: plan.minutes }), icon: 'clock' }]} />
                ))}
              </ResultList>
            )}
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

export const gradesText = (t: PageT, { grades }: Pick<LessonPlan, 'grades'>): string => t('lesson.grades', { from: grades[0] ?? 1, to: grades.at(-1) ?? 1 })

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
