import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const common = { legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO', recipients: [], purpose: title(words, 'publish.privacy.purpose') } as const

/** Who of the town's staff has written, changed and uploaded what. */
export const publishPrivacy: readonly PersonalData[] = [
  { ...common, table: 'open_data.organisation_member', columns: ['account_id'], subjectColumn: 'account_id', retention: 'account' },
  { ...common, table: 'open_data.draft', columns: ['created_by'], subjectColumn: 'created_by', retention: { otherwise: title(words, 'publish.privacy.until-published') }, erasure: 'empty' },
  { ...common, table: 'open_data.draft', columns: ['changed_by'], subjectColumn: 'changed_by', retention: { otherwise: title(words, 'publish.privacy.until-published') }, erasure: 'empty' },
  { ...common, table: 'open_data.dataset_change', columns: ['made_by'], subjectColumn: 'made_by', retention: { days: 1_096, field: 'created_at' }, erasure: 'empty' },
  { ...common, table: 'open_data.file_version', columns: ['uploaded_by'], subjectColumn: 'uploaded_by', retention: { days: 1_096, field: 'created_at' }, erasure: 'empty' },
  { table: 'open_data.draft', columns: ['name'], harmless: 'short name of a dataset' },
  { table: 'open_data.dataset_change', columns: ['name'], harmless: 'short name of a dataset' },
  { table: 'open_data.file_version', columns: ['name'], harmless: 'name of an uploaded file of the administration' },
]
