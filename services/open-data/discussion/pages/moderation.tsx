import { Button, EmptyState, Form, LinkButton, PageHead, Panel, Result, ResultList, Row, Section, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { Paragraphs } from '../../form/pages/parts.tsx'
import type { DataRequest } from '../../request/schema.ts'
import type { Submission } from '../../showcase/schema.ts'
import type { Reported } from '../schema.ts'

export type ModerationPageProps = { t: T; csrf: string; waiting: readonly DataRequest[]; unread: readonly DataRequest[]; reported: readonly Reported[]; showcases: readonly Submission[] }

/** Everything that waits for an editor's eyes, in one list. */
export function ModerationPage({ t, csrf, waiting, unread, reported, showcases }: ModerationPageProps) {
  const nothing = waiting.length + unread.length + reported.length + showcases.length === 0
  return (
    <>
      <PageHead title={t('discussion.moderation')} lead={t('discussion.moderation-lead')} />
      {nothing ? <EmptyState level={2} icon="inbox" title={t('discussion.moderation-none')} text={t('discussion.moderation-none-next')} /> : null}
      <Requests id="waiting" title={t('discussion.moderation-requests')} t={t} requests={waiting} />
      <Requests id="unread" title={t('discussion.moderation-replies')} t={t} requests={unread} />
      {showcases.length > 0 ? (
        <Section id="showcases" title={t('discussion.moderation-showcases')}>
          <ResultList>
            {showcases.map((showcase) => (
              <Result key={showcase.id} href={`/open-data/showcase/decide/${showcase.id}`} title={showcase.title} meta={[{ text: showcase.author }, { text: t.format.dateTime(showcase.createdAt), icon: 'clock' }]} />
            ))}
          </ResultList>
        </Section>
      ) : null}
      {reported.length > 0 ? (
        <Section id="reported" title={t('discussion.moderation-reports')}>
          <Stack>
            {reported.map((post) => (
              <Panel key={post.reportId} level={3} title={post.dataset.title} aside={t.format.dateTime(post.reportedAt)}>
                <p class="mr-strong">{t('discussion.reported', { reason: post.reason })}</p>
                <Paragraphs text={post.text} />
                <Row>
                  <LinkButton href={`/open-data/dataset/${post.dataset.name}/discussion/${post.id}/hide`}>{t('discussion.hide')}</LinkButton>
                  <Form action={`/open-data/moderation/${post.id}/keep`} csrf={csrf} bare>
                    <Button kind="quiet">{t('discussion.keep')}</Button>
                  </Form>
                </Row>
              </Panel>
            ))}
          </Stack>
        </Section>
      ) : null}
    </>
  )
}

function Requests({ id, title, t, requests }: { id: string; title: string; t: T; requests: readonly DataRequest[] }) {
  if (requests.length === 0) return null
  return (
    <Section id={id} title={title}>
      <ResultList>
        {requests.map((request) => (
          <Result key={request.id} href={`/open-data/request/${request.number}/handle`} title={request.title} summary={request.purpose} meta={[{ text: t('request.number', request) }, { text: t('request.answer-by', { day: request.answerBy }), icon: 'calendar' }]} />
        ))}
      </ResultList>
    </Section>
  )
}
