import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Who has decided about a finding. The findings themselves hold masked examples only, by which nobody can be known. */
export const scanPrivacy: readonly PersonalData[] = [
  {
    table: 'open_data.scan_finding',
    columns: ['decided_by'],
    subjectColumn: 'decided_by',
    purpose: title(words, 'scan.privacy.purpose'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO',
    retention: { days: 1_096, field: 'created_at' },
    recipients: [],
    erasure: 'empty',
  },
]
