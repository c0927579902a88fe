import { useState } from 'preact/hooks'
import { standingAppointment, type Said } from '../../case/rules/said.ts'
import { keepNote } from '../case-acts.ts'
import { emptyNote, openNote } from '../note.ts'
import type { Room } from '../room.ts'
import { caseKey, followUpMeasures, procedureOf, recordIn } from '../rules.ts'
import { ClockTag } from './inbox.tsx'
import type { NoteContent } from '../schema.ts'
import { useHere, useNames } from './here.ts'
import { Button, Form, Note, Select, Tag, TextField } from './parts.tsx'

/** Beside the correspondence: periods, who reads, the appointment, the record, the steps of the law, the note for oneself. */
export function CaseAside({ room, me }: { room: Room; me: string }) {
  const { say, dates } = useHere()
  const nameOf = useNames(room.town)
  const said = room.lines.flatMap(({ seq, from, message }): Said[] => (message ? [{ seq, from, at: message.at, content: message.content }] : []))
  const appointment = standingAppointment(said)
  const record = recordIn(room.contents)
  const { view } = room
  return (
    <aside class="mr-stack" aria-label={say('desk.aside.label')}>
      <section class="mr-card mr-stack-s">
        <h2 class="mr-h3">{say('desk.aside.periods')}</h2>
        {view.clocks.length === 0 ? <p class="mr-muted">{say('desk.aside.no-periods')}</p> : null}
        {view.clocks.map((clock) => (
          <p key={clock.rule}>
            <ClockTag clock={clock} />
            {clock.extended ? <span class="mr-small mr-muted"> {say('desk.aside.extended')}</span> : null}
          </p>
        ))}
        {view.eraseOn ? <p class="mr-small">{say('desk.aside.erase', { day: dates.day(view.eraseOn) })}</p> : null}
      </section>
      <section class="mr-card mr-stack-s">
        <h2 class="mr-h3">{say('desk.aside.readers')}</h2>
        <ul class="hd-list">
          {room.readers.map((party) => (
            <li key={party}>{nameOf(party)}</li>
          ))}
        </ul>
        <p class="mr-small mr-muted">{room.epoch.threshold > 0 ? say('desk.aside.shares', { threshold: room.epoch.threshold, holders: room.epoch.shares.length }) : say('desk.aside.no-shares')}</p>
      </section>
      {appointment ? (
        <Note kind="ok" title={say('desk.aside.appointment')}>
          <p>{say('desk.aside.appointment-text', { moment: dates.moment(appointment.slot.from), place: appointment.place })}</p>
          <p>
            {say('desk.aside.code')} <b>{appointment.code}</b>
          </p>
        </Note>
      ) : null}
      {record ? (
        <section class="mr-card mr-stack-s">
          <h2 class="mr-h3">{say('desk.aside.record')}</h2>
          <p>
            <Tag kind={record.state === 'confirmed' ? 'ok' : record.state === 'corrected' ? 'warn' : 'info'}>{say(`desk.record.${record.state}`, { version: record.version })}</Tag>
          </p>
        </section>
      ) : null}
      {view.mine === 'reader' ? <OwnNote key={caseKey(room)} room={room} me={me} /> : null}
    </aside>
  )
}

/** The sealed note and, in the formal lane, the steps of §§ 17 and 18: those that the correspondence shows are ticked by it. */
function OwnNote({ room, me }: { room: Room; me: string }) {
  const { say, store, desk } = useHere()
  const keys = store.me(room.town)?.keys
  const sealed = desk.notes.get(caseKey(room))
  const kept = (sealed !== undefined && keys && openNote(sealed, keys)) || emptyNote
  const [note, setNote] = useState(kept)
  const steps = procedureOf(room.contents, [me], room.lines.map(({ from }) => from), note)
  const isLost = sealed !== undefined && keys !== undefined && openNote(sealed, keys) === undefined
  // A tick is kept at once, with the text as it was kept last; what is being typed waits for its button.
  const keep = (changed: NoteContent): void => {
    setNote(changed)
    void keepNote(store, room, { ...changed, text: kept.text })
  }
  return (
    <>
      {room.view.lane === 'report' ? (
        <section class="mr-card mr-stack-s">
          <h2 class="mr-h3">{say('desk.procedure.title')}</h2>
          <ul class="hd-steps">
            {steps.map(({ id, byHand, done }) => (
              <li key={id}>
                {byHand && id !== 'measure' ? (
                  <label class="mr-check">
                    <input type="checkbox" checked={done} onChange={(event) => keep({ ...note, ticks: event.currentTarget.checked ? [...note.ticks, id] : note.ticks.filter((one) => one !== id) })} />
                    <span>{say(`desk.procedure.${id}`)}</span>
                    <small>{say(`desk.procedure.law.${id}`)}</small>
                  </label>
                ) : (
                  <div>
                    <p>{say(`desk.procedure.${id}`)}</p>
                    <p class="mr-row">
                      <span class="mr-small mr-muted">{say(`desk.procedure.law.${id}`)}</span>
                      <Tag kind={done ? 'ok' : undefined}>{say(done ? 'desk.procedure.done' : 'desk.procedure.open')}</Tag>
                    </p>
                  </div>
                )}
              </li>
            ))}
          </ul>
          <Select id="measure" label={say('desk.procedure.which')} value={note.measure} choices={[{ value: '', label: say('desk.procedure.none') }, ...followUpMeasures.map((value) => ({ value, label: say(`desk.procedure.measure.${value}`) }))]} onPick={(measure) => keep({ ...note, measure })} />
        </section>
      ) : null}
      <section class="mr-card mr-stack-s">
        <h2 class="mr-h3">{say('desk.note.title')}</h2>
        {isLost ? <Note kind="warn" title={say('desk.note.lost')} /> : null}
        <Form onSend={() => void keepNote(store, room, note)}>
          <TextField id="note" label={say('desk.note.label')} hint={say('desk.note.hint')} rows={5} maxLength={10_000} value={note.text} onInput={(text) => setNote({ ...note, text })} />
          <Button submit kind="quiet">
            {say('desk.note.keep')}
          </Button>
        </Form>
      </section>
    </>
  )
}
