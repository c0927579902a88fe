import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Notes of confidants: the server knows whose and about which case, and cannot read a word of them. */
export const deskPrivacy: readonly PersonalData[] = [
  { table: 'help_chat.text_module', columns: ['title', 'text'], harmless: 'Texts of the office for everybody who writes to it; they name nobody.' },
  {
    table: 'help_chat.private_note',
    columns: ['confidant_id', 'sealed'],
    subjectColumn: 'confidant_id',
    purpose: title(words, 'desk.personal.purpose'),
    data: title(words, 'desk.personal.data'),
    legalBasis: '§ 10 HinSchG, Art. 6 Abs. 1 Buchst. c und e DSGVO',
    retention: { otherwise: title(words, 'desk.personal.until') },
    recipients: [title(words, 'desk.personal.recipients')],
  },
]
