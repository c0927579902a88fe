import type { Ask } from '@modellregion/kernel'
import { useKeyOptions } from './ceremony.ts'
import { relyingParty } from './relying-party.ts'
import { signInChallenge } from './sign-in.ts'

/** What a browser needs to offer its keys at the user name field; undefined where there can be none. */
export async function passkeyAutofill(ask: Pick<Ask, 'platform' | 'tenant' | 'url' | 'now' | 'write'>, uid: string): Promise<Record<string, unknown> | undefined> {
  const party = relyingParty(ask)
  return party && { ...(await useKeyOptions(party, await signInChallenge(ask, uid))) }
}
