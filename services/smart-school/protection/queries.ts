import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { QuantityId } from '../quantity/quantity.ts'
import type { Audience } from '../store/schema.ts'
import type { QuantityDecision, ViewDecision } from './schema.ts'

export const listQuantityDecisions = (db: UnitOfWork): Promise<QuantityDecision[]> =>
  db.many(sql<QuantityDecision>`select quantity, audience, keep_days as "keepDays", reason, changed_at as "changedAt" from smart_school.protection_quantity where tenant_id = ${db.tenant} order by quantity`)
export const saveQuantityDecision = (db: UnitOfWork, { quantity, audience, keepDays, reason }: Omit<QuantityDecision, 'changedAt'>): Promise<number> =>
  db.run(sql`
    insert into smart_school.protection_quantity (tenant_id, quantity, audience, keep_days, reason, changed_at, created_at) values (${db.tenant}, ${quantity}, ${audience}, ${keepDays}, ${reason}, ${db.now}, ${db.now})
    on conflict (tenant_id, quantity) do update set audience = excluded.audience, keep_days = excluded.keep_days, reason = excluded.reason, changed_at = excluded.changed_at`)

export const listViewDecisions = (db: UnitOfWork): Promise<ViewDecision[]> =>
  db.many(sql<ViewDecision>`select role, quantity, resolution, reason, changed_at as "changedAt" from smart_school.protection_view where tenant_id = ${db.tenant} order by role, quantity`)
export const saveViewDecision = (db: UnitOfWork, { role, quantity, resolution, reason }: Omit<ViewDecision, 'changedAt'>): Promise<number> =>
  db.run(sql`
    insert into smart_school.protection_view (tenant_id, role, quantity, resolution, reason, changed_at, created_at) values (${db.tenant}, ${role}, ${quantity}, ${resolution}, ${reason}, ${db.now}, ${db.now})
    on conflict (tenant_id, role, quantity) do update set resolution = excluded.resolution, reason = excluded.reason, changed_at = excluded.changed_at`)

/** Gives all series of a quantity their audience by the rule of `audienceAt`; sealed ones stay sealed. Returns how many changed. */
export const setAudience = (db: UnitOfWork, quantity: QuantityId, audience: Exclude<Audience, 'sealed'>): Promise<number> =>
  db.run(sql`
    update smart_school.series s set audience = case when ${audience} = 'school' and t.kind = 'outdoor' then 'public' when ${audience} <> 'public' and t.properties -> 'sealed' = 'true' then 'sealed' else ${audience} end from smart_school.thing t
    where s.tenant_id = ${db.tenant} and t.tenant_id = ${db.tenant} and t.id = s.thing_id and s.quantity = ${quantity} and s.audience not in ('sealed', ${audience})`)
/** Gives the series of a thing of one quantity an audience, sealed or open. */
export const setAudienceOfThing = (db: UnitOfWork, thingId: number, quantity: QuantityId, audience: Audience): Promise<number> =>
  db.run(sql`update smart_school.series set audience = ${audience} where tenant_id = ${db.tenant} and thing_id = ${thingId} and quantity = ${quantity} and audience <> ${audience}`)

/** Seals what others measure at a thing by SensorThings, or gives it back the audience that its owner named. */
export const sealForeignSeries = (db: UnitOfWork, thingId: number, sealed: boolean): Promise<number> =>
  db.run(sql`
    update smart_school.series set audience = case when ${sealed} then 'sealed' when properties ->> 'audience' in ('public', 'staff') then properties ->> 'audience' else 'school' end
    where tenant_id = ${db.tenant} and thing_id = ${thingId} and quantity is null and (audience = 'sealed') <> ${sealed}`)

