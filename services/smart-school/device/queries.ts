import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { QuantityId } from '../quantity/quantity.ts'
import type { OpenHint } from './hints.ts'
import type { Refused } from './rules/trouble.ts'
import type { Place, SensorSeries } from './schema.ts'

export type NewDevice = {
  readonly devEui: string
  readonly sensorId: number
  readonly schoolId: number | null
  readonly name: string
  readonly codec: string | null
  readonly expectedMinutes: number
  readonly state?: 'stock' | 'active'
  readonly batteryPercent?: number | null
}

/** Registers a device. Zero when its number is known already. */
export const insertDevice = (db: UnitOfWork, device: NewDevice): Promise<number> =>
  db.run(sql`insert into smart_school.device (tenant_id, dev_eui, sensor_id, school_id, name, codec, expected_minutes, state, battery_percent, created_at)
    values (${db.tenant}, ${device.devEui}, ${device.sensorId}, ${device.schoolId}, ${device.name}, ${device.codec}, ${device.expectedMinutes}, ${device.state ?? 'active'}, ${device.batteryPercent ?? null}, ${db.now}) on conflict do nothing`)

export type NewMounting = { readonly id: string; readonly devEui: string; readonly channel: string; readonly thingId: number; readonly from: Date; readonly to: Date | null; readonly note?: string }

export const insertMounting = (db: UnitOfWork, { id, devEui, channel, thingId, from, to, note = '' }: NewMounting): Promise<number> =>
  db.run(sql`insert into smart_school.mounting (tenant_id, id, dev_eui, channel, thing_id, from_at, to_at, note, created_at)
    values (${db.tenant}, ${id}, ${devEui}, ${channel}, ${thingId}, ${from}, ${to}, ${note}, ${db.now})`)

/** What the demonstration says about the last frame of a device that never sent one. */
export const setSeen = (db: UnitOfWork, devEui: string, at: Date, rssi: number, snr: number): Promise<number> =>
  db.run(sql`update smart_school.device set last_seen_at = ${at}, rssi = ${rssi}, snr = ${snr} where tenant_id = ${db.tenant} and dev_eui = ${devEui} and last_seen_at is null`)

/** How many observations a series has from a moment until before another. */
export const countObservations = async (db: UnitOfWork, seriesId: number, from: Date, until: Date): Promise<number> =>
  (await db.one(sql<{ n: number }>`select count(*)::int as n from smart_school.observation where tenant_id = ${db.tenant} and series_id = ${seriesId} and phenomenon_time >= ${from} and phenomenon_time < ${until}`)).n

export const listSeriesOfSensor = (db: UnitOfWork, sensorId: number): Promise<SensorSeries[]> =>
  db.many(sql<SensorSeries>`
    select s.id, s.thing_id as "thingId", s.channel, s.quantity, s.audience = 'sealed' as sealed, l.first_time as "firstTime", l.last_time as "lastTime", l.number
    from smart_school.series s left join smart_school.latest l on l.tenant_id = s.tenant_id and l.series_id = s.id
    where s.tenant_id = ${db.tenant} and s.sensor_id = ${sensorId} and s.channel is not null and s.quantity is not null order by s.channel, s.id`)

/** Waits until nobody else changes this device, until the unit ends. */
export const lockDevice = (db: UnitOfWork, devEui: string): Promise<unknown> => db.maybe(sql`select from smart_school.device where tenant_id = ${db.tenant} and dev_eui = ${devEui} for update`)

