import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

export const walletPrivacy: readonly PersonalData[] = [
  {
    table: 'citizen_id.wallet_request',
    columns: ['sealed_answer', 'created_at'],
    purpose: title(words, 'wallet.purpose'),
    data: title(words, 'wallet.data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO; Art. 5f VO (EU) Nr. 910/2014',
    retention: { until: 'expires_at' },
    recipients: [],
  },
]
