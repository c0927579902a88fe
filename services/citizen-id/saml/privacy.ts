import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Shared by the slices `eid` and `bundid`. */
export const foreignSignInPrivacy: readonly PersonalData[] = [
  {
    table: 'citizen_id.foreign_sign_in',
    columns: ['sealed', 'answered_at', 'created_at'],
    purpose: title(words, 'eid.privacy.purpose'),
    data: title(words, 'eid.privacy.data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. a und e DSGVO; § 18 PAuswG; § 8 OZG',
    retention: { until: 'expires_at' },
    recipients: [title(words, 'eid.privacy.eid-server'), title(words, 'eid.privacy.bundid')],
  },
]
