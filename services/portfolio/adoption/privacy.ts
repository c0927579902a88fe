import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Who ordered an installation. Contacts are offices with function mailboxes. */
export const adoptionPrivacy: readonly PersonalData[] = [
  {
    table: 'portfolio.installation',
    columns: ['account_id'],
    subjectColumn: 'account_id',
    purpose: title(words, 'adoption.personal.purpose'),
    data: title(words, 'adoption.personal.data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. e DSGVO; § 3 DSG NRW',
    retention: { otherwise: title(words, 'adoption.personal.as-long') },
    recipients: [],
    erasure: 'empty',
  },
  { table: 'portfolio.adoption', columns: ['contact_email'], harmless: 'An office with a function mailbox; the form says so, and the register shows it as the contact of a town.' },
]
