import { title, type PersonalData } from '@modellregion/kernel'
import { words } from './locales/index.ts'

/** What the board knows about people: who has written a notice, and where to answer. Kept for 30 days after its last day. */
export const privacy: readonly PersonalData[] = [
  {
    table: 'example.notice',
    columns: ['account_id', 'title', 'text', 'contact_mail', 'hidden_reason'],
    subjectColumn: 'account_id',
    purpose: title(words, 'personal.purpose'),
    data: title(words, 'personal.data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. a DSGVO',
    retention: { days: 30, field: 'ends_on' },
    recipients: [title(words, 'personal.recipients')],
    searchKind: 'notice',
  },
]
