import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const common = { legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO', recipients: [], purpose: title(words, 'review.privacy.purpose'), retention: { days: 1_096, field: 'created_at' }, erasure: 'empty' } as const

/** Who of the town's staff has sent in, checked and decided. After three years the decision stays, without its people. */
export const reviewPrivacy: readonly PersonalData[] = [
  { ...common, table: 'open_data.review', columns: ['submitted_by'], subjectColumn: 'submitted_by' },
  { ...common, table: 'open_data.review', columns: ['checked_by'], subjectColumn: 'checked_by' },
  { ...common, table: 'open_data.review_vote', columns: ['voted_by'], subjectColumn: 'voted_by' },
]
