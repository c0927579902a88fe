import type { Answer, Ask } from '@modellregion/kernel'
import { enrolPage } from '../passkey/enrol.ts'

/** Who sets up the first key, and the code that is used up in the transaction that writes it (`useInvitation`). */
export type Enrolment = { personId: string; code: string }

/** Leads from an invitation to setting up a passkey. */
export const beginEnrolment = (ask: Pick<Ask, 'say' | 'csrf' | 'platform' | 'tenant' | 'url' | 'now' | 'read'>, enrolment: Enrolment): Promise<Answer> => enrolPage(ask, enrolment)
