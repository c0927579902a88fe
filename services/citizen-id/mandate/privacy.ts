import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const basis = 'Art. 6 Abs. 1 Buchst. e DSGVO; §§ 164 ff., 1629, 1823 BGB'

export const mandatePrivacy: readonly PersonalData[] = [
  {
    table: 'citizen_id.mandate',
    columns: ['principal_id', 'principal_name', 'principal_birth_date', 'register_number', 'representative_id', 'representative_label', 'reference', 'confirmed_by', 'created_at'],
    purpose: title(words, 'mandate.purpose.mandate'),
    data: title(words, 'mandate.data.mandate'),
    legalBasis: basis,
    retention: { days: 1_095, field: 'ended_at' },
    subjectColumn: 'representative_id',
    recipients: [],
  },
  {
    table: 'citizen_id.mandate_event',
    columns: ['by_id', 'created_at'],
    purpose: title(words, 'mandate.purpose.event'),
    data: title(words, 'mandate.data.event'),
    legalBasis: basis,
    retention: { days: 1_825, field: 'created_at' },
    subjectColumn: 'by_id',
    recipients: [],
  },
  {
    table: 'citizen_id.mandate_choice',
    columns: ['person_id', 'created_at'],
    purpose: title(words, 'mandate.purpose.choice'),
    data: title(words, 'mandate.data.choice'),
    legalBasis: basis,
    retention: { until: 'expires_at' },
    subjectColumn: 'person_id',
    recipients: [],
  },
]
