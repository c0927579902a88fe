import { endSessionsOf, eraseAll, speak, type Platform, type Tenant } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import type { Person } from '../person/schema.ts'
import { endSessions } from '../provider/end-sessions.ts'

type Where = { platform: Platform; tenant: Tenant; origin: string; now: Date }

/**
 * Ends an account for good: all sessions, then everything that the services know of the person and no law keeps. Who has a
 * confirmed address gets a last letter; it is written first, because afterwards nobody knows the address.
 */
export async function deletePersonForGood({ platform, tenant, origin, now }: Where, person: Pick<Person, 'id' | 'email' | 'emailVerifiedAt'>, why: 'wish' | 'unused'): Promise<void> {
  await endSessions(platform, tenant, origin, { subject: person.id })
  await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'write', now, ...(why === 'wish' && { actor: person.id }) }, (db) => endSessionsOf(db, person.id))
  const { email, emailVerifiedAt } = person
  if (email !== null && emailVerifiedAt !== null) {
    const t = speak(words, { locale: 'de', form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words })
    const town = `${tenant.kind} ${tenant.name}`
    await platform.database.unit({ tenant: tenant.id, service: 'citizen-id', access: 'write', now }, (db) =>
      platform.mailer.send(db, { to: email, subject: t('cockpit.mail-deleted-subject'), text: t(why === 'wish' ? 'cockpit.mail-deleted' : 'cockpit.mail-deleted-unused', { town, at: now }) }),
    )
  }
  await eraseAll(platform, { tenant: tenant.id, now, ...(why === 'wish' && { actor: person.id }) }, person.id)
}
