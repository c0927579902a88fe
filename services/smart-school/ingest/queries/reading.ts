import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Point } from '../../store/schema.ts'
import type { PastReading } from '../schema.ts'

/** The sensor as which people read meters: one for the town. */
export const findManualSensor = (db: UnitOfWork): Promise<{ id: number } | undefined> =>
  db.maybe(sql<{ id: number }>`select id from smart_school.sensor where tenant_id = ${db.tenant} and properties->>'kind' = 'manual' order by id limit 1`)

/** The last two counter values of some series before a moment, whoever told them; the later one first. */
export const listLastReadings = (db: UnitOfWork, seriesIds: readonly number[], at: Date): Promise<Point[]> =>
  db.many(sql<Point>`
    select phenomenon_time as at, number as value from smart_school.observation
    where tenant_id = ${db.tenant} and series_id = any(${[...seriesIds]}::int[]) and phenomenon_time < ${at} and phenomenon_time > ${new Date(at.getTime() - 800 * 86_400_000)} and number is not null
    order by phenomenon_time desc limit 2`)

export const insertReading = (db: UnitOfWork, reading: { id: string; seriesId: number; at: Date; accountId: string | null; photoId: string | null; confirmed: boolean }): Promise<number> =>
  db.run(sql`insert into smart_school.meter_reading (tenant_id, id, series_id, phenomenon_time, account_id, photo_id, confirmed, created_at)
    values (${db.tenant}, ${reading.id}, ${reading.seriesId}, ${reading.at}, ${reading.accountId}, ${reading.photoId}, ${reading.confirmed}, ${db.now})`)

/** What people have read at a meter point, the last one first. Of a moment that was corrected only the last word, because its value is what stands there. */
export const listReadings = (db: UnitOfWork, thingId: number, size: number): Promise<PastReading[]> =>
  db.many(sql<PastReading>`
    select * from (select distinct on (r.phenomenon_time, r.series_id) r.id, r.phenomenon_time as at, o.number as value, r.photo_id as "photoId", r.confirmed, s.channel
    from smart_school.series s join smart_school.meter_reading r on r.tenant_id = s.tenant_id and r.series_id = s.id
    left join smart_school.observation o on o.tenant_id = r.tenant_id and o.series_id = r.series_id and o.phenomenon_time = r.phenomenon_time and o.seq = 0
    where s.tenant_id = ${db.tenant} and s.thing_id = ${thingId} order by r.phenomenon_time desc, r.series_id, r.id desc) last order by at desc, id desc limit ${size}`)

/** The reading of that number at this meter point, with its photo. @throws NotFound */
export const getReading = (db: UnitOfWork, id: string): Promise<{ photoId: string | null; schoolId: number | null }> =>
  db.one(sql<{ photoId: string | null; schoolId: number | null }>`
    select r.photo_id as "photoId", s.school_id as "schoolId" from smart_school.meter_reading r join smart_school.series s on s.tenant_id = r.tenant_id and s.id = r.series_id
    where r.tenant_id = ${db.tenant} and r.id = ${id}`)
