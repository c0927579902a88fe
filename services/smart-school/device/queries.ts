import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { QuantityId } from '../quantity/quantity.ts'

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

/** A series of a device with the span it speaks about; null where it is empty. */
export type SensorSeries = { readonly id: number; readonly thingId: number; readonly channel: string; readonly quantity: QuantityId; readonly firstTime: Date | null; readonly lastTime: Date | null; readonly number: number | null }
export const listSeriesOfSensor = (db: UnitOfWork, sensorId: number): Promise<SensorSeries[]> =>
  db.many(sql<SensorSeries>`
    select s.id, s.thing_id as "thingId", s.channel, s.quantity, l.first_time as "firstTime", l.last_time as "lastTime", l.number
    from smart_school.series s left join smart_school.latest l on l.tenant_id = s.tenant_id and l.series_id = s.id
    where s.tenant_id = ${db.tenant} and s.sensor_id = ${sensorId} and s.channel is not null and s.quantity is not null order by s.channel, s.id`)

/** Waits until nobody else changes this device, until the unit ends. */
export const lockDevice = (db: UnitOfWork, devEui: string): Promise<unknown> => db.maybe(sql`select from smart_school.device where tenant_id = ${db.tenant} and dev_eui = ${devEui} for update`)

export const deleteMounting = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from smart_school.mounting where tenant_id = ${db.tenant} and id = ${id}`)
export const setMountingSpan = (db: UnitOfWork, id: string, from: Date, to: Date | null): Promise<number> =>
  db.run(sql`update smart_school.mounting set from_at = ${from}, to_at = ${to} where tenant_id = ${db.tenant} and id = ${id}`)
export const setSchoolOfDevice = (db: UnitOfWork, devEui: string, schoolId: number | null): Promise<number> =>
  db.run(sql`update smart_school.device set school_id = ${schoolId} where tenant_id = ${db.tenant} and dev_eui = ${devEui}`)
