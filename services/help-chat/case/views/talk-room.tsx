import { useEffect, useRef, useState } from 'preact/hooks'
import { mistakesInText } from '../rules/draft.ts'
import { byDay } from '../rules/said.ts'
import { isReady, nothingUnsent, type Unsent } from '../picked.ts'
import type { Outgoing, Talk, TalkState } from '../talk.ts'
import { AttachFiles } from './attach.tsx'
import { Clocks } from './clocks.tsx'
import { useHere } from './here.ts'
import { Message, useName, useNames } from './message.tsx'
import { Button, Details, Note, Progress, Typed } from './parts.tsx'
import { RecordAnswer } from './record.tsx'
import { RoomPage } from './rooms.tsx'
import { sendPicked } from './send-picked.ts'
import { TextField } from './write.tsx'

type Props = { talk: Talk; now: TalkState; unsent: Unsent; onUnsent: (change: (unsent: Unsent) => Unsent) => void }

/** The conversation: what was said, day by day, and the place to write. */
export function TalkRoom({ talk, now, unsent, onUnsent }: Props) {
  const { say, dates } = useHere()
  const log = useRef<HTMLDivElement>(null)
  const count = now.said.length
  const waiting = now.outbox.length
  useEffect(() => {
    // Only the log moves: the page stays where the person is.
    if (log.current) log.current.scrollTop = log.current.scrollHeight
  }, [count, waiting])
  return (
    <RoomPage room="talk" now={now}>
      <Clocks now={now} />
      <Warnings now={now} />
      <div class="hc-log" role="log" ref={log} aria-label={say('case.talk.log')} tabindex={0}>
        {byDay(now.said, dates.dayOf).map(({ day, said }) => (
          <section key={day} aria-label={dates.weekday(day)}>
            <p class="hc-day">{dates.weekday(day)}</p>
            <ol class="hc-messages">
              {said.map((one) => (
                <Message key={one.seq} said={one} talk={talk} />
              ))}
            </ol>
          </section>
        ))}
        <ul class="hc-messages">
          {now.outbox.map((one) => (
            <Pending key={one.id} one={one} talk={talk} />
          ))}
        </ul>
      </div>
      <p class="mr-small mr-muted">{say('case.talk.checked', { count })}</p>
      <RecordAnswer talk={talk} now={now} />
      {now.view?.state === 'closed' ? <p class="mr-note">{say('case.talk.closed')}</p> : null}
      <Composer talk={talk} unsent={unsent} onUnsent={onUnsent} />
    </RoomPage>
  )
}

/** What needs the person's decision: somebody reads who was excluded, or nobody is there who could answer. */
function Warnings({ now }: { now: TalkState }) {
  const { say, dispatch } = useHere()
  const admitted = useNames(now.excludedAdmitted)
  const substitutes = useNames(now.view?.substitutes ?? [])
  if (admitted === '' && substitutes === '') return null
  return (
    <Note kind={admitted === '' ? 'info' : 'bad'} title={admitted === '' ? say('case.talk.absent') : say('case.readers.admitted', { names: admitted })}>
      {substitutes === '' ? null : <p>{say('case.talk.absent-who', { names: substitutes })}</p>}
      <p>
        <Button kind="quiet" small onClick={() => dispatch({ kind: 'show', view: 'readers' })}>
          {say('case.talk.decide')}
        </Button>
      </p>
    </Note>
  )
}

/** On its way. The text stays readable, whatever happens to the line. */
function Pending({ one, talk }: { one: Outgoing; talk: Talk }) {
  const { say } = useHere()
  const me = useName('person')
  const text = one.label ?? (one.content.kind === 'text' ? one.content.text : say('case.talk.step'))
  return (
    <li class="hc-message hc-message--mine hc-message--pending">
      <p class="hc-message__head">
        <b>{me}</b> <span>{say(`case.talk.${one.state}`)}</span>
      </p>
      <div class="hc-typed">{text}</div>
      {one.share === undefined || one.state !== 'sending' ? null : <Progress id={`share-${one.id}`} label={say('case.talk.uploading')} share={one.share} />}
      {one.state === 'refused' ? (
        <Button kind="quiet" small onClick={() => talk.drop(one.id)}>
          {say('case.talk.drop')}
        </Button>
      ) : null}
    </li>
  )
}

function Composer({ talk, unsent, onUnsent }: Omit<Props, 'now'>) {
  const { say } = useHere()
  const [mistake, setMistake] = useState<{ field: string; code: string }>()
  const errorAt = (field: string): string | undefined => (mistake?.field === field ? mistake.code : undefined)
  const { text, files } = unsent
  const send = (): void => {
    const mistake = mistakesInText(text, files.length > 0)[0] ?? (files.every(isReady) ? undefined : { field: 'files', code: 'files' })
    setMistake(mistake)
    if (mistake) return document.getElementById(mistake.field)?.focus()
    onUnsent(() => nothingUnsent)
    if (text.trim() !== '') void talk.send({ kind: 'text', text: text.trim() })
    void sendPicked(talk, files, say)
    document.getElementById('text')?.focus()
  }
  return (
    <Typed onSend={send}>
      <TextField id="text" label={say('case.talk.label')} rows={4} value={text} error={errorAt('text')} onInput={(typed) => (setMistake(undefined), onUnsent((before) => ({ ...before, text: typed })))} />
      <Details title={say('case.talk.files')}>
        <AttachFiles files={files} error={errorAt('files')} onFiles={(change) => onUnsent((before) => ({ ...before, files: change(before.files) }))} />
      </Details>
      <div class="mr-row mr-formend">
        <Button submit>{say('case.talk.send')}</Button>
      </div>
    </Typed>
  )
}
