import { Timeline, type TimelineEvent } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Criterion } from '../criteria/schema.ts'
import { scoreOf } from '../rules.ts'
import type { Review, Vote } from '../schema.ts'

type Moment = TimelineEvent & { at: Date }

/** Every round with its votes and reasons, the newest first. Who it was is not told: a decision is that of the department or the group. */
export function History({ t, rounds, votes, criteria }: { t: T; rounds: readonly Review[]; votes: readonly Vote[]; criteria: readonly Criterion[] }) {
  const events = rounds.flatMap((round) => eventsOf(t, round, votes.filter(({ reviewId }) => reviewId === round.id), criteria))
  return <Timeline events={events.sort((a, b) => b.at.getTime() - a.at.getTime())} />
}

function eventsOf(t: T, round: Review, votes: readonly Vote[], criteria: readonly Criterion[]): Moment[] {
  const moment = (title: string, at: Date, detail?: TimelineEvent['detail']): Moment => ({ title, at, when: t.format.dateTime(at), dateTime: at.toISOString(), state: 'done', ...(detail !== undefined && { detail }) })
  const decided = round.decidedAt
  const outcome = round.state === 'returned' || round.state === 'refused' ? round.state : round.state === 'accepted' || round.state === 'released' ? 'accepted' : undefined
  return [
    moment(t('review.event.sent', { round: round.round }), round.createdAt, round.note || undefined),
    ...votes.map((vote) => moment(t(vote.stage === 'check' ? 'review.event.check' : 'review.event.vote', { verdict: t(`review.verdict-was.${vote.verdict}`) }), vote.createdAt, <VoteDetail t={t} vote={vote} criteria={criteria} />)),
    ...(decided && outcome ? [moment(t(`review.event.${outcome}`), decided, round.publicReason || undefined)] : []),
    ...(round.releasedAt ? [moment(t('review.event.released'), round.releasedAt)] : []),
  ]
}

function VoteDetail({ t, vote, criteria }: { t: T; vote: Vote; criteria: readonly Criterion[] }) {
  const asked = criteria.filter(({ stage }) => stage === vote.stage)
  const doubts = asked.filter(({ code }) => vote.answers[code] === 'no' || vote.answers[code] === 'open')
  return (
    <>
      {vote.reasons ? <p>{vote.reasons}</p> : null}
      {vote.grounds.length > 0 ? <p>{vote.grounds.map((ground) => t(`review.ground.${ground}`)).join(', ')}</p> : null}
      <p class="mr-small mr-muted">{t('review.event.score', { share: scoreOf(vote.answers, asked), catalogue: vote.catalogue })}</p>
      {doubts.length > 0 ? (
        <ul class="mr-small">
          {doubts.map(({ code, question }) => (
            <li key={code}>
              {t.locale === 'en' && question.en ? question.en : question.de} <b>{t(`review.answer.${vote.answers[code] ?? 'open'}`)}</b>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
