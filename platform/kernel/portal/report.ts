import { newId, type UnitOfWork } from '../database/index.ts'
import type { Mailer } from '../mail/index.ts'
import type { Say } from '../i18n/index.ts'
import type { KernelWords } from '../locales/index.ts'
import type { Tenant } from '../tenancy/index.ts'
import { reportNumber } from './number.ts'
import { insertFeedback } from './queries.ts'
import { pageOf } from './rules.ts'
import type { FeedbackForm } from './schema.ts'

type Report = { form: FeedbackForm; host: string; tenant: Tenant; mailer: Mailer; /** Keyed hash of the code with which a guest comes back. */ returnHash?: string; /** Words of the office, in its own language. */ office: Say<KernelWords> }

/** Keeps somebody's report and tells the office by mail. Both happen or neither. Returns the number to tell the person. */
export async function keepReport(db: UnitOfWork, { form, host, tenant, mailer, returnHash, office }: Report): Promise<string> {
  const number = reportNumber()
  const page = pageOf(form.page, host)
  await insertFeedback(db, { id: newId(db.now), number, kind: form.kind, page, message: form.message, mail: form.mail ?? null, ...(returnHash !== undefined && { returnHash }) })
  if (tenant.contact.mail !== '' && mailer.way !== 'none')
    await mailer.send(db, {
      to: tenant.contact.mail,
      subject: office('portal.feedback-mail-subject', { number }),
      text: office('portal.feedback-mail-text', { number, page, message: form.message }),
      ...(form.mail !== undefined && { replyTo: form.mail }),
    })
  return number
}
