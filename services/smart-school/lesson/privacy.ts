import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const legalBasis = 'Art. 6 Abs. 1 Buchst. e DSGVO; § 120 SchulG NRW'
const consent = { otherwise: title(words, 'lesson.personal.as-long-as-consent') }
const recipients = [title(words, 'lesson.personal.school')]

/** Who leads an experiment, what a class writes, and who consented to a publication. Pupils have no account and give no name. */
export const lessonPrivacy: readonly PersonalData[] = [
  {
    table: 'smart_school.experiment',
    columns: ['account_id'],
    subjectColumn: 'account_id',
    purpose: title(words, 'lesson.personal.experiment'),
    data: title(words, 'lesson.personal.experiment-data'),
    legalBasis,
    retention: { otherwise: title(words, 'lesson.personal.weeks') },
    recipients: [],
  },
  {
    table: 'smart_school.class_group',
    columns: ['hypothesis', 'conclusion'],
    purpose: title(words, 'lesson.personal.group'),
    data: title(words, 'lesson.personal.group-data'),
    legalBasis,
    retention: { otherwise: title(words, 'lesson.personal.weeks') },
    recipients: [],
  },
  ...(['proposed_by', 'decided_by', 'withdrawn_by'] as const).map(
    (column): PersonalData => ({
      table: 'smart_school.publication',
      columns: [column],
      subjectColumn: column,
      purpose: title(words, 'lesson.personal.publication'),
      data: title(words, 'lesson.personal.publication-data'),
      legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO; Art. 5 Abs. 2 DSGVO',
      retention: consent,
      recipients,
      erasure: 'empty',
    }),
  ),
]
