import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const common = { legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO', recipients: [], purpose: title(words, 'discussion.privacy.purpose') } as const

/** Who has written, reported and thanked, and who handed in an application. Nobody is named in public. */
export const discussionPrivacy: readonly PersonalData[] = [
  { ...common, table: 'open_data.discussion_post', columns: ['account_id'], subjectColumn: 'account_id', data: title(words, 'discussion.privacy.data'), retention: { days: 1_096, field: 'created_at' }, erasure: 'empty' },
  { ...common, table: 'open_data.discussion_report', columns: ['account_id', 'reason'], subjectColumn: 'account_id', retention: { days: 180, field: 'created_at' } },
  { ...common, table: 'open_data.gratitude', columns: ['account_id'], subjectColumn: 'account_id', retention: 'account' },
  { ...common, table: 'open_data.showcase', columns: ['account_id'], subjectColumn: 'account_id', retention: { days: 1_096, field: 'created_at' }, erasure: 'empty' },
]
