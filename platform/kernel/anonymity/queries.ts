import { localDate, type PlainDate } from '@modellregion/standards'
import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'
import type { FrequencyTable } from './schema.ts'

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`

/**
 * Adds to a counter of the calling service, in the caller's transaction: what is rolled back was not counted. Kept are the month, the statistic and one
 * category for each of one to three dimensions; no person and no moment. Categories come from a list in the code, never from what somebody typed. Whoever
 * counts in several cells in one unit does so in a fixed order, so that two units do not wait for each other. @throws RangeError when `by` is not 1 or more
 */
export async function count(db: UnitOfWork, statistic: string, key: readonly string[], by: number = 1): Promise<void> {
  if (!Number.isSafeInteger(by) || by < 1) throw new RangeError(`A counter grows by whole numbers from 1 on, not by ${by}.`)
  await db.run(sql`
    insert into platform.counter as c (tenant_id, service, statistic, period, key, count)
    values (${db.tenant}, ${db.service}, ${statistic}, ${monthOf(localDate(db.now))}::date, ${key}::text[], ${by}::bigint)
    on conflict (tenant_id, service, statistic, period, key) do update set count = c.count + excluded.count`)
}

/**
 * The service's own counts of whole months, first and last included, summed up by key: cells for `protectCounts`. They are true counts and must not be
 * shown before they are protected.
 */
export const readCounts = async (db: UnitOfWork, statistic: string, from: PlainDate, until: PlainDate): Promise<FrequencyTable['cells']> =>
  await db.many(sql<FrequencyTable['cells'][number]>`
    select key, sum(count)::bigint as count from platform.counter
     where tenant_id = ${db.tenant} and service = ${db.service} and statistic = ${statistic}
       and period between ${monthOf(from)}::date and ${monthOf(until)}::date
     group by key order by key`)
