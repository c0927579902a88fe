import { sodium } from '../crypto/sodium.ts'
import { deskClient, type DeskClient, type News } from './client.ts'
import { browserNow } from './clock.ts'
import { firstKeys, readPhrase, unlockAll, wipeRing, type Keyring, type NewKeys, type PhraseMistake } from './keyring.ts'
import { isFaulty, leftAt, openRoom, type FaultyRoom, type Me, type Room } from './room.ts'
import { caseKey, isShorter, mayAskForOpening, unreadOf } from './rules.ts'
import type { DeskState, Directory, InboxEntry, OpeningRequest, Seen, Served, TextModule } from './schema.ts'
import { keepSeen, noteGone, readSeen } from './seen.ts'

export type View = { readonly name: 'inbox' } | { readonly name: 'case'; readonly town: string; readonly case: string } | { readonly name: 'openings' } | { readonly name: 'keys' } | { readonly name: 'modules' } | { readonly name: 'settings' }
export type Phase = 'loading' | 'failed' | 'signed-out' | 'no-office' | 'first-keys' | 'locked' | 'open'

/** Everything the desk shows. What is readable in it is gone when the desk is locked; what was typed and not sent stays, unseen. */
export type Desk = {
  readonly phase: Phase
  readonly view: View
  readonly state: DeskState | undefined
  readonly seen: ReadonlyMap<string, Seen>
  readonly rooms: ReadonlyMap<string, Room | FaultyRoom>
  /** Sealed notes by case; opened where they are shown. */
  readonly notes: ReadonlyMap<string, string>
  readonly openings: readonly OpeningRequest[]
  readonly modules: readonly (TextModule & { hidden: boolean })[]
  readonly drafts: ReadonlyMap<string, string>
  /** Undefined while the line is being opened. */
  readonly isConnected: boolean | undefined
  readonly isBusy: boolean
  /** What was just done, for the status line; a key of a word with its arguments. */
  readonly said: Sentence | undefined
  readonly failure: Sentence | undefined
  /** Counts changes of the view: each moves the focus to the new heading. */
  readonly turn: number
}
export type Sentence = { readonly key: string; readonly args?: Readonly<Record<string, string | number>>; readonly text?: string }

export const closedDesk: Desk = {
  phase: 'loading', view: { name: 'inbox' }, state: undefined, seen: new Map(), rooms: new Map(), notes: new Map(), openings: [], modules: [], drafts: new Map(),
  isConnected: undefined, isBusy: false, said: undefined, failure: undefined, turn: 0,
}

export type Store = {
  readonly client: DeskClient
  now(): Desk
  set(change: Partial<Desk>): void
  /** Keys of a town; undefined while they are locked. */
  me(town: string): Me | undefined
  served(town: string): Served | undefined
  directory(town: string): Directory | undefined
  load(): Promise<void>
  /** Only what the inbox shows, after news. */
  refresh(): Promise<void>
  /** Whether something waits, without telling the server that somebody has looked: a locked desk is no reason to leave out a notice. */
  peek(): Promise<void>
  /** The next cases of each town that has more than the list shows. */
  loadMore(): Promise<void>
  unlock(typed: string): Promise<PhraseMistake | undefined>
  makeFirstKeys(phrase: readonly string[]): Promise<boolean>
  takeKeys(keys: NewKeys): void
  lock(): void
  /** Shows something else. `said` stays on the screen when the act before led here. */
  go(view: View, said?: Sentence): void
  /** Reads and checks a case; `show` also remembers it as seen. */
  read(place: Pick<InboxEntry, 'town' | 'case'>, show: boolean): Promise<Room | FaultyRoom | undefined>
  listen(signal: AbortSignal): Promise<void>
  unread(entry: InboxEntry): number
  nameOf(town: string, party: string): string | undefined
}

