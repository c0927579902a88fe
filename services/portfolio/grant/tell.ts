import { Type, type Static } from 'typebox'
import { defineJob, listHolders, speak, type Config, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { parsePlainDate } from '@modellregion/standards'
import { words } from '../locales/index.ts'
import { originOf } from '../network/origin.ts'
import { accountHref } from './links.ts'
import { listNotices } from './queries/account.ts'
import { findProjectOfCall } from './queries/call.ts'

const Payload = Type.Object({ kind: Type.String(), ref: Type.String(), rule: Type.String(), dueOn: Type.String({ format: 'date' }), step: Type.Union([Type.Literal('warning'), Type.Literal('over')]) })
const roles = ['project-office', 'project-lead'] as const

type Step = Static<typeof Payload>

/** Mails to those who keep the accounts that a deadline comes near or is over. */
export const tellJob = defineJob({
  name: 'portfolio.grant-tell',
  payload: Payload,
  run: async ({ platform, tenant, payload, write }) => {
    const addresses = await addressesOf(platform, tenant)
    if (addresses.length > 0) await write((db) => writeLetters(db, platform, tenant, payload, addresses))
  },
})

/** The letters of one step, written in one unit: all or none. Nothing is written when the subject is gone meanwhile. */
export async function writeLetters(db: UnitOfWork, platform: Pick<Platform, 'mailer'> & { config: Pick<Config, 'https' | 'port'> }, tenant: Tenant, { kind, ref, rule, dueOn, step }: Step, addresses: readonly string[]): Promise<void> {
  const project = kind === 'grant-call' ? await findProjectOfCall(db, ref) : ref.split('/')[0]
  const [notice] = project === undefined ? [] : await listNotices(db, project)
  const day = parsePlainDate(dueOn)
  if (!notice || day === undefined) return
  const t = speak(words, { locale: 'de', form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words })
  const facts = { what: t.find(`grant.deadline.${rule}`) ?? rule, purpose: notice.purpose, day, link: `${originOf(platform, tenant)}${accountHref(notice.project)}#deadlines` }
  for (const to of addresses) await platform.mailer.send(db, { to, subject: t(`grant.mail.subject.${step}`, facts), text: t(`grant.mail.text.${step}`, facts) })
}

/** Everybody who keeps accounts of the town, each once. People belong to the platform: a unit of its own reads them. */
export async function addressesOf({ database, now }: Pick<Platform, 'database' | 'now'>, { id }: Pick<Tenant, 'id'>): Promise<string[]> {
  return await database.unit({ tenant: id, service: 'platform', access: 'read', now: now() }, async (db) => {
    const found = new Set<string>()
    for (const role of roles) for (const { email } of await listHolders(db, role)) if (email !== null) found.add(email)
    return [...found]
  })
}
