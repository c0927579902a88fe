import { sql, type UnitOfWork } from '@modellregion/kernel'
import { jsonLiteralOf, literalOf } from './literals.ts'
import type { Bucket, Device, Latest, LatestNumber, Mounting, NewObservation, Point, School, Series, Thing } from './schema.ts'

export type Numbered = 'thing' | 'location' | 'historical-location' | 'sensor' | 'observed-property' | 'feature' | 'series'

/** The next `count` numbers of a kind in this town, the first of them. Waits for whoever takes numbers of the same kind until they commit. */
export const takeNumbers = async (db: UnitOfWork, kind: Numbered, count = 1): Promise<number> =>
  (
    await db.one(sql<{ first: number }>`
      insert into smart_school.number (tenant_id, kind, last) values (${db.tenant}, ${kind}, ${count})
      on conflict (tenant_id, kind) do update set last = number.last + excluded.last
      returning last - ${count} + 1 as first`)
  ).first

const thingColumns = sql`id, kind, parent_id as "parentId", school_id as "schoolId", name, description, properties, retired_at as "retiredAt"`
const schoolColumns = sql`s.thing_id as id, s.slug, t.name, s.form, s.place, s.heated_area_m2::float8 as "heatedAreaM2", s.hall_area_m2::float8 as "hallAreaM2", s.pupils, s.lessons`
const seriesColumns = sql`id, multi, name, thing_id as "thingId", sensor_id as "sensorId", school_id as "schoolId", channel, quantity, audience`
const deviceColumns = sql`dev_eui as "devEui", sensor_id as "sensorId", school_id as "schoolId", name, codec, variables, expected_minutes as "expectedMinutes", state, last_seen_at as "lastSeenAt", last_counter::float8 as "lastCounter", battery_percent as "batteryPercent", rssi, snr`
const mountingColumns = sql`id, dev_eui as "devEui", channel, thing_id as "thingId", from_at as "from", to_at as "to"`

/** @throws NotFound */
export const getThing = (db: UnitOfWork, id: number): Promise<Thing> => db.one(sql<Thing>`select ${thingColumns} from smart_school.thing where tenant_id = ${db.tenant} and id = ${id}`)

/** Everything that belongs to a school, parents before their children (numbers grow). */
export const listThingsOfSchool = (db: UnitOfWork, schoolId: number): Promise<Thing[]> =>
  db.many(sql<Thing>`select ${thingColumns} from smart_school.thing where tenant_id = ${db.tenant} and school_id = ${schoolId} order by id`)

const schools = sql`smart_school.school s join smart_school.thing t on t.tenant_id = s.tenant_id and t.id = s.thing_id`
export const listSchools = (db: UnitOfWork): Promise<School[]> => db.many(sql<School>`select ${schoolColumns} from ${schools} where s.tenant_id = ${db.tenant} and t.retired_at is null order by t.name`)
/** @throws NotFound */
export const getSchool = (db: UnitOfWork, slug: string): Promise<School> => db.one(sql<School>`select ${schoolColumns} from ${schools} where s.tenant_id = ${db.tenant} and s.slug = ${slug}`)
/** @throws NotFound */
export const getSchoolById = (db: UnitOfWork, id: number): Promise<School> => db.one(sql<School>`select ${schoolColumns} from ${schools} where s.tenant_id = ${db.tenant} and s.thing_id = ${id}`)

/** Numbers of the schools that an account works for. */
export const listSchoolsOfAccount = async (db: UnitOfWork, accountId: string): Promise<number[]> =>
  (await db.many(sql<{ id: number }>`select school_id as id from smart_school.member where tenant_id = ${db.tenant} and account_id = ${accountId} order by 1`)).map(({ id }) => id)

export const listSeriesOfThings = (db: UnitOfWork, thingIds: readonly number[]): Promise<Series[]> =>
  db.many(sql<Series>`select ${seriesColumns} from smart_school.series where tenant_id = ${db.tenant} and thing_id = any(${[...thingIds]}::int[]) order by thing_id, id`)
export const listSeriesOfSchool = (db: UnitOfWork, schoolId: number): Promise<Series[]> =>
  db.many(sql<Series>`select ${seriesColumns} from smart_school.series where tenant_id = ${db.tenant} and school_id = ${schoolId} order by thing_id, id`)
