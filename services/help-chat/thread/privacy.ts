import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const bytes = 'Made with the key of a case or of a confidant in their office; bytes from which nobody is read.'

/** Of the anonymous person nothing is known that says who they are. Confidants stand here in their office. */
export const threadPrivacy: readonly PersonalData[] = [
  { table: 'help_chat.epoch', columns: ['signature'], harmless: bytes },
  { table: 'help_chat.envelope', columns: ['signature'], harmless: bytes },
  {
    table: 'help_chat.calendar_token',
    columns: ['token_hash'],
    subjectColumn: 'account_id',
    purpose: title(words, 'thread.personal.calendar'),
    data: title(words, 'thread.personal.calendar-data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO',
    retention: 'account',
    recipients: [],
  },
]
