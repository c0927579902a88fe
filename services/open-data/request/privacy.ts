import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const common = { legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO', recipients: [], purpose: title(words, 'request.privacy.purpose') } as const

/** Who has asked and voted. After three years a request belongs to nobody; its text stays public, as it was from the start. */
export const requestPrivacy: readonly PersonalData[] = [
  { ...common, table: 'open_data.request', columns: ['account_id', 'return_hash'], subjectColumn: 'account_id', data: title(words, 'request.privacy.data'), retention: { days: 1_096, field: 'created_at' }, erasure: 'empty' },
  { ...common, table: 'open_data.request_event', columns: ['made_by'], subjectColumn: 'made_by', retention: { days: 1_096, field: 'created_at' }, erasure: 'empty' },
  { ...common, table: 'open_data.request_vote', columns: ['account_id'], subjectColumn: 'account_id', retention: 'account' },
]