/** @throws NotFound */
export const getSeries = (db: UnitOfWork, id: number): Promise<Series> => db.one(sql<Series>`select ${seriesColumns} from smart_school.series where tenant_id = ${db.tenant} and id = ${id}`)

export const listDevices = (db: UnitOfWork): Promise<Device[]> => db.many(sql<Device>`select ${deviceColumns} from smart_school.device where tenant_id = ${db.tenant} order by name, dev_eui`)
export const findDevice = (db: UnitOfWork, devEui: string): Promise<Device | undefined> => db.maybe(sql<Device>`select ${deviceColumns} from smart_school.device where tenant_id = ${db.tenant} and dev_eui = ${devEui}`)
export const listMountings = (db: UnitOfWork, devEuis: readonly string[]): Promise<Mounting[]> =>
  db.many(sql<Mounting>`select ${mountingColumns} from smart_school.mounting where tenant_id = ${db.tenant} and dev_eui = any(${[...devEuis]}::text[]) order by dev_eui, channel, from_at`)

/** The last number of every series of the town, or of those named, in one short query, whatever the number of observations. Not of series that say something else. */
export async function listLatestNumbers(db: UnitOfWork, seriesIds?: readonly number[]): Promise<LatestNumber[]> {
  // Moments as numbers: reading three thousand of them as texts would take longer than the query.
  const rows = await db.many(sql<{ seriesId: number; at: number; number: number }>`
    select series_id as "seriesId", (extract(epoch from last_time) * 1000)::float8 as at, number from smart_school.latest
    where tenant_id = ${db.tenant} and number is not null ${seriesIds ? sql`and series_id = any(${[...seriesIds]}::int[])` : sql``}`)
  return rows.map(({ seriesId, at, number }) => ({ seriesId, lastTime: new Date(at), number }))
}

/** First and last moment, last value and number of values of every series of the town, or of those named. */
export const listLatest = (db: UnitOfWork, seriesIds?: readonly number[]): Promise<Latest[]> =>
  db.many(sql<Latest>`
    select series_id as "seriesId", first_time as "firstTime", last_time as "lastTime", number, result, count::float8 as count from smart_school.latest
    where tenant_id = ${db.tenant} ${seriesIds ? sql`and series_id = any(${[...seriesIds]}::int[])` : sql``} order by series_id`)

/** Numbers of one series from a moment until before another, in order. */
export const readPoints = (db: UnitOfWork, seriesId: number, from: Date, until: Date): Promise<Point[]> =>
  db.many(sql<Point>`
    select phenomenon_time as at, number as value from smart_school.observation
    where tenant_id = ${db.tenant} and series_id = ${seriesId} and phenomenon_time >= ${from} and phenomenon_time < ${until} and number is not null
    order by phenomenon_time, seq`)

/** The last number before a moment, or at it. */
export const findPointBefore = (db: UnitOfWork, seriesId: number, at: Date): Promise<Point | undefined> =>
  db.maybe(sql<Point>`
    select phenomenon_time as at, number as value from smart_school.observation
    where tenant_id = ${db.tenant} and series_id = ${seriesId} and phenomenon_time <= ${at} and number is not null
    order by phenomenon_time desc, seq desc limit 1`)

/**
 * Numbers of one series by buckets between rising moments: `bounds[i] <= at < bounds[i+1]`. Bounds come from the local calendar (`dayBounds` of
 * standards), so days have 23, 24 or 25 hours. Empty buckets are left out. Each bucket is a range of the primary key of its own: no row is sorted.
 */
export const readBuckets = (db: UnitOfWork, seriesId: number, bounds: readonly Date[]): Promise<Bucket[]> =>
  db.many(sql<Bucket>`
    select b."from", b.until, a.count, a.sum, a.min, a.max
    from unnest(${bounds.slice(0, -1)}::timestamptz[], ${bounds.slice(1)}::timestamptz[]) b ("from", until),
      lateral (select count(*)::int as count, sum(number) as sum, min(number) as min, max(number) as max
        from smart_school.observation where tenant_id = ${db.tenant} and series_id = ${seriesId} and phenomenon_time >= b."from" and phenomenon_time < b.until and number is not null) a
    where a.count > 0 order by 1`)

