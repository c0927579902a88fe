import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const legalBasis = 'Art. 6 Abs. 1 Buchst. c und e DSGVO; §§ 12, 14, 15 HinSchG'

/** What is stored about confidants, who are known by name because people must be able to choose them. */
export const officePrivacy: readonly PersonalData[] = [
  { table: 'help_chat.office', columns: ['phone', 'room'], harmless: 'Where the office can be reached, not a person.' },
  {
    table: 'help_chat.confidant',
    columns: ['name', 'gender', 'photo_file', 'photo_text', 'unit', 'about', 'account_id'],
    subjectColumn: 'account_id',
    purpose: title(words, 'office.personal.profile'),
    data: title(words, 'office.personal.profile-data'),
    legalBasis,
    retention: 'account',
    // The row stays without the person: public keys hang on it, with which old messages are verified.
    erasure: 'empty',
    recipients: [title(words, 'office.personal.everybody')],
  },
  {
    table: 'help_chat.training',
    columns: ['title', 'done_on', 'valid_until', 'source'],
    subjectColumn: 'account_id',
    purpose: title(words, 'office.personal.training'),
    data: title(words, 'office.personal.training-data'),
    legalBasis: '§ 15 Abs. 2 HinSchG; Art. 6 Abs. 1 Buchst. c DSGVO',
    retention: { days: 1_826, field: 'done_on' },
    recipients: [],
  },
]
