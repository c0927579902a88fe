import { sql, type UnitOfWork } from '@modellregion/kernel'

/**
 * How an entry came from another installation. `fetchedFrom` is null for a file that somebody handed over; `versionNumber` counts there, and is null
 * where it was read before it was kept. `failed` says with `failedAbout` why the look at `checkedAt` went wrong; `readAt` is when one last succeeded.
 */
export type PackageSource = {
  readonly entryId: string
  readonly fetchedFrom: string | null
  readonly origin: readonly string[]
  readonly versionNumber: number | null
  readonly checkedAt: Date
  readonly readAt: Date | null
  readonly failed: string | null
  readonly failedAbout: string | null
}
const columns = sql`entry_id as "entryId", fetched_from as "fetchedFrom", origin, version_number as "versionNumber", checked_at as "checkedAt", read_at as "readAt", failed, failed_about as "failedAbout"`

/** One package at a time: two readers of the same address would make two entries of it. */
export const lockPackage = (db: UnitOfWork, address: string): Promise<number> => db.run(sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify(['package', db.tenant, address])}, 0))`)

export const findPackageSource = (db: UnitOfWork, entryId: string): Promise<PackageSource | undefined> =>
  db.maybe(sql<PackageSource>`select ${columns} from portfolio.package_source where tenant_id = ${db.tenant} and entry_id = ${entryId}`)
/** All of the town, those first whose last look has failed. */
export const listPackageSources = (db: UnitOfWork, size: number): Promise<PackageSource[]> =>
  db.many(sql<PackageSource>`select ${columns} from portfolio.package_source where tenant_id = ${db.tenant} order by failed is null, checked_at desc, entry_id limit ${size}`)
/** Those that have an address, the longest unseen first. */
export const listFetched = (db: UnitOfWork, size: number): Promise<PackageSource[]> =>
  db.many(sql<PackageSource>`select ${columns} from portfolio.package_source where tenant_id = ${db.tenant} and fetched_from is not null order by checked_at, entry_id limit ${size}`)
/** Those whose last look has failed, the longest failing first. */
export const listFailed = (db: UnitOfWork, size: number): Promise<PackageSource[]> =>
  db.many(sql<PackageSource>`select ${columns} from portfolio.package_source where tenant_id = ${db.tenant} and failed is not null order by read_at nulls first, entry_id limit ${size}`)
/** Notes that a package was read. */
export const upsertPackageSource = (db: UnitOfWork, s: Pick<PackageSource, 'entryId' | 'fetchedFrom' | 'origin' | 'versionNumber'>): Promise<number> =>
  db.run(sql`
    insert into portfolio.package_source (tenant_id, entry_id, fetched_from, origin, version_number, checked_at, read_at, created_at)
    values (${db.tenant}, ${s.entryId}, ${s.fetchedFrom}, ${JSON.stringify(s.origin)}::jsonb, ${s.versionNumber}, ${db.now}, ${db.now}, ${db.now})
    on conflict (tenant_id, entry_id) do update set fetched_from = coalesce(excluded.fetched_from, package_source.fetched_from), origin = excluded.origin, version_number = excluded.version_number,
      checked_at = excluded.checked_at, read_at = excluded.read_at, failed = null, failed_about = null`)
/** Notes that a look has failed, as a code and what it is about. */
export const failPackageSource = (db: UnitOfWork, entryId: string, failed: string, about: string): Promise<number> =>
  db.run(sql`update portfolio.package_source set checked_at = ${db.now}, failed = ${failed}, failed_about = ${about} where tenant_id = ${db.tenant} and entry_id = ${entryId}`)
