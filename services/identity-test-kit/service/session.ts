import { createHash, randomBytes } from 'node:crypto'
import type { Answer, Ask } from '@modellregion/kernel'
import { deleteOldServiceSessions, deleteServiceSession, findServiceSession, saveServiceSession } from './queries.ts'
import { home } from './registration.ts'
import type { ServiceSession, ServiceState } from './schema.ts'

type Asks = Pick<Ask, 'read' | 'write' | 'headers' | 'now' | 'platform'>

const cookie = 'mr_test_service'
const lifetime = 2 * 3_600

// The service has a session of its own: that of the town's pages is none of its business.
const idIn = ({ headers }: Pick<Ask, 'headers'>): string | undefined => new RegExp(`(?:^|;\\s*)${cookie}=([\\w-]{43})(?:;|$)`).exec(headers['cookie'] ?? '')?.[1]
const hashOf = (id: string): string => createHash('sha256').update(id).digest('base64url')

/** What this browser has done at the service so far. */
export async function openSession(ask: Asks): Promise<ServiceSession> {
  const id = idIn(ask)
  const found = id === undefined ? undefined : await ask.read((db) => findServiceSession(db, hashOf(id)))
  return found ?? { state: {}, providerSession: null, endedByProviderAt: null }
}

/** Writes it down. `fresh` gives the browser a new cookie, as whoever signs in gets one. Returns the headers for the answer. */
export async function keepSession(ask: Asks, state: ServiceState, options: { providerSession?: string; fresh?: boolean } = {}): Promise<Record<string, string>> {
  const before = idIn(ask)
  const id = before === undefined || options.fresh === true ? randomBytes(32).toString('base64url') : before
  const { providerSession } = options
  await ask.write(async (db) => {
    await deleteOldServiceSessions(db)
    if (before !== undefined && before !== id) await deleteServiceSession(db, hashOf(before))
    await saveServiceSession(db, { idHash: hashOf(id), state, ...(providerSession !== undefined && { providerSession }), expiresAt: new Date(ask.now.getTime() + lifetime * 1_000) })
  })
  return { 'set-cookie': `${cookie}=${id}; Path=${home}; Max-Age=${lifetime}; HttpOnly; SameSite=Lax${ask.platform.config.https ? '; Secure' : ''}` }
}

export async function endSession(ask: Asks): Promise<void> {
  const id = idIn(ask)
  if (id !== undefined) await ask.write((db) => deleteServiceSession(db, hashOf(id)))
}

/** A redirect that also writes the cookie. */
export const onwards = (to: string, headers: Record<string, string>): Answer => ({ kind: 'redirect', to, status: 303, headers })
