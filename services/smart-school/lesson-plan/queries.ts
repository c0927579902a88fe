import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlanLine, PlanVersion, TownPlan } from './schema.ts'

const columns = sql`id, version, title, summary, grades, subjects, minutes, mkr, based_on as "basedOn", open, installed_at as "installedAt", retired_at as "retiredAt", created_at as "createdAt"`
const versionColumns = sql`plan_id as "planId", version, source, note, created_at as "createdAt"`

/** The town's plans that are in use, at most `size`; `all`: also those that only writers see. */
export const listTownPlans = (db: UnitOfWork, all: boolean, size = 1_000): Promise<TownPlan[]> =>
  db.many(sql<TownPlan>`select ${columns} from smart_school.lesson_plan where tenant_id = ${db.tenant} and retired_at is null and (open or ${all}) order by id limit ${size}`)
export const listRetiredPlans = (db: UnitOfWork, size = 200): Promise<TownPlan[]> =>
  db.many(sql<TownPlan>`select ${columns} from smart_school.lesson_plan where tenant_id = ${db.tenant} and retired_at is not null order by retired_at desc, id limit ${size}`)
export const findTownPlan = (db: UnitOfWork, id: string): Promise<TownPlan | undefined> => db.maybe(sql<TownPlan>`select ${columns} from smart_school.lesson_plan where tenant_id = ${db.tenant} and id = ${id}`)

/** Newest first. */
export const listPlanVersions = (db: UnitOfWork, id: string): Promise<PlanVersion[]> =>
  db.many(sql<PlanVersion>`select ${versionColumns} from smart_school.lesson_plan_version where tenant_id = ${db.tenant} and plan_id = ${id} order by version desc`)
export const findPlanVersion = (db: UnitOfWork, id: string, version: number): Promise<PlanVersion | undefined> =>
  db.maybe(sql<PlanVersion>`select ${versionColumns} from smart_school.lesson_plan_version where tenant_id = ${db.tenant} and plan_id = ${id} and version = ${version}`)
/** The current text of each plan that everybody sees. */
export const listOpenSources = (db: UnitOfWork, size = 1_000): Promise<{ id: string; source: string }[]> =>
  db.many(sql<{ id: string; source: string }>`
    select p.id, v.source from smart_school.lesson_plan p join smart_school.lesson_plan_version v on v.tenant_id = p.tenant_id and v.plan_id = p.id and v.version = p.version
    where p.tenant_id = ${db.tenant} and p.retired_at is null and p.open order by p.id limit ${size}`)
/** Which plan an order made or changed. */
export const findInstalledPlan = (db: UnitOfWork, key: string): Promise<{ planId: string } | undefined> =>
  db.maybe(sql<{ planId: string }>`select plan_id as "planId" from smart_school.lesson_plan_version where tenant_id = ${db.tenant} and install_key = ${key}`)

export type NewPlan = PlanLine & { readonly basedOn: string | null; readonly open: boolean; readonly installedAt: Date | null }
/** Returns 0 when there is one of that id. */
export const insertPlan = (db: UnitOfWork, p: NewPlan): Promise<number> =>
  db.run(sql`
    insert into smart_school.lesson_plan (tenant_id, id, version, title, summary, grades, subjects, minutes, mkr, based_on, open, installed_at, created_at)
    values (${db.tenant}, ${p.id}, 1, ${p.title}, ${p.summary}, ${[...p.grades]}::int[], ${[...p.subjects]}::text[], ${p.minutes}, ${[...p.mkr]}::text[], ${p.basedOn}, ${p.open}, ${p.installedAt}, ${db.now}) on conflict do nothing`)
/** Returns 0 when the number is taken, or the order was carried out already. */
export const insertPlanVersion = (db: UnitOfWork, v: { readonly planId: string; readonly version: number; readonly source: string; readonly note: string; readonly installKey: string | null }): Promise<number> =>
  db.run(sql`
    insert into smart_school.lesson_plan_version (tenant_id, plan_id, version, source, note, install_key, created_at)
    values (${db.tenant}, ${v.planId}, ${v.version}, ${v.source}, ${v.note}, ${v.installKey}, ${db.now}) on conflict do nothing`)
/** Shows a version, with what lists need of it. */
export const setCurrentPlan = (db: UnitOfWork, p: PlanLine & { readonly version: number }): Promise<number> =>
  db.run(sql`
    update smart_school.lesson_plan set version = ${p.version}, title = ${p.title}, summary = ${p.summary}, grades = ${[...p.grades]}::int[], subjects = ${[...p.subjects]}::text[], minutes = ${p.minutes}, mkr = ${[...p.mkr]}::text[]
    where tenant_id = ${db.tenant} and id = ${p.id}`)
export const setPlanOpen = (db: UnitOfWork, id: string, open: boolean): Promise<number> => db.run(sql`update smart_school.lesson_plan set open = ${open} where tenant_id = ${db.tenant} and id = ${id}`)
/** Null: in use again. */
export const setPlanRetired = (db: UnitOfWork, id: string, at: Date | null): Promise<number> => db.run(sql`update smart_school.lesson_plan set retired_at = ${at} where tenant_id = ${db.tenant} and id = ${id}`)
