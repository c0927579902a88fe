import type { Ask } from '@modellregion/kernel'
import { platformClientId } from '../provider/clients.ts'
import { findLastProof } from './queries.ts'

const tenMinutes = 600_000
const onTheWay = 120_000

/**
 * Has the person proved in this very session, within the last ten minutes, who they are? A new session alone is not enough: the
 * provider gives one without asking while it remembers the browser. So a proof must stand right before its beginning.
 */
export async function provedJustNow(ask: Pick<Ask, 'session' | 'actor' | 'read' | 'now'>): Promise<boolean> {
  const [session, person] = [ask.session.id, ask.actor.id]
  if (session === undefined || person === undefined) return false
  const began = beginningOf(session)
  if (ask.now.getTime() - began > tenMinutes) return false
  const last = await ask.read((db) => findLastProof(db, person, platformClientId))
  const proved = last?.at?.getTime() ?? 0
  return ask.now.getTime() - proved <= tenMinutes && began - proved <= onTheWay
}

/** Ids are UUIDs of version 7 (RFC 9562): their first 48 bits are the milliseconds. */
const beginningOf = (sessionId: string): number => Number.parseInt(sessionId.replaceAll('-', '').slice(0, 12), 16)

/** The provider's name of this session, as the identity token of the sign-in carried it. The token was checked then. */
export function ownSid(session: Ask['session']): string | undefined {
  const payload = session.data.idToken?.split('.')[1]
  if (payload === undefined) return undefined
  const { sid } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sid?: unknown }
  return typeof sid === 'string' ? sid : undefined
}
