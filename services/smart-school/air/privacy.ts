import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Who made a class display, so that the school knows whom to ask. The display itself names nobody. */
export const airPrivacy: readonly PersonalData[] = [
  {
    table: 'smart_school.display',
    columns: ['account_id'],
    subjectColumn: 'account_id',
    purpose: title(words, 'air.privacy.purpose'),
    data: title(words, 'air.privacy.data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO',
    retention: 'account',
    erasure: 'empty',
    recipients: [],
  },
]
