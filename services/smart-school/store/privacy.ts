import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Which schools somebody works for. Measurements are of rooms; who may read them says protection/. */
export const storePrivacy: readonly PersonalData[] = [
  {
    table: 'smart_school.member',
    columns: ['account_id', 'school_id'],
    subjectColumn: 'account_id',
    purpose: title(words, 'place.personal.member'),
    data: title(words, 'place.personal.member-data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO; § 18 DSG NRW',
    retention: 'account',
    recipients: [],
  },
  ...['thing', 'location', 'sensor', 'observed_property', 'feature_of_interest', 'series', 'device'].map((table) => ({
    table: `smart_school.${table}`,
    columns: ['name'],
    harmless: 'Names of places, devices and quantities, as on a door sign; the forms ask not to name people.',
  })),
]
