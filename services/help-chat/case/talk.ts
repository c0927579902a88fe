import { envelopeHash, sealMessage } from '../crypto/envelope.ts'
import { newEpoch, type EpochKeys } from '../crypto/epoch.ts'
import { publicKeysOf, type CaseKeys } from '../crypto/keys.ts'
import type { Content, FileNote } from '../crypto/message.ts'
import type { Envelope, Epoch } from '../crypto/schema.ts'
import { verifyThread, type Head, type ThreadFault } from '../crypto/thread.ts'
import { declareReport, downloadBytes, followCase, postEnvelope, readCase, uploadBytes, type Reply } from './client.ts'
import { deviceNow } from './dates.ts'
import { inWorker } from './heavy.ts'
import type { Said } from './rules/said.ts'
import type { CaseView } from './schema.ts'

/** Something on its way out. `waiting`: the line is down, it goes by itself as soon as it can. `refused`: the server will not take it. */
export type Outgoing = { readonly id: number; readonly content: Content; readonly state: 'sending' | 'waiting' | 'refused'; readonly share?: number; readonly label?: string }

/** Who can read from now on, and with what. */
export type Readers = { readonly readers: readonly { party: string; box: string; withHistory?: boolean }[]; readonly holders: readonly { party: string; box: string }[]; readonly threshold: number }

export type TalkState = {
  readonly stage: 'loading' | 'ready' | 'fault' | 'missing' | 'unreached'
  /** `isByNote`: what speaks against the thread is only the number that the person typed from their card. */
  readonly fault?: { readonly code: ThreadFault; readonly seq?: number; readonly isByNote: boolean }
  readonly view?: CaseView
  readonly said: readonly Said[]
  readonly epoch?: Epoch
  readonly excludedAdmitted: readonly string[]
  readonly line: 'live' | 'asking' | 'offline'
  readonly presence: boolean
  readonly outbox: readonly Outgoing[]
}

/** An open case of the person: what was said and checked, and how to say more. Everything stays in memory until `end`. */
export type Talk = {
  readonly mine: CaseKeys
  /** Resolves when the case was asked for the first time, whatever came of it. */
  readonly begun: Promise<void>
  state(): TalkState
  listen(changed: () => void): void
  send(content: Content): Promise<boolean>
  sendFile(bytes: Uint8Array, note: Pick<FileNote, 'name' | 'type' | 'removed' | 'original'>): Promise<boolean>
  openFile(note: FileNote): Promise<Uint8Array | undefined>
  /** The person's own signed step: from here on the law's periods run. */
  declare(statement: string): Promise<boolean>
  /** A new key for new readers, and a message that says so. */
  changeReaders(readers: Readers, content: Content): Promise<boolean>
  drop(id: number): void
  refresh(): Promise<void>
  end(): void
}

const pollEvery = 15_000
const pauses = [1_000, 3_000, 8_000, 20_000]