export const deleteMounting = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from smart_school.mounting where tenant_id = ${db.tenant} and id = ${id}`)
export const setMountingSpan = (db: UnitOfWork, id: string, from: Date, to: Date | null): Promise<number> =>
  db.run(sql`update smart_school.mounting set from_at = ${from}, to_at = ${to} where tenant_id = ${db.tenant} and id = ${id}`)
export const setSchoolOfDevice = (db: UnitOfWork, devEui: string, schoolId: number | null): Promise<number> =>
  db.run(sql`update smart_school.device set school_id = ${schoolId} where tenant_id = ${db.tenant} and dev_eui = ${devEui}`)

/** Rooms, meter points, outlets and outdoor places of the town that are in use, by school. */
export const listPlaces = (db: UnitOfWork): Promise<Place[]> =>
  db.many(sql<Place>`
    select t.id, t.kind, t.name, case when p.kind = 'school' then null else p.name end as parent, t.school_id as "schoolId", s.name as school
    from smart_school.thing t
    join smart_school.thing s on s.tenant_id = t.tenant_id and s.id = t.school_id
    left join smart_school.thing p on p.tenant_id = t.tenant_id and p.id = t.parent_id
    where t.tenant_id = ${db.tenant} and t.kind in ('room', 'outdoor', 'meter-point', 'outlet-group') and t.retired_at is null and s.retired_at is null
    order by s.name, t.kind, p.id, t.name, t.id`)

export const updateDevice = (db: UnitOfWork, devEui: string, change: { name: string; codec: string | null; expectedMinutes: number }): Promise<number> =>
  db.run(sql`update smart_school.device set name = ${change.name}, codec = ${change.codec}, expected_minutes = ${change.expectedMinutes} where tenant_id = ${db.tenant} and dev_eui = ${devEui}`)

/** The SensorThings name of a device's sensor follows the device. */
export const renameSensor = (db: UnitOfWork, sensorId: number, name: string, codec: string | null): Promise<number> =>
  db.run(sql`update smart_school.sensor set name = ${name}, metadata = ${JSON.stringify(codec ?? '')}::jsonb where tenant_id = ${db.tenant} and id = ${sensorId}`)

export const setDeviceState = (db: UnitOfWork, devEui: string, state: 'stock' | 'active' | 'retired'): Promise<number> =>
  db.run(sql`update smart_school.device set state = ${state} where tenant_id = ${db.tenant} and dev_eui = ${devEui}`)

/** Takes out of the stock what hangs somewhere: nobody would miss it there. Returns how many. */
export const activateHanging = (db: UnitOfWork): Promise<number> =>
  db.run(sql`update smart_school.device d set state = 'active' where d.tenant_id = ${db.tenant} and d.state = 'stock'
    and exists (select from smart_school.mounting m where m.tenant_id = ${db.tenant} and m.dev_eui = d.dev_eui and m.to_at is null)`)

/** Ends every mounting of a device that is still open. */
export const endMountings = (db: UnitOfWork, devEui: string, at: Date): Promise<number> =>
  db.run(sql`update smart_school.mounting set to_at = ${at} where tenant_id = ${db.tenant} and dev_eui = ${devEui} and to_at is null and from_at < ${at}`)

/** Why something of each device was refused since a moment, the last refusal of each reason. */
export const listRefusedOfDevices = (db: UnitOfWork, since: Date): Promise<Refused[]> =>
  db.many(sql<Refused>`
    select dev_eui as "devEui", reason, max(last_at) as "lastAt" from smart_school.quarantine
    where tenant_id = ${db.tenant} and last_at >= ${since} and dev_eui is not null group by dev_eui, reason order by dev_eui, max(last_at) desc`)

/** Which of these numbers are registered already. */
export const listKnownEuis = async (db: UnitOfWork, devEuis: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await db.many(sql<{ eui: string }>`select dev_eui as eui from smart_school.device where tenant_id = ${db.tenant} and dev_eui = any(${[...devEuis]}::text[])`)).map(({ eui }) => eui))

export const listOpenHints = (db: UnitOfWork): Promise<OpenHint[]> =>
  db.many(sql<OpenHint>`
    select h.id, h.dev_eui as "devEui", d.name as "deviceName", h.like_thing_id as "placeId", a.name as "hangsAt", b.name as "looksLike", h.since, d.school_id as "schoolId"
    from smart_school.move_hint h
    join smart_school.device d on d.tenant_id = h.tenant_id and d.dev_eui = h.dev_eui
    join smart_school.thing a on a.tenant_id = h.tenant_id and a.id = h.thing_id
    join smart_school.thing b on b.tenant_id = h.tenant_id and b.id = h.like_thing_id
    where h.tenant_id = ${db.tenant} and h.state = 'open' order by h.created_at desc, h.id`)

export type NewHint = { readonly id: string; readonly devEui: string; readonly thingId: number; readonly likeThingId: number; readonly since: Date; readonly score: number }
export const insertHint = (db: UnitOfWork, hint: NewHint): Promise<number> =>
  db.run(sql`insert into smart_school.move_hint (tenant_id, id, dev_eui, thing_id, like_thing_id, since, score, created_at)
    values (${db.tenant}, ${hint.id}, ${hint.devEui}, ${hint.thingId}, ${hint.likeThingId}, ${hint.since}, ${hint.score}, ${db.now}) on conflict do nothing`)

/** Closes a hint; zero when it is closed already. */
export const closeHint = (db: UnitOfWork, id: string, state: 'dismissed' | 'over'): Promise<number> =>
  db.run(sql`update smart_school.move_hint set state = ${state} where tenant_id = ${db.tenant} and id = ${id} and state = 'open'`)
export const closeHintsOf = (db: UnitOfWork, devEui: string): Promise<number> =>
  db.run(sql`update smart_school.move_hint set state = 'over' where tenant_id = ${db.tenant} and dev_eui = ${devEui} and state = 'open'`)

/** Devices about which somebody said "it did not move" since a moment, with the place that was meant. */
export const listDismissed = (db: UnitOfWork, since: Date): Promise<{ devEui: string; likeThingId: number }[]> =>
  db.many(sql<{ devEui: string; likeThingId: number }>`select dev_eui as "devEui", like_thing_id as "likeThingId" from smart_school.move_hint where tenant_id = ${db.tenant} and state = 'dismissed' and created_at >= ${since}`)

/** `GGS Roetgen: Klasse 3a`, also for places that are no longer used. */
export const listPlaceNames = async (db: UnitOfWork, ids: readonly number[]): Promise<ReadonlyMap<number, string>> =>
  new Map((await db.many(sql<{ id: number; name: string }>`
    select t.id, case when s.id is null or s.id = t.id then t.name else s.name || ': ' || t.name end as name
    from smart_school.thing t left join smart_school.thing s on s.tenant_id = t.tenant_id and s.id = t.school_id
    where t.tenant_id = ${db.tenant} and t.id = any(${[...ids]}::int[])`)).map(({ id, name }) => [id, name]))

/** A series of a device at the room where it hangs now, and since when. */
export type HangingSeries = { readonly devEui: string; readonly seriesId: number; readonly thingId: number; readonly quantity: QuantityId; readonly since: Date }

/** What hangs in the rooms of a school now and measures one of these quantities. Devices with mountings of single channels are left out. */
export const listHangingSeries = (db: UnitOfWork, schoolId: number, quantities: readonly QuantityId[]): Promise<HangingSeries[]> =>
  db.many(sql<HangingSeries>`
    select d.dev_eui as "devEui", s.id as "seriesId", s.thing_id as "thingId", s.quantity, m.from_at as since
    from smart_school.mounting m
    join smart_school.device d on d.tenant_id = m.tenant_id and d.dev_eui = m.dev_eui and d.state = 'active'
    join smart_school.thing t on t.tenant_id = m.tenant_id and t.id = m.thing_id and t.kind = 'room'
    join smart_school.series s on s.tenant_id = m.tenant_id and s.thing_id = m.thing_id and s.sensor_id = d.sensor_id
    where m.tenant_id = ${db.tenant} and t.school_id = ${schoolId} and m.channel = '*' and m.to_at is null and s.quantity = any(${[...quantities]}::text[])
    order by d.dev_eui, s.id`)

export type HourRow = { readonly seriesId: number; readonly at: Date; readonly value: number }

/** Means of whole hours; hours of UTC are hours by the clock in Germany as well. */
export const readHourMeans = (db: UnitOfWork, seriesIds: readonly number[], from: Date, until: Date): Promise<HourRow[]> =>
  db.many(sql<HourRow>`
    select series_id as "seriesId", date_trunc('hour', phenomenon_time, 'UTC') as at, avg(number) as value from smart_school.observation
    where tenant_id = ${db.tenant} and series_id = any(${[...seriesIds]}::int[]) and phenomenon_time >= ${from} and phenomenon_time < ${until} and number is not null
    group by 1, 2`)
