import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Account, Activity, BaselineYear, Correction, Line, Tariff } from './schema.ts'

/** Prices of a school, and of the town where the school has none of its own; by quantity and day. */
export const listTariffs = async (db: UnitOfWork, schoolId: number): Promise<Tariff[]> => {
  const rows = await db.many(sql<Tariff>`
    select school_id as "schoolId", quantity, valid_from::text as "from", price::float8 as price, source from smart_school.tariff
    where tenant_id = ${db.tenant} and school_id in (0, ${schoolId}) order by quantity, valid_from`)
  const own = new Set(rows.filter((row) => row.schoolId !== 0).map(({ quantity }) => quantity))
  return rows.filter((row) => row.schoolId !== 0 || !own.has(row.quantity))
}
export const saveTariff = (db: UnitOfWork, tariff: Tariff): Promise<number> =>
  db.run(sql`
    insert into smart_school.tariff (tenant_id, school_id, quantity, valid_from, price, source, created_at)
    values (${db.tenant}, ${tariff.schoolId}, ${tariff.quantity}, ${tariff.from}, ${tariff.price}, ${tariff.source}, ${db.now})
    on conflict (tenant_id, school_id, quantity, valid_from) do update set price = excluded.price, source = excluded.source`)

const accountColumns = sql`school_id as "schoolId", starts_on::text as "startsOn", review_years as "reviewYears", share_percent as "sharePercent", normal_degree_days as "normalDegreeDays", normal_source as "normalSource", point_cents as "pointCents", most_bonus_cents as "mostBonusCents"`
/** Periods of a school's account, the first one first. Empty: it takes no part. */
export const listAccounts = (db: UnitOfWork, schoolId: number): Promise<Account[]> =>
  db.many(sql<Account>`select ${accountColumns} from smart_school.fifty_account where tenant_id = ${db.tenant} and school_id = ${schoolId} order by starts_on`)
/** Schools that have an account. */
export const listAccountSchools = async (db: UnitOfWork): Promise<number[]> =>
  (await db.many(sql<{ id: number }>`select distinct school_id as id from smart_school.fifty_account where tenant_id = ${db.tenant} order by 1`)).map(({ id }) => id)
export const insertAccount = (db: UnitOfWork, a: Account): Promise<number> =>
  db.run(sql`
    insert into smart_school.fifty_account (tenant_id, school_id, starts_on, review_years, share_percent, normal_degree_days, normal_source, point_cents, most_bonus_cents, created_at)
    values (${db.tenant}, ${a.schoolId}, ${a.startsOn}, ${a.reviewYears}, ${a.sharePercent}, ${a.normalDegreeDays}, ${a.normalSource}, ${a.pointCents}, ${a.mostBonusCents}, ${db.now}) on conflict do nothing`)

export const listBaseline = (db: UnitOfWork, schoolId: number, startsOn: string): Promise<BaselineYear[]> =>
  db.many(sql<BaselineYear>`
    select quantity, year, amount, degree_days as "degreeDays", source from smart_school.fifty_baseline
    where tenant_id = ${db.tenant} and school_id = ${schoolId} and starts_on = ${startsOn} order by quantity, year`)
export const insertBaseline = (db: UnitOfWork, schoolId: number, startsOn: string, b: BaselineYear): Promise<number> =>
  db.run(sql`
    insert into smart_school.fifty_baseline (tenant_id, school_id, starts_on, quantity, year, amount, degree_days, source, created_at)
    values (${db.tenant}, ${schoolId}, ${startsOn}, ${b.quantity}, ${b.year}, ${b.amount}, ${b.degreeDays}, ${b.source}, ${db.now}) on conflict do nothing`)

export const findWeather = (db: UnitOfWork, schoolId: number, year: number): Promise<{ value: number; source: string } | undefined> =>
  db.maybe(sql<{ value: number; source: string }>`select degree_days as value, source from smart_school.fifty_weather where tenant_id = ${db.tenant} and school_id = ${schoolId} and year = ${year}`)
export const insertWeather = (db: UnitOfWork, schoolId: number, year: number, degreeDays: number, source: string): Promise<number> =>
  db.run(sql`insert into smart_school.fifty_weather (tenant_id, school_id, year, degree_days, source, created_at) values (${db.tenant}, ${schoolId}, ${year}, ${degreeDays}, ${source}, ${db.now}) on conflict do nothing`)

export const listCorrections = (db: UnitOfWork, schoolId: number): Promise<Correction[]> =>
  db.many(sql<Correction>`
    select id, quantity, kind, valid_from::text as "from", factor, reason from smart_school.fifty_correction
    where tenant_id = ${db.tenant} and school_id = ${schoolId} order by valid_from, id`)
export const insertCorrection = (db: UnitOfWork, schoolId: number, c: Correction): Promise<number> =>
  db.run(sql`
    insert into smart_school.fifty_correction (tenant_id, id, school_id, quantity, kind, valid_from, factor, reason, created_at)
    values (${db.tenant}, ${c.id}, ${schoolId}, ${c.quantity}, ${c.kind}, ${c.from}, ${c.factor}, ${c.reason}, ${db.now}) on conflict do nothing`)

/** What a school did in a year, in order. */
export const listActivities = (db: UnitOfWork, schoolId: number, year: number): Promise<Activity[]> =>
  db.many(sql<Activity>`
    select id, on_day::text as "onDay", activity, points, evidence from smart_school.fifty_activity
    where tenant_id = ${db.tenant} and school_id = ${schoolId} and on_day >= make_date(${year}::int, 1, 1) and on_day < make_date(${year}::int + 1, 1, 1) order by on_day, id`)
export const insertActivity = (db: UnitOfWork, schoolId: number, a: Activity): Promise<number> =>
  db.run(sql`
    insert into smart_school.fifty_activity (tenant_id, id, school_id, on_day, activity, points, evidence, created_at)
    values (${db.tenant}, ${a.id}, ${schoolId}, ${a.onDay}, ${a.activity}, ${a.points}, ${a.evidence}, ${db.now}) on conflict do nothing`)

export type ClosedYear = { readonly year: number; readonly lines: readonly Line[]; readonly payoutCents: number; readonly closedAt: Date }
export const listClosedYears = (db: UnitOfWork, schoolId: number): Promise<ClosedYear[]> =>
  db.many(sql<ClosedYear>`select year, lines, payout_cents as "payoutCents", created_at as "closedAt" from smart_school.fifty_year where tenant_id = ${db.tenant} and school_id = ${schoolId} order by year`)
/** A closed year stays as it is. Rows written: none when it was closed before. */
export const insertClosedYear = (db: UnitOfWork, schoolId: number, year: number, lines: readonly Line[], payoutCents: number): Promise<number> =>
  db.run(sql`
    insert into smart_school.fifty_year (tenant_id, school_id, year, lines, payout_cents, created_at)
    values (${db.tenant}, ${schoolId}, ${year}, ${JSON.stringify(lines)}::jsonb, ${payoutCents}, ${db.now}) on conflict do nothing`)

/** Series of the temperature outdoors with their school. */
export const listOutdoorSeries = (db: UnitOfWork): Promise<{ id: number; schoolId: number }[]> =>
  db.many(sql<{ id: number; schoolId: number }>`
    select s.id, t.school_id as "schoolId" from smart_school.series s join smart_school.thing t on t.tenant_id = s.tenant_id and t.id = s.thing_id
    where s.tenant_id = ${db.tenant} and t.kind = 'outdoor' and t.school_id is not null and s.quantity = 'temperature' order by s.id`)
