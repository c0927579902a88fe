import { EmptyState, LinkButton, PageHead, Result, ResultList, Tag } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Hackday } from '../schema.ts'

/** All hackdays, the next one first. */
export function HackdayListPage({ t, hackdays, now, writes }: { t: T; hackdays: readonly Hackday[]; now: Date; writes: boolean }) {
  return (
    <>
      <PageHead title={t('hackday.title')} lead={t('hackday.lead')}>
        {writes ? (
          <p>
            <LinkButton icon="plus" href="/open-data/hackday/new">
              {t('hackday.new')}
            </LinkButton>
          </p>
        ) : null}
      </PageHead>
      {hackdays.length === 0 ? (
        <EmptyState level={2} icon="calendar" title={t('hackday.none')} text={t('hackday.none-next')} />
      ) : (
        <ResultList>
          {hackdays.map((day) => (
            <Result key={day.id} level={2} href={`/open-data/hackday/${day.name}`} title={day.title} status={<DayTag t={t} day={day} now={now} />} meta={[{ text: t.format.date(day.startsAt, 'weekday-year'), icon: 'calendar' }, { text: day.place, icon: 'pin' }]} />
          ))}
        </ResultList>
      )}
    </>
  )
}

/** Draft, coming, over or cancelled. */
export function DayTag({ t, day, now }: { t: T; day: Pick<Hackday, 'state' | 'endsAt'>; now: Date }) {
  if (day.state === 'cancelled') return <Tag kind="bad">{t('hackday.state.cancelled')}</Tag>
  if (day.state === 'draft') return <Tag kind="warn">{t('hackday.state.draft')}</Tag>
  return day.endsAt > now ? <Tag kind="info">{t('hackday.coming')}</Tag> : <Tag>{t('hackday.over')}</Tag>
}
