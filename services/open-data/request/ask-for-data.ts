import { audit, indexRecords, newId, removeRecords, search, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { startFollowing } from '../follow/start.ts'
import * as queries from './queries.ts'
import { answerBy } from './rules.ts'
import type { AskForm, DataRequest, Similar } from './schema.ts'

export const requestPath = (number: number): string => `/open-data/request/${number}`

/** Requests and datasets that sound like a wish, the likeliest first; at most five. */
export async function findSimilar(db: UnitOfWork, title: string): Promise<Similar[]> {
  if (title.trim().length < 4) return []
  const { hits } = await search(db, { q: title, service: 'open-data', from: 0, size: 5, count: false })
  return hits.map((hit) => ({ kind: hit.kind === 'request' ? 'request' : 'dataset', title: hit.title, href: hit.url }))
}

type Asks = Pick<Ask, 'platform' | 'tenant' | 'url' | 'actor' | 'locale'>

/**
 * Takes a wish. Of people who are signed in it is public at once; a guest's waits until somebody has read it. Whoever leaves an
 * address is told what becomes of it, once the address is confirmed; `own` is that of the account. Returns the number and whether a mail
 * went out to confirm.
 */
export async function askForData(db: UnitOfWork, ask: Asks, id: string, form: AskForm, returnHash: string | null, own?: string): Promise<{ number: number; confirms: boolean }> {
  const accountId = ask.actor.id ?? null
  const isGuest = accountId === null
  await queries.lockNumbers(db)
  const request = { id, title: form.title, purpose: form.purpose ?? '', organisationId: form.organisation ?? null, accountId, returnHash, state: isGuest ? ('waiting' as const) : ('new' as const), answerBy: answerBy(localDate(db.now)), shownAt: isGuest ? null : db.now }
  const { number } = await queries.insertRequest(db, request)
  await queries.insertEvent(db, { id: newId(db.now), requestId: id, state: 'asked', text: '', fromOffice: false, shown: true })
  await audit(db, { action: 'request.ask', subject: `request/${number}` })
  if (!isGuest) await showRequest(db, { ...request, number })
  if (!isGuest) await queries.insertVote(db, id, accountId)
  const confirms = await notifyOf(db, ask, { id, title: form.title }, form, own)
  return { number, confirms }
}

async function notifyOf(db: UnitOfWork, ask: Asks, request: Pick<DataRequest, 'id' | 'title'>, { mail, notify }: Pick<AskForm, 'mail' | 'notify'>, own: string | undefined): Promise<boolean> {
  const to = notify && own !== undefined ? own : mail
  if (to === undefined) return false
  const follow = await followRequest(db, ask, request, to, to === own ? (ask.actor.id ?? null) : null)
  return follow.confirmedAt === null
}

/** Tells an address of whatever happens to a request. */
export const followRequest = (db: UnitOfWork, ask: Asks, { id, title }: Pick<DataRequest, 'id' | 'title'>, mail: string, accountId: string | null) =>
  startFollowing(db, ask, { kind: 'request', subject: id, label: title, mail, accountId, rhythm: 'weekly', locale: ask.locale })

/** Makes a request findable for everybody. */
export const showRequest = (db: UnitOfWork, { id, number, title, purpose }: Pick<DataRequest, 'id' | 'number' | 'title' | 'purpose'>): Promise<number> =>
  indexRecords(db, [{ service: 'open-data', kind: 'request', ref: id, title, body: purpose, url: requestPath(number), updated: db.now }])

export const hideRequest = (db: UnitOfWork, id: string): Promise<number> => removeRecords(db, 'open-data', 'request', [id])
