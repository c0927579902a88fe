import { title } from '../http/route.ts'
import { kernelWords } from '../locales/index.ts'
import type { PersonalData } from '../privacy/personal-data.ts'

export const portalPrivacy: readonly PersonalData[] = [
  {
    table: 'platform.feedback',
    columns: ['message', 'mail'],
    purpose: title(kernelWords, 'portal.feedback-purpose'),
    data: title(kernelWords, 'portal.feedback-data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. c DSGVO, § 10d BGG NRW',
    retention: { days: 365, field: 'created_at' },
    recipients: [],
  },
  {
    table: 'platform.feedback_message',
    columns: ['text', 'by_id', 'created_at'],
    subjectColumn: 'by_id',
    purpose: title(kernelWords, 'portal.feedback-purpose'),
    data: title(kernelWords, 'portal.feedback-message-data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. c DSGVO, § 10d BGG NRW',
    retention: { days: 365, field: 'created_at' },
    recipients: [],
  },
  { table: 'platform.feedback', columns: ['page'], harmless: 'Address of a page, typed by the person or set by the link.' },
]
