import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const legalBasis = 'Art. 6 Abs. 1 Buchst. e DSGVO; § 3 Abs. 1 DSG NRW'

/** Who takes care of an alarm, how they want to be told, and what they were told. */
export const alarmPrivacy: readonly PersonalData[] = [
  {
    table: 'smart_school.alarm',
    columns: ['acknowledged_by', 'acknowledged_at', 'note'],
    subjectColumn: 'acknowledged_by',
    purpose: title(words, 'alarm.personal.acknowledged'),
    data: title(words, 'alarm.personal.acknowledged-data'),
    legalBasis,
    retention: { days: 365, field: 'cleared_at' },
    recipients: [title(words, 'alarm.personal.recipients')],
    erasure: 'empty',
  },
  {
    table: 'smart_school.alarm_preference',
    columns: ['account_id', 'mail', 'mail_from', 'quiet_from', 'quiet_to'],
    subjectColumn: 'account_id',
    purpose: title(words, 'alarm.personal.preference'),
    data: title(words, 'alarm.personal.preference-data'),
    legalBasis,
    retention: 'account',
    recipients: [],
  },
  {
    table: 'smart_school.alarm_duty',
    columns: ['account_id'],
    subjectColumn: 'account_id',
    purpose: title(words, 'alarm.personal.duty'),
    data: title(words, 'alarm.personal.duty-data'),
    legalBasis,
    retention: 'account',
    recipients: [],
  },
  {
    table: 'smart_school.alarm_notice',
    columns: ['account_id'],
    subjectColumn: 'account_id',
    purpose: title(words, 'alarm.personal.notice'),
    data: title(words, 'alarm.personal.notice-data'),
    legalBasis,
    retention: { days: 90, field: 'created_at' },
    recipients: [],
  },
  { table: 'smart_school.alarm_rule', columns: ['name'], harmless: 'Name of a rule.' },
]
