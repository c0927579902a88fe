import { useState } from 'preact/hooks'
import { sendContent } from '../case-acts.ts'
import { recordIn } from '../rules.ts'
import { useHere } from './here.ts'
import { Typed } from './lines.tsx'
import { PanelEnd, type PanelProps } from './panel-end.tsx'
import { Form, Note, TextField } from './parts.tsx'

/** § 11 (4) HinSchG: the person checks the record, corrects it where needed, and confirms it. Each version is sent as a whole. */
export function RecordPanel({ room, onClose }: PanelProps) {
  const { say, store } = useHere()
  const last = recordIn(room.contents)
  const [text, setText] = useState(last?.text ?? say('desk.record.template'))
  const [error, setError] = useState<string>()
  const version = (last?.version ?? 0) + 1
  const send = async (): Promise<void> => {
    if (text.trim() === '') return setError(say('desk.record.empty'))
    if (await sendContent(store, room, { kind: 'record', version, text: text.trim() }, undefined, { key: 'desk.said.record' })) onClose()
  }
  return (
    <Form onSend={() => void send()}>
      <p>{say('desk.record.text')}</p>
      {last ? (
        <Note kind={last.state === 'confirmed' ? 'ok' : last.state === 'corrected' ? 'warn' : 'info'} title={say(`desk.record.${last.state}`, { version: last.version })}>
          {last.correction === undefined ? null : <Typed text={last.correction} />}
        </Note>
      ) : null}
      <TextField id="record-text" label={say('desk.record.label', { version })} rows={12} value={text} error={error} onInput={setText} />
      <PanelEnd send={say('desk.record.send', { version })} onClose={onClose} />
    </Form>
  )
}
