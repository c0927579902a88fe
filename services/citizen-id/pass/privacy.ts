import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const basis = 'Art. 6 Abs. 1 Buchst. e DSGVO; § 8 OZG'
const declared = { purpose: title(words, 'pass.privacy.purpose'), data: title(words, 'pass.privacy.data'), legalBasis: basis, retention: { until: 'expires_at' }, subjectColumn: 'person_id', recipients: [] } as const

export const passPrivacy: readonly PersonalData[] = [
  { table: 'citizen_id.pass_request', columns: ['context', 'level', 'seen_by', 'decided_at', 'created_at'], ...declared },
  { table: 'citizen_id.pass_pairing', columns: ['seen_by', 'created_at'], ...declared },
]
