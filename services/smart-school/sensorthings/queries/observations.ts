import { sql, type UnitOfWork } from '@modellregion/kernel'

/** The series into which observations are written. */
export type Target = { readonly id: number; readonly multi: boolean; readonly thingId: number; readonly schoolId: number | null; readonly audience: 'public' | 'school' | 'staff' | 'sealed'; readonly own: boolean; readonly parts: number; readonly observedArea: unknown }

export const findTarget = (db: UnitOfWork, id: number): Promise<Target | undefined> =>
  db.maybe(sql<Target>`select id, multi, thing_id as "thingId", school_id as "schoolId", audience, channel is not null as own, cardinality(observed_property_ids) as parts, observed_area as "observedArea"
    from smart_school.series where tenant_id = ${db.tenant} and id = ${id}`)

/** The highest `seq` of each of these moments, where there is one. */
export const listTakenMoments = (db: UnitOfWork, seriesId: number, moments: readonly Date[]): Promise<{ at: Date; seq: number }[]> =>
  db.many(sql<{ at: Date; seq: number }>`select phenomenon_time as at, max(seq)::int as seq from smart_school.observation
    where tenant_id = ${db.tenant} and series_id = ${seriesId} and phenomenon_time = any(${[...moments]}::timestamptz[]) group by 1`)

export const findFeatureGeometry = (db: UnitOfWork, id: number): Promise<{ feature: unknown } | undefined> =>
  db.maybe(sql<{ feature: unknown }>`select feature from smart_school.feature_of_interest where tenant_id = ${db.tenant} and id = ${id}`)

export const setObservedArea = (db: UnitOfWork, seriesId: number, area: unknown): Promise<number> =>
  db.run(sql`update smart_school.series set observed_area = ${JSON.stringify(area)}::jsonb where tenant_id = ${db.tenant} and id = ${seriesId}`)

/** Widens the span of result times of a series. */
export const widenResultTime = (db: UnitOfWork, seriesId: number, from: Date, until: Date): Promise<number> =>
  db.run(sql`update smart_school.series set result_from = least(result_from, ${from}::timestamptz), result_until = greatest(result_until, ${until}::timestamptz) where tenant_id = ${db.tenant} and id = ${seriesId}`)

/** Reads the span of result times anew, after a change or a deletion. Only for series in which somebody gives them. */
export const refreshResultTime = (db: UnitOfWork, seriesId: number): Promise<number> =>
  db.run(sql`update smart_school.series s set (result_from, result_until) = (select min(o.result_time), max(o.result_time) from smart_school.observation o where o.tenant_id = ${db.tenant} and o.series_id = ${seriesId})
    where s.tenant_id = ${db.tenant} and s.id = ${seriesId} and s.result_from is not null`)

export const deleteObservation = (db: UnitOfWork, seriesId: number, at: string, seq: number): Promise<number> =>
  db.run(sql`delete from smart_school.observation where tenant_id = ${db.tenant} and series_id = ${seriesId} and phenomenon_time = ${at}::timestamptz and seq = ${seq}::smallint`)
