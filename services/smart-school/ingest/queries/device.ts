import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Device } from '../../store/schema.ts'

export type KnownDevice = Pick<Device, 'devEui' | 'sensorId' | 'schoolId' | 'codec' | 'variables' | 'state'>
const columns = sql`dev_eui as "devEui", sensor_id as "sensorId", school_id as "schoolId", codec, variables, state`

export const listKnownDevices = (db: UnitOfWork, devEuis: readonly string[]): Promise<KnownDevice[]> =>
  db.many(sql<KnownDevice>`select ${columns} from smart_school.device where tenant_id = ${db.tenant} and dev_eui = any(${[...devEuis]}::text[])`)

/** The same, and nobody else writes for them until the unit ends. In order, so that two writers never wait for each other in a circle. */
export const lockDevices = (db: UnitOfWork, devEuis: readonly string[]): Promise<KnownDevice[]> =>
  db.many(sql<KnownDevice>`select ${columns} from smart_school.device where tenant_id = ${db.tenant} and dev_eui = any(${[...devEuis]}::text[]) order by dev_eui for no key update`)

/** What a batch tells about a device itself. Nulls: nothing told. */
export type Sighting = { devEui: string; seenAt: Date; signalAt: Date | null; counter: number | null; rssi: number | null; snr: number | null; battery: number | null; batteryAt: Date | null }

/** Writes when devices were last seen, how well, and what their batteries say. What is older than what is known changes nothing, so order does not matter. */
export const noteSightings = (db: UnitOfWork, sightings: readonly Sighting[]): Promise<number> =>
  db.run(sql`
    update smart_school.device d set
      last_seen_at = greatest(d.last_seen_at, s.seen_at),
      (last_counter, rssi, snr, signal_at) = (select c, r, n, t from (values (s.counter, s.rssi, s.snr, s.signal_at), (d.last_counter, d.rssi, d.snr, d.signal_at)) signal(c, r, n, t)
        order by t desc nulls last, c desc nulls last, r desc nulls last, n desc nulls last limit 1),
      (battery_percent, battery_at) = (select p, t from (values (s.battery, s.battery_at), (d.battery_percent, d.battery_at)) battery(p, t) order by t desc nulls last, p desc nulls last limit 1)
    from unnest(${sightings.map(({ devEui }) => devEui)}::text[], ${sightings.map(({ seenAt }) => seenAt)}::timestamptz[], ${sightings.map(({ signalAt }) => signalAt)}::timestamptz[], ${sightings.map(({ counter }) => counter)}::bigint[],
      ${sightings.map(({ rssi }) => rssi)}::real[], ${sightings.map(({ snr }) => snr)}::real[], ${sightings.map(({ battery }) => battery)}::real[], ${sightings.map(({ batteryAt }) => batteryAt)}::timestamptz[])
      s(dev_eui, seen_at, signal_at, counter, rssi, snr, battery, battery_at)
    where d.tenant_id = ${db.tenant} and d.dev_eui = s.dev_eui`)

/** What the codec gets to know of a device that has nothing of the kind yet. */
export const setVariables = (db: UnitOfWork, devEui: string, variables: Readonly<Record<string, string>>): Promise<number> =>
  db.run(sql`update smart_school.device set variables = ${JSON.stringify(variables)}::jsonb where tenant_id = ${db.tenant} and dev_eui = ${devEui} and variables = '{}'`)
