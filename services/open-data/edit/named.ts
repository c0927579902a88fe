import { findAccount, type Ask } from '@modellregion/kernel'
import type { Saved } from './save.ts'

/** The same with the name of who has saved meanwhile in place of their account, for the page of somebody who edits the same draft. */
export async function named<S extends Saved>({ platform, tenant, now }: Pick<Ask, 'platform' | 'tenant' | 'now'>, saved: S): Promise<S> {
  const { news } = saved
  if (news?.by === undefined) return saved
  const { by } = news
  const account = await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'read', now }, (db) => findAccount(db, by))
  return { ...saved, news: { ...news, by: account?.name } }
}
