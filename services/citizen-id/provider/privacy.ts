import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

export const providerPrivacy: readonly PersonalData[] = [
  {
    table: 'citizen_id.artifact',
    columns: ['account_id', 'payload', 'created_at'],
    purpose: title(words, 'provider.purpose.artifact'),
    data: title(words, 'provider.data.artifact'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO; § 25 Abs. 2 Nr. 2 TDDDG',
    retention: { until: 'expires_at' },
    subjectColumn: 'account_id',
    recipients: [],
  },
]
