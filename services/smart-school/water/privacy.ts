import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Who flushed and when: the proof that the operator of a drinking water installation owes to the health office. */
export const waterPrivacy: readonly PersonalData[] = [
  {
    table: 'smart_school.water_entry',
    columns: ['account_id', 'signed_name'],
    subjectColumn: 'account_id',
    purpose: title(words, 'water.privacy.purpose'),
    data: title(words, 'water.privacy.data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. c DSGVO, Trinkwasserverordnung',
    retention: { days: 3_653, field: 'at' },
    erasure: { keep: title(words, 'water.privacy.keep') },
    recipients: [title(words, 'water.privacy.recipient')],
  },
]
