import { openWithShares, releaseFor, withdrawOpening } from '../opening-acts.ts'
import { caseKey, caseName } from '../rules.ts'
import type { OpeningRequest } from '../schema.ts'
import { markedInbox } from '../store.ts'
import { useHere, useNames } from './here.ts'
import { Button, Head, Note, Tag } from './parts.tsx'

/** Opening cases that nobody reads any more: who asks, why, who has given their share. Everybody of the office sees the same. */
export function Openings() {
  const { say, store, desk } = useHere()
  const mine = markedInbox(store).filter((entry) => entry.isOrphaned && !desk.openings.some((request) => request.caseId === entry.case && request.state === 'open'))
  return (
    <div class="mr-stack">
      <Head title={say('desk.openings.title')}>
        <p>{say('desk.openings.lead')}</p>
      </Head>
      {desk.openings.length === 0 ? <p class="mr-muted">{say('desk.openings.none')}</p> : null}
      <ul class="mr-list mr-stack">
        {desk.openings.map((request) => (
          <li key={request.id} class="mr-card mr-stack-s">
            <Request request={request} />
          </li>
        ))}
      </ul>
      {mine.length > 0 ? (
        <section class="mr-stack-s">
          <h2>{say('desk.openings.waiting')}</h2>
          <p>{say('desk.openings.waiting-text')}</p>
          <ul class="hd-list">
            {mine.map((entry) => (
              <li key={caseKey(entry)}>
                <a
                  class="mr-inline"
                  href="/help-chat/desk"
                  onClick={(event) => {
                    event.preventDefault()
                    store.go({ name: 'case', town: entry.town, case: entry.case })
                  }}
                >
                  {say('desk.case.name', { case: caseName(entry.case) })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function Request({ request }: { request: OpeningRequest }) {
  const { say, dates, store, desk } = useHere()
  const nameOf = useNames(request.town)
  const me = store.served(request.town)?.confidant
  const isMine = request.by === me
  const given = request.released
  // The asker's own share needs no release.
  const there = given.filter((id) => id !== request.by).length + 1
  return (
    <>
      <h2 class="mr-h3">{say('desk.case.name', { case: caseName(request.caseId) })}</h2>
      <p class="mr-row hd-tags">
        <Tag kind={request.state === 'open' ? 'warn' : undefined}>{say(`desk.openings.state.${request.state}`)}</Tag>
        {(desk.state?.me.length ?? 0) > 1 ? <Tag>{store.served(request.town)?.townName ?? request.town}</Tag> : null}
      </p>
      <p>{say('desk.openings.by', { who: nameOf(request.by), day: dates.day(request.askedOn) })}</p>
      <p>{say('desk.openings.why', { reason: request.reason })}</p>
      <p>{say('desk.openings.shares', { n: Math.min(there, request.threshold), threshold: request.threshold })}</p>
      {given.length > 0 ? <p class="mr-small mr-muted">{say('desk.openings.given', { names: given.map(nameOf).join(', ') })}</p> : null}
      {request.state !== 'open' ? null : isMine ? (
        there >= request.threshold ? (
          <Button onClick={() => void openWithShares(store, request).then((isDone) => isDone && store.go({ name: 'case', town: request.town, case: request.caseId }, store.now().said))}>{say('desk.openings.open')}</Button>
        ) : (
          <Note title={say('desk.openings.wait')} />
        )
      ) : request.mine === 'released' ? (
        <p>{say('desk.openings.you-gave')}</p>
      ) : request.mine === 'holder' ? (
        <>
          <p>{say('desk.openings.ask-first')}</p>
          <Button onClick={() => void releaseFor(store, request)}>{say('desk.openings.release', { who: nameOf(request.by) })}</Button>
        </>
      ) : null}
      {request.state === 'open' && isMine ? (
        <p>
          <Button kind="bare" small onClick={() => void withdrawOpening(store, request)}>
            {say('desk.openings.withdraw')}
          </Button>
        </p>
      ) : null}
    </>
  )
}
