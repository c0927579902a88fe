import { useState } from 'preact/hooks'
import { isFaulty, topicOf } from '../room.ts'
import { allOpen, caseKey, caseName, confidantsIn, inOrder, isForAnybody, isShown, type InboxFilter, type InboxOrder } from '../rules.ts'
import type { Clock } from '../schema.ts'
import { hasLeft, markedInbox, type MarkedEntry } from '../store.ts'
import { useHere, useNames } from './here.ts'
import { Button, Head, Select, Tag, type Tone } from './parts.tsx'

const shows: readonly InboxFilter['show'][] = ['open', 'new', 'anybody', 'held', 'closed']
const orders: readonly InboxOrder[] = ['deadline', 'new', 'opened']

/** All cases of all towns served, the most urgent first. */
export function Inbox() {
  const { say, store, desk } = useHere()
  const [filter, setFilter] = useState<InboxFilter>(allOpen)
  const [order, setOrder] = useState<InboxOrder>('deadline')
  const entries = markedInbox(store)
  const shown = inOrder(entries.filter((entry) => isShown(entry, filter)), order)
  const news = entries.filter(({ unread, state }) => unread > 0 && state === 'open')
  const towns = desk.state?.me ?? []
  return (
    <div class="mr-stack">
      <Head title={say('desk.inbox.title')}>
        <p>{news.length === 0 ? say('desk.inbox.nothing-new') : say('desk.inbox.news', { cases: news.length, messages: news.reduce((sum, { unread }) => sum + unread, 0) })}</p>
      </Head>
      <div class="mr-row mr-row--end" role="group" aria-label={say('desk.inbox.filters')}>
        {towns.length > 1 ? (
          <Select small id="filter-town" label={say('desk.inbox.town')} value={filter.town} choices={[{ value: '', label: say('desk.inbox.all-towns') }, ...towns.map(({ town, townName }) => ({ value: town, label: townName }))]} onPick={(town) => setFilter({ ...filter, town })} />
        ) : null}
        <Select small id="filter-lane" label={say('desk.inbox.lane')} value={filter.lane} choices={[{ value: '', label: say('desk.inbox.all-lanes') }, ...(['counsel', 'report'] as const).map((lane) => ({ value: lane, label: say(`desk.lane.${lane}`) }))]} onPick={(lane) => setFilter({ ...filter, lane: lane === 'counsel' || lane === 'report' ? lane : '' })} />
        <Select small id="filter-show" label={say('desk.inbox.show')} value={filter.show} choices={shows.map((show) => ({ value: show, label: say(`desk.inbox.show.${show}`) }))} onPick={(picked) => setFilter({ ...filter, show: shows.find((show) => show === picked) ?? 'open' })} />
        <Select small id="order" label={say('desk.inbox.order')} value={order} choices={orders.map((by) => ({ value: by, label: say(`desk.inbox.order.${by}`) }))} onPick={(picked) => setOrder(orders.find((by) => by === picked) ?? 'deadline')} />
      </div>
      <p class="mr-small mr-muted" role="status">
        {say('desk.inbox.count', { shown: shown.length, all: entries.length })}
      </p>
      {shown.length === 0 ? (
        <div class="mr-empty mr-stack-s">
          <h2 class="mr-h3">{say(entries.length === 0 ? 'desk.inbox.empty' : 'desk.inbox.none')}</h2>
          <p>{say(entries.length === 0 ? 'desk.inbox.empty-next' : 'desk.inbox.none-next')}</p>
        </div>
      ) : (
        <ul class="mr-list hd-inbox">
          {shown.map((entry) => (
            <EntryRow key={caseKey(entry)} entry={entry} />
          ))}
        </ul>
      )}
      {(desk.state?.more.length ?? 0) > 0 ? (
        <Button kind="quiet" onClick={() => void store.loadMore()}>
          {say('desk.inbox.more')}
        </Button>
      ) : null}
    </div>
  )
}

function EntryRow({ entry }: { entry: MarkedEntry }) {
  const { say, dates, store, desk } = useHere()
  const { unread } = entry
  const nameOf = useNames(entry.town)
  const room = desk.rooms.get(caseKey(entry))
  const topic = room && !isFaulty(room) ? topicOf(room) : undefined
  const others = confidantsIn(entry)
  const title = topic === undefined ? say('desk.case.name', { case: caseName(entry.case) }) : say('desk.case.name-topic', { case: caseName(entry.case), topic: say(`office.topic.${topic}`) })
  return (
    <li class={unread > 0 ? 'hd-entry hd-entry--new' : 'hd-entry'}>
      <h2 class="mr-h3">
        <a
          href="/help-chat/desk"
          onClick={(event) => {
            event.preventDefault()
            store.go({ name: 'case', town: entry.town, case: entry.case })
          }}
        >
          {title}
        </a>
      </h2>
      <p class="mr-row hd-tags">
        {unread > 0 ? <Tag kind="info">{say(desk.seen.has(caseKey(entry)) ? 'desk.entry.unread' : 'desk.entry.new', { n: unread })}</Tag> : null}
        {entry.next && entry.state === 'open' ? <ClockTag clock={entry.next} /> : null}
        {hasLeft(store, entry) ? <Tag>{say('desk.entry.left')}</Tag> : null}
        {isForAnybody(entry) && !hasLeft(store, entry) ? <Tag kind="warn">{say('desk.entry.anybody')}</Tag> : null}
        {entry.isOrphaned ? <Tag kind="bad">{say('desk.entry.orphaned')}</Tag> : null}
        {entry.mine === 'holder' ? <Tag>{say('desk.entry.holder')}</Tag> : null}
        {entry.isShorter || (room && isFaulty(room)) ? <Tag kind="bad">{say('desk.entry.fault')}</Tag> : null}
        {entry.state === 'closed' ? <Tag>{say('desk.entry.closed')}</Tag> : null}
      </p>
      <ul class="mr-meta">
        <li>{say(`desk.lane.${entry.lane}`)}</li>
        {(desk.state?.me.length ?? 0) > 1 ? <li>{store.served(entry.town)?.townName ?? entry.town}</li> : null}
        <li>{say('desk.entry.last', { day: dates.day(entry.lastDay), who: nameOf(entry.lastFrom) })}</li>
        {others.length > 0 ? <li>{say('desk.entry.readers', { names: others.map(nameOf).join(', ') })}</li> : null}
      </ul>
    </li>
  )
}

const tones: Record<Clock['state'], Tone | undefined> = { over: 'bad', today: 'bad', near: 'warn', running: undefined, paused: undefined, done: 'ok' }

/** A period in words: what, until when, how urgent. */
export function ClockTag({ clock }: { clock: Clock }) {
  const { say, dates } = useHere()
  return <Tag kind={tones[clock.state]}>{say(`desk.clock.${clock.state}`, { what: say(`desk.clock.rule.${clock.rule}`), day: dates.day(clock.dueOn) })}</Tag>
}
