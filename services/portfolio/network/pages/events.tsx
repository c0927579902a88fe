import { EmptyState, LinkButton, PageHead, Pagination, ResultList, Row, Section, Stack, Tabs } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { EventResult, pageWordsOf, type EventLine } from './parts.tsx'

export type EventListProps = {
  readonly t: PageT
  readonly now: Date
  readonly view: 'coming' | 'past'
  readonly events: readonly EventLine[]
  readonly elsewhere: readonly EventLine[]
  readonly counts: { readonly coming: number; readonly past: number }
  readonly page: number
  readonly pageSize: number
  readonly mayEdit: boolean
}

/** Transfer events of the town, and those of other towns beside them. */
export function EventListPage({ t, now, view, events, elsewhere, counts, page, pageSize, mayEdit }: EventListProps) {
  return (
    <>
      <PageHead title={t('network.event.title')} lead={t('network.event.lead')}>
        <Row>
          {mayEdit ? <LinkButton href="/portfolio/event/new">{t('network.event.new')}</LinkButton> : null}
          <LinkButton kind="quiet" icon="calendar" href="/portfolio/event.ics">
            {t('network.event.subscribe')}
          </LinkButton>
        </Row>
      </PageHead>
      <Stack gap="l">
        <Tabs
          label={t('network.event.views')}
          tabs={[
            { href: '/portfolio/event', label: t('network.event.coming'), count: counts.coming, current: view === 'coming' },
            { href: '/portfolio/event?view=past', label: t('network.event.past'), count: counts.past, current: view === 'past' },
          ]}
        />
        {events.length === 0 ? (
          <EmptyState level={2} icon="calendar" title={t(view === 'coming' ? 'network.event.none' : 'network.event.none-past')} text={t(view === 'coming' ? 'network.event.none-next' : 'network.event.none-past-next')} />
        ) : (
          <Section id="events" title={t(view === 'coming' ? 'network.event.coming' : 'network.event.past')}>
            <ResultList start={(page - 1) * pageSize + 1}>
              {events.map((line) => (
                <EventResult key={line.event.id} t={t} line={line} now={now} />
              ))}
            </ResultList>
            <Pagination label={t('network.pages')} page={page} pages={Math.ceil(counts[view] / pageSize)} href={(to) => `/portfolio/event?view=${view}&page=${to}`} words={pageWordsOf(t)} />
          </Section>
        )}
        {view === 'coming' && elsewhere.length > 0 ? (
          <Section id="elsewhere" title={t('network.event.elsewhere')}>
            <Stack>
              <p>{t('network.event.elsewhere-lead')}</p>
              <ResultList>
                {elsewhere.map((line) => (
                  <EventResult key={line.event.id} t={t} line={line} now={now} />
                ))}
              </ResultList>
            </Stack>
          </Section>
        ) : null}
      </Stack>
    </>
  )
}
