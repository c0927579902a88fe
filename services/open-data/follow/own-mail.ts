import { findAccount, type Ask } from '@modellregion/kernel'

/** The mail address of whoever is signed in, when the account has one. Accounts belong to the platform: a unit of its own reads them. */
export async function ownMail({ platform, tenant, actor, now }: Pick<Ask, 'platform' | 'tenant' | 'actor' | 'now'>): Promise<string | undefined> {
  const { id } = actor
  if (id === undefined) return undefined
  const account = await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'read', now }, (db) => findAccount(db, id))
  return account?.disabledAt === null ? (account.email ?? undefined) : undefined
}
