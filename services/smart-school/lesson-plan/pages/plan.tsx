import { Button, DescriptionList, Form, LinkButton, MarkdownBlocks, Note, PageHead, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { mkrTitle } from '../../lesson/mkr.ts'
import type { LessonPlan, TownPlan } from '../schema.ts'

export const gradesText = (t: PageT, { grades }: Pick<LessonPlan, 'grades'>): string => {
  const [from = 1, until = from] = [grades[0], grades.at(-1)]
  return from === until ? t('lesson.grade', { n: from }) : t('lesson.grades', { from, to: until })
}

export type PlanPageProps = {
  t: PageT
  csrf: string
  plan: LessonPlan
  /** Absent for a shipped plan. */
  town: TownPlan | undefined
  href: string
  startHref: string | undefined
  /** For whoever writes plans. */
  mayWrite: boolean
  /** An earlier version than the one in use. */
  earlier: number | undefined
  /** The plan it was made from, when it is still there. */
  basedOn: { readonly title: string; readonly href: string } | undefined
  /** Where it is told what came from the catalogue; undefined where the town has no catalogue. */
  catalogueHref: string | undefined
  done: 'saved' | 'restored' | 'retired' | 'returned' | undefined
}

/** A lesson plan, to read, print, and begin with; whoever writes plans goes on from here. */
export function PlanPage({ t, csrf, plan, town, href, startHref, mayWrite, earlier, basedOn, catalogueHref, done }: PlanPageProps) {
  const isRetired = town?.retiredAt != null
  const version = earlier === undefined ? '' : `?version=${earlier}`
  return (
    <>
      <Stack>
        {done ? <Note kind="ok" level={0} role="status" title={t(`lesson-plan.done.${done}`)} /> : null}
        {earlier === undefined ? null : (
          <Note level={0} title={t('lesson-plan.earlier', { version: earlier })}>
            <div class="mr-row">
              <Form action={`${href}/restore`} csrf={csrf} hidden={{ version: String(earlier) }} bare>
                <Button kind="quiet">{t('lesson-plan.restore')}</Button>
              </Form>
              <a href={href}>{t('lesson-plan.to-current')}</a>
            </div>
          </Note>
        )}
        {isRetired ? (
          <Note kind="warn" level={0} title={t('lesson-plan.retired')}>
            <Form action={`${href}/return`} csrf={csrf} bare>
              <Button kind="quiet">{t('lesson-plan.return')}</Button>
            </Form>
          </Note>
        ) : null}
        {town && !town.open && !isRetired ? <Note level={0} title={t('lesson-plan.hidden-note')} /> : null}
        <PageHead title={plan.title} lead={plan.summary}>
          <div class="mr-row">
            {startHref ? <LinkButton href={startHref}>{t('lesson.plan.start')}</LinkButton> : null}
            {mayWrite && town && !isRetired && earlier === undefined ? (
              <LinkButton kind="quiet" icon="edit" href={`${href}/edit`}>
                {t('lesson-plan.edit')}
              </LinkButton>
            ) : null}
            {mayWrite && !isRetired && earlier === undefined ? (
              <LinkButton kind="quiet" href={`/smart-school/lesson/plan/new?from=${plan.id}`}>
                {t('lesson-plan.copy')}
              </LinkButton>
            ) : null}
            <LinkButton kind="quiet" href={`${href}/plan.pdf${version}`}>
              {t('lesson.plan.pdf')}
            </LinkButton>
          </div>
        </PageHead>
      </Stack>
      <Stack gap="l">
        <DescriptionList
          entries={[
            { term: t('lesson.filter.grade'), value: gradesText(t, plan) },
            { term: t('lesson.filter.subject'), value: plan.subjects.join(', ') },
            { term: t('lesson.plan.duration'), value: t('lesson.minutes', { n: plan.minutes }) },
            ...(plan.mkr.length > 0 ? [{ term: t('lesson.filter.mkr'), value: <MkrList ids={plan.mkr} /> }] : []),
            ...(plan.publisher === undefined ? [] : [{ term: t('lesson-plan.field.publisher'), value: plan.publisher }]),
            ...(plan.source === undefined && !basedOn ? [] : [{ term: t('lesson-plan.field.source'), value: basedOn ? <a href={basedOn.href}>{plan.source ?? basedOn.title}</a> : plan.source }]),
            ...(town?.installedAt ? [{ term: t('lesson-plan.installed'), value: <Installed t={t} at={town.installedAt} href={catalogueHref} /> }] : []),
            { term: t('lesson.plan.licence'), value: t('lesson.plan.licence-text', { licence: plan.licence, version: plan.version }) },
          ]}
        />
        {t.format.locale === 'de' ? null : <p class="mr-muted">{t('lesson.plan.german')}</p>}
        <div class="mr-text" lang="de">
          <MarkdownBlocks blocks={plan.blocks} />
        </div>
        {mayWrite && town ? (
          <p class="mr-row">
            <a href={`${href}/versions`}>{t('lesson-plan.versions.title')}</a>
            <a href={`${href}/plan.md${version}`}>{t('lesson-plan.file')}</a>
          </p>
        ) : null}
      </Stack>
    </>
  )
}

function Installed({ t, at, href }: { t: PageT; at: Date; href: string | undefined }) {
  return (
    <>
      {t('lesson-plan.installed-on', { day: at })}
      {href ? (
        <>
          {' · '}
          <a href={href}>{t('lesson-plan.installed-link')}</a>
        </>
      ) : null}
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