const lot = 1_000
/** Rows as arrays are three parameters, however many. */
const arrayLot = 10_000

/**
 * Writes observations; what is there already at the same moment with the same `seq` stays (`keep`) or is overwritten (`replace`). Keeps the latest
 * values current. Returns how many were new. Sorted by series, so that two writers never wait for each other in a circle.
 */
export async function writeObservations(db: UnitOfWork, rows: readonly NewObservation[], existing: 'keep' | 'replace' = 'keep'): Promise<number> {
  const sorted = [...rows].sort((a, b) => a.seriesId - b.seriesId || a.at.getTime() - b.at.getTime())
  const written = new Map<number, number>()
  const size = isArrays(db, sorted, existing) ? arrayLot : lot
  for (let from = 0; from < sorted.length; from += size) for (const { id } of await insertLot(db, sorted.slice(from, from + size), existing)) written.set(id, (written.get(id) ?? 0) + 1)
  if (existing === 'replace') await refreshLatest(db, [...new Set(sorted.map(({ seriesId }) => seriesId))])
  else await raiseLatest(db, sorted, written)
  return [...written.values()].reduce((sum, n) => sum + n, 0)
}

const isPlain = ({ seq = 0, result, end = null, resultTime = null, featureId = null, extra = null }: NewObservation): boolean =>
  seq === 0 && result === undefined && end === null && resultTime === null && featureId === null && extra === null

/** Numbers of devices go as arrays, which the server reads twice as fast as rows; everything else, and all of it on a sharded server, as rows. */
const isArrays = (db: UnitOfWork, rows: readonly NewObservation[], existing: 'keep' | 'replace'): boolean => existing === 'keep' && !db.sharded && rows.every(isPlain)
const insertLot = (db: UnitOfWork, rows: readonly NewObservation[], existing: 'keep' | 'replace'): Promise<{ id: number }[]> =>
  isArrays(db, rows, existing) ? insertNumbers(db, rows) : insertRows(db, rows, existing)

const insertNumbers = (db: UnitOfWork, rows: readonly NewObservation[]): Promise<{ id: number }[]> =>
  db.many(sql<{ id: number }>`
    insert into smart_school.observation (tenant_id, series_id, phenomenon_time, number, created_at)
    select ${db.tenant}, series_id, at, number, ${db.now}
    from unnest(${rows.map(({ seriesId }) => seriesId)}::int[], ${rows.map(({ at }) => at.toISOString())}::timestamptz[], ${rows.map(({ number = null }) => number)}::float8[]) n(series_id, at, number)
    on conflict do nothing returning series_id as id`)

/** Columns of every row; the others only when some row of the lot fills them. */
function insertRows(db: UnitOfWork, rows: readonly NewObservation[], existing: 'keep' | 'replace'): Promise<{ id: number }[]> {
  const [head, tail] = [`(${literalOf(db.tenant)},`, `,${literalOf(db.now)})`]
  const plain = rows.every(isPlain)
  const values = rows.map(({ seriesId, at, seq = 0, number = null, result, end, resultTime, featureId, extra }) =>
    plain
      ? `${head}${literalOf(seriesId)},${literalOf(at)},${literalOf(number)}${tail}`
      : `${head}${literalOf(seriesId)},${literalOf(at)},${literalOf(number)},${literalOf(seq)},${jsonLiteralOf(result)},${literalOf(end)},${literalOf(resultTime)},${literalOf(featureId)},${jsonLiteralOf(extra ?? undefined)}${tail}`,
  )
  const columns = plain ? sql`tenant_id, series_id, phenomenon_time, number, created_at` : sql`tenant_id, series_id, phenomenon_time, number, seq, result, phenomenon_end, result_time, feature_id, extra, created_at`
  const conflict =
    existing === 'keep'
      ? sql`do nothing`
      : sql`(tenant_id, series_id, phenomenon_time, seq) do update set number = excluded.number, result = excluded.result, phenomenon_end = excluded.phenomenon_end, result_time = excluded.result_time, feature_id = excluded.feature_id, extra = excluded.extra`
  return db.many(sql<{ id: number }>`insert into smart_school.observation (${columns}) values ${sql.raw(values.join())} on conflict ${conflict} returning series_id as id`)
}

