import { sql, type UnitOfWork } from '@modellregion/kernel'

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
