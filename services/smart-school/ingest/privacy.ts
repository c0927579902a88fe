import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Who has read a meter. What devices send is of rooms and meters; who may read it says protection/. */
export const ingestPrivacy: readonly PersonalData[] = [
  {
    table: 'smart_school.meter_reading',
    columns: ['account_id', 'photo_id'],
    subjectColumn: 'account_id',
    purpose: title(words, 'ingest.personal.reading'),
    data: title(words, 'ingest.personal.reading-data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO',
    retention: { days: 3 * 366, field: 'created_at' },
    recipients: [],
  },
  { table: 'smart_school.source', columns: ['name'], harmless: 'the name of a network server or program' },
]
