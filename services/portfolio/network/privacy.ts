import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Who comes to a transfer event. Withdrawn registrations go at once, unconfirmed ones after a week, all others 30 days after the event. Questions and answers are a town's, nobody's name stands there. */
export const networkPrivacy: readonly PersonalData[] = [
  {
    table: 'portfolio.event_registration',
    columns: ['name', 'email', 'organisation', 'needs', 'locale'],
    purpose: title(words, 'network.privacy.purpose'),
    data: title(words, 'network.privacy.data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. a DSGVO; Angaben zum Bedarf: Art. 9 Abs. 2 Buchst. a DSGVO',
    retention: { until: 'delete_after', words: title(words, 'network.privacy.until') },
    recipients: [],
  },
]
