import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const common = { legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO', recipients: [], purpose: title(words, 'publish.privacy.purpose'), erasure: 'empty' } as const

export const editPrivacy: readonly PersonalData[] = [
  { ...common, table: 'open_data.draft_revision', columns: ['made_by'], subjectColumn: 'made_by', retention: { otherwise: title(words, 'publish.privacy.until-published') } },
  { ...common, table: 'open_data.draft_template', columns: ['created_by'], subjectColumn: 'created_by', retention: { otherwise: title(words, 'edit.privacy.template') } },
]
