import type { Ask } from '@modellregion/kernel'
import { endSessions } from '../provider/end-sessions.ts'
import { listOwnSessions } from './queries.ts'

/** Ends one session of this person at the provider; everybody who was signed in by it is told. Another person's changes nothing. */
export async function endOwnSession(ask: Pick<Ask, 'platform' | 'tenant' | 'url' | 'read'>, personId: string, uid: string): Promise<boolean> {
  const own = (await ask.read((db) => listOwnSessions(db, personId))).find((session) => session.uid === uid)
  if (!own) return false
  const sid = own.clients.find((client) => client.sid !== null)?.sid
  if (typeof sid !== 'string') return false // nobody is signed in by it yet: it ends by itself
  await endSessions(ask.platform, ask.tenant, ask.url.origin, { sid })
  return true
}
