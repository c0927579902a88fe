import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

export const scimPrivacy: readonly PersonalData[] = [
  {
    table: 'citizen_id.scim_user',
    columns: ['external_id', 'user_name', 'given_names', 'family_name', 'display_name', 'email', 'active', 'created_at'],
    purpose: title(words, 'scim.purpose.user'),
    data: title(words, 'scim.data.user'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO; § 18 DSG NRW',
    retention: 'account',
    subjectColumn: 'id',
    recipients: [],
  },
  {
    table: 'citizen_id.scim_member',
    columns: ['created_at'],
    purpose: title(words, 'scim.purpose.member'),
    data: title(words, 'scim.data.member'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO; § 18 DSG NRW',
    retention: 'account',
    subjectColumn: 'user_id',
    recipients: [],
  },
]