async function raiseLatest(db: UnitOfWork, sorted: readonly NewObservation[], written: ReadonlyMap<number, number>): Promise<void> {
  const spans = new Map<number, { first: NewObservation; last: NewObservation; of: number }>()
  for (const row of sorted) {
    if (!written.has(row.seriesId)) continue
    const span = spans.get(row.seriesId)
    if (span) Object.assign(span, { last: row, of: span.of + 1 })
    else spans.set(row.seriesId, { first: row, last: row, of: 1 })
  }
  // Where something stood already at one of the moments, the last row of these may be the one that was not stored.
  const unsure = [...spans].filter(([id, { of }]) => written.get(id) !== of).map(([id]) => id)
  const standing = new Map(unsure.length === 0 ? [] : (await listLastObservations(db, unsure)).map((row) => [row.seriesId, row]))
  const rows = [...spans].map(([id, span]) => [id, { ...span, last: standing.get(id) ?? span.last }] as const)
  for (let from = 0; from < rows.length; from += arrayLot) {
    const some = rows.slice(from, from + arrayLot)
    // Nearly always all of them are there: a bare update costs half of an insert that meets a conflict.
    const known = await db.many(sql<{ id: number }>`
      update smart_school.latest l set
        first_time = least(l.first_time, v.first_time), count = l.count + v.count,
        number = case when v.last_time >= l.last_time then v.number else l.number end,
        result = case when v.last_time >= l.last_time then v.result else l.result end,
        result_time = case when v.last_time >= l.last_time then v.result_time else l.result_time end,
        last_time = greatest(l.last_time, v.last_time)
      from unnest(${some.map(([id]) => id)}::int[], ${some.map(([, { first }]) => first.at.toISOString())}::timestamptz[], ${some.map(([, { last }]) => last.at.toISOString())}::timestamptz[], ${some.map(([, { last }]) => last.number ?? null)}::float8[],
        ${some.map(([, { last }]) => (last.result === undefined ? null : JSON.stringify(last.result)))}::jsonb[], ${some.map(([, { last }]) => last.resultTime?.toISOString() ?? null)}::timestamptz[], ${some.map(([id]) => written.get(id) ?? 0)}::bigint[])
        v(series_id, first_time, last_time, number, result, result_time, count)
      where l.tenant_id = ${db.tenant} and l.series_id = v.series_id returning l.series_id as id`)
    const ids = new Set(known.map(({ id }) => id))
    const missing = some.filter(([id]) => !ids.has(id))
    if (missing.length > 0) await insertLatest(db, missing, written)
  }
}

// A result of JSON's null is something else than none.
async function listLastObservations(db: UnitOfWork, seriesIds: readonly number[]): Promise<NewObservation[]> {
  const rows = await db.many(sql<NewObservation & { says: boolean }>`
    select n.id as "seriesId", o.phenomenon_time as at, o.number, o.result, o.result is not null as says, o.result_time as "resultTime"
    from unnest(${seriesIds}::int[]) n(id) cross join lateral (select * from smart_school.observation where tenant_id = ${db.tenant} and series_id = n.id order by phenomenon_time desc, seq desc limit 1) o`)
  return rows.map(({ says, result, ...row }) => (says ? { ...row, result } : row))
}

type Span = readonly [id: number, { readonly first: NewObservation; readonly last: NewObservation }]

// Another writer may have been quicker.
const insertLatest = (db: UnitOfWork, spans: readonly Span[], written: ReadonlyMap<number, number>): Promise<number> =>
  db.run(sql`
    insert into smart_school.latest as l (tenant_id, series_id, first_time, last_time, number, result, result_time, count)
    values ${sql.raw(spans.map(([id, { first, last }]) => `(${literalOf(db.tenant)},${id},${literalOf(first.at)},${literalOf(last.at)},${literalOf(last.number)},${jsonLiteralOf(last.result)},${literalOf(last.resultTime)},${written.get(id) ?? 0})`).join())}
    on conflict (tenant_id, series_id) do update set
      first_time = least(l.first_time, excluded.first_time), count = l.count + excluded.count,
      number = case when excluded.last_time >= l.last_time then excluded.number else l.number end,
      result = case when excluded.last_time >= l.last_time then excluded.result else l.result end,
      result_time = case when excluded.last_time >= l.last_time then excluded.result_time else l.result_time end,
      last_time = greatest(l.last_time, excluded.last_time)`)

