import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { SayWords } from '../app/say.ts'
import { wipeKeys, type CaseKeys } from '../crypto/keys.ts'
import { newSecret } from '../crypto/secret.ts'
import { sodium } from '../crypto/sodium.ts'
import { startCase, type NewCase, type Paid } from './client.ts'
import { inWorker } from './heavy.ts'
import { payForStart } from './payment.ts'
import { nothingUnsent, type Picked, type Unsent } from './picked.ts'
import { after, beginning, isRoom, type Event, type State } from './rules/view.ts'
import type { Directory, Draft } from './schema.ts'
import { prepareCase } from './start.ts'
import { openTalk, type Talk, type TalkState } from './talk.ts'
import { sendPicked } from './views/send-picked.ts'

type Language = 'de' | 'en' | 'de-x-leicht'

/** What is made ready while somebody still writes: the secret, its keys, and the payment for the start. */
type Preparation = { readonly words: readonly string[]; readonly keys: Promise<CaseKeys>; paid: Promise<Paid>; readonly ending: AbortController; sealed?: { draft: Draft; body: Omit<NewCase, 'work'> } }

export type Session = {
  readonly state: State
  readonly dispatch: (event: Event) => void
  readonly files: readonly Picked[]
  readonly onFiles: (change: (files: readonly Picked[]) => readonly Picked[]) => void
  readonly work: number
  /** The return secret, as long as it must be shown. */
  readonly secret: readonly string[] | undefined
  readonly talk: Talk | undefined
  readonly now: TalkState | undefined
  readonly fault: TalkState['fault']
  readonly isOpening: boolean
  /** What is typed in the open case, so that its other parts can be looked at meanwhile. */
  readonly unsent: Unsent
  readonly onUnsent: (change: (unsent: Unsent) => Unsent) => void
  open(words: readonly string[], noted: number | undefined): void
  close(view: 'begin' | 'locked'): void
}

/** Everything that lives while the app is open: in the memory of this page and nowhere else. */
export function useSession(directory: Directory | undefined, say: SayWords, language: Language): Session {
  const [state, dispatch] = useReducer(after, beginning)
  const [files, setFiles] = useState<readonly Picked[]>([])
  const [work, setWork] = useState(0)
  const [secret, setSecret] = useState<readonly string[]>()
  const [now, setNow] = useState<TalkState>()
  const [fault, setFault] = useState<TalkState['fault']>()
  const [isOpening, setOpening] = useState(false)
  const [unsent, setUnsent] = useState(nothingUnsent)
  const preparation = useRef<Preparation>(undefined)
  const talk = useRef<Talk>(undefined)

  const forget = (): void => {
    preparation.current?.ending.abort()
    preparation.current = undefined
    talk.current?.end()
    if (talk.current) wipeKeys(talk.current.mine.keys)
    talk.current = undefined
    setFiles([])
    setWork(0)
    setSecret(undefined)
    setNow(undefined)
    setOpening(false)
    setUnsent(nothingUnsent)
  }
  const close = (view: 'begin' | 'locked'): void => {
    forget()
    dispatch({ kind: 'wipe', view })
  }

  const follow = (opened: Talk): void => {
    talk.current = opened
    opened.listen(() => {
      if (talk.current !== opened) return
      const next = opened.state()
      if (next.stage !== 'fault') return setNow(next)
      setFault(next.fault)
      forget()
      dispatch({ kind: 'wipe', view: 'fault' })
    })
  }

  /** From the first step on, so that nobody waits in the end. */
  const prepare = (tenant: string): void => {
    if (preparation.current) return
    const ending = new AbortController()
    const words = newSecret()
    const keys = inWorker({ kind: 'derive', words, tenant }, undefined, ending.signal)
    const paid = payForStart(setWork, ending.signal)
    for (const promise of [keys, paid]) promise.catch(() => {}) // asked for when it is sent
    preparation.current = { words, keys, paid, ending }
  }

  const send = async (town: Directory): Promise<void> => {
    const ready = preparation.current
    if (!ready) return dispatch({ kind: 'failed', code: 'device', view: 'write' })
    const { draft } = state
    try {
      await sodium()
      const mine = await ready.keys
      // Sent once more, it must be the very same: the first attempt may have arrived although its answer did not.
      if (ready.sealed?.draft !== draft) {
        const body = await prepareCase({ draft, directory: town, mine, language })
        if (!body) return dispatch({ kind: 'failed', code: 'keys', view: 'write' })
        ready.sealed = { draft, body }
      }
      const answer = await startCase({ work: await ready.paid, ...ready.sealed.body })
      if (preparation.current !== ready) return
      if (!answer.ok && answer.code !== 'case-known' && answer.code !== 'work-spent') return failed(ready, answer)
      const opened = openTalk(town.tenant, mine)
      follow(opened)
      await opened.begun
      setSecret(ready.words)
      preparation.current = undefined
      dispatch({ kind: 'sent' })
      if (draft.lane === 'report') void opened.declare(say('case.lane.statement'))
      void sendPicked(opened, files, say)
      setFiles([])
    } catch {
      dispatch({ kind: 'failed', code: 'device', view: 'write' })
    }
  }

  const failed = (ready: Preparation, answer: { status: number; code?: string }): void => {
    const isUnpaid = answer.code === 'work-expired' || answer.code === 'work-invalid' || answer.code === 'ticket-early'
    if (isUnpaid) {
      setWork(0)
      ready.paid = payForStart(setWork, ready.ending.signal)
      ready.paid.catch(() => {})
    }
    dispatch({ kind: 'failed', code: isUnpaid ? 'unpaid' : answer.status === 0 ? 'offline' : answer.code === 'party-unknown' ? 'keys' : 'server', view: 'write' })
  }

  const open = async (words: readonly string[], noted: number | undefined): Promise<void> => {
    if (!directory) return
    forget()
    setOpening(true)
    try {
      await sodium()
      const opened = openTalk(directory.tenant, await inWorker({ kind: 'derive', words, tenant: directory.tenant }), noted)
      follow(opened)
      await opened.begun
      const { stage } = opened.state()
      if (stage === 'ready') dispatch({ kind: 'opened' })
      else if (stage !== 'fault') refuse(stage === 'missing' ? 'missing' : 'offline')
    } catch {
      refuse('device')
    }
    setOpening(false)
  }
  const refuse = (code: string): void => {
    forget()
    dispatch({ kind: 'failed', code, view: 'return' })
  }

  useEffect(() => {
    if (state.view === 'topic' && directory) prepare(directory.tenant)
    if (state.view === 'sending' && directory) void send(directory)
    if (isRoom(state.view)) setSecret(undefined)
    if (state.view === 'gone') forget()
  }, [state.view, directory])

  const isUnsaved = state.draft.text.trim() !== '' || unsent.text.trim() !== '' || unsent.files.length > 0 || secret !== undefined || (now?.outbox.length ?? 0) > 0
  useEffect(() => {
    // The quick exit has emptied the page already: nobody is asked then.
    const ask = (event: BeforeUnloadEvent): void => {
      if (isUnsaved && document.body.childElementCount > 0) event.preventDefault()
    }
    const leave = (): void => close('locked')
    addEventListener('beforeunload', ask)
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('beforeunload', ask)
      removeEventListener('pagehide', leave)
    }
  }, [isUnsaved])

  return { state, dispatch, files, onFiles: setFiles, work, secret, talk: talk.current, now, fault, isOpening, unsent, onUnsent: setUnsent, open: (words, noted) => void open(words, noted), close }
}
