import { newId, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { followRequest } from './ask-for-data.ts'
import * as queries from './queries.ts'
import type { DataRequest } from './schema.ts'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'url' | 'actor' | 'locale'>

/** One vote of a person; `mail` is their account's address when they want to be told what happens. */
export async function voteFor(db: UnitOfWork, ask: Asks, request: DataRequest, accountId: string, mail: string | undefined): Promise<void> {
  await queries.insertVote(db, request.id, accountId)
  if (mail !== undefined) await followRequest(db, ask, request, mail, accountId)
}

/** Whoever asked says more. A guest's words wait until somebody has read them. */
export async function replyTo(db: UnitOfWork, request: DataRequest, text: string, isGuest: boolean): Promise<boolean> {
  const { state } = await queries.lockRequest(db, request.id)
  if (state !== 'clarification') return false
  await queries.insertEvent(db, { id: newId(db.now), requestId: request.id, state: 'reply', text, fromOffice: false, shown: !isGuest })
  return true
}
