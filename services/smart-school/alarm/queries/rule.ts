import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { AlarmKind, Rule } from '../schema.ts'

const columns = sql`key, kind, nullif(school_id, 0) as "schoolId", nullif(thing_id, 0) as "thingId", quantity, opening, name, severity, condition, enabled`

/** What the town, its schools and rooms say differently from the ready-made rules, and rules of their own. */
export const listChangedRules = (db: UnitOfWork): Promise<Rule[]> =>
  db.many(sql<Rule>`select ${columns} from smart_school.alarm_rule where tenant_id = ${db.tenant} order by key, school_id, thing_id`)

export const saveRule = (db: UnitOfWork, rule: Rule & { id: string; reason: string }): Promise<number> =>
  db.run(sql`
    insert into smart_school.alarm_rule (tenant_id, id, key, kind, school_id, thing_id, quantity, opening, name, severity, condition, enabled, reason, changed_at, created_at)
    values (${db.tenant}, ${rule.id}, ${rule.key}, ${rule.kind}, ${rule.schoolId ?? 0}, ${rule.thingId ?? 0}, ${rule.quantity}, ${rule.opening ?? null}, ${rule.name}, ${rule.severity},
      ${JSON.stringify(rule.condition)}::jsonb, ${rule.enabled}, ${rule.reason}, ${db.now}, ${db.now})
    on conflict (tenant_id, key, school_id, thing_id) do update set quantity = excluded.quantity, name = excluded.name, severity = excluded.severity,
      condition = excluded.condition, enabled = excluded.enabled, reason = excluded.reason, changed_at = excluded.changed_at`)

/** Takes back what a scope said: the wider rule counts again. */
export const deleteRule = (db: UnitOfWork, key: string, { schoolId, thingId }: Pick<Rule, 'schoolId' | 'thingId'>): Promise<number> =>
  db.run(sql`delete from smart_school.alarm_rule where tenant_id = ${db.tenant} and key = ${key} and school_id = ${schoolId ?? 0} and thing_id = ${thingId ?? 0}`)

export type Mute = { readonly id: string; readonly kind: AlarmKind; readonly subject: string; readonly schoolId: number; readonly until: Date; readonly reason: string }
export const listMutes = (db: UnitOfWork): Promise<Mute[]> =>
  db.many(sql<Mute>`
    select id, kind, subject, school_id as "schoolId", until_at as until, reason from smart_school.alarm_mute
    where tenant_id = ${db.tenant} and until_at > ${db.now} order by until_at`)
export const insertMute = (db: UnitOfWork, { id, kind, subject, schoolId, until, reason }: Mute): Promise<number> =>
  db.run(sql`
    insert into smart_school.alarm_mute (tenant_id, id, kind, subject, school_id, until_at, reason, created_at)
    values (${db.tenant}, ${id}, ${kind}, ${subject}, ${schoolId}, ${until}, ${reason}, ${db.now}) on conflict (tenant_id, id) do nothing`)

/** Counts one evaluation of all rules, in its hour. */
export const countRun = (db: UnitOfWork, hour: Date, series: number, milliseconds: number): Promise<number> =>
  db.run(sql`
    insert into smart_school.alarm_run (tenant_id, hour, runs, series, slowest_ms, created_at) values (${db.tenant}, ${hour}, 1, ${series}, ${milliseconds}, ${db.now})
    on conflict (tenant_id, hour) do update set runs = alarm_run.runs + 1, series = excluded.series, slowest_ms = greatest(alarm_run.slowest_ms, excluded.slowest_ms)`)
export type RunHour = { readonly hour: Date; readonly runs: number; readonly series: number; readonly slowestMs: number }
export const listRuns = (db: UnitOfWork, from: Date, until: Date): Promise<RunHour[]> =>
  db.many(sql<RunHour>`select hour, runs, series, slowest_ms as "slowestMs" from smart_school.alarm_run where tenant_id = ${db.tenant} and hour >= ${from} and hour < ${until} order by hour`)
export const deleteRunsBefore = (db: UnitOfWork, before: Date): Promise<number> => db.run(sql`delete from smart_school.alarm_run where tenant_id = ${db.tenant} and hour < ${before}`)
export const deleteMutesBefore = (db: UnitOfWork, before: Date): Promise<number> => db.run(sql`delete from smart_school.alarm_mute where tenant_id = ${db.tenant} and until_at < ${before}`)

export type StoredForecast = { readonly seriesId: number; readonly level: number; readonly perDay: number; readonly days: number; readonly emptyOn: PlainDate | null }
export const saveForecast = (db: UnitOfWork, { seriesId, level, perDay, days, emptyOn }: StoredForecast): Promise<number> =>
  db.run(sql`
    insert into smart_school.battery_forecast (tenant_id, series_id, level, per_day, days, empty_on, created_at)
    values (${db.tenant}, ${seriesId}, ${level}, ${perDay}, ${days}, ${emptyOn}, ${db.now})
    on conflict (tenant_id, series_id) do update set level = excluded.level, per_day = excluded.per_day, days = excluded.days, empty_on = excluded.empty_on, created_at = excluded.created_at`)
/** Drops all forecasts but those of some series. */
export const keepForecasts = (db: UnitOfWork, seriesIds: readonly number[]): Promise<number> =>
  db.run(sql`delete from smart_school.battery_forecast where tenant_id = ${db.tenant} and not (series_id = any(${[...seriesIds]}::int[]))`)
export const listForecasts = (db: UnitOfWork): Promise<StoredForecast[]> =>
  db.many(sql<StoredForecast>`
    select series_id as "seriesId", level, per_day as "perDay", days, empty_on::text as "emptyOn" from smart_school.battery_forecast
    where tenant_id = ${db.tenant} order by empty_on nulls last, series_id`)
