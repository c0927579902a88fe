import type { Ask } from '@modellregion/kernel'
import type { Level } from '../person/schema.ts'
import { waitingIdentity } from './foreign.ts'
import { connect } from './person.ts'
import { findWaiting, forgetOutcomes } from './queries.ts'
import type { Source } from './schema.ts'

type Asks = Pick<Ask, 'read' | 'write' | 'now' | 'platform'>

/** Does an identity wait for the account in which the person signs in next? */
export const isConnecting = async (ask: Pick<Ask, 'read'>, interaction: string): Promise<boolean> => (await ask.read((db) => findWaiting(db, interaction, { connecting: true }))) !== undefined

/**
 * Connects the identity that waits in this sign-in with the account that has just signed in. Both were shown in one browser,
 * so the sign-in counts as much as the identity. Undefined when nothing waits.
 */
export async function connectWaiting(ask: Asks, interaction: string, personId: string): Promise<{ connected: boolean; source: Source; level: Level } | undefined> {
  const waiting = await waitingIdentity(ask, interaction, { connecting: true })
  if (!waiting) return undefined
  const { source, level } = waiting.identity
  const connected = (await connect(ask, waiting.identity, personId)) === 'connected'
  await ask.write((db) => forgetOutcomes(db, interaction))
  return { connected, source, level }
}

/** Where it is said that identity and account do not belong together. */
export const refusedAddress = (uid: string, source: Source): string => `/citizen-id/sign-in/${uid}/${source}/refused`
