import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Point } from '../store/schema.ts'
import type { Display } from './schema.ts'

/** Numbers of several series from a moment until before another, by series and in order: one query for a whole school. */
export async function readPointsOf(db: UnitOfWork, seriesIds: readonly number[], from: Date, until: Date): Promise<Map<number, Point[]>> {
  const found = new Map<number, Point[]>(seriesIds.map((id) => [id, []]))
  if (seriesIds.length === 0) return found
  const rows = await db.many(sql<Point & { seriesId: number }>`
    select series_id as "seriesId", phenomenon_time as at, number as value from smart_school.observation
    where tenant_id = ${db.tenant} and series_id = any(${[...seriesIds]}::int[]) and phenomenon_time >= ${from} and phenomenon_time < ${until} and number is not null
    order by series_id, phenomenon_time, seq`)
  for (const { seriesId, at, value } of rows) found.get(seriesId)?.push({ at, value })
  return found
}

const columns = sql`id, code, room_id as "roomId", school_id as "schoolId", created_at as "createdAt", revoked_at as "revokedAt"`

/** A display that has not been revoked. */
export const findDisplay = (db: UnitOfWork, code: string): Promise<Display | undefined> =>
  db.maybe(sql<Display>`select ${columns} from smart_school.display where tenant_id = ${db.tenant} and code = ${code} and revoked_at is null`)

/** Displays of a school that are in use, the latest first. */
export const listDisplays = (db: UnitOfWork, schoolId: number): Promise<Display[]> =>
  db.many(sql<Display>`select ${columns} from smart_school.display where tenant_id = ${db.tenant} and school_id = ${schoolId} and revoked_at is null order by created_at desc, id desc`)

export const insertDisplay = (db: UnitOfWork, display: Pick<Display, 'id' | 'code' | 'roomId' | 'schoolId'> & { accountId: string | null }): Promise<number> =>
  db.run(sql`insert into smart_school.display (tenant_id, id, code, room_id, school_id, account_id, created_at)
    values (${db.tenant}, ${display.id}, ${display.code}, ${display.roomId}, ${display.schoolId}, ${display.accountId}, ${db.now}) on conflict (tenant_id, id) do nothing`)

/** Rows changed: none when it was revoked before. */
export const revokeDisplay = (db: UnitOfWork, schoolId: number, id: string): Promise<number> =>
  db.run(sql`update smart_school.display set revoked_at = ${db.now} where tenant_id = ${db.tenant} and school_id = ${schoolId} and id = ${id} and revoked_at is null`)
