import { useEffect, useRef } from 'preact/hooks'
import type { Content } from '../../crypto/message.ts'
import type { Opened } from '../../crypto/thread.ts'
import { saveFile } from '../case-acts.ts'
import { textOf } from '../export.ts'
import type { Room } from '../room.ts'
import { useHere, useNames } from './here.ts'
import { Button } from './parts.tsx'

/** What was said, in its order, up to a message where one is named. New messages are read out when they arrive. */
export function Lines({ room, until }: { room: Room; until?: number | undefined }) {
  const { say } = useHere()
  const end = useRef<HTMLDivElement>(null)
  const count = room.lines.length
  useEffect(() => end.current?.scrollIntoView({ block: 'nearest' }), [count])
  return (
    <div class="mr-stack-s">
      <div class="hd-lines" role="log" aria-label={say('desk.lines.label')} tabindex={0}>
        <ol>
          {room.lines.slice(0, until === undefined ? undefined : until + 1).map((line) => (
            <Line key={line.seq} line={line} room={room} />
          ))}
        </ol>
        <div ref={end} />
      </div>
      <p class="mr-small mr-muted">{say('desk.lines.checked', { n: count })}</p>
    </div>
  )
}

function Line({ line: { seq, from, message }, room }: { line: Opened; room: Room }) {
  const { say, dates, store } = useHere()
  const nameOf = useNames(room.town)
  const isMine = from === store.served(room.town)?.confidant
  const day = room.view.receivedDays[seq]
  const isStep = message !== undefined && !['start', 'text', 'file'].includes(message.content.kind)
  return (
    <li class={['hd-line', isMine ? 'hd-line--mine' : '', isStep ? 'hd-line--step' : ''].filter(Boolean).join(' ')}>
      <p class="hd-line__head">
        <b>{nameOf(from)}</b> {message ? <time datetime={message.at}>{dates.moment(message.at)}</time> : day ? <span>{dates.day(day)}</span> : null}
      </p>
      {message ? <Body content={message.content} room={room} /> : <p class="mr-muted">{say('desk.line.locked')}</p>}
    </li>
  )
}

function Body({ content, room }: { content: Content; room: Room }) {
  const { say, dates, store } = useHere()
  const nameOf = useNames(room.town)
  if (content.kind === 'start')
    return (
      <>
        <p class="mr-small mr-muted">{say('desk.line.start', { topic: say(`office.topic.${content.topic}`), language: say(`desk.language.${content.language}`) })}</p>
        {content.excluded.length > 0 ? <p class="mr-small">{say('desk.line.excluded', { names: content.excluded.map(nameOf).join(', ') })}</p> : null}
        <Typed text={content.text} />
      </>
    )
  if (content.kind === 'readers-changed') return <p>{say('desk.line.readers', { what: say(`desk.line.readers.${content.reason}`), names: content.readers.map(nameOf).join(', ') })}</p>
  if (content.kind === 'file') {
    const { file } = content
    return (
      <div class="mr-stack-s">
        <p>
          <b>{file.name}</b> <span class="mr-small mr-muted">{say('desk.file.size', { kb: Math.max(1, Math.round(file.size / 1_000)) })}</span>
        </p>
        {file.removed.length > 0 ? <p class="mr-small mr-muted">{say('desk.file.removed', { list: file.removed.map((what) => say(`attachment.what.${what}`)).join(', ') })}</p> : null}
        {file.original ? <p class="mr-small">{say('desk.file.original')}</p> : null}
        <p>
          <Button kind="quiet" small onClick={() => void saveFile(store, room, file)}>
            {say('desk.file.save')}
            <span class="mr-vh">: {file.name}</span>
          </Button>
        </p>
        {content.text ? <Typed text={content.text} /> : null}
      </div>
    )
  }
  return <Typed text={textOf(content, say, dates.moment)} />
}

/** What somebody typed: each line as it was, in whatever direction it is written. */
export const Typed = ({ text }: { text: string }) => (
  <div class="hd-typed" dir="auto">
    {text}
  </div>
)
