import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Opening } from '../alarm/schema.ts'
import type { SafetySetting } from './schema.ts'

export const listSafetySettings = (db: UnitOfWork): Promise<SafetySetting[]> =>
  db.many(sql<SafetySetting>`
    select school_id as "schoolId", open_from as "from", open_to as "to", presence, presence_reason as "presenceReason", presence_council_on::text as "councilOn"
    from smart_school.safety_setting where tenant_id = ${db.tenant} order by school_id`)

/** Whoever changes a school's setting waits for whoever is changing it, so that neither takes back what the other did. */
export const lockSafetySetting = async (db: UnitOfWork, schoolId: number): Promise<void> =>
  void (await db.one(sql`select id from smart_school.thing where tenant_id = ${db.tenant} and id = ${schoolId} for update`))

export const saveSafetySetting = (db: UnitOfWork, { schoolId, from, to, presence, presenceReason, councilOn }: SafetySetting): Promise<number> =>
  db.run(sql`
    insert into smart_school.safety_setting (tenant_id, school_id, open_from, open_to, presence, presence_reason, presence_council_on, changed_at, created_at)
    values (${db.tenant}, ${schoolId}, ${from}, ${to}, ${presence}, ${presenceReason}, ${councilOn}, ${db.now}, ${db.now})
    on conflict (tenant_id, school_id) do update set open_from = excluded.open_from, open_to = excluded.open_to, presence = excluded.presence,
      presence_reason = excluded.presence_reason, presence_council_on = excluded.presence_council_on, changed_at = excluded.changed_at`)

export const saveOpening = (db: UnitOfWork, seriesId: number, opening: Opening): Promise<number> =>
  db.run(sql`
    insert into smart_school.safety_opening (tenant_id, series_id, opening, created_at) values (${db.tenant}, ${seriesId}, ${opening}, ${db.now})
    on conflict (tenant_id, series_id) do update set opening = excluded.opening`)

/** Since when contacts are as they are: the first value of the run of equal values that ends with the last one. One query for all. */
export const listStateSince = (db: UnitOfWork, seriesIds: readonly number[]): Promise<{ seriesId: number; since: Date }[]> =>
  db.many(sql<{ seriesId: number; since: Date }>`
    select l.series_id as "seriesId", coalesce(after.at, l.first_time) as since
    from smart_school.latest l
    left join lateral (
      select o.phenomenon_time as at from smart_school.observation o
      where o.tenant_id = ${db.tenant} and o.series_id = l.series_id and o.phenomenon_time > (
        select b.phenomenon_time from smart_school.observation b
        where b.tenant_id = ${db.tenant} and b.series_id = l.series_id and (b.number > 0.5) <> (l.number > 0.5)
        order by b.phenomenon_time desc limit 1)
      order by o.phenomenon_time limit 1
    ) after on true
    where l.tenant_id = ${db.tenant} and l.series_id = any(${[...seriesIds]}::int[]) and l.number is not null order by 1`)

/** How many values above zero several series have in each minute of a span, for counts by night: when, never who. Minutes without any are left out. */
export const listMovements = (db: UnitOfWork, seriesIds: readonly number[], from: Date, until: Date): Promise<{ at: Date; reports: number }[]> =>
  db.many(sql<{ at: Date; reports: number }>`
    select date_trunc('minute', phenomenon_time) as at, count(*)::int as reports from smart_school.observation
    where tenant_id = ${db.tenant} and series_id = any(${[...seriesIds]}::int[]) and phenomenon_time >= ${from} and phenomenon_time < ${until} and number > 0
    group by 1 order by 1`)
