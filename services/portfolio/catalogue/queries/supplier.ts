import { sql, type UnitOfWork } from '@modellregion/kernel'

/** Companies that the unit's own town has recorded, by name: to be chosen again. */
export const listOwnCompanies = (db: UnitOfWork): Promise<{ id: string; company: string; entries: readonly string[] }[]> =>
  db.many(sql<{ id: string; company: string; entries: readonly string[] }>`select id, company, entries from portfolio.supplier where town = ${db.tenant} order by lower(company), id limit 1000`)

/** Entries of the unit's own supplier, which is locked until the unit ends. Undefined when it is gone. */
export const lockServed = (db: UnitOfWork, id: string): Promise<{ entries: readonly string[] } | undefined> =>
  db.maybe(sql<{ entries: readonly string[] }>`select entries from portfolio.supplier where town = ${db.tenant} and id = ${id} for update`)

/** Whether the town has recorded a company of this name already, however it is spelt with small and large letters. */
export const findOwnCompany = (db: UnitOfWork, company: string): Promise<{ id: string } | undefined> =>
  db.maybe(sql<{ id: string }>`select id from portfolio.supplier where town = ${db.tenant} and lower(company) = lower(${company}) order by id limit 1`)

/** Names the unit's own supplier at one more entry; named twice, it stands there once. */
export const addEntryOfSupplier = (db: UnitOfWork, id: string, entryId: string): Promise<number> =>
  db.run(sql`
    update portfolio.supplier set entries = array_append(entries, ${entryId}::uuid), changed_at = ${db.now}
    where town = ${db.tenant} and id = ${id} and not entries @> ${[entryId]}::uuid[]`)
