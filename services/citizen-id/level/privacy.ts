import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

export const levelPrivacy: readonly PersonalData[] = [
  {
    table: 'citizen_id.notice',
    columns: ['person_id', 'kind', 'due_at', 'mailed', 'created_at'],
    purpose: title(words, 'level.purpose.notice'),
    data: title(words, 'level.data.notice'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO; § 8 OZG',
    retention: { days: 1_095, field: 'created_at' },
    subjectColumn: 'person_id',
    recipients: [],
  },
]
