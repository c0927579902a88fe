import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const common = { legalBasis: 'Art. 6 Abs. 1 Buchst. a DSGVO', recipients: [], purpose: title(words, 'follow.privacy.purpose') } as const
const retention = { otherwise: title(words, 'follow.privacy.until') }

/** Addresses that want mail: gone with the last thing they follow; unconfirmed ones after a week. */
export const followPrivacy: readonly PersonalData[] = [
  { ...common, table: 'open_data.follower', columns: ['mail', 'account_id', 'locale'], subjectColumn: 'account_id', data: title(words, 'follow.privacy.data'), retention },
  { ...common, table: 'open_data.follow', columns: ['subject', 'label'], data: title(words, 'follow.privacy.subjects'), retention },
]
