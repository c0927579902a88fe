import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Who of the town's staff does not want the monthly report. The addresses that are checked are those of published data. */
export const upkeepPrivacy: readonly PersonalData[] = [
  { table: 'open_data.report_refusal', columns: ['account_id'], subjectColumn: 'account_id', purpose: title(words, 'upkeep.privacy.purpose'), legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO', recipients: [], retention: 'account' },
  { table: 'open_data.address_check', columns: ['address'], harmless: 'address of published data on the web' },
]
