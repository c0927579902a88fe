import { endSessionsBegunBy, type Ask } from '@modellregion/kernel'
import { platformClientId } from '../provider/clients.ts'
import { endSessions } from '../provider/end-sessions.ts'
import { listOwnSessions } from './queries.ts'

/** Ends one session of this person at the provider; everybody who was signed in by it is told. Another person's changes nothing. */
export async function endOwnSession(ask: Pick<Ask, 'platform' | 'tenant' | 'url' | 'read' | 'now'>, personId: string, uid: string): Promise<boolean> {
  const own = (await ask.read((db) => listOwnSessions(db, personId))).find((session) => session.uid === uid)
  if (!own) return false
  const sid = own.clients.find((client) => client.sid !== null)?.sid
  if (typeof sid !== 'string') return false // nobody is signed in by it yet: it ends by itself
  const { platform, tenant, now } = ask
  await endSessions(platform, tenant, ask.url.origin, { sid })
  // The platform's own sessions: the provider tells other clients only.
  const here = own.clients.find((client) => client.id === platformClientId)?.sid
  if (typeof here === 'string') await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'write', now, actor: personId }, (db) => endSessionsBegunBy(db, personId, here))
  return true
}
