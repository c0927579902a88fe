import { useEffect, useState } from 'preact/hooks'
import { finishHandOver } from '../case-acts.ts'
import { isFaulty, leftAt, topicOf, type FaultyRoom, type Room } from '../room.ts'
import { actsIn, caseKey, caseName, type CaseAct } from '../rules.ts'
import { CaseAside } from './case-aside.tsx'
import { Composer } from './composer.tsx'
import { useHere } from './here.ts'
import { ClockTag } from './inbox.tsx'
import { Lines } from './lines.tsx'
import { Panel, type PanelName } from './panel.tsx'
import { Button, Head, Note, Tag } from './parts.tsx'

/** One case: what was said, what the law asks for, and what can be done now. */
export function CaseView({ town, id }: { town: string; id: string }) {
  const { say, store, desk } = useHere()
  const place = { town, case: id }
  const room = desk.rooms.get(caseKey(place))
  useEffect(() => {
    void store.read(place, true).then((read) => (read && !isFaulty(read) ? finishHandOver(store, read) : undefined))
  }, [town, id])
  return (
    <div class="mr-stack">
      <p>
        <Button kind="bare" small onClick={() => store.go({ name: 'inbox' })}>
          {say('desk.case.back')}
        </Button>
      </p>
      {room === undefined ? (
        <>
          <Head title={say('desk.case.name', { case: caseName(id) })} />
          <p role="status">{desk.failure ? '' : say('desk.case.reading')}</p>
        </>
      ) : isFaulty(room) ? (
        <Fault room={room} />
      ) : (
        <OpenCase room={room} />
      )}
    </div>
  )
}

/** What was handed out is not what was written: nothing of it is shown, only what happened and whom to tell. */
function Fault({ room: { town, case: id, fault, seq } }: { room: FaultyRoom }) {
  const { say, store } = useHere()
  const report = say('desk.fault.code', { code: seq === undefined ? fault : `${fault}/${seq}`, case: `${town}/${id}` })
  return (
    <>
      <Head title={say('desk.case.name', { case: caseName(id) })} />
      <Note kind="bad" role="alert" title={say('desk.fault.title')}>
        <p>{say(`desk.fault.${fault}`)}</p>
        <p>{say('desk.fault.next')}</p>
        <p class="mr-num">{report}</p>
        <div class="mr-row">
          <Button kind="quiet" onClick={() => void store.read({ town, case: id }, true)}>
            {say('desk.fault.again')}
          </Button>
        </div>
      </Note>
    </>
  )
}

function OpenCase({ room }: { room: Room }) {
  const { say, store, desk } = useHere()
  const [panel, setPanel] = useState<PanelName>()
  const { view, readers, contents } = room
  const me = store.served(room.town)?.confidant ?? ''
  const left = leftAt(room, me)
  const acts = left !== undefined ? [] : actsIn({ ...view, readers, contents, confidants: store.directory(room.town)?.confidants ?? [] })
  const topic = topicOf(room)
  const close = (): void => {
    const opener = panel
    setPanel(undefined)
    if (opener) setTimeout(() => document.getElementById(`act-${opener}`)?.focus())
  }
  return (
    <>
      <Head
        title={topic === undefined ? say('desk.case.name', { case: caseName(room.case) }) : say('desk.case.name-topic', { case: caseName(room.case), topic: say(`office.topic.${topic}`) })}
        tags={
          <>
            <Tag kind={view.lane === 'report' ? 'info' : undefined}>{say(`desk.lane.${view.lane}`)}</Tag>
            {(desk.state?.me.length ?? 0) > 1 ? <Tag>{store.served(room.town)?.townName ?? room.town}</Tag> : null}
            {view.state === 'closed' ? <Tag>{say('desk.entry.closed')}</Tag> : view.clocks.filter(({ state }) => state !== 'done').map((clock) => <ClockTag key={clock.rule} clock={clock} />)}
          </>
        }
      />
      {room.excludedAdmitted.length > 0 ? <Note kind="bad" title={say('desk.case.excluded-admitted')} /> : null}
      {left === undefined ? null : <Note title={say('desk.case.left')} />}
      {acts.includes('take') ? (
        <Note kind="warn" title={say('desk.case.anybody')}>
          <p>{say('desk.case.anybody-text')}</p>
        </Note>
      ) : null}
      <div class="mr-case">
        <div class="mr-stack">
          <Lines room={room} until={left} />
          <ActBar acts={acts} open={panel} onOpen={(name) => (name === panel ? close() : setPanel(name))} />
          {panel ? <Panel key={panel} name={panel} room={room} me={me} onClose={close} /> : acts.includes('write') ? <Composer room={room} /> : left === undefined ? <p class="mr-muted">{say(view.mine === 'holder' ? 'desk.case.holder' : 'desk.case.over')}</p> : null}
        </div>
        <CaseAside room={room} me={me} />
      </div>
    </>
  )
}

const often: readonly Exclude<PanelName, 'export'>[] = ['take', 'receipt', 'feedback', 'record', 'slots', 'hand-over', 'ask-opening']
const seldom: readonly Exclude<PanelName, 'export'>[] = ['extend', 'step-back', 'close']

/** What can be done now besides writing. Each opens its form below; what is seldom needed stands behind one word. */
function ActBar({ acts, open, onOpen }: { acts: readonly CaseAct[]; open: PanelName | undefined; onOpen: (name: PanelName) => void }) {
  const { say } = useHere()
  const button = (name: PanelName) => (
    <Button key={name} small kind={name === 'take' || name === 'receipt' ? 'primary' : 'quiet'} id={`act-${name}`} expanded={open === name} onClick={() => onOpen(name)}>
      {say(`desk.act.${name}`)}
    </Button>
  )
  return (
    <div role="group" aria-label={say('desk.act.label')}>
      <div class="mr-row hd-acts">{often.filter((name) => acts.includes(name)).map(button)}</div>
      <details class="mr-details">
        <summary>{say('desk.act.more')}</summary>
        <div class="mr-row hd-acts">{[...seldom.filter((name) => acts.includes(name)), 'export' as const].map(button)}</div>
      </details>
    </div>
  )
}
