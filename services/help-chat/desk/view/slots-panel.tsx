import { useState } from 'preact/hooks'
import type { Slot } from '../../crypto/message.ts'
import { sendContent } from '../case-acts.ts'
import { browserNow } from '../clock.ts'
import { useHere } from './here.ts'
import { PanelEnd, type PanelProps } from './panel-end.tsx'
import { Button, Form, Select, TextField } from './parts.tsx'

const most = 5
const lengths = [30, 45, 60, 90]

/** Moments to choose from. The person answers with a code that is said at the door instead of a name. */
export function SlotsPanel({ room, onClose }: PanelProps) {
  const { say, store } = useHere()
  const [place, setPlace] = useState('')
  const [minutes, setMinutes] = useState('45')
  const [moments, setMoments] = useState<readonly string[]>(['', ''])
  const [errors, setErrors] = useState<{ place?: string; moments?: string }>({})
  const send = async (): Promise<void> => {
    const slots = moments.flatMap((typed): Slot[] => (typed === '' ? [] : [{ from: new Date(typed).toISOString(), minutes: Number(minutes) }]))
    const isPast = slots.some(({ from }) => Date.parse(from) < browserNow().getTime())
    const found = {
      ...(place.trim() === '' && { place: say('desk.slots.place-missing') }),
      ...(slots.length === 0 ? { moments: say('desk.slots.missing') } : isPast && { moments: say('desk.slots.past') }),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return document.getElementById(found.place ? 'slot-place' : 'slot-1')?.focus()
    if (await sendContent(store, room, { kind: 'slots', slots: slots.toSorted((a, b) => a.from.localeCompare(b.from)), place: place.trim() }, undefined, { key: 'desk.said.slots' })) onClose()
  }
  return (
    <Form onSend={() => void send()}>
      <p>{say('desk.slots.text')}</p>
      <TextField id="slot-place" label={say('desk.slots.place')} hint={say('desk.slots.place-hint')} maxLength={200} value={place} error={errors.place} onInput={setPlace} />
      <Select id="slot-minutes" label={say('desk.slots.minutes')} value={minutes} choices={lengths.map((value) => ({ value: String(value), label: say('desk.slots.length', { minutes: value }) }))} onPick={setMinutes} />
      {moments.map((typed, at) => (
        <TextField
          key={at}
          id={`slot-${at + 1}`}
          type="datetime-local"
          label={say('desk.slots.moment', { n: at + 1 })}
          value={typed}
          error={at === 0 ? errors.moments : undefined}
          onInput={(text) => setMoments(moments.map((one, place) => (place === at ? text : one)))}
        />
      ))}
      {moments.length < most ? (
        <p>
          <Button kind="quiet" small onClick={() => setMoments([...moments, ''])}>
            {say('desk.slots.add')}
          </Button>
        </p>
      ) : null}
      <PanelEnd send={say('desk.slots.send')} onClose={onClose} />
    </Form>
  )
}
