import { useState } from 'preact/hooks'
import { eraseCase } from '../client.ts'
import { deviceNow } from '../dates.ts'
import { dayAfter, reminderFile } from '../rules/reminder.ts'
import { laneOf } from '../rules/said.ts'
import { newCaseId } from '../start.ts'
import type { Unsent } from '../picked.ts'
import type { Talk, TalkState } from '../talk.ts'
import { useHere } from './here.ts'
import { LawDeclaration } from './declare.tsx'
import { saveAs } from './message.tsx'
import { Button, Note, Text } from './parts.tsx'
import { PersonNotices } from '../../notification/person-notices.tsx'
import { RoomPage } from './rooms.tsx'
import { Survey } from './survey.tsx'

/** How it goes on: report or not, reminder, leave, erase. */
export function EndRoom({ talk, now, unsent, onLeave }: { talk: Talk; now: TalkState; unsent: Unsent; onLeave: () => void }) {
  const { say, dates } = useHere()
  const lane = laneOf(now.said)
  const view = now.view
  const isUnsent = now.outbox.length > 0 || unsent.text.trim() !== '' || unsent.files.length > 0
  return (
    <RoomPage room="end" now={now}>
      <section class="mr-card mr-stack" aria-labelledby="leave">
        <h2 id="leave">{say('case.end.leave-title')}</h2>
        <Text id="case.end.leave-text" args={{ count: now.said.length }} />
        {isUnsent ? (
          <Note kind="warn" title={say('case.end.unsent')}>
            <p>{say('case.end.unsent-text')}</p>
          </Note>
        ) : null}
        <div class="mr-row">
          <Button kind={isUnsent ? 'danger' : 'primary'} onClick={onLeave}>
            {say(isUnsent ? 'case.end.leave-anyway' : 'case.end.leave')}
          </Button>
        </div>
      </section>
      {view?.surveyOpen && view.state === 'closed' ? <Survey talk={talk} /> : null}
      <section class="mr-card mr-stack" aria-labelledby="again">
        <h2 id="again">{say('case.end.again-title')}</h2>
        <Text id="case.end.again-text" />
        <p>
          <Button kind="quiet" onClick={() => saveAs('erinnerung.ics', 'text/calendar', reminderFile(dayAfter(dates.dayOf(deviceNow()), 3), say('case.end.again-entry'), newCaseId()))}>
            {say('case.end.again-file')}
          </Button>
        </p>
      </section>
      <div class="mr-card hc-notices">
        <PersonNotices say={say} lookup={talk.mine.lookup} />
      </div>
      {lane === 'counsel' ? <LawDeclaration talk={talk} now={now} /> : null}
      <section class="mr-card mr-stack" aria-labelledby="erase">
        <h2 id="erase">{say('case.end.erase-title')}</h2>
        {view?.eraseOn ? <p>{say('case.end.erase-on', { day: dates.long(view.eraseOn) })}</p> : null}
        <Erase talk={talk} isReport={lane === 'report' || view?.lane === 'report'} />
      </section>
    </RoomPage>
  )
}

function Erase({ talk, isReport }: { talk: Talk; isReport: boolean }) {
  const { say, dispatch } = useHere()
  const [state, setState] = useState<'still' | 'asked' | 'busy' | 'failed'>('still')
  const erase = async (): Promise<void> => {
    setState('busy')
    const answer = await eraseCase(talk.mine.lookup)
    if (!answer.ok) return setState('failed')
    talk.end()
    dispatch({ kind: 'wipe', view: 'gone' })
  }
  if (isReport) return <Text id="case.end.erase-report" />
  return (
    <>
      <Text id="case.end.erase-text" />
      {state === 'failed' ? (
        <p class="mr-error" role="alert">
          {say('case.end.erase-failed')}
        </p>
      ) : null}
      {state === 'still' ? (
        <p>
          <Button kind="danger" onClick={() => setState('asked')}>
            {say('case.end.erase')}
          </Button>
        </p>
      ) : (
        <Note kind="warn" role="alert" title={say('case.end.erase-ask')}>
          <Text id="case.end.erase-ask-text" />
          <div class="mr-row">
            <Button kind="danger" busy={state === 'busy'} onClick={() => void erase()}>
              {say('case.end.erase-now')}
            </Button>
            <Button kind="quiet" onClick={() => setState('still')}>
              {say('case.end.erase-keep')}
            </Button>
          </div>
        </Note>
      )}
    </>
  )
}
