import { useState } from 'preact/hooks'
import { hasKeys, holdersAfter } from '../rules/draft.ts'
import type { Confidant } from '../schema.ts'
import { areOneChain, partyOf } from '../start.ts'
import type { Readers, Talk, TalkState } from '../talk.ts'
import { useHere } from './here.ts'
import { useNames } from './message.tsx'
import { Box, Button, Details, Note, Text } from './parts.tsx'
import { RoomPage } from './rooms.tsx'
import { CheckWords } from './who.tsx'

/** Who can read, and how the person changes that: a new key for those who shall, none for the others. */
export function ReadersRoom({ talk, now }: { talk: Talk; now: TalkState }) {
  const { say, directory } = useHere()
  const [isBusy, setBusy] = useState(false)
  const [withHistory, setHistory] = useState(true)
  const [asked, setAsked] = useState<string>()
  const { epoch } = now
  const admitted = useNames(now.excludedAdmitted)
  const current = epoch?.copies.map(({ to }) => to).filter((to) => to !== 'person') ?? []
  const isTrue = (one: Confidant): boolean => areOneChain(now.view?.keys[one.id], one.statements)
  const change = async (next: readonly string[], fresh: string | undefined, reason: 'substitute' | 'left'): Promise<void> => {
    setBusy(true)
    setAsked(undefined)
    const known = directory.confidants.filter(isTrue)
    const able = next.filter((id) => known.some((one) => one.id === id))
    const removed = [...startExcluded(now), ...current.filter((id) => !next.includes(id))]
    const sharing = holdersAfter({ ...directory, confidants: known }, { held: epoch?.shares.map(({ to }) => to) ?? [], readers: able, removed })
    await talk.changeReaders(readersFor(known, able, directory.tenant, { ...sharing, fresh: withHistory ? fresh : undefined }), { kind: 'readers-changed', reason, readers: ['person', ...able] })
    setBusy(false)
  }
  const swapped = useNames(directory.confidants.filter((one) => !isTrue(one)).map(({ id }) => id))
  const others = directory.confidants.filter((one) => hasKeys(one) && isTrue(one) && !current.includes(one.id))
  return (
    <RoomPage room="readers" now={now}>
      <Text id="case.readers.lead" />
      {admitted !== '' ? (
        <Note kind="bad" role="alert" title={say('case.readers.admitted', { names: admitted })}>
          <Text id="case.readers.admitted-next" />
        </Note>
      ) : null}
      {swapped !== '' ? (
        <Note kind="bad" role="alert" title={say('case.readers.swapped', { names: swapped })}>
          <Text id="case.readers.swapped-next" />
        </Note>
      ) : null}
      <ul class="hc-people" aria-label={say('case.readers.title')}>
        <li class="mr-card">
          <b>{say('case.me')}</b>
        </li>
        {current.map((id) => (
          <Reader key={id} one={directory.confidants.find((other) => other.id === id)} statements={now.view?.keys[id] ?? []} isLast={current.length === 1} isBusy={isBusy} isAsked={asked === id} onAsk={(isOpen) => setAsked(isOpen ? id : undefined)} onRemove={() => void change(current.filter((other) => other !== id), undefined, 'left')} />
        ))}
      </ul>
      {epoch && epoch.threshold > 0 ? <Text id="case.escrow.some" args={{ holders: epoch.shares.length, threshold: epoch.threshold }} /> : <Text id="case.escrow.none" />}
      {others.length > 0 ? (
        <section class="mr-stack" aria-labelledby="add">
          <h2 id="add">{say('case.readers.add')}</h2>
          <Text id="case.readers.add-text" />
          <Box type="checkbox" id="history" name="history" checked={withHistory} label={say('case.readers.history')} onChange={setHistory} />
          <ul class="hc-people" aria-label={say('case.readers.add')}>
            {others.map((one) => (
              <li key={one.id} class="mr-card mr-row mr-row--between">
                <span>
                  <b>{one.name}</b>
                  {now.view?.substitutes.includes(one.id) ? ` · ${say('case.readers.substitute')}` : ''}
                  {startExcluded(now).includes(one.id) ? ` · ${say('case.readers.was-excluded')}` : ''}
                </span>
                <Button kind="quiet" small busy={isBusy} onClick={() => void change([...current, one.id], one.id, 'substitute')}>
                  {say('case.readers.add-one', { name: one.name })}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p class="mr-small mr-muted">{say('case.readers.count', { count: now.said.length })}</p>
    </RoomPage>
  )
}

type ReaderProps = { one: Confidant | undefined; statements: Confidant['statements']; isLast: boolean; isBusy: boolean; isAsked: boolean; onAsk: (isOpen: boolean) => void; onRemove: () => void }

function Reader({ one, statements, isLast, isBusy, isAsked, onAsk, onRemove }: ReaderProps) {
  const { say, dates } = useHere()
  const name = one?.name ?? say('case.left')
  return (
    <li class="mr-card mr-stack-s">
      <p>
        <b>{name}</b>
      </p>
      {one?.absentUntil ? <p class="mr-small">{say('case.who.absent', { day: dates.long(one.absentUntil) })}</p> : null}
      <Details title={say('case.check.title')}>
        <CheckWords one={{ name, statements: [...statements] }} />
      </Details>
      {isAsked ? (
        <Note kind="warn" title={say('case.readers.remove-title', { name })}>
          <Text id={isLast ? 'case.readers.remove-last' : 'case.readers.remove-text'} />
          <div class="mr-row">
            <Button kind="danger" busy={isBusy} onClick={onRemove}>
              {say('case.readers.remove-now', { name })}
            </Button>
            <Button kind="quiet" onClick={() => onAsk(false)}>
              {say('case.readers.keep')}
            </Button>
          </div>
        </Note>
      ) : (
        <p>
          <Button kind="quiet" small onClick={() => onAsk(true)}>
            {say('case.readers.remove', { name })}
          </Button>
        </p>
      )}
    </li>
  )
}

/** Whom the person left out in the first message. */
function startExcluded({ said }: TalkState): readonly string[] {
  const content = said[0]?.content
  return content?.kind === 'start' ? content.excluded : []
}

function readersFor(all: readonly Confidant[], next: readonly string[], tenant: string, { holders, threshold, fresh }: ReturnType<typeof holdersAfter> & { fresh: string | undefined }): Readers {
  const sharing = holders.flatMap((one) => partyOf(one, tenant))
  const readers = all.filter(({ id }) => next.includes(id)).flatMap((one) => partyOf(one, tenant).map((party) => ({ ...party, ...(party.party === fresh && { withHistory: true }) })))
  const enough = sharing.length >= threshold ? threshold : 0
  return { readers, holders: enough > 0 ? sharing : [], threshold: enough }
}
