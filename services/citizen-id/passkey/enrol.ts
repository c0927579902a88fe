import { page, type Answer, type Ask } from '@modellregion/kernel'
import type { FormErrors, Typed } from '@modellregion/kernel/rules'
import { pageWords } from '../locales/index.ts'
import { getPerson, listCredentials } from '../person/queries.ts'
import { newKeyOptions } from './ceremony.ts'
import { newChallenge, type Binding } from './challenge.ts'
import { NewPasskeyPage } from './pages/devices.tsx'
import { relyingParty } from './relying-party.ts'
import { nameLimit } from './rules.ts'

export const enrolBinding = (personId: string): Binding => ({ purpose: 'register', of: `invitation ${personId}` })

/** The page on which somebody who was invited makes the first key. */
export async function enrolPage(ask: Pick<Ask, 'say' | 'csrf' | 'platform' | 'tenant' | 'url' | 'now' | 'read'>, { personId, code }: { personId: string; code: string }, typed: Typed = {}, errors: FormErrors = {}): Promise<Answer> {
  const party = relyingParty(ask)
  const [person, known] = await ask.read(async (db) => [await getPerson(db, personId), await listCredentials(db, personId)] as const)
  const options = party && (await newKeyOptions(party, person, { challenge: await newChallenge(ask, enrolBinding(personId), 600), known, kind: 'passkey' }))
  const props = { t: ask.say(pageWords), csrf: ask.csrf(), hindrance: undefined, options: options as Record<string, unknown> | undefined, action: `/citizen-id/invitation/${code}/key`, typed, errors, nameLimit }
  return page(NewPasskeyPage, props, { frame: 'question', private: true, noindex: true, headers: { 'referrer-policy': 'no-referrer' }, ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) })
}
