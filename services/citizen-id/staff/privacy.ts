import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

export const staffPrivacy: readonly PersonalData[] = [
  {
    table: 'citizen_id.invitation',
    columns: ['expires_at', 'used_at', 'created_at'],
    purpose: title(words, 'staff.purpose.invitation'),
    data: title(words, 'staff.data.invitation'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO; Art. 32 DSGVO',
    retention: { days: 90, field: 'created_at' },
    subjectColumn: 'person_id',
    recipients: [],
  },
]
