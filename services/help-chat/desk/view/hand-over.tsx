import { useState } from 'preact/hooks'
import { changeReaders, sendContent } from '../case-acts.ts'
import { candidatesFor, inOrderOfHandOver } from '../rules.ts'
import { useHere } from './here.ts'
import { PanelEnd, type PanelProps } from './panel-end.tsx'
import { Boxes, Form, Note, TextField } from './parts.tsx'

type Reason = 'handed-over' | 'substitute' | 'left'
const everybody = 'anybody'

function useCandidates({ room, me }: PanelProps) {
  const { say, dates, store } = useHere()
  const confidants = store.directory(room.town)?.confidants ?? []
  const self = confidants.find(({ id }) => id === me)
  const found = inOrderOfHandOver(candidatesFor(confidants, { me, contents: room.contents, firstParties: room.firstParties }), self?.substitute ?? null)
  const choices = found.map(({ id, name, unit, onDuty, absentUntil }) => ({
    value: id,
    label: name,
    hint: [unit, onDuty ? say('desk.hand-over.on-duty') : absentUntil ? say('desk.hand-over.absent', { day: dates.day(absentUntil) }) : say('desk.hand-over.off-duty'), id === self?.substitute ? say('desk.hand-over.your-substitute') : ''].filter(Boolean).join(' · '),
  }))
  return { choices, onDuty: found.filter((one) => one.onDuty).map(({ id }) => id) }
}

/** A colleague reads and answers from now on. The person sees the change, and why. */
export function HandOver(props: PanelProps) {
  const { room, onClose } = props
  const { say, store } = useHere()
  const { choices } = useCandidates(props)
  const [to, setTo] = useState<readonly string[]>([])
  const [reason, setReason] = useState<Reason>('handed-over')
  const [history, setHistory] = useState('with')
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  if (choices.length === 0) return <Nobody />
  const send = async (): Promise<void> => {
    const [chosen] = to
    if (chosen === undefined) return setError(say('desk.hand-over.missing'))
    if (text.trim() !== '' && !(await sendContent(store, room, { kind: 'text', text: text.trim() }))) return
    if (await changeReaders(store, room, { others: [chosen], staying: false, history: history === 'with', reason }, { key: 'desk.said.handed-over' })) store.go({ name: 'inbox' }, store.now().said)
  }
  return (
    <Form onSend={() => void send()}>
      <p>{say('desk.hand-over.text')}</p>
      <Boxes type="radio" name="to" legend={say('desk.hand-over.to')} values={to} choices={choices} error={error} onChange={setTo} />
      <Boxes type="radio" name="why" legend={say('desk.hand-over.why')} values={[reason]} choices={(['handed-over', 'substitute'] as const).map((value) => ({ value, label: say(`desk.hand-over.why.${value}`) }))} onChange={([value]) => setReason(value === 'substitute' ? 'substitute' : 'handed-over')} />
      <Boxes
        type="radio"
        name="history"
        legend={say('desk.hand-over.history')}
        values={[history]}
        choices={['with', 'without'].map((value) => ({ value, label: say(`desk.hand-over.history.${value}`), hint: say(`desk.hand-over.history.${value}-hint`) }))}
        onChange={([value = 'with']) => setHistory(value)}
      />
      <TextField id="hand-over-text" label={say('desk.hand-over.more')} optional rows={3} value={text} onInput={setText} />
      <p class="mr-small mr-muted">{say('desk.hand-over.until-read')}</p>
      <PanelEnd send={say('desk.hand-over.send')} onClose={onClose} />
    </Form>
  )
}

/** Conflict of interest: whoever is in it hands nothing on of what they have read, and reads no further. */
export function StepBack(props: PanelProps) {
  const { room, onClose } = props
  const { say, store } = useHere()
  const { choices, onDuty } = useCandidates(props)
  const [to, setTo] = useState<readonly string[]>([])
  const [error, setError] = useState<string>()
  if (choices.length === 0) return <Nobody />
  const send = async (): Promise<void> => {
    const [chosen] = to
    if (chosen === undefined) return setError(say('desk.hand-over.missing'))
    const others = chosen === everybody ? onDuty : [chosen]
    if (await changeReaders(store, room, { others, staying: false, history: false, reason: 'left' }, { key: 'desk.said.stepped-back' })) store.go({ name: 'inbox' }, store.now().said)
  }
  return (
    <Form onSend={() => void send()}>
      <p>{say('desk.step-back.text')}</p>
      <Boxes
        type="radio"
        name="step-to"
        legend={say('desk.step-back.to')}
        values={to}
        choices={[...(onDuty.length > 1 ? [{ value: everybody, label: say('desk.step-back.anybody'), hint: say('desk.step-back.anybody-hint') }] : []), ...choices]}
        error={error}
        onChange={setTo}
      />
      <p class="mr-small mr-muted">{say('desk.hand-over.until-read')}</p>
      <PanelEnd send={say('desk.step-back.send')} onClose={onClose} />
    </Form>
  )
}

function Nobody() {
  const { say } = useHere()
  return (
    <Note kind="warn" title={say('desk.hand-over.nobody')}>
      <p>{say('desk.hand-over.nobody-next')}</p>
    </Note>
  )
}
