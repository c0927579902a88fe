import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { FreeDay, FreeDayReason } from '../schema.ts'

/** Days on which the school itself gives no lessons, first and last included, in order. */
export const listFreeDays = (db: UnitOfWork, schoolId: number, from: PlainDate, until: PlainDate): Promise<FreeDay[]> =>
  db.many(sql<FreeDay>`select day::text as day, reason from smart_school.free_day where tenant_id = ${db.tenant} and school_id = ${schoolId} and day between ${from} and ${until} order by 1`)

/** The same of all schools of the town. */
export const listFreeDaysOfTown = (db: UnitOfWork, from: PlainDate, until: PlainDate): Promise<{ schoolId: number; day: PlainDate }[]> =>
  db.many(sql<{ schoolId: number; day: PlainDate }>`select school_id as "schoolId", day::text as day from smart_school.free_day where tenant_id = ${db.tenant} and day between ${from} and ${until} order by 1, 2`)

export const addFreeDay = (db: UnitOfWork, schoolId: number, day: PlainDate, reason: FreeDayReason): Promise<number> =>
  db.run(sql`insert into smart_school.free_day (tenant_id, school_id, day, reason, created_at) values (${db.tenant}, ${schoolId}, ${day}, ${reason}, ${db.now})
    on conflict (tenant_id, school_id, day) do update set reason = excluded.reason`)

export const removeFreeDay = (db: UnitOfWork, schoolId: number, day: PlainDate): Promise<number> =>
  db.run(sql`delete from smart_school.free_day where tenant_id = ${db.tenant} and school_id = ${schoolId} and day = ${day}`)
