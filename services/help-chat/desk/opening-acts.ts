import { joinShares, releaseShare } from '../crypto/escrow.ts'
import { verifyStatements } from '../crypto/keys.ts'
import { changeReaders } from './case-acts.ts'
import { isFaulty, type Room } from './room.ts'
import type { OpeningRequest } from './schema.ts'
import { failureOf, type Store } from './store.ts'

async function reload(store: Store): Promise<void> {
  const [openings] = await Promise.all([store.client.openings(), store.refresh()])
  if (openings.ok) store.set({ openings: openings.value.requests })
}

/** Asks all holders to open a case that nobody reads any more. Everybody in the town's office sees who asked and why. */
export async function askForOpening(store: Store, place: { town: string; case: string }, reason: string): Promise<boolean> {
  store.set({ isBusy: true, failure: undefined })
  const answer = await store.client.askOpening({ town: place.town, case: place.case, reason })
  if (answer.ok) await reload(store)
  store.set({ isBusy: false, ...(answer.ok ? { said: { key: 'desk.said.opening-asked' } } : { failure: failureOf(answer) }) })
  return answer.ok
}

/** Gives my share to whoever asks. Their key is taken from their checked statements, not from the request. */
export async function releaseFor(store: Store, request: OpeningRequest): Promise<boolean> {
  store.set({ isBusy: true, failure: undefined })
  const room = await roomOf(store, request)
  const me = store.me(request.town)
  const asker = store.directory(request.town)?.confidants.find(({ id }) => id === request.by)
  const box = asker && verifyStatements(asker.statements, request.town, request.by)?.box
  const sealed = room && me && box ? releaseShare(room.epoch, { party: me.confidant, keys: me.keys }, { party: request.by, box }) : undefined
  if (!sealed) {
    store.set({ isBusy: false, failure: { key: 'desk.failed.share' } })
    return false
  }
  const answer = await store.client.release(request.town, request.id, sealed)
  if (answer.ok) await reload(store)
  store.set({ isBusy: false, ...(answer.ok ? { said: { key: 'desk.said.released' } } : { failure: failureOf(answer) }) })
  return answer.ok
}

/** Puts the shares together, reads the case with the key that comes out, and makes a new key for myself: everybody sees it in the case. */
export async function openWithShares(store: Store, request: OpeningRequest): Promise<boolean> {
  store.set({ isBusy: true, failure: undefined })
  const room = await roomOf(store, request)
  const me = store.me(request.town)
  const key = room && me ? await joinShares(room.epoch, { party: me.confidant, keys: me.keys }, request.sealed.map(({ sealed }) => sealed)) : undefined
  if (!key) {
    store.set({ isBusy: false, failure: { key: 'desk.failed.shares' } })
    return false
  }
  const isDone = await changeReaders(store, placeOf(request), { others: [], staying: true, history: true, reason: 'escrow' }, { key: 'desk.said.opened' }, key)
  key.fill(0)
  if (isDone) await reload(store)
  return isDone
}

/** Whoever asked takes it back. */
export async function withdrawOpening(store: Store, request: OpeningRequest): Promise<void> {
  store.set({ isBusy: true, failure: undefined })
  const answer = await store.client.withdraw(request.town, request.id)
  if (answer.ok) await reload(store)
  store.set({ isBusy: false, ...(answer.ok ? { said: { key: 'desk.said.withdrawn' } } : { failure: failureOf(answer) }) })
}

const placeOf = ({ town, caseId }: OpeningRequest) => ({ town, case: caseId })

async function roomOf(store: Store, request: OpeningRequest): Promise<Room | undefined> {
  const room = await store.read(placeOf(request), false)
  return room && !isFaulty(room) ? room : undefined
}
