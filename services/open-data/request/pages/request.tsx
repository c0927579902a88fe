import { Button, Checkbox, DescriptionList, Form, FormEnd, LinkButton, Note, PageHead, ResultList, Section, Split, Stack, Timeline, type Entry, type TimelineEvent } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import type { T } from '../../locales/index.ts'
import { DatasetResult } from '../../dataset/pages/result.tsx'
import type { DatasetSummary } from '../../dataset/schema.ts'
import { Mistakes, Paragraphs } from '../../form/pages/parts.tsx'
import type { FormProps } from '../../form/props.ts'
import { isClosed } from '../rules.ts'
import type { DataRequest, RequestEvent } from '../schema.ts'
import { ReplyForm } from './reply.tsx'
import { nextSentence, StateTag } from './state.tsx'

export type RequestPageProps = FormProps & {
  now: Date
  request: DataRequest
  events: readonly RequestEvent[]
  datasets: readonly DatasetSummary[]
  /** The one it repeats. */
  original: DataRequest | undefined
  /** What has just happened, as the key of a sentence. */
  done: 'asked' | 'voted' | 'replied' | 'handled' | undefined
  me: { isSignedIn: boolean; hasVoted: boolean; follows: boolean; mail: string | undefined; handles: boolean; replies: boolean; code: string | undefined }
}

const doneWords = { asked: 'request.new-done', voted: 'request.voted', replied: 'request.reply-done', handled: 'request.handled' } as const

/** One request: where it stands, what was said, and what one can do for it. */
export function RequestPage(props: RequestPageProps) {
  const { t, now, request, events, datasets, original, done, me } = props
  return (
    <>
      <Mistakes {...props} />
      {done ? <Note kind="ok" role="status" level={0} title={t(doneWords[done])} /> : null}
      <PageHead title={request.title}>
        <div class="mr-stack-s">
          <p>
            <StateTag t={t} state={request.state} />
          </p>
          <p>{nextSentence(t, request)}</p>
          {original ? (
            <p>
              <a href={`/open-data/request/${original.number}`}>{t('request.duplicate-of', { title: original.title })}</a>
            </p>
          ) : null}
        </div>
        {me.handles ? (
          <p>
            <LinkButton href={`/open-data/request/${request.number}/handle`}>{t('request.handle')}</LinkButton>
          </p>
        ) : null}
      </PageHead>
      <Split>
        <div class="mr-stack-l">
          {datasets.length > 0 ? (
            <Section id="datasets" title={t('request.datasets')}>
              <ResultList>
                {datasets.map((dataset) => (
                  <DatasetResult key={dataset.id} t={t} dataset={dataset} now={now} />
                ))}
              </ResultList>
            </Section>
          ) : null}
          {request.purpose === '' ? null : (
            <Section id="purpose" title={t('request.purpose')}>
              <div class="mr-text">
                <Paragraphs text={request.purpose} />
              </div>
            </Section>
          )}
          <Section id="timeline" title={t('request.timeline')}>
            <Timeline events={events.filter(({ shown }) => shown || me.code !== undefined).map((event, at) => lineOf(t, event, at === 0 && !isClosed(request.state)))} />
          </Section>
          {me.replies ? <ReplyForm {...props} action={me.code === undefined ? `/open-data/request/${request.number}/reply` : '/open-data/request/return/reply'} code={me.code} /> : null}
        </div>
        <aside class="mr-stack" aria-labelledby="glance">
          <h2 id="glance">{t('request.glance')}</h2>
          <Votes {...props} />
          <DescriptionList stacked entries={glance(t, request)} />
        </aside>
      </Split>
    </>
  )
}

function lineOf(t: T, { state, text, createdAt }: RequestEvent, isNow: boolean): TimelineEvent {
  const named = state === 'asked' || state === 'reply' || state === 'note' ? t(`request.event.${state}`) : state === 'new' ? t('request.event.shown') : t(`request.state.${state}`)
  return { title: named, when: t.format.dateTime(createdAt), dateTime: createdAt.toISOString(), state: isNow ? 'now' : 'done', detail: text === '' ? undefined : <Paragraphs text={text} /> }
}

function Votes({ t, csrf, typed, request, me }: RequestPageProps) {
  const path = `/open-data/request/${request.number}`
  if (!isVotable(request)) return <p>{t.count('request.votes', request.votes)}</p>
  return (
    <Stack gap="s">
      <p class="mr-h3">{t.count('request.votes', request.votes)}</p>
      {!me.isSignedIn ? (
        <p>
          <LinkButton kind="quiet" href={`/sign-in?return=${encodeURIComponent(path)}`}>
            {t('request.vote-sign-in')}
          </LinkButton>
        </p>
      ) : me.hasVoted ? (
        <Form action={`${path}/unvote`} csrf={csrf}>
          <p>{t('request.voted')}</p>
          <FormEnd>
            <Button kind="quiet">{t('request.unvote')}</Button>
          </FormEnd>
        </Form>
      ) : (
        <Form action={`${path}/vote`} csrf={csrf}>
          {me.mail === undefined || me.follows ? null : <Checkbox name="notify" label={t('request.vote-notify')} checked={typedOf(typed, 'notify') === 'true'} />}
          <FormEnd>
            <Button>{t('request.vote')}</Button>
          </FormEnd>
        </Form>
      )}
      <p class="mr-small mr-muted">{t('request.vote-once')}</p>
      {me.follows ? null : (
        <p>
          <a href={`/open-data/follow/new?kind=request&subject=${request.number}`}>{t('request.follow')}</a>
        </p>
      )}
    </Stack>
  )
}

const isVotable = ({ state }: DataRequest): boolean => state === 'new' || state === 'clarification' || state === 'accepted'

function glance(t: T, { number, organisation, createdAt, answerBy, state, expectedOn }: DataRequest): Entry[] {
  return [
    { term: t('request.kind'), value: t('request.number', { number }) },
    ...(organisation ? [{ term: t('request.organisation'), value: <a href={`/open-data/organisation/${organisation.name}`}>{organisation.title}</a> }] : state === 'new' ? [{ term: t('request.organisation'), value: t('request.organisation-unknown') }] : []),
    { term: t('request.event.asked'), value: t.format.date(createdAt) },
    ...(state === 'new' || state === 'waiting' ? [{ term: t('request.field.answerBy'), value: t.format.date(answerBy) }] : []),
    ...(expectedOn && state === 'accepted' ? [{ term: t('request.field.expectedOn'), value: t.format.date(expectedOn) }] : []),
  ]
}
