import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Who comes to a hackday: known until two weeks after it, shown as a number only. */
export const hackdayPrivacy: readonly PersonalData[] = [
  { table: 'open_data.hackday_registration', columns: ['account_id'], subjectColumn: 'account_id', purpose: title(words, 'hackday.privacy.purpose'), legalBasis: 'Art. 6 Abs. 1 Buchst. a DSGVO', retention: { until: 'keep_until' }, recipients: [] },
  { table: 'open_data.hackday', columns: ['name'], harmless: 'short name of a hackday' },
]
