import { endSessionsOf, type Ask } from '@modellregion/kernel'
import { endSessions } from '../provider/end-sessions.ts'

/** Ends all sessions of a person on all devices, here and at every service that was signed in to. */
export async function endEverything({ platform, tenant, url, now }: Pick<Ask, 'platform' | 'tenant' | 'url' | 'now'>, personId: string): Promise<void> {
  await endSessions(platform, tenant, url.origin, { subject: personId })
  await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'write', now, actor: personId }, (db) => endSessionsOf(db, personId))
}
