import { Button, DescriptionList, Form, LinkButton, Note, PageHead, Panel, Row, Section, Split, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { DatasetSummary } from '../../dataset/schema.ts'
import { Paragraphs } from '../../form/pages/parts.tsx'
import type { DataRequest } from '../../request/schema.ts'
import { ShowcaseCards } from '../../showcase/pages/cards.tsx'
import type { Showcase } from '../../showcase/schema.ts'
import type { RegistrationRefusal } from '../rules.ts'
import type { Challenge, Hackday } from '../schema.ts'
import { DayTag } from './list.tsx'

export type HackdayPageProps = {
  t: T
  csrf: string
  now: Date
  day: Hackday
  challenges: readonly Challenge[]
  datasets: ReadonlyMap<string, DatasetSummary>
  requests: ReadonlyMap<string, DataRequest>
  results: readonly Showcase[]
  refusal: RegistrationRefusal | undefined
  done: 'registered' | 'ended' | undefined
  me: { isSignedIn: boolean; isRegistered: boolean; writes: boolean }
}

/** One hackday: when and where, what there is to work on, and what came of it. */
export function HackdayPage(props: HackdayPageProps) {
  const { t, now, day, challenges, results, done, me } = props
  return (
    <>
      {done ? <Note kind="ok" role="status" level={0} title={t(`hackday.done.${done}`)} /> : null}
      <PageHead title={day.title}>
        <p>
          <DayTag t={t} day={day} now={now} />
        </p>
        <Registration {...props} />
        {me.writes ? (
          <p>
            <LinkButton kind="quiet" href={`/open-data/hackday/${day.name}/change`}>
              {t('hackday.change')}
            </LinkButton>
          </p>
        ) : null}
      </PageHead>
      <Split>
        <div class="mr-stack-l">
          <Section id="programme" title={t('hackday.field.programme')}>
            <div class="mr-text">
              <Paragraphs text={day.programme} />
            </div>
          </Section>
          {challenges.length > 0 ? (
            <Section id="challenges" title={t('hackday.challenges')}>
              <Stack>
                {challenges.map((challenge) => (
                  <ChallengePanel key={challenge.id} {...props} challenge={challenge} />
                ))}
              </Stack>
            </Section>
          ) : null}
          {results.length > 0 ? (
            <Section id="results" title={t('hackday.results')}>
              <ShowcaseCards t={t} showcases={results} />
            </Section>
          ) : null}
        </div>
        <aside class="mr-stack" aria-labelledby="glance">
          <h2 id="glance">{t('request.glance')}</h2>
          <DescriptionList
            stacked
            entries={[
              { term: t('hackday.when'), value: whenOf(t, day) },
              { term: t('hackday.field.place'), value: <Paragraphs text={day.place} /> },
              { term: t('hackday.field.accessibility'), value: <Paragraphs text={day.accessibility} /> },
              { term: t('hackday.registered'), value: day.seats === null ? t.format.number(day.registered) : t('hackday.of-seats', { n: day.registered, seats: day.seats }) },
            ]}
          />
        </aside>
      </Split>
    </>
  )
}

function whenOf(t: T, { startsAt, endsAt }: Hackday): string {
  const [first, last] = [t.format.date(startsAt, 'weekday-year'), t.format.date(endsAt, 'weekday-year')]
  return first === last ? `${first}, ${t.format.timeRange(startsAt, endsAt)}` : `${t.format.dateTime(startsAt)} – ${t.format.dateTime(endsAt)}`
}

function Registration({ t, csrf, day, refusal, me }: HackdayPageProps) {
  const path = `/open-data/hackday/${day.name}`
  if (day.state === 'draft') return null
  if (me.isRegistered && refusal !== 'over')
    return (
      <Row>
        <span>{t('hackday.you-come')}</span>
        <Form action={`${path}/unregister`} csrf={csrf} bare>
          <Button kind="quiet">{t('hackday.unregister')}</Button>
        </Form>
      </Row>
    )
  if (refusal) return <p>{t(`open-data.hackday.${refusal}`)}</p>
  if (!me.isSignedIn)
    return (
      <p>
        <LinkButton href={`/sign-in?return=${encodeURIComponent(path)}`}>{t('hackday.sign-in')}</LinkButton>
      </p>
    )
  return (
    <Stack gap="s">
      <Form action={`${path}/register`} csrf={csrf} bare>
        <Button>{t('hackday.register')}</Button>
      </Form>
      <p class="mr-small mr-muted">{t('hackday.register-privacy')}</p>
    </Stack>
  )
}

function ChallengePanel({ t, challenge, datasets, requests }: HackdayPageProps & { challenge: Challenge }) {
  const request = challenge.requestId === null ? undefined : requests.get(challenge.requestId)
  const used = challenge.datasetIds.flatMap((id) => datasets.get(id) ?? [])
  return (
    <Panel title={challenge.title} level={3}>
      <Paragraphs text={challenge.text} />
      {used.length > 0 ? (
        <div class="mr-stack-s">
          {used.map(({ name, title }) => (
            <p key={name}>
              <a href={`/open-data/dataset/${name}`}>{title}</a>
            </p>
          ))}
        </div>
      ) : null}
      {request ? (
        <p>
          <a href={`/open-data/request/${request.number}`}>{t('hackday.from-request', { title: request.title })}</a>
        </p>
      ) : null}
    </Panel>
  )
}