/** Opens a case. `seen`: how many messages the person has noted on their card. */
export function openTalk(tenant: string, mine: CaseKeys, noted?: number): Talk {
  const { lookup, keys } = mine
  const ending = new AbortController()
  let state: TalkState = { stage: 'loading', said: [], excludedAdmitted: [], line: 'asking', presence: false, outbox: [] }
  let head: Head | undefined
  let epochKeys: EpochKeys = new Map()
  let changed = (): void => {}
  let queue: Promise<unknown> = Promise.resolve()
  let nextId = 1
  let loading: Promise<void> | undefined

  const set = (change: Partial<TalkState>): void => {
    if (ending.signal.aborted) return
    state = { ...state, ...change }
    changed()
  }

  /** Asks for the whole case and trusts nothing of it. What does not check is not shown. */
  async function load(): Promise<void> {
    const answer = await readCase(lookup)
    if (ending.signal.aborted || state.stage === 'fault') return
    if (!answer.ok) return set(answer.status === 404 ? { stage: 'missing' } : { line: 'offline', ...(state.stage === 'loading' && { stage: 'unreached' }) })
    const view = answer.value
    const seen = head ?? (noted === undefined ? undefined : { seq: noted - 1 })
    const read = verifyThread(view.thread, { me: 'person', keys, statements: view.keys, expected: { tenant, ...(state.view && { case: state.view.thread.case }) }, ...(seen && { seen }) })
    if (!read.ok) {
      // Nothing more is said or read here: whoever changed this might change more.
      set({ stage: 'fault', fault: { ...read, isByNote: read.code === 'truncated' && head === undefined && noted !== undefined && view.thread.envelopes.length > 0 }, said: [], outbox: [] })
      return stop()
    }
    head = read.head
    epochKeys = read.epochKeys
    const said = read.messages.flatMap(({ seq, from, message }) => (message ? [{ seq, from, at: message.at, content: message.content }] : []))
    set({ stage: 'ready', view, said, epoch: read.epoch, excludedAdmitted: read.excludedAdmitted, ...(state.line === 'offline' && { line: 'asking' }) })
  }

  // Two askings at once would be one too many.
  const refresh = (): Promise<void> => (loading ??= load().finally(() => (loading = undefined)))

  const put = (id: number, change: Partial<Outgoing>): void => set({ outbox: state.outbox.map((one) => (one.id === id ? { ...one, ...change } : one)) })
  const drop = (id: number): void => set({ outbox: state.outbox.filter((one) => one.id !== id) })

  type Post = (envelope: Envelope, epoch: Epoch | undefined) => Promise<Reply<unknown>>
  type Change = { readers: Readers }

  /** One after the other: each message names the one before. */
  function deliver(content: Content, post: Post, change?: Change, known?: number): Promise<boolean> {
    const id = known ?? nextId++
    if (known === undefined) set({ outbox: [...state.outbox, { id, content, state: 'sending' }] })
    const sent = queue.then(() => deliverNow(id, content, post, change))
    queue = sent.catch(() => {})
    return sent
  }

  async function deliverNow(id: number, content: Content, post: Post, change?: Change): Promise<boolean> {
    const at = deviceNow()
    let tried: string | undefined
    for (let attempt = 0; !ending.signal.aborted && state.stage === 'ready'; attempt++) {
      // The answer to an attempt may have been lost although the message arrived.
      if (tried !== undefined && state.view?.thread.envelopes.some((one) => envelopeHash(one) === tried)) return done(id)
      const sealed = await seal({ at, content }, change)
      if (!sealed) return refused(id)
      tried = envelopeHash(sealed.envelope)
      const answer = await post(sealed.envelope, sealed.epoch)
      if (answer.ok) {
        await refresh()
        return done(id)
      }
      if (answer.status === 409 && attempt < 20) {
        await load()
        continue
      }
      if (answer.status !== 0 && answer.status < 500 && answer.status !== 429) return refused(id)
      put(id, { state: 'waiting' })
      if (answer.status === 0) set({ line: 'offline' })
      await wait(pauses[Math.min(attempt, pauses.length - 1)] ?? 20_000)
      await load()
    }
    return false
  }

  function done(id: number): boolean {
    drop(id)
    return true
  }

  function refused(id: number): boolean {
    put(id, { state: 'refused' })
    return false
  }

  async function seal(message: { at: string; content: Content }, change: Change | undefined): Promise<{ envelope: Envelope; epoch: Epoch | undefined } | undefined> {
    const { epoch } = state
    const key = epoch && epochKeys.get(epoch.epoch)
    if (!head || !epoch || !key) return undefined
    const place = { seq: head.seq + 1, prev: head.hash, from: 'person', keys }
    if (!change) return { envelope: sealMessage({ message, epoch, key, ...place }), epoch: undefined }
    const person = { party: 'person', box: publicKeysOf(keys).box }
    const made = await newEpoch({ tenant, case: epoch.case, from: place.seq, by: 'person', keys, ...change.readers, readers: [person, ...change.readers.readers], previous: { epoch, key }, history: epochKeys })
    return { envelope: sealMessage({ message, epoch: made.epoch, key: made.key, ...place }), epoch: made.epoch }
  }

  const plainly: Post = (envelope, epoch) => postEnvelope(lookup, { envelope, ...(epoch && { epoch }) })

  async function sendFile(bytes: Uint8Array, note: Pick<FileNote, 'name' | 'type' | 'removed' | 'original'>): Promise<boolean> {
    const id = nextId++
    const announced = { kind: 'text', text: note.name } as const
    set({ outbox: [...state.outbox, { id, content: announced, state: 'sending', share: 0, label: note.name }] })
    try {
      const { sealed, note: keyNote } = await inWorker({ kind: 'seal', bytes }, (share) => put(id, { share: share / 4 }), ending.signal)
      for (let attempt = 0; !ending.signal.aborted; attempt++) {
        const answer = await uploadBytes(lookup, new Uint8Array(sealed), (share) => put(id, { state: 'sending', share: 0.25 + share * 0.75 }), ending.signal)
        if (answer.ok) return await deliver({ kind: 'file', file: { id: answer.value.id, ...keyNote, ...note } }, plainly, undefined, id)
        if (answer.status !== 0 && answer.status < 500) return refused(id)
        put(id, { state: 'waiting' })
        await wait(pauses[Math.min(attempt, pauses.length - 1)] ?? 20_000)
      }
    } catch {
      return refused(id)
    }
    return false
  }

  async function openFile(note: FileNote): Promise<Uint8Array | undefined> {
    const answer = await downloadBytes(lookup, note.id)
    return answer.ok ? await inWorker({ kind: 'open', sealed: answer.value, note }, undefined, ending.signal) : undefined
  }

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      for (const target of [ending.signal, globalThis] as const) target.addEventListener(target === globalThis ? 'online' : 'abort', () => (clearTimeout(timer), resolve()), { once: true })
    })

  /** Live as long as the line holds, asking now and then where it does not. */
  async function follow(): Promise<void> {
    for (let attempt = 0; !ending.signal.aborted; attempt++) {
      try {
        await followCase(
          lookup,
          {
            seq: (last) => {
              attempt = 0
              set({ line: 'live' })
              if (last > (head?.seq ?? -1)) void refresh()
            },
            presence: (presence) => set({ line: 'live', presence }),
          },
          ending.signal,
        )
      } catch {
        // The line broke; asked again below.
      }
      if (ending.signal.aborted) return
      set({ line: navigator.onLine ? 'asking' : 'offline', presence: false })
      await wait(Math.min(pollEvery, 1_000 * 2 ** attempt))
      await refresh()
    }
  }

  function stop(): void {
    ending.abort()
  }

  const begun = refresh().then(() => {
    if (state.stage === 'ready' || state.stage === 'unreached') void follow()
  })

  return {
    mine,
    begun,
    state: () => state,
    listen: (listener) => (changed = listener),
    send: (content) => deliver(content, plainly),
    sendFile,
    openFile,
    declare: (statement) => deliver({ kind: 'report-declared', statement }, (envelope) => declareReport(lookup, envelope)),
    changeReaders: (readers, content) => deliver(content, plainly, { readers }),
    drop,
    refresh,
    end: stop,
  }
}
