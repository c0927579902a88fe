import { findAccount, listHolders, type Account, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'

/** Accounts belong to the platform: its own role reads them, in a unit of its own. */
type Where = { readonly platform: Pick<Platform, 'database'>; readonly tenant: Pick<Tenant, 'id'>; readonly now: Date }

const within = <T>({ platform, tenant, now }: Where, work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'read', now }, work)

export type Holders = { readonly caretakers: readonly Account[]; readonly technicians: readonly Account[] }

/** Everybody who takes care of schools in this town. */
export const readHolders = (where: Where): Promise<Holders> => within(where, async (db) => ({ caretakers: await listHolders(db, 'caretaker'), technicians: await listHolders(db, 'school-technician') }))

/** Names of people by account, for pages of staff; of an account that is gone there is none. */
export const readNames = (where: Where, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> =>
  within(where, async (db) => {
    const names = new Map<string, string>()
    for (const id of new Set(ids)) {
      const account = await findAccount(db, id)
      if (account) names.set(id, account.name)
    }
    return names
  })

/** Whether mail reaches somebody. */
export const hasAddress = (where: Where, id: string): Promise<boolean> => within(where, async (db) => ((await findAccount(db, id))?.email ?? null) !== null)
