import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Who has made which key for programs, and on which day it was last used. */
export const tokenPrivacy: readonly PersonalData[] = [
  {
    table: 'open_data.api_token',
    columns: ['account_id', 'title', 'last_used_on'],
    subjectColumn: 'account_id',
    purpose: title(words, 'token.privacy.purpose'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO',
    recipients: [],
    retention: { days: 30, field: 'expires_at' },
  },
  {
    table: 'open_data.api_token',
    columns: ['allowed_by'],
    subjectColumn: 'allowed_by',
    purpose: title(words, 'token.privacy.purpose'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO',
    recipients: [],
    retention: { days: 30, field: 'expires_at' },
    erasure: 'empty',
  },
]
