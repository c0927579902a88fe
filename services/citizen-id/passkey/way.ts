import type { Way } from '../sign-in/ways.ts'
import { relyingParty } from './relying-party.ts'

/** Signing in with a key on this device: a passkey of the browser, or the Pass that lives here. */
export const passkeyWay: Way = {
  id: 'passkey',
  words: 'passkey.way',
  path: 'passkey',
  icon: 'lock',
  reaches: 'substantial',
  available: ({ tenant, url }) => relyingParty({ tenant, url }) !== undefined,
}
