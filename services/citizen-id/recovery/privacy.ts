import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const basis = 'Art. 6 Abs. 1 Buchst. e DSGVO; § 8 OZG'

export const recoveryPrivacy: readonly PersonalData[] = [
  {
    table: 'citizen_id.recovery',
    columns: ['source', 'created_at'],
    purpose: title(words, 'recovery.privacy.purpose'),
    data: title(words, 'recovery.privacy.data'),
    legalBasis: basis,
    retention: { until: 'expires_at' },
    subjectColumn: 'person_id',
    recipients: [],
  },
  {
    table: 'citizen_id.counter_case',
    columns: ['document', 'state', 'created_at'],
    purpose: title(words, 'recovery.privacy.purpose'),
    data: title(words, 'recovery.privacy.data'),
    legalBasis: basis,
    retention: 'account',
    subjectColumn: 'person_id',
    recipients: [],
  },
]
