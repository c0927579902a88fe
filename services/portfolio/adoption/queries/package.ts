import { sql, type UnitOfWork } from '@modellregion/kernel'

/** How an entry came from another installation. `fetchedFrom` is null for a file that somebody handed over. */
export type PackageSource = { readonly entryId: string; readonly fetchedFrom: string | null; readonly origin: readonly string[]; readonly checkedAt: Date; readonly failed: string | null }
const columns = sql`entry_id as "entryId", fetched_from as "fetchedFrom", origin, checked_at as "checkedAt", failed`

export const findPackageSource = (db: UnitOfWork, entryId: string): Promise<PackageSource | undefined> =>
  db.maybe(sql<PackageSource>`select ${columns} from portfolio.package_source where tenant_id = ${db.tenant} and entry_id = ${entryId}`)
/** Those that have an address, the longest unseen first. */
export const listFetched = (db: UnitOfWork, size: number): Promise<PackageSource[]> =>
  db.many(sql<PackageSource>`select ${columns} from portfolio.package_source where tenant_id = ${db.tenant} and fetched_from is not null order by checked_at, entry_id limit ${size}`)
export const upsertPackageSource = (db: UnitOfWork, s: Pick<PackageSource, 'entryId' | 'fetchedFrom' | 'origin'>): Promise<number> =>
  db.run(sql`
    insert into portfolio.package_source (tenant_id, entry_id, fetched_from, origin, checked_at, created_at) values (${db.tenant}, ${s.entryId}, ${s.fetchedFrom}, ${JSON.stringify(s.origin)}::jsonb, ${db.now}, ${db.now})
    on conflict (tenant_id, entry_id) do update set fetched_from = coalesce(excluded.fetched_from, package_source.fetched_from), origin = excluded.origin, checked_at = excluded.checked_at, failed = null`)
/** Notes that a look has failed, as a code. */
export const failPackageSource = (db: UnitOfWork, entryId: string, failed: string): Promise<number> =>
  db.run(sql`update portfolio.package_source set checked_at = ${db.now}, failed = ${failed} where tenant_id = ${db.tenant} and entry_id = ${entryId}`)
