import { page, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords } from '../locales/index.ts'
import { InvitationPage } from './pages/invitation.tsx'

/** Who sets up the first key, and the code that is used up in the transaction that writes it (`useInvitation`). */
export type Enrolment = { personId: string; code: string }

type Asks = Pick<Ask, 'say' | 'csrf' | 'platform' | 'tenant' | 'now' | 'write' | 'read'>

/** Leads from an invitation to setting up a passkey. */
export async function beginEnrolment(ask: Asks, { code }: Enrolment): Promise<Answer> {
  return page(InvitationPage, { t: ask.say(pageWords), csrf: ask.csrf(), code, name: undefined }, { frame: 'question', private: true, noindex: true, status: 503 })
}
