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
    retention: { until: 'expires_at' },
    subjectColumn: 'account_id',
    recipients: [],
  },
  {
    table: 'platform.audit_entry',
    columns: ['actor', 'service', 'action', 'subject', 'created_at'],
    purpose: title(kernelWords, 'privacy.purpose.audit'),
    data: title(kernelWords, 'privacy.data.audit'),
    legalBasis: `${publicTask}; Art. 5 Abs. 2 und Art. 32 DSGVO`,
    retention: { forever: title(kernelWords, 'privacy.retention.audit') },
    subjectColumn: 'actor',
    recipients: [],
    erasure: { keep: title(kernelWords, 'privacy.retention.audit') },
  },
  { table: 'platform.tenant', columns: ['name', 'gender'], harmless: 'name of the town and its way of writing person nouns' },
  { table: 'platform.secret', columns: ['name'], harmless: 'name of a key of the installation' },
]