/** The desk's memory and its ways to the server. `changed` is called after each change. */
export function openStore(csrf: string, changed: () => void): Store {
  const client = deskClient(csrf)
  const ring: Keyring = new Map()
  let desk = closedDesk
  const set = (change: Partial<Desk>): void => {
    desk = { ...desk, ...change }
    changed()
  }
  const served = (town: string): Served | undefined => desk.state?.me.find((self) => self.town === town)
  const me = (town: string): Me | undefined => {
    const [self, keys] = [served(town), ring.get(town)]
    return self && keys && { confidant: self.confidant, keys }
  }

  const load = async (): Promise<void> => {
    const [answer, seen] = await Promise.all([client.state(), readSeen()])
    if (!answer.ok) return set({ phase: answer.status === 401 || answer.status === 403 ? 'signed-out' : 'failed' })
    const { value: state } = answer
    const isOpen = desk.phase === 'open'
    set({ state, seen, phase: isOpen ? 'open' : state.me.length === 0 ? 'no-office' : state.me.some(({ vault }) => vault !== null) ? 'locked' : 'first-keys', turn: isOpen ? desk.turn : desk.turn + 1 })
  }

  const refresh = async (): Promise<void> => {
    const answer = await client.state()
    if (!answer.ok) return answer.status === 401 || answer.status === 403 ? lock('signed-out') : undefined
    set({ state: answer.value })
    const there = new Set(answer.value.inbox.map(caseKey))
    if (answer.value.more.length > 0) return // a case that is not listed may only be further down
    const gone = [...desk.seen.keys()].filter((key) => !there.has(key))
    if (gone.length > 0) await noteGone(gone, browserNow())
  }

  const afterUnlock = async (): Promise<void> => {
    set({ phase: 'open', view: { name: 'inbox' }, turn: desk.turn + 1 })
    const [modules, notes, openings] = await Promise.all([client.modules(), client.notes(), client.openings()])
    set({
      ...(modules.ok && { modules: modules.value.modules }),
      ...(notes.ok && { notes: new Map(notes.value.notes.map((note) => [caseKey(note), note.sealed])) }),
      ...(openings.ok && { openings: openings.value.requests }),
    })
    void readAhead()
  }

  /** Topics for the inbox, and an early look whether anything was changed: a few cases at a time, the newest first. */
  const readAhead = async (): Promise<void> => {
    const waiting = (desk.state?.inbox ?? []).filter((entry) => entry.mine === 'reader' && entry.state === 'open').slice(0, 60)
    for (const entry of waiting) {
      if (desk.phase !== 'open') return
      if (!desk.rooms.has(caseKey(entry))) await read(entry, false)
    }
  }

  const read = async (place: Pick<InboxEntry, 'town' | 'case'>, show: boolean): Promise<Room | FaultyRoom | undefined> => {
    const [answer] = await Promise.all([client.case(place), sodium()])
    const self = me(place.town)
    if (!answer.ok || !self) {
      if (!answer.ok && show) set({ failure: failureOf(answer) })
      return undefined
    }
    const key = caseKey(place)
    const room = openRoom(place, answer.value, self, desk.seen.get(key))
    set({ rooms: new Map(desk.rooms).set(key, room) })
    if (show && !isFaulty(room)) {
      set({ seen: new Map(desk.seen).set(key, room.head) })
      void keepSeen(place, room.head)
    }
    return room
  }

  const hear = async (news: News): Promise<void> => {
    const { view } = desk
    const isShown = desk.phase === 'open' && view.name === 'case' && view.town === news.town && view.case === news.case
    await refresh()
    if (isShown) await read(news, document.visibilityState === 'visible')
    else if (desk.rooms.has(caseKey(news))) await read(news, false)
    const openings = desk.phase === 'open' ? await client.openings() : undefined
    if (openings?.ok) set({ openings: openings.value.requests })
  }

  const lock = (phase: Phase = 'locked'): void => {
    wipeRing(ring)
    for (const room of desk.rooms.values()) if (!isFaulty(room)) for (const key of room.epochKeys.values()) key.fill(0)
    set({ phase, rooms: new Map(), notes: new Map(), said: undefined, failure: undefined, turn: desk.turn + 1 })
  }

  const keepAll = async (made: readonly NewKeys[]): Promise<boolean> => {
    for (const keys of made) {
      const answer = await client.keepKeys({ town: keys.town, statement: keys.statement, vault: keys.vault })
      if (answer.ok) takeKeys(keys)
      else {
        set({ failure: failureOf(answer), isBusy: false })
        return false
      }
    }
    return true
  }

  const takeKeys = ({ town, keys, statement, vault }: NewKeys): void => {
    const before = ring.get(town)
    ring.set(town, keys)
    before?.sign.privateKey.fill(0) // nothing is signed with it any more; the older box keys live on in the new ring
    const { state } = desk
    if (state) set({ state: { ...state, me: state.me.map((self) => (self.town === town ? { ...self, vault, statements: [...self.statements, statement] } : self)) } })
  }

  return {
    client, set, me, served, load, refresh, read, takeKeys,
    now: () => desk,
    lock: () => lock(),
    async peek() {
      for (const { town } of desk.state?.me ?? []) {
        const answer = await client.inbox(town, 0)
        const { state } = desk
        if (answer.ok && state) set({ state: { ...state, inbox: [...state.inbox.filter((entry) => entry.town !== town), ...answer.value.inbox] } })
      }
    },
    async loadMore() {
      for (const town of desk.state?.more ?? []) {
        const answer = await client.inbox(town, (desk.state?.inbox ?? []).filter((entry) => entry.town === town).length)
        const { state } = desk
        if (!answer.ok || !state) return set({ ...(!answer.ok && { failure: failureOf(answer) }) })
        const known = new Set(state.inbox.map(caseKey))
        set({ state: { ...state, inbox: [...state.inbox, ...answer.value.inbox.filter((entry) => !known.has(caseKey(entry)))], more: answer.value.more ? state.more : state.more.filter((one) => one !== town) } })
      }
    },
    directory: (town) => desk.state?.directories[town],
    unread: (entry) => unreadOf(entry, desk.seen.get(caseKey(entry)), served(entry.town)?.confidant ?? ''),
    nameOf: (town, party) => desk.state?.directories[town]?.confidants.find(({ id }) => id === party)?.name ?? desk.state?.me.find((self) => self.confidant === party)?.name,
    go: (view, said) => set({ view, said, failure: undefined, turn: desk.turn + 1 }),
    async unlock(typed) {
      const phrase = readPhrase(typed)
      if ('mistake' in phrase) return phrase.mistake
      set({ isBusy: true })
      const opened = await unlockAll(desk.state?.me ?? [], phrase.words)
      if (!opened) {
        set({ isBusy: false })
        return { code: 'wrong' }
      }
      for (const [town, keys] of opened) ring.set(town, keys)
      // A town that was added since: its keys are made with the same phrase.
      const added = (desk.state?.me ?? []).filter(({ vault, statements }) => vault === null && statements.length === 0)
      await keepAll(await Promise.all(added.map((self) => firstKeys(self, phrase.words))))
      set({ isBusy: false })
      await afterUnlock()
      return undefined
    },
    async makeFirstKeys(phrase) {
      set({ isBusy: true, failure: undefined })
      const made: NewKeys[] = []
      for (const self of desk.state?.me ?? []) if (self.vault === null) made.push(await firstKeys(self, phrase))
      const isKept = await keepAll(made)
      set({ isBusy: false })
      if (isKept) {
        await refresh()
        await afterUnlock()
        set({ said: { key: 'desk.keys.made' } })
      }
      return isKept
    },
    listen: (signal) => {
      set({ isConnected: undefined })
      return client.listen({ news: (news) => void hear(news), connected: (isConnected) => set({ isConnected }) }, signal)
    },
  }
}