/**
 * Reads the latest values anew from the observations: after a deletion, a correction or a move. The row is held, and made where there is none, before
 * anything is read: who writes at the same moment has been counted already or adds to it afterwards.
 */
export async function refreshLatest(db: UnitOfWork, seriesIds: readonly number[]): Promise<void> {
  for (const id of [...seriesIds].sort((a, b) => a - b)) {
    const at = sql`tenant_id = ${db.tenant} and series_id = ${id}`
    await db.run(sql`
      insert into smart_school.latest as l (tenant_id, series_id, first_time, last_time, count) values (${db.tenant}, ${id}, ${db.now}, ${db.now}, 0)
      on conflict (tenant_id, series_id) do update set count = l.count`)
    const span = await db.one(sql<{ first: Date | null; last: Date | null; count: number }>`select min(phenomenon_time) as first, max(phenomenon_time) as last, count(*)::float8 as count from smart_school.observation where ${at}`)
    const last = await db.maybe(sql<{ number: number | null; result: unknown; resultTime: Date | null }>`
      select number, result, result_time as "resultTime" from smart_school.observation where ${at} order by phenomenon_time desc, seq desc limit 1`)
    await db.run(
      last
        ? sql`
          update smart_school.latest set first_time = ${span.first}, last_time = ${span.last}, number = ${last.number}::float8, result = ${last.result === null ? null : JSON.stringify(last.result)}::jsonb, result_time = ${last.resultTime}::timestamptz,
            count = ${span.count} where ${at}`
        : sql`delete from smart_school.latest where ${at}`,
    )
  }
}

/**
 * Deletes single observations (`seq` 0) and reads first and last moment of their series anew, by index and without counting: for an uplink that turned
 * out to be a copy of an earlier one. Returns how many there were.
 */
export async function removeMoments(db: UnitOfWork, moments: readonly Pick<NewObservation, 'seriesId' | 'at'>[]): Promise<number> {
  if (moments.length === 0) return 0
  const removed = new Map<number, number>()
  for (const { id } of await db.many(sql<{ id: number }>`
    delete from smart_school.observation o using unnest(${moments.map(({ seriesId }) => seriesId)}::int[], ${moments.map(({ at }) => at)}::timestamptz[]) m(series_id, at)
    where o.tenant_id = ${db.tenant} and o.series_id = m.series_id and o.phenomenon_time = m.at and o.seq = 0 returning o.series_id as id`)) removed.set(id, (removed.get(id) ?? 0) + 1)
  for (const [id, count] of [...removed].sort(([a], [b]) => a - b)) {
    const at = sql`tenant_id = ${db.tenant} and series_id = ${id}`
    if ((await db.run(sql`delete from smart_school.latest where ${at} and count <= ${count}`)) > 0) continue
    const last = sql`from smart_school.observation where ${at} order by phenomenon_time desc, seq desc limit 1`
    await db.run(sql`update smart_school.latest set count = count - ${count}, first_time = (select min(phenomenon_time) from smart_school.observation where ${at}),
      last_time = (select phenomenon_time ${last}), number = (select number ${last}), result = (select result ${last}), result_time = (select result_time ${last}) where ${at}`)
  }
  return [...removed.values()].reduce((sum, n) => sum + n, 0)
}

/** Deletes what a series says from a moment until before another. Returns how many. */
export async function deleteObservations(db: UnitOfWork, seriesId: number, from?: Date, until?: Date): Promise<number> {
  const count = await db.run(sql`
    delete from smart_school.observation where tenant_id = ${db.tenant} and series_id = ${seriesId}
    ${from ? sql`and phenomenon_time >= ${from}` : sql``} ${until ? sql`and phenomenon_time < ${until}` : sql``}`)
  if (count > 0) await refreshLatest(db, [seriesId])
  return count
}

