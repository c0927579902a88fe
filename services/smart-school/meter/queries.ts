import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Point } from '../store/schema.ts'
import type { GasValue, MeterPoint, Register } from './schema.ts'

const pointColumns = sql`id, school_id as "schoolId", name, properties->>'quantity' as quantity, retired_at as "retiredAt"`
const isPoint = sql`kind = 'meter-point' and school_id is not null and properties->>'quantity' in ('electricity', 'heat', 'gas', 'water', 'pulses')`

/** Meter points of a school in the order in which they were made. */
export const listMeterPoints = (db: UnitOfWork, schoolId: number): Promise<MeterPoint[]> =>
  db.many(sql<MeterPoint>`select ${pointColumns} from smart_school.thing where tenant_id = ${db.tenant} and school_id = ${schoolId} and ${isPoint} order by id`)
/** Of all schools of the town. */
export const listAllMeterPoints = (db: UnitOfWork): Promise<MeterPoint[]> =>
  db.many(sql<MeterPoint>`select ${pointColumns} from smart_school.thing where tenant_id = ${db.tenant} and ${isPoint} order by id`)
/** @throws NotFound */
export const getMeterPoint = (db: UnitOfWork, id: number): Promise<MeterPoint> =>
  db.one(sql<MeterPoint>`select ${pointColumns} from smart_school.thing where tenant_id = ${db.tenant} and id = ${id} and ${isPoint}`)

const registerColumns = sql`id, meter_point_id as "meterPointId", code, serial, from_at as "from", to_at as "to", start_reading as "startReading", end_reading as "endReading", digits_before as "digitsBefore", digits_after as "digitsAfter",
  factor, reading_unit as unit, pulses_per_unit as "pulsesPerUnit", sign, channel, expected_minutes as "expectedMinutes", max_per_hour as "maxPerHour"`
/** The chains of a meter point, the oldest register of each first. */
export const listRegisters = (db: UnitOfWork, meterPointId: number): Promise<Register[]> =>
  db.many(sql<Register>`select ${registerColumns} from smart_school.register where tenant_id = ${db.tenant} and meter_point_id = ${meterPointId} order by code, from_at`)

export const insertRegister = (db: UnitOfWork, r: Register): Promise<number> =>
  db.run(sql`
    insert into smart_school.register (tenant_id, id, meter_point_id, code, serial, from_at, to_at, start_reading, end_reading, digits_before, digits_after, factor, reading_unit, pulses_per_unit, sign, channel, expected_minutes, max_per_hour, created_at)
    values (${db.tenant}, ${r.id}, ${r.meterPointId}, ${r.code}, ${r.serial}, ${r.from}, ${r.to}, ${r.startReading}, ${r.endReading}, ${r.digitsBefore}, ${r.digitsAfter}, ${r.factor}, ${r.unit}, ${r.pulsesPerUnit}, ${r.sign}, ${r.channel},
      ${r.expectedMinutes}, ${r.maxPerHour}, ${db.now}) on conflict (tenant_id, id) do nothing`)

/** Says when a register was removed and what it showed. */
export const endRegister = (db: UnitOfWork, id: string, to: Date | null, endReading: number | null): Promise<number> =>
  db.run(sql`update smart_school.register set to_at = ${to}, end_reading = ${endReading} where tenant_id = ${db.tenant} and id = ${id}`)

/** Corrects what is known of a register, but not when it was there: that says an exchange. */
export const describeRegister = (db: UnitOfWork, r: Register): Promise<number> =>
  db.run(sql`
    update smart_school.register set serial = ${r.serial}, start_reading = ${r.startReading}, digits_before = ${r.digitsBefore}, factor = ${r.factor}, reading_unit = ${r.unit}, pulses_per_unit = ${r.pulsesPerUnit},
      channel = ${r.channel}, expected_minutes = ${r.expectedMinutes}, max_per_hour = ${r.maxPerHour}
    where tenant_id = ${db.tenant} and id = ${r.id}`)

/** Gives a chain another name: all registers of it, and what people have read of it. */
export async function renameChain(db: UnitOfWork, meterPointId: number, before: string, after: { code: string; sign: 1 | -1 }, channels: { before: string; after: string }): Promise<void> {
  await db.run(sql`update smart_school.register set code = ${after.code}, sign = ${after.sign} where tenant_id = ${db.tenant} and meter_point_id = ${meterPointId} and code = ${before}`)
  await db.run(sql`
    update smart_school.series s set channel = ${channels.after}
    where s.tenant_id = ${db.tenant} and s.thing_id = ${meterPointId} and s.channel = ${channels.before}
      and exists (select from smart_school.sensor n where n.tenant_id = s.tenant_id and n.id = s.sensor_id and n.properties->>'kind' = 'manual')
      and not exists (select from smart_school.series o where o.tenant_id = s.tenant_id and o.thing_id = s.thing_id and o.sensor_id = s.sensor_id and o.channel = ${channels.after})`)
}

