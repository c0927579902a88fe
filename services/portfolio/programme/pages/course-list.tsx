import { Timeline, type TimelineEvent } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { isFixed } from '../rules/period.ts'
import type { History, Project, Source } from '../schema.ts'
import { SourceLink, type Sources } from './sources.tsx'

type Props = { t: PageT; project: Project; history: Pick<History, 'steps' | 'periods'>; sources: Sources }

/** Stages, then periods; the newest of each first. A stage without a day stands where it was told. */
export function CourseList({ t, project, history: { steps, periods }, sources }: Props) {
  const detailOf = (reason: string, source: Source | null) =>
    reason === '' && !source ? undefined : (
      <>
        {reason === '' ? null : `${reason} `}
        <SourceLink t={t} source={source} sources={sources} />
      </>
    )
  // A notice may come after the work has begun: the step that counts now is not always the last one.
  const now = steps.findLast(({ stage }) => stage === project.stage)
  const reached = steps.map(({ id, stage, reachedOn, reason, source }) => ({
    title: t(`programme.stage.${stage}`),
    when: reachedOn === null ? t('programme.time.no-day') : t.format.date(reachedOn),
    ...(reachedOn !== null && { dateTime: reachedOn }),
    state: id === now?.id ? ('now' as const) : ('done' as const),
    detail: detailOf(reason, source),
  }))
  const planned = periods.map((period, at) => {
    const { startsOn, endsOn, reason, source } = period
    const title = at === 0 ? t('programme.time.period', { from: startsOn, until: endsOn }) : isFixed(project) && startsOn === periods[at - 1]?.startsOn ? t('programme.time.extended', { until: endsOn }) : t('programme.time.replanned', { from: startsOn, until: endsOn })
    return { title, state: 'done' as const, detail: detailOf(reason, source) }
  })
  const events: readonly TimelineEvent[] = [...reached.toReversed(), ...planned.toReversed()]
  return <Timeline events={events} />
}