/** Gives the observations of a span of time to another series: a sensor hung elsewhere than was written down. What is there already stays. Returns how many moved. */
export async function moveObservations(db: UnitOfWork, fromSeries: number, toSeries: number, from: Date, until?: Date): Promise<number> {
  const span = sql`tenant_id = ${db.tenant} and phenomenon_time >= ${from} ${until ? sql`and phenomenon_time < ${until}` : sql``}`
  const moved = await db.run(sql`
    update smart_school.observation o set series_id = ${toSeries} where ${span} and series_id = ${fromSeries}
      and not exists (select from smart_school.observation n where n.tenant_id = o.tenant_id and n.series_id = ${toSeries} and n.phenomenon_time = o.phenomenon_time and n.seq = o.seq)`)
  await refreshLatest(db, [fromSeries, toSeries])
  return moved
}

export type NewThing = { id: number; kind: Thing['kind']; parentId: number | null; schoolId: number | null; name: string; description?: string; properties?: Readonly<Record<string, unknown>> }
export const insertThing = (db: UnitOfWork, { id, kind, parentId, schoolId, name, description = '', properties = {} }: NewThing): Promise<number> =>
  db.run(sql`insert into smart_school.thing (tenant_id, id, kind, parent_id, school_id, name, description, properties, changed_at, created_at)
    values (${db.tenant}, ${id}, ${kind}, ${parentId}, ${schoolId}, ${name}, ${description}, ${JSON.stringify(properties)}::jsonb, ${db.now}, ${db.now}) on conflict do nothing`)

export type NewSensor = { id: number; name: string; description?: string; encodingType?: string; metadata?: unknown; properties?: Readonly<Record<string, unknown>> }
export const insertSensor = (db: UnitOfWork, { id, name, description = '', encodingType = 'text/html', metadata = '', properties = {} }: NewSensor): Promise<number> =>
  db.run(sql`insert into smart_school.sensor (tenant_id, id, name, description, encoding_type, metadata, properties, created_at)
    values (${db.tenant}, ${id}, ${name}, ${description}, ${encodingType}, ${JSON.stringify(metadata)}::jsonb, ${JSON.stringify(properties)}::jsonb, ${db.now}) on conflict do nothing`)

const propertyOfQuantity = (db: UnitOfWork, quantity: string) => sql<{ id: number }>`select id from smart_school.observed_property where tenant_id = ${db.tenant} and quantity = ${quantity}`
export const findPropertyOfQuantity = (db: UnitOfWork, quantity: string): Promise<{ id: number } | undefined> => db.maybe(propertyOfQuantity(db, quantity))
/** @throws NotFound */
export const getPropertyOfQuantity = (db: UnitOfWork, quantity: string): Promise<{ id: number }> => db.one(propertyOfQuantity(db, quantity))
export const insertProperty = (db: UnitOfWork, property: { id: number; quantity: string | null; name: string; definition: string; description?: string }): Promise<number> =>
  db.run(sql`insert into smart_school.observed_property (tenant_id, id, quantity, name, definition, description, created_at)
    values (${db.tenant}, ${property.id}, ${property.quantity}, ${property.name}, ${property.definition}, ${property.description ?? ''}, ${db.now}) on conflict do nothing`)

export const findSeriesOfChannel = (db: UnitOfWork, thingId: number, sensorId: number, channel: string): Promise<Series | undefined> =>
  db.maybe(sql<Series>`select ${seriesColumns} from smart_school.series where tenant_id = ${db.tenant} and thing_id = ${thingId} and sensor_id = ${sensorId} and channel = ${channel}`)

export type NewSeries = Series & { readonly description?: string; readonly observationType: string; readonly unit: unknown; readonly observedPropertyIds: readonly number[] }
export const insertSeries = (db: UnitOfWork, series: NewSeries): Promise<number> =>
  db.run(sql`insert into smart_school.series (tenant_id, id, multi, name, description, observation_type, unit, thing_id, sensor_id, observed_property_ids, channel, quantity, school_id, audience, created_at)
    values (${db.tenant}, ${series.id}, ${series.multi}, ${series.name}, ${series.description ?? ''}, ${series.observationType}, ${JSON.stringify(series.unit)}::jsonb, ${series.thingId}, ${series.sensorId},
      ${[...series.observedPropertyIds]}::int[], ${series.channel}, ${series.quantity}, ${series.schoolId}, ${series.audience}, ${db.now}) on conflict do nothing`)
