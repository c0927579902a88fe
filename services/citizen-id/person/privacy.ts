import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const basis = 'Art. 6 Abs. 1 Buchst. e DSGVO; § 8 OZG'

export const personPrivacy: readonly PersonalData[] = [
  {
    table: 'citizen_id.person',
    columns: ['user_name', 'user_name_key', 'given_names', 'family_name', 'email', 'birth_date', 'address', 'proofed_level', 'last_used_at', 'created_at'],
    purpose: title(words, 'provider.purpose.person'),
    data: title(words, 'provider.data.person'),
    legalBasis: basis,
    retention: 'account',
    subjectColumn: 'id',
    recipients: [],
  },
  {
    table: 'citizen_id.credential',
    columns: ['name', 'webauthn_id', 'last_used_at', 'created_at'],
    purpose: title(words, 'provider.purpose.credential'),
    data: title(words, 'provider.data.credential'),
    legalBasis: basis,
    retention: 'account',
    subjectColumn: 'person_id',
    recipients: [],
  },
  {
    table: 'citizen_id.link',
    columns: ['source', 'last_used_at', 'created_at'],
    purpose: title(words, 'provider.purpose.link'),
    data: title(words, 'provider.data.link'),
    legalBasis: basis,
    retention: 'account',
    subjectColumn: 'person_id',
    recipients: [],
  },
  {
    table: 'citizen_id.level_event',
    columns: ['level', 'cause', 'created_at'],
    purpose: title(words, 'provider.purpose.level-event'),
    data: title(words, 'provider.data.level-event'),
    legalBasis: basis,
    retention: 'account',
    subjectColumn: 'person_id',
    recipients: [],
  },
  {
    table: 'citizen_id.use',
    columns: ['client_name', 'purpose', 'legal_basis', 'claims', 'level', 'method', 'created_at'],
    purpose: title(words, 'provider.purpose.use'),
    data: title(words, 'provider.data.use'),
    legalBasis: `${basis}; Art. 5 Abs. 2 DSGVO`,
    retention: { days: 730, field: 'created_at' },
    subjectColumn: 'person_id',
    recipients: [],
  },
]
