import { Type } from 'typebox'
import { defineJob, listHolders, speak, type Platform, type Tenant } from '@modellregion/kernel'
import { parsePlainDate } from '@modellregion/standards'
import { words } from '../locales/index.ts'
import { originOf } from '../network/origin.ts'
import { accountHref } from './links.ts'
import { listNotices } from './queries/account.ts'
import { findProjectOfCall } from './queries/call.ts'

const Payload = Type.Object({ kind: Type.String(), ref: Type.String(), rule: Type.String(), dueOn: Type.String({ format: 'date' }), step: Type.Union([Type.Literal('warning'), Type.Literal('over')]) })
const roles = ['project-office', 'project-lead'] as const

/** Mails to those who keep the accounts that a deadline comes near or is over. The letters are written in one unit: all or none. */
export const tellJob = defineJob({
  name: 'portfolio.grant-tell',
  payload: Payload,
  run: async ({ platform, tenant, payload: { kind, ref, rule, dueOn, step }, write }) => {
    const day = parsePlainDate(dueOn)
    const addresses = await addressesOf(platform, tenant)
    if (day === undefined || addresses.length === 0) return
    const t = speak(words, { locale: 'de', form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words })
    await write(async (db) => {
      const project = kind === 'grant-call' ? await findProjectOfCall(db, ref) : ref.split('/')[0]
      const [notice] = project === undefined ? [] : await listNotices(db, project)
      if (!notice) return
      const facts = { what: t.find(`grant.deadline.${rule}`) ?? rule, purpose: notice.purpose, day, link: `${originOf(platform, tenant)}${accountHref(notice.project)}#deadlines` }
      for (const to of addresses) await platform.mailer.send(db, { to, subject: t(`grant.mail.subject.${step}`, facts), text: t(`grant.mail.text.${step}`, facts) })
    })
  },
})

// Accounts belong to the platform: a unit of its own reads them.
async function addressesOf({ database, now }: Pick<Platform, 'database' | 'now'>, { id }: Pick<Tenant, 'id'>): Promise<string[]> {
  return await database.unit({ tenant: id, service: 'platform', access: 'read', now: now() }, async (db) => {
    const found = new Set<string>()
    for (const role of roles) for (const { email } of await listHolders(db, role)) if (email !== null) found.add(email)
    return [...found]
  })
}
