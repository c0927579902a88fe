import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const legalBasis = 'Art. 6 Abs. 1 Buchst. e DSGVO; § 17 Abs. 1 HinSchG'

/** What is stored so that confidants are told. Of anonymous people: a sealed address of a device, if they asked for it, as long as the case. */
export const notificationPrivacy: readonly PersonalData[] = [
  {
    table: 'help_chat.notice_wish',
    columns: ['by_letter', 'by_push', 'quiet_from', 'quiet_until', 'told'],
    subjectColumn: 'account_id',
    purpose: title(words, 'notification.personal.wish'),
    data: title(words, 'notification.personal.wish-data'),
    legalBasis,
    retention: 'account',
    recipients: [],
  },
  {
    table: 'help_chat.desk_device',
    columns: ['device_hash', 'sealed'],
    subjectColumn: 'account_id',
    purpose: title(words, 'notification.personal.device'),
    data: title(words, 'notification.personal.device-data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. a DSGVO',
    retention: 'account',
    recipients: [title(words, 'notification.personal.push-services')],
  },
  {
    table: 'help_chat.case_device',
    columns: ['device_hash', 'sealed'],
    purpose: title(words, 'notification.personal.case-device'),
    data: title(words, 'notification.personal.device-data'),
    legalBasis: 'Art. 6 Abs. 1 Buchst. a DSGVO',
    retention: { otherwise: title(words, 'notification.personal.case-device-until') },
    recipients: [title(words, 'notification.personal.push-services')],
  },
]