export type MeasuredRow = { readonly quantity: QuantityId; readonly schools: number; readonly places: number; readonly series: number; readonly sealed: number; readonly since: Date | null }
/** What is measured in the town, by quantity. Needs no values. */
export const listMeasured = (db: UnitOfWork): Promise<MeasuredRow[]> =>
  db.many(sql<MeasuredRow>`
    select s.quantity, count(distinct s.school_id)::int as schools, count(distinct s.thing_id)::int as places, count(*)::int as series, (count(*) filter (where s.audience = 'sealed'))::int as sealed,
      min(l.first_time) as since
    from smart_school.series s left join smart_school.latest l on l.tenant_id = ${db.tenant} and l.series_id = s.id
    where s.tenant_id = ${db.tenant} and s.quantity is not null and s.school_id is not null group by 1 order by 1`)

export type KeptSeries = { readonly id: number; readonly quantity: QuantityId | null; readonly audience: Audience; readonly keepDays: number | null; readonly firstTime: Date }
/** Every series that has values, with its oldest. */
export const listKept = (db: UnitOfWork): Promise<KeptSeries[]> =>
  db.many(sql<KeptSeries>`
    select s.id, s.quantity, s.audience, s.keep_days as "keepDays", l.first_time as "firstTime" from smart_school.series s
    join smart_school.latest l on l.tenant_id = ${db.tenant} and l.series_id = s.id where s.tenant_id = ${db.tenant} order by s.id`)

export type DailyValue = { readonly day: PlainDate; readonly count: number; readonly sum: number; readonly min: number; readonly max: number }
/** Writes daily values; a day that is there already stays, because its single values may be gone by now. */
export const insertDaily = (db: UnitOfWork, seriesId: number, days: readonly DailyValue[]): Promise<number> =>
  days.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
        insert into smart_school.daily_value (tenant_id, series_id, day, count, sum, min, max, created_at)
        values ${sql.join(days.map(({ day, count, sum, min, max }) => sql`(${db.tenant}, ${seriesId}::int, ${day}::date, ${count}::int, ${sum}::float8, ${min}::float8, ${max}::float8, ${db.now}::timestamptz)`))}
        on conflict (tenant_id, series_id, day) do nothing`)
export const readDaily = (db: UnitOfWork, seriesId: number, from: PlainDate, until: PlainDate): Promise<DailyValue[]> =>
  db.many(sql<DailyValue>`
    select day::text as day, count, sum, min, max from smart_school.daily_value where tenant_id = ${db.tenant} and series_id = ${seriesId} and day >= ${from} and day < ${until} order by day`)

/** Sealed series of a school by quantity: what `aggregate.ts` takes means of. */
export const listSealed = (db: UnitOfWork, schoolId: number, quantity: QuantityId): Promise<{ id: number; thingId: number }[]> =>
  db.many(sql<{ id: number; thingId: number }>`
    select id, thing_id as "thingId" from smart_school.series where tenant_id = ${db.tenant} and school_id = ${schoolId} and quantity = ${quantity} and audience = 'sealed' order by id`)

/** Series of each device that has raw frames, to know how long those may be kept. */
export const listFramedSeries = (db: UnitOfWork): Promise<(Pick<KeptSeries, 'quantity' | 'audience' | 'keepDays'> & { readonly devEui: string })[]> =>
  db.many(sql<Pick<KeptSeries, 'quantity' | 'audience' | 'keepDays'> & { devEui: string }>`
    select d.dev_eui as "devEui", s.quantity, coalesce(s.audience, 'school') as audience, s.keep_days as "keepDays" from smart_school.device d
    left join smart_school.series s on s.tenant_id = d.tenant_id and s.sensor_id = d.sensor_id where d.tenant_id = ${db.tenant} order by d.dev_eui`)
/** What of a device was refused before a moment: its bytes say as much as a frame does. */
export const deleteRefusedBefore = (db: UnitOfWork, devEui: string, before: Date): Promise<number> =>
  db.run(sql`delete from smart_school.quarantine where tenant_id = ${db.tenant} and dev_eui = ${devEui} and last_at < ${before}`)
/** Raw frames of a device from before a moment. Returns how many went. */
export const deleteFramesBefore = (db: UnitOfWork, devEui: string, before: Date): Promise<number> =>
  db.run(sql`delete from smart_school.frame where tenant_id = ${db.tenant} and dev_eui = ${devEui} and at < ${before}`)