/** What a refusal of the server means, in the sentence the server gave or one of ours. */
export function failureOf(answer: { readonly status: number; readonly code?: string; readonly detail?: string }): Sentence {
  if (answer.status === 0) return { key: 'desk.failed.offline' }
  if (answer.status === 401) return { key: 'desk.failed.signed-out' }
  if (answer.detail !== undefined && answer.detail !== '') return { key: 'desk.failed.refused', text: answer.detail }
  return { key: 'desk.failed.server', args: { status: answer.status } }
}

export type MarkedEntry = InboxEntry & { readonly unread: number; readonly isShorter: boolean; readonly isOrphaned: boolean }

/** The inbox with what this device knows of it. */
export const markedInbox = (store: Store): readonly MarkedEntry[] =>
  (store.now().state?.inbox ?? []).map((entry) => ({
    ...entry,
    unread: entry.mine === 'reader' && !hasLeft(store, entry) ? store.unread(entry) : 0,
    isShorter: isShorter(entry, store.now().seen.get(caseKey(entry))),
    isOrphaned: mayAskForOpening(entry, store.directory(entry.town)?.confidants ?? []),
  }))

/** Handed over, and the other confidant has not opened it yet. Known of cases that were read in this session. */
export function hasLeft(store: Store, entry: InboxEntry): boolean {
  const room = store.now().rooms.get(caseKey(entry))
  return room !== undefined && !isFaulty(room) && leftAt(room, store.served(entry.town)?.confidant ?? '') !== undefined
}
