import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { extend, offerDownload, sendContent, takeCase } from '../case-acts.ts'
import { exportText } from '../export.ts'
import { askForOpening } from '../opening-acts.ts'
import { caseName, type CaseAct } from '../rules.ts'
import { HandOver, StepBack } from './hand-over.tsx'
import { useHere, useNames } from './here.ts'
import { PanelEnd, type PanelProps } from './panel-end.tsx'
import { Boxes, Form, Note, TextField } from './parts.tsx'
import { RecordPanel } from './record-panel.tsx'
import { SlotsPanel } from './slots-panel.tsx'

export type PanelName = Exclude<CaseAct, 'write'> | 'export'

/** The form of one act. Its heading gets the focus; leaving it leads back to the button that opened it. */
export function Panel({ name, ...props }: PanelProps & { name: PanelName }) {
  const { say } = useHere()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const Inside = insides[name]
  return (
    <section class="mr-card mr-stack" aria-labelledby="panel-title">
      <h2 class="mr-h3" id="panel-title" tabindex={-1} ref={heading}>
        {say(`desk.act.${name}`)}
      </h2>
      <Inside {...props} />
    </section>
  )
}

function Take({ room, onClose }: PanelProps) {
  const { say, store } = useHere()
  return (
    <Form onSend={() => void takeCase(store, room).then((isDone) => isDone && onClose())}>
      <p>{say('desk.take.text')}</p>
      <PanelEnd send={say('desk.take.send')} onClose={onClose} />
    </Form>
  )
}

/** § 17 (1) no. 1: one press, and a sentence of one's own if there is one. */
function Receipt({ room, onClose }: PanelProps) {
  const { say, store } = useHere()
  const [text, setText] = useState('')
  const send = async (): Promise<void> => {
    if (!(await sendContent(store, room, { kind: 'receipt-confirmed' }, 'receipt', { key: 'desk.said.receipt' }))) return
    if (text.trim() !== '') await sendContent(store, room, { kind: 'text', text: text.trim() })
    onClose()
  }
  return (
    <Form onSend={() => void send()}>
      <p>{say('desk.receipt.text')}</p>
      <TextField id="receipt-text" label={say('desk.receipt.more')} optional rows={3} value={text} onInput={setText} />
      <PanelEnd send={say('desk.receipt.send')} onClose={onClose} />
    </Form>
  )
}

function Feedback({ room, onClose }: PanelProps) {
  const { say, store } = useHere()
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const send = async (): Promise<void> => {
    if (text.trim() === '') return setError(say('desk.feedback.empty'))
    if (await sendContent(store, room, { kind: 'feedback', text: text.trim() }, 'feedback', { key: 'desk.said.feedback' })) onClose()
  }
  return (
    <Form onSend={() => void send()}>
      <p>{say('desk.feedback.text')}</p>
      <TextField id="feedback-text" label={say('desk.feedback.label')} rows={6} value={text} error={error} onInput={setText} />
      <PanelEnd send={say('desk.feedback.send')} onClose={onClose} />
    </Form>
  )
}

const extensionReasons = ['absence', 'advice-needed', 'many-cases'] as const

function Extend({ room, onClose }: PanelProps) {
  const { say, store } = useHere()
  const [reason, setReason] = useState<readonly string[]>([])
  const [error, setError] = useState<string>()
  const send = async (): Promise<void> => {
    const [chosen] = reason
    if (chosen === undefined) return setError(say('desk.extend.missing'))
    if (await extend(store, room, chosen)) onClose()
  }
  return (
    <Form onSend={() => void send()}>
      <p>{say('desk.extend.text')}</p>
      <Boxes type="radio" name="reason" legend={say('desk.extend.reason')} values={reason} error={error} choices={extensionReasons.map((value) => ({ value, label: say(`desk.extend.reason.${value}`) }))} onChange={setReason} />
      <PanelEnd send={say('desk.extend.send')} onClose={onClose} />
    </Form>
  )
}

function Close({ room, onClose }: PanelProps) {
  const { say, store } = useHere()
  const [text, setText] = useState('')
  const send = async (): Promise<void> => {
    if (await sendContent(store, room, { kind: 'closed', ...(text.trim() !== '' && { text: text.trim() }) }, 'close', { key: 'desk.said.closed' })) onClose()
  }
  return (
    <Form onSend={() => void send()}>
      <p>{say(room.view.lane === 'report' ? 'desk.close.report' : 'desk.close.counsel')}</p>
      <TextField id="close-text" label={say('desk.close.label')} optional rows={4} value={text} onInput={setText} />
      <PanelEnd send={say('desk.close.send')} onClose={onClose} />
    </Form>
  )
}

function AskOpening({ room, onClose }: PanelProps) {
  const { say, store } = useHere()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const send = async (): Promise<void> => {
    if (reason.trim().length < 5) return setError(say('desk.opening.reason-missing'))
    if (await askForOpening(store, room, reason.trim())) store.go({ name: 'openings' }, store.now().said)
  }
  return (
    <Form onSend={() => void send()}>
      <p>{say('desk.opening.about', { threshold: room.epoch.threshold })}</p>
      <TextField id="opening-reason" label={say('desk.opening.reason')} hint={say('desk.opening.reason-hint')} rows={3} maxLength={300} value={reason} error={error} onInput={setReason} />
      <PanelEnd send={say('desk.opening.ask')} onClose={onClose} />
    </Form>
  )
}

function Export({ room, onClose }: PanelProps): ComponentChildren {
  const { say, dates } = useHere()
  const nameOf = useNames(room.town)
  return (
    <Form
      onSend={() => {
        offerDownload(exportText(room, { say, nameOf, moment: dates.moment }), `${say('desk.export.file')}-${caseName(room.case)}.txt`)
        onClose()
      }}
    >
      <Note kind="warn" title={say('desk.export.warning')} />
      <PanelEnd send={say('desk.export.send')} onClose={onClose} />
    </Form>
  )
}

const insides: Record<PanelName, (props: PanelProps) => ComponentChildren> = {
  take: Take, receipt: Receipt, feedback: Feedback, extend: Extend, close: Close, export: Export, slots: SlotsPanel, record: RecordPanel, 'hand-over': HandOver, 'step-back': StepBack, 'ask-opening': AskOpening,
}

