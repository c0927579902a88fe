import { DataTable, EmptyState, LinkButton, MoreLink, PageHead, Pagination, Prose, Row, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { eventPath, questionPath } from '../rules/reference.ts'
import type { QuestionLine, TransferEvent } from '../schema.ts'
import { pageWordsOf, StatusTag } from './parts.tsx'

export type DeskProps = {
  readonly t: PageT
  readonly now: Date
  readonly events: readonly TransferEvent[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly fresh: readonly { readonly id: string; readonly title: string; readonly fresh: number }[]
  readonly asked: readonly QuestionLine[]
  readonly hidden: readonly QuestionLine[]
  readonly objections: readonly { readonly id: string; readonly questionId: string; readonly title: string; readonly reason: string; readonly town: string }[]
  readonly townOf: (id: string) => string
}

/** What the project office has to do in the network: what waits for it first, then its events. */
export function DeskPage(props: DeskProps) {
  const { t, now, events, total, page, pageSize } = props
  return (
    <>
      <PageHead title={t('network.desk.title')} lead={t('network.desk.lead')}>
        <Row>
          <LinkButton href="/portfolio/event/new">{t('network.event.new')}</LinkButton>
          <LinkButton kind="quiet" href="/portfolio/question/new">
            {t('network.question.new')}
          </LinkButton>
          <LinkButton kind="quiet" href="/portfolio/news/new">
            {t('network.news.new')}
          </LinkButton>
        </Row>
      </PageHead>
      <Stack gap="l">
        <Waiting {...props} />
        <Section id="events" title={t('network.desk.events')}>
          <DataTable
            id="own-events"
            caption={t('network.desk.events')}
            hideCaption
            rows={events}
            rowKey={({ id }) => id}
            columns={[
              { key: 'title', head: t('network.event.field.title'), rowHead: true, cell: ({ id, title }) => <a href={eventPath(id)}>{title}</a> },
              { key: 'when', head: t('network.event.when'), nowrap: true, cell: ({ startsAt }) => t.format.date(startsAt, 'medium') },
              { key: 'state', head: t('network.registrations.state'), cell: (event) => <StatusTag t={t} event={event} now={now} /> },
              { key: 'registered', head: t('network.registrations.title'), align: 'end', cell: ({ id, state, registered }) => (state === 'draft' ? '–' : <a href={`${eventPath(id)}/registration`}>{t.format.number(registered)}</a>) },
              { key: 'seats', head: t('network.event.seats'), align: 'end', cell: ({ seats }) => (seats === null ? '–' : t.format.number(seats)) },
              { key: 'waiting', head: t('network.registrations.waiting'), align: 'end', cell: ({ waiting }) => t.format.number(waiting) },
            ]}
            empty={<EmptyState level={3} icon="calendar" title={t('network.event.none')} text={t('network.desk.none-next')} />}
          />
          <Pagination label={t('network.pages')} page={page} pages={Math.ceil(total / pageSize)} href={(to) => `/portfolio/network?page=${to}`} words={pageWordsOf(t)} />
        </Section>
        <Section id="others" title={t('network.desk.others')}>
          <Row>
            <MoreLink href="/portfolio/event">{t('network.event.title')}</MoreLink>
            <MoreLink href="/portfolio/question">{t('network.question.title')}</MoreLink>
            <MoreLink href="/portfolio/news">{t('network.news.title')}</MoreLink>
          </Row>
        </Section>
      </Stack>
    </>
  )
}

function Waiting({ t, fresh, asked, hidden, objections, townOf }: DeskProps) {
  const lines = [
    ...objections.map(({ id, questionId, title, reason, town }) => ({ key: id, href: questionPath(questionId), text: t('network.desk.objection', { town: townOf(town), title, reason }) })),
    ...fresh.map(({ id, title, fresh: n }) => ({ key: id, href: questionPath(id), text: t.count('network.desk.fresh', n, { title }) })),
    ...asked.map(({ id, title, town }) => ({ key: id, href: questionPath(id), text: t('network.desk.asked', { town: townOf(town), title }) })),
    ...hidden.map(({ id, title }) => ({ key: id, href: questionPath(id), text: t('network.desk.hidden', { title }) })),
  ]
  return (
    <Section id="waiting" title={t('network.desk.waiting')}>
      {lines.length === 0 ? (
        <p>{t('network.desk.nothing')}</p>
      ) : (
        <Prose>
          <ul>
            {lines.map(({ key, href, text }) => (
              <li key={key}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </Prose>
      )}
    </Section>
  )
}
