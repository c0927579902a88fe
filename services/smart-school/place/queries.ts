import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Mounting, School } from '../store/schema.ts'

export type NewSchool = Omit<School, 'name'>

export const insertSchool = (db: UnitOfWork, school: NewSchool): Promise<number> =>
  db.run(sql`insert into smart_school.school (tenant_id, thing_id, slug, form, place, heated_area_m2, hall_area_m2, pupils, lessons, created_at)
    values (${db.tenant}, ${school.id}, ${school.slug}, ${school.form}, ${school.place}, ${school.heatedAreaM2}, ${school.hallAreaM2}, ${school.pupils}, ${JSON.stringify(school.lessons)}::jsonb, ${db.now}) on conflict do nothing`)

/** The number of the school with this short name, if there is one. */
export const findSchoolId = async (db: UnitOfWork, slug: string): Promise<number | undefined> =>
  (await db.maybe(sql<{ id: number }>`select thing_id as id from smart_school.school where tenant_id = ${db.tenant} and slug = ${slug}`))?.id

export const insertMember = (db: UnitOfWork, schoolId: number, accountId: string): Promise<number> =>
  db.run(sql`insert into smart_school.member (tenant_id, school_id, account_id, created_at) values (${db.tenant}, ${schoolId}, ${accountId}, ${db.now}) on conflict do nothing`)

/** Gives a thing its place on earth, in longitude and latitude, from now on. */
export async function setPosition(db: UnitOfWork, thingId: number, ids: { location: number; historical: number }, name: string, position: readonly [number, number]): Promise<void> {
  await db.run(sql`insert into smart_school.location (tenant_id, id, name, encoding_type, location, created_at)
    values (${db.tenant}, ${ids.location}, ${name}, 'application/geo+json', ${JSON.stringify({ type: 'Point', coordinates: position })}::jsonb, ${db.now})`)
  await db.run(sql`insert into smart_school.historical_location (tenant_id, id, thing_id, at, location_ids, created_at) values (${db.tenant}, ${ids.historical}, ${thingId}, ${db.now}, ${[ids.location]}::int[], ${db.now})`)
  await db.run(sql`update smart_school.thing set location_ids = ${[ids.location]}::int[] where tenant_id = ${db.tenant} and id = ${thingId}`)
}

export type Placed = { readonly id: number; readonly position: readonly [number, number] }

/** Where the town's schools stand, as far as somebody said so. */
export const listSchoolPositions = (db: UnitOfWork): Promise<Placed[]> =>
  db.many(sql<Placed>`
    select t.id, l.location -> 'coordinates' as position from smart_school.school s
    join smart_school.thing t on t.tenant_id = s.tenant_id and t.id = s.thing_id
    join smart_school.location l on l.tenant_id = t.tenant_id and l.id = t.location_ids[1]
    where s.tenant_id = ${db.tenant} and t.retired_at is null and l.location ->> 'type' = 'Point' order by t.id`)

/** When the first school of the town was written down: the day from which the demonstration's stories count back. */
export const firstSchoolAt = async (db: UnitOfWork): Promise<Date | undefined> =>
  (await db.one(sql<{ at: Date | null }>`select min(created_at) as at from smart_school.school where tenant_id = ${db.tenant}`)).at ?? undefined

export type HungRow = Mounting & { readonly device: string; readonly sensorId: number }

/** Which devices hung at a thing, the latest first. */
export const listMountingsOfThing = (db: UnitOfWork, thingId: number): Promise<HungRow[]> =>
  db.many(sql<HungRow>`
    select m.id, m.dev_eui as "devEui", m.channel, m.thing_id as "thingId", m.from_at as "from", m.to_at as "to", d.name as device, d.sensor_id as "sensorId"
    from smart_school.mounting m join smart_school.device d on d.tenant_id = m.tenant_id and d.dev_eui = m.dev_eui
    where m.tenant_id = ${db.tenant} and m.thing_id = ${thingId} order by m.from_at desc, m.channel`)

export const listSensorNames = async (db: UnitOfWork, ids: readonly number[]): Promise<ReadonlyMap<number, string>> =>
  new Map((await db.many(sql<{ id: number; name: string }>`select id, name from smart_school.sensor where tenant_id = ${db.tenant} and id = any(${[...ids]}::int[])`)).map(({ id, name }) => [id, name]))

export const isSlugTaken = async (db: UnitOfWork, slug: string): Promise<boolean> => (await findSchoolId(db, slug)) !== undefined

export const updateSchool = (db: UnitOfWork, school: NewSchool): Promise<number> =>
  db.run(sql`update smart_school.school set form = ${school.form}, place = ${school.place}, heated_area_m2 = ${school.heatedAreaM2}, hall_area_m2 = ${school.hallAreaM2}, pupils = ${school.pupils}, lessons = ${JSON.stringify(school.lessons)}::jsonb
    where tenant_id = ${db.tenant} and thing_id = ${school.id}`)

export const updateThing = (db: UnitOfWork, id: number, { name, properties }: { name: string; properties?: Readonly<Record<string, unknown>> }): Promise<number> =>
  db.run(sql`update smart_school.thing set name = ${name}, changed_at = ${db.now} ${properties ? sql`, properties = ${JSON.stringify(properties)}::jsonb` : sql``} where tenant_id = ${db.tenant} and id = ${id}`)

/** Series that are called after their thing follow its new name; those that somebody has named otherwise stay. */
export const renameSeries = (db: UnitOfWork, thingId: number, before: string, after: string): Promise<number> =>
  db.run(sql`update smart_school.series set name = ${after}::text || substr(name, length(${before}::text) + 1) where tenant_id = ${db.tenant} and thing_id = ${thingId} and starts_with(name, ${before}::text || ': ')`)

export const retireThing = (db: UnitOfWork, id: number): Promise<number> =>
  db.run(sql`update smart_school.thing set retired_at = ${db.now}, changed_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and retired_at is null`)

/** What still stands in a place or hangs at it. */
export const countUse = (db: UnitOfWork, id: number): Promise<{ children: number; devices: number }> =>
  db.one(sql<{ children: number; devices: number }>`
    select (select count(*)::int from smart_school.thing where tenant_id = ${db.tenant} and parent_id = ${id} and retired_at is null) as children,
      (select count(distinct dev_eui)::int from smart_school.mounting where tenant_id = ${db.tenant} and thing_id = ${id} and to_at is null) as devices`)

export const listMembersOfSchool = async (db: UnitOfWork, schoolId: number): Promise<string[]> =>
  (await db.many(sql<{ id: string }>`select account_id as id from smart_school.member where tenant_id = ${db.tenant} and school_id = ${schoolId} order by created_at, account_id`)).map(({ id }) => id)

export const deleteMember = (db: UnitOfWork, schoolId: number, accountId: string): Promise<number> =>
  db.run(sql`delete from smart_school.member where tenant_id = ${db.tenant} and school_id = ${schoolId} and account_id = ${accountId}`)
