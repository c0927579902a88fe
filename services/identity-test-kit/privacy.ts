import { title, type PersonalData } from '@modellregion/kernel'
import { words } from './locales/index.ts'

/** Cards and accounts are invented, and what waits names a number of a card. The invented service keeps for two hours what it was told. */
export const privacy: readonly PersonalData[] = [
  {
    table: 'identity_test_kit.service_session',
    columns: ['state', 'created_at'],
    purpose: title(words, 'parking.privacy-purpose'),
    data: title(words, 'parking.privacy-data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. a DSGVO',
    retention: { until: 'expires_at' },
    recipients: [],
  },
]
