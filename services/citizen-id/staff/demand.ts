import { page, rolesOf, type Answer, type Ask } from '@modellregion/kernel'
import type { Method } from '../level/rules.ts'
import { pageWords } from '../locales/index.ts'
import { findPerson } from '../person/queries.ts'
import { NeedsPasskeyPage } from './pages/needs-passkey.tsx'
import { demandOf } from './policy.ts'

type Asks = Pick<Ask, 'read' | 'platform' | 'tenant' | 'say'>

/** What stands against finishing this sign-in, as the page that says so; undefined when nothing does. `sign-in/finish.ts` asks before it lets anybody in. */
export async function refusalOf(ask: Asks, uid: string, proof: { personId: string; method: Method }): Promise<Answer | undefined> {
  const person = await ask.read((db) => findPerson(db, proof.personId))
  const roles = await rolesOf(ask.platform, ask.tenant.id, proof.personId)
  const demand = demandOf({ roles, method: proof.method, locked: person !== undefined && person.lockedAt !== null, demo: ask.platform.config.demo })
  if (demand === 'allowed') return undefined
  return page(NeedsPasskeyPage, { t: ask.say(pageWords), uid, demand }, { frame: 'question', status: 403, private: true, noindex: true })
}
