import { title } from '../http/route.ts'
import { kernelWords } from '../locales/index.ts'
import type { PersonalData } from './personal-data.ts'

const publicTask = 'Art. 6 Abs. 1 Buchst. e DSGVO'

/** What the platform itself knows about people. */
export const kernelPrivacy: readonly PersonalData[] = [
  {
    table: 'platform.account',
    columns: ['display_name', 'email', 'last_seen_at', 'created_at'],
    purpose: title(kernelWords, 'privacy.purpose.account'),
    data: title(kernelWords, 'privacy.data.account'),
    legalBasis: publicTask,
    retention: { days: 730, field: 'last_seen_at' },
    subjectColumn: 'id',
    recipients: [],
  },
  {
    table: 'platform.role_grant',
    columns: ['role', 'organisation', 'created_at'],
    purpose: title(kernelWords, 'privacy.purpose.roles'),
    data: title(kernelWords, 'privacy.data.roles'),
    legalBasis: publicTask,
    retention: 'account',
    subjectColumn: 'account_id',
    recipients: [],
  },
  {
    table: 'platform.oidc_link',
    columns: ['issuer', 'subject', 'created_at'],
    purpose: title(kernelWords, 'privacy.purpose.link'),
    data: title(kernelWords, 'privacy.data.link'),
    legalBasis: publicTask,
    retention: 'account',
    subjectColumn: 'account_id',
    recipients: [],
  },
  {
    table: 'platform.session',
    columns: ['device', 'level', 'last_seen_at', 'created_at'],
    purpose: title(kernelWords, 'privacy.purpose.session'),
    data: title(kernelWords, 'privacy.data.session'),
    legalBasis: `${publicTask}; § 25 Abs. 2 Nr. 2 TDDDG`,
    retention: { until: 'expires_at', words: title(kernelWords, 'privacy.retention.session') },
    subjectColumn: 'account_id',
    recipients: [],
  },
  {
    table: 'platform.audit_entry',
    columns: ['actor', 'service', 'action', 'subject', 'created_at'],
    purpose: title(kernelWords, 'privacy.purpose.audit'),
    data: title(kernelWords, 'privacy.data.audit'),
    legalBasis: `${publicTask}; Art. 5 Abs. 2 und Art. 32 DSGVO`,
    retention: { otherwise: title(kernelWords, 'privacy.retention.audit') },
    subjectColumn: 'actor',
    recipients: [],
    erasure: { keep: title(kernelWords, 'privacy.retention.audit') },
  },
  {
    table: 'platform.mail_outbox',
    columns: ['recipient', 'subject', 'text', 'reply_to'],
    purpose: title(kernelWords, 'privacy.purpose.mail'),
    data: title(kernelWords, 'privacy.data.mail'),
    legalBasis: publicTask,
    retention: { days: 30, field: 'created_at' },
    recipients: [title(kernelWords, 'privacy.recipient.mail')],
  },
  {
    table: 'platform.file',
    columns: ['name'],
    purpose: title(kernelWords, 'privacy.purpose.file'),
    data: title(kernelWords, 'privacy.data.file'),
    legalBasis: publicTask,
    retention: { otherwise: title(kernelWords, 'privacy.retention.file') },
    recipients: [],
  },
  { table: 'platform.job', columns: ['name'], harmless: 'name of a kind of work' },
  { table: 'platform.tenant', columns: ['name', 'gender'], harmless: 'name of the town and its way of writing person nouns' },
  { table: 'platform.secret', columns: ['name'], harmless: 'name of a key of the installation' },
]
