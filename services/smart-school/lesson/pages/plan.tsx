import { DescriptionList, LinkButton, MarkdownBlocks, PageHead, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { mkrTitle } from '../mkr.ts'
import type { LessonPlan } from '../plans.ts'
import { gradesText } from './home.tsx'

/** A ready lesson plan, to read, print, and begin with. */
export function PlanPage({ t, plan, startHref }: { t: PageT; plan: LessonPlan; startHref: string | undefined }) {
  return (
    <>
      <PageHead title={plan.title} lead={plan.summary}>
        <div class="mr-row">
          {startHref ? <LinkButton href={startHref}>{t('lesson.plan.start')}</LinkButton> : null}
          <LinkButton kind="quiet" href={`/smart-school/lesson/plan/${plan.id}/plan.pdf`}>
            {t('lesson.plan.pdf')}
          </LinkButton>
        </div>
      </PageHead>
      <Stack gap="l">
        <DescriptionList
          entries={[
            { term: t('lesson.filter.grade'), value: gradesText(t, plan) },
            { term: t('lesson.filter.subject'), value: plan.subjects.join(', ') },
            { term: t('lesson.plan.duration'), value: t('lesson.minutes', { n: plan.minutes }) },
            { term: t('lesson.filter.mkr'), value: <MkrList ids={plan.mkr} /> },
            { term: t('lesson.plan.licence'), value: t('lesson.plan.licence-text', { licence: plan.licence, version: plan.version }) },
          ]}
        />
        {t.format.locale === 'de' ? null : <p class="mr-muted">{t('lesson.plan.german')}</p>}
        <div class="mr-text" lang="de">
          <MarkdownBlocks blocks={plan.blocks} />
        </div>
      </Stack>
    </>
  )
}

export function MkrList({ ids }: { ids: readonly string[] }) {
  return (
    <ul class="mr-list">
      {ids.map((id) => (
        <li key={id} lang="de">
          {mkrTitle(id)}
        </li>
      ))}
    </ul>
  )
}
