import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Bucket } from './schema.ts'

// Long past, and not "now": requests at the same moment have clocks that differ by milliseconds, and would wait for each other.
const noWait = new Date(0)

/** Locks a bucket until the unit ends, making it when it is missing. What is older than a day begins anew. */
export const lockBucket = (db: UnitOfWork, bucket: string, until: Date): Promise<Bucket> =>
  db.one(sql<Bucket>`
    insert into citizen_id.attempt (tenant_id, bucket, failures, wait_until, expires_at, created_at) values (${db.tenant}, ${bucket}, 0, ${noWait}, ${until}, ${db.now})
    on conflict (tenant_id, bucket) do update set
      failures = case when citizen_id.attempt.expires_at <= ${db.now} then 0 else citizen_id.attempt.failures end,
      wait_until = case when citizen_id.attempt.expires_at <= ${db.now} then ${noWait} else citizen_id.attempt.wait_until end,
      expires_at = ${until}
    returning bucket as name, failures, wait_until as "waitUntil"`)

export const saveBucket = (db: UnitOfWork, { name, failures, waitUntil }: Bucket): Promise<number> =>
  db.run(sql`update citizen_id.attempt set failures = ${failures}, wait_until = ${waitUntil} where tenant_id = ${db.tenant} and bucket = ${name}`)

/** Takes one counted failure back, because it was none; `all` forgets every one. */
export const forgiveBucket = (db: UnitOfWork, bucket: string, all: boolean): Promise<number> =>
  db.run(sql`
    update citizen_id.attempt set failures = ${all ? sql`0` : sql`greatest(0, failures - 1)`}, wait_until = ${noWait}
    where tenant_id = ${db.tenant} and bucket = ${bucket}`)

export const deleteOldBuckets = (db: UnitOfWork): Promise<number> => db.run(sql`delete from citizen_id.attempt where tenant_id = ${db.tenant} and expires_at <= ${db.now}`)
