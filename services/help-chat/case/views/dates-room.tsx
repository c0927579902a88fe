import { useState } from 'preact/hooks'
import { randomWords } from '../../crypto/words.ts'
import { randomBytes } from '../../crypto/bytes.ts'
import { meetingCode, openOffer, standingAppointment } from '../rules/said.ts'
import type { Talk, TalkState } from '../talk.ts'
import { useHere } from './here.ts'
import { Box, Button, Note, Text, Typed } from './parts.tsx'
import { RoomPage } from './rooms.tsx'

/** A meeting without a name: a slot, and a code that is said at the door. */
export function DatesRoom({ talk, now }: { talk: Talk; now: TalkState }) {
  const { say, dates } = useHere()
  const [chosen, setChosen] = useState<number>()
  const [isMissing, setMissing] = useState(false)
  const offer = openOffer(now.said)
  const appointment = standingAppointment(now.said)
  const isBusy = now.outbox.some(({ content }) => content.kind === 'slot-chosen' || content.kind === 'slot-cancelled')
  const when = ({ from, minutes }: { from: string; minutes: number }): string => say('case.dates.when', { day: dates.weekday(dates.dayOf(from)), time: dates.time(from), minutes })
  const choose = (): void => {
    const slot = offer?.slots[chosen ?? -1]
    if (!offer || !slot) return setMissing(true)
    const [chance = 0] = new Uint32Array(randomBytes(4).slice().buffer)
    void talk.send({ kind: 'slot-chosen', slot, place: offer.place, code: meetingCode(randomWords(1)[0] ?? '', chance) })
  }
  return (
    <RoomPage room="dates" now={now}>
      <Text id="case.dates.lead" />
      {appointment ? (
        <Note kind="ok" title={when(appointment.slot)}>
          <p>{appointment.place}</p>
          <p>
            {say('case.dates.code')} <b class="hc-code">{appointment.code}</b>
          </p>
          <Text id="case.dates.code-text" />
          <p>
            <Button kind="quiet" small busy={isBusy} onClick={() => void talk.send({ kind: 'slot-cancelled', code: appointment.code })}>
              {say('case.dates.cancel')}
            </Button>
          </p>
        </Note>
      ) : null}
      {offer ? (
        <Typed onSend={choose}>
          <fieldset class={isMissing ? 'mr-field mr-field--bad' : 'mr-field'}>
            <legend class="mr-legend">{say('case.dates.offer', { place: offer.place })}</legend>
            {isMissing ? (
              <p class="mr-error" role="alert">
                {say('case.dates.missing')}
              </p>
            ) : null}
            <div>
              {offer.slots.map((slot, at) => (
                <Box key={slot.from} type="radio" id={`slot-${at}`} name="slot" checked={chosen === at} label={when(slot)} onChange={() => (setMissing(false), setChosen(at))} />
              ))}
            </div>
          </fieldset>
          <div class="mr-row mr-formend">
            <Button submit busy={isBusy}>
              {say('case.dates.choose')}
            </Button>
          </div>
        </Typed>
      ) : appointment ? null : (
        <Text id="case.dates.none" class="mr-muted" />
      )}
    </RoomPage>
  )
}
