import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Channel } from '../schema.ts'

type SeriesRow = Omit<Channel, 'devEui' | 'device' | 'expectedMinutes' | 'hangsSince'> & { readonly sensorId: number }
type DeviceRow = { readonly sensorId: number; readonly devEui: string; readonly device: string; readonly expectedMinutes: number; readonly state: string }
type Hanging = { readonly devEui: string; readonly channel: string; readonly thingId: number; readonly from: Date }

/**
 * Every channel that is where it measures, with its last value. A series whose device hangs elsewhere now, or is retired, is not in it: it is rightly
 * silent. Three plain queries, put together here, because a join of four large tables is only fast while the statistics are fresh.
 */
export async function listWatched(db: UnitOfWork, schoolId?: number): Promise<Channel[]> {
  const series = await listSeriesRows(db, schoolId)
  const devices = new Map((await db.many(sql<DeviceRow>`select sensor_id as "sensorId", dev_eui as "devEui", name as device, expected_minutes as "expectedMinutes", state from smart_school.device where tenant_id = ${db.tenant}`)).map((device) => [device.sensorId, device]))
  const hanging = new Map<string, Hanging>()
  for (const mounting of await db.many(sql<Hanging>`
    select dev_eui as "devEui", channel, thing_id as "thingId", from_at as "from" from smart_school.mounting
    where tenant_id = ${db.tenant} and from_at <= ${db.now} and (to_at is null or to_at > ${db.now})`))
    hanging.set(`${mounting.devEui} ${mounting.channel}`, mounting)
  return series.flatMap(({ sensorId, ...row }): Channel[] => {
    const found = devices.get(sensorId)
    if (!found) return [{ ...row, devEui: null, device: null, expectedMinutes: null, hangsSince: null }]
    const { devEui, device, expectedMinutes, state } = found
    // A channel may hang elsewhere than its device.
    const here = hanging.get(`${devEui} ${row.channel}`) ?? hanging.get(`${devEui} *`)
    return state === 'active' && here?.thingId === row.thingId ? [{ ...row, devEui, device, expectedMinutes, hangsSince: here.from }] : []
  })
}

const listSeriesRows = (db: UnitOfWork, schoolId?: number): Promise<SeriesRow[]> =>
  db.many(sql<SeriesRow>`
    select s.id as "seriesId", s.sensor_id as "sensorId", s.thing_id as "thingId", s.school_id as "schoolId", t.name as place, t.kind is not distinct from 'outdoor' as outdoor, s.channel, s.quantity, s.audience,
      l.first_time as "firstTime", l.last_time as "lastTime", l.number as value, coalesce(l.count, 0)::float8 as count, o.opening
    from smart_school.series s
    join smart_school.thing t on t.tenant_id = ${db.tenant} and t.id = s.thing_id and t.retired_at is null
    left join smart_school.latest l on l.tenant_id = ${db.tenant} and l.series_id = s.id
    left join smart_school.safety_opening o on o.tenant_id = ${db.tenant} and o.series_id = s.id
    where s.tenant_id = ${db.tenant} and s.school_id is not null and not s.multi and s.quantity is not null ${schoolId === undefined ? sql`` : sql`and s.school_id = ${schoolId}`}
    order by s.id`)

export type SeriesPoint = { readonly seriesId: number; readonly at: Date; readonly value: number }

/** Values of several series, each from a moment of its own until now, with the one before it: a door says something only when it moves. */
export const listRecent = (db: UnitOfWork, wanted: readonly { seriesId: number; from: Date }[]): Promise<SeriesPoint[]> =>
  db.many(sql<SeriesPoint>`
    select w.id as "seriesId", o.at, o.value
    from unnest(${wanted.map(({ seriesId }) => seriesId)}::int[], ${wanted.map(({ from }) => from)}::timestamptz[]) w (id, since)
    cross join lateral (
      select phenomenon_time as at, number as value from smart_school.observation
      where tenant_id = ${db.tenant} and series_id = w.id and phenomenon_time >= w.since and phenomenon_time <= ${db.now} and number is not null
      union all
      (select phenomenon_time, number from smart_school.observation
      where tenant_id = ${db.tenant} and series_id = w.id and phenomenon_time < w.since and number is not null order by phenomenon_time desc limit 1)
    ) o`)

/** Daily means of batteries, for the forecast: all of the town in one query. */
export const listBatteryDays = (db: UnitOfWork, seriesIds: readonly number[], from: Date): Promise<{ seriesId: number; day: string; value: number }[]> =>
  db.many(sql<{ seriesId: number; day: string; value: number }>`
    select series_id as "seriesId", (phenomenon_time at time zone 'Europe/Berlin')::date::text as day, avg(number)::float8 as value
    from smart_school.observation where tenant_id = ${db.tenant} and series_id = any(${[...seriesIds]}::int[]) and phenomenon_time >= ${from} and number is not null
    group by 1, 2 order by 1, 2`)

/** Lowest and highest value and how many there were, by series, of a span: for the report that says how near it was. */
export const listExtremes = (db: UnitOfWork, from: Date, until: Date, schoolId?: number, seriesIds?: readonly number[]): Promise<{ seriesId: number; count: number; min: number; max: number }[]> =>
  db.many(sql<{ seriesId: number; count: number; min: number; max: number }>`
    select o.series_id as "seriesId", count(*)::int as count, min(o.number) as min, max(o.number) as max
    from smart_school.observation o join smart_school.series s on s.tenant_id = ${db.tenant} and s.id = o.series_id
    where o.tenant_id = ${db.tenant} and o.phenomenon_time >= ${from} and o.phenomenon_time < ${until} and o.number is not null
      ${schoolId === undefined ? sql`` : sql`and s.school_id = ${schoolId}`} ${seriesIds === undefined ? sql`` : sql`and o.series_id = any(${[...seriesIds]}::int[])`}
    group by 1 order by 1`)

/** Times of at least so many minutes in which a series said nothing; `until` null: it still says nothing. */
export const listGaps = (db: UnitOfWork, seriesIds: readonly number[], from: Date, until: Date, leastMinutes: number): Promise<{ seriesId: number; since: Date; until: Date | null }[]> =>
  db.many(sql<{ seriesId: number; since: Date; until: Date | null }>`
    select series_id as "seriesId", at as since, next as until from (
      select series_id, phenomenon_time as at, lead(phenomenon_time) over (partition by series_id order by phenomenon_time) as next
      from smart_school.observation where tenant_id = ${db.tenant} and series_id = any(${[...seriesIds]}::int[]) and phenomenon_time >= ${from} and phenomenon_time < ${until}
    ) g where coalesce(next, ${until}) - at > make_interval(mins => ${leastMinutes}) order by at desc limit 5000`)
