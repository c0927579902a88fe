import { title, type PersonalData } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const legalBasis = 'Art. 6 Abs. 1 Buchst. e DSGVO; § 44 LHO NRW mit VV; ANBest-G und ANBest-P (Nachweis und Aufbewahrung der Belege)'
const retention = { otherwise: title(words, 'grant.personal.vouchers-kept') }
const erasure = { keep: title(words, 'grant.personal.vouchers-kept') }
const recipients = [title(words, 'grant.personal.authority'), title(words, 'grant.personal.auditors')]

const actors = [
  ['portfolio.grant_call', 'grant.personal.call'],
  ['portfolio.grant_former_answer', 'grant.personal.former-answer'],
  ['portfolio.grant_booking', 'grant.personal.booking'],
  ['portfolio.grant_statement', 'grant.personal.statement'],
  ['portfolio.grant_remark', 'grant.personal.remark'],
  ['portfolio.grant_rate', 'grant.personal.rate'],
] as const

/** Who was paid, and which of the staff entered what. Vouchers of public money are kept until nobody may ask for them any more. */
export const grantPrivacy: readonly PersonalData[] = [
  { table: 'portfolio.grant_booking', columns: ['payee', 'purpose'], purpose: title(words, 'grant.personal.payee'), data: title(words, 'grant.personal.payee-data'), legalBasis, retention, recipients, erasure },
  ...actors.map(([table, purpose]): PersonalData => ({ table, columns: ['account_id'], subjectColumn: 'account_id', purpose: title(words, purpose), data: title(words, 'grant.personal.who'), legalBasis, retention, recipients: [], erasure })),
]
