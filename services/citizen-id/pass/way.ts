import type { Way } from '../sign-in/ways.ts'
import { relyingParty } from '../passkey/relying-party.ts'

/** Signing in at a screen with the Pass on a phone. */
export const passWay: Way = {
  id: 'pass',
  words: 'pass.way',
  path: 'pass',
  icon: 'device',
  reaches: 'substantial',
  available: ({ tenant, url }) => relyingParty({ tenant, url }) !== undefined,
}
