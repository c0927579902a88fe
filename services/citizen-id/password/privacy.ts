import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const basis = 'Art. 6 Abs. 1 Buchst. e DSGVO; § 8 OZG'

export const passwordPrivacy: readonly PersonalData[] = [
  {
    table: 'citizen_id.password',
    columns: ['changed_at', 'created_at'],
    purpose: title(words, 'password.privacy.purpose'),
    data: title(words, 'password.privacy.data'),
    legalBasis: basis,
    retention: 'account',
    subjectColumn: 'person_id',
    recipients: [],
  },
  {
    table: 'citizen_id.totp',
    columns: ['confirmed_at', 'created_at'],
    purpose: title(words, 'password.privacy.purpose'),
    data: title(words, 'password.privacy.data'),
    legalBasis: basis,
    retention: 'account',
    subjectColumn: 'person_id',
    recipients: [],
  },
  {
    table: 'citizen_id.recovery_code',
    columns: ['used_at', 'created_at'],
    purpose: title(words, 'password.privacy.purpose'),
    data: title(words, 'password.privacy.data'),
    legalBasis: basis,
    retention: 'account',
    subjectColumn: 'person_id',
    recipients: [],
  },
  {
    table: 'citizen_id.registration',
    columns: ['given_names', 'family_name', 'email', 'user_name', 'user_name_key'],
    purpose: title(words, 'register.privacy.purpose'),
    data: title(words, 'provider.data.person'),
    legalBasis: basis,
    // An hour; the nightly job of the service clears away what is over, see password/jobs.ts.
    retention: { until: 'expires_at' },
    recipients: [],
  },
]
