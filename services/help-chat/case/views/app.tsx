import './look.css'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { sayWith } from '../../app/say.ts'
import { sodium } from '../../crypto/sodium.ts'
import { askDirectory } from '../client.ts'
import { datesFor } from '../dates.ts'
import { isRoom } from '../rules/view.ts'
import type { Directory } from '../schema.ts'
import { useSession, type Session } from '../session.ts'
import { Begin, Forgotten, Gone, Locked } from './begin.tsx'
import { Card, Retype } from './card.tsx'
import { ComeBack } from './come-back.tsx'
import { DatesRoom } from './dates-room.tsx'
import { EndRoom } from './end-room.tsx'
import { Fault } from './fault.tsx'
import { HereContext, useHere } from './here.ts'
import { Idle } from './idle.tsx'
import { LaneStep } from './lane.tsx'
import { Button, Note, Page, Progress } from './parts.tsx'
import { ReadersRoom } from './readers-room.tsx'
import { TalkRoom } from './talk-room.tsx'
import { Topic } from './topic.tsx'
import { Who } from './who.tsx'
import { Write } from './write.tsx'

export type AppProps = { words: Readonly<Record<string, string>>; lang: 'de' | 'en' | 'de-x-leicht' }

/** The whole app of the anonymous person, at one address. */
export function App({ words, lang }: AppProps) {
  const say = useMemo(() => sayWith(words), [words])
  const dates = useMemo(() => datesFor(lang), [lang])
  const [directory, setDirectory] = useState<Directory>()
  const [isUnreached, setUnreached] = useState(false)
  const session = useSession(directory, say, lang)
  const { state, dispatch } = session
  const [typed, setTyped] = useState('')

  const ask = async (): Promise<void> => {
    setUnreached(false)
    void sodium().catch(() => {}) // on its way while the first view is read
    const answer = await askDirectory()
    if (answer.ok) setDirectory(answer.value)
    else setUnreached(true)
  }
  useEffect(() => void ask(), [])
  const isInside = isRoom(state.view)
  useEffect(() => {
    if (isInside || state.view === 'begin' || state.view === 'locked') setTyped('') // the words go with the door they open
  }, [isInside, state.view])

  if (!directory)
    return isUnreached ? (
      <Note kind="bad" role="alert" title={say('case.unreached.title')}>
        <p>{say('case.unreached.text')}</p>
        <div class="mr-row">
          <Button onClick={() => void ask()}>{say('case.unreached.again')}</Button>
        </div>
      </Note>
    ) : (
      <>
        <h1>{say('case.title')}</h1>
        <p role="status">{say('case.loading')}</p>
      </>
    )
  const isOpen = session.talk !== undefined || session.secret !== undefined || state.draft.text !== ''
  return (
    <HereContext.Provider value={{ say, lang, dates, state, dispatch, directory }}>
      <View session={session} typed={typed} setTyped={setTyped} />
      <Idle isOpen={isOpen} onClose={() => session.close('locked')} />
    </HereContext.Provider>
  )
}

type ViewProps = { session: Session; typed: string; setTyped: (typed: string) => void }

// Keys make each view a new one, so that its heading gets the focus.
function View({ session, typed, setTyped }: ViewProps) {
  const { state, talk, now, secret, fault } = session
  switch (state.view) {
    case 'begin':
      return <Begin key="begin" />
    case 'topic':
      return <Topic key="topic" />
    case 'who':
      return <Who key="who" />
    case 'lane':
      return <LaneStep key="lane" />
    case 'write':
      return <Write key="write" files={session.files} onFiles={session.onFiles} work={session.work} />
    case 'sending':
      return <Sending key="sending" work={session.work} />
    case 'return':
      return <ComeBack key="return" isOpening={session.isOpening} typed={typed} onType={setTyped} onWords={session.open} />
    case 'forgotten':
      return <Forgotten key="forgotten" />
    case 'gone':
      return <Gone key="gone" />
    case 'locked':
      return <Locked key="locked" />
    case 'fault':
      return fault ? <Fault key="fault" fault={fault} /> : <Locked key="locked" />
    case 'card':
      return secret ? <Card key="card" words={secret} /> : <Locked key="locked" />
    case 'retype':
      return secret ? <Retype key="retype" words={secret} /> : <Locked key="locked" />
    default:
      if (!talk || !now) return <Locked key="locked" />
      if (state.view === 'talk') return <TalkRoom key="talk" talk={talk} now={now} unsent={session.unsent} onUnsent={session.onUnsent} />
      if (state.view === 'readers') return <ReadersRoom key="readers" talk={talk} now={now} />
      if (state.view === 'dates') return <DatesRoom key="dates" talk={talk} now={now} />
      return <EndRoom key="end" talk={talk} now={now} unsent={session.unsent} onLeave={() => session.close('begin')} />
  }
}

function Sending({ work }: { work: number }) {
  const { say } = useHere()
  return (
    <Page title={say('case.sending.title')} lead="case.sending.lead">
      <Progress id="sending" label={say(work < 1 ? 'case.work.label' : 'case.sending.label')} share={work < 1 ? work : undefined} />
    </Page>
  )
}