export const deleteRegister = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from smart_school.register where tenant_id = ${db.tenant} and id = ${id}`)

export const listGasValues = (db: UnitOfWork, meterPointId: number): Promise<GasValue[]> =>
  db.many(sql<GasValue>`
    select valid_from::text as "from", calorific_value as "calorificValue", state_number as "stateNumber", source from smart_school.gas_value
    where tenant_id = ${db.tenant} and meter_point_id = ${meterPointId} order by valid_from`)
export const saveGasValue = (db: UnitOfWork, meterPointId: number, value: GasValue): Promise<number> =>
  db.run(sql`
    insert into smart_school.gas_value (tenant_id, meter_point_id, valid_from, calorific_value, state_number, source, created_at)
    values (${db.tenant}, ${meterPointId}, ${value.from}, ${value.calorificValue}, ${value.stateNumber}, ${value.source}, ${db.now})
    on conflict (tenant_id, meter_point_id, valid_from) do update set calorific_value = excluded.calorific_value, state_number = excluded.state_number, source = excluded.source`)

export type SourceSeries = { readonly id: number; readonly channel: string | null; readonly quantity: string; readonly manual: boolean }
/** Counter series of a meter point. `manual`: what people read off; everything else comes from a device or another system. */
export const listSourceSeries = (db: UnitOfWork, meterPointId: number): Promise<SourceSeries[]> =>
  db.many(sql<SourceSeries>`
    select s.id, s.channel, s.quantity, (s.channel like 'manual%' or n.properties->>'kind' = 'manual') is true as manual
    from smart_school.series s join smart_school.sensor n on n.tenant_id = s.tenant_id and n.id = s.sensor_id
    where s.tenant_id = ${db.tenant} and s.thing_id = ${meterPointId} and s.quantity in ('electricity', 'heat', 'gas', 'water', 'pulses') order by s.id`)

/** All readings of some series between two moments, both included, in order. */
export const readReadings = (db: UnitOfWork, seriesIds: readonly number[], from: Date, until: Date): Promise<(Point & { seriesId: number })[]> =>
  db.many(sql<Point & { seriesId: number }>`
    select phenomenon_time as at, number as value, series_id as "seriesId" from smart_school.observation
    where tenant_id = ${db.tenant} and series_id = any(${[...seriesIds]}::int[]) and phenomenon_time between ${from} and ${until} and number is not null
    order by phenomenon_time, series_id`)

/**
 * The readings next to each of some moments: the last at or before it and the first at or after it, of each series. Two look-ups in the index for
 * each moment, however many readings lie between: a year by days costs about 700 of them.
 */
export const readEdges = (db: UnitOfWork, seriesIds: readonly number[], moments: readonly Date[]): Promise<(Point & { seriesId: number })[]> =>
  db.many(sql<Point & { seriesId: number }>`
    select distinct s.id as "seriesId", p.at, p.value
    from unnest(${[...seriesIds]}::int[]) s (id), unnest(${[...moments]}::timestamptz[]) m (at), lateral (
      (select phenomenon_time as at, number as value from smart_school.observation
       where tenant_id = ${db.tenant} and series_id = s.id and phenomenon_time <= m.at and number is not null order by phenomenon_time desc, seq desc limit 1)
      union all
      (select phenomenon_time, number from smart_school.observation
       where tenant_id = ${db.tenant} and series_id = s.id and phenomenon_time >= m.at and number is not null order by phenomenon_time, seq limit 1)
    ) p order by 2, 1`)

/** A span widened by `count` readings of each series on either side. */
export const widenSpan = (db: UnitOfWork, seriesIds: readonly number[], from: Date, until: Date, count: number): Promise<{ from: Date; until: Date }> =>
  db.one(sql<{ from: Date; until: Date }>`
    select least(${from}::timestamptz, min(p.at)) as "from", greatest(${until}::timestamptz, max(p.at)) as until
    from unnest(${[...seriesIds]}::int[]) s (id), lateral (
      (select phenomenon_time as at from smart_school.observation
       where tenant_id = ${db.tenant} and series_id = s.id and phenomenon_time < ${from} and number is not null order by phenomenon_time desc limit ${count})
      union all
      (select phenomenon_time from smart_school.observation
       where tenant_id = ${db.tenant} and series_id = s.id and phenomenon_time > ${until} and number is not null order by phenomenon_time limit ${count})
    ) p`)

/**
 * Whether any reading from a moment until before another steps back, contradicts one of the same moment, or rises by more than `maxPerHour` (in units of
 * the reading) allows. Each series is read by itself (`offset 0` keeps it so): asked for several at once, the planner goes through all that the town has
 * measured in that time.
 */
export const hasDoubt = async (db: UnitOfWork, seriesIds: readonly number[], span: { from: Date; until: Date }, limits: { maxPerHour: number | null; step: number }): Promise<boolean> =>
  (
    await db.one(sql<{ doubt: boolean }>`
      select exists (
        select from (
          select number, phenomenon_time as at, lag(number) over w as before, lag(phenomenon_time) over w as before_at
          from unnest(${[...seriesIds]}::int[]) s (id), lateral (
            select number, phenomenon_time from smart_school.observation
            where tenant_id = ${db.tenant} and series_id = s.id and number is not null and phenomenon_time >= ${span.from} and phenomenon_time < ${span.until} offset 0
          ) o
          window w as (order by phenomenon_time, number)
        ) r
        where number < before or (at = before_at and number <> before)
          ${limits.maxPerHour === null ? sql`` : sql`or number - before > ${limits.maxPerHour} * extract(epoch from at - before_at)::float8 / 3600 * (1 + 1e-9) + ${limits.step}`}
      ) as doubt`)
  ).doubt
