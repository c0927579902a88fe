import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Alarm, AlarmKind, NewAlarm } from '../schema.ts'

const columns = sql`id, kind, subject, school_id as "schoolId", thing_id as "thingId", series_id as "seriesId", rule_key as "ruleKey", severity, facts, state,
  raised_at as "raisedAt", acknowledged_at as "acknowledgedAt", acknowledged_by as "acknowledgedBy", note, cleared_at as "clearedAt"`

/** Rows written: none while one of the same kind about the same subject is open. */
export const insertAlarm = (db: UnitOfWork, { id, kind, subject, schoolId, thingId = null, seriesId = null, ruleKey, severity, facts }: Omit<NewAlarm, 'thingId' | 'seriesId'> & { id: string; thingId?: number | null; seriesId?: number | null; ruleKey: string | null }): Promise<number> =>
  db.run(sql`
    insert into smart_school.alarm (tenant_id, id, kind, subject, school_id, thing_id, series_id, rule_key, severity, facts, raised_at, created_at)
    values (${db.tenant}, ${id}, ${kind}, ${subject}, ${schoolId}, ${thingId}, ${seriesId}, ${ruleKey}, ${severity}, ${JSON.stringify(facts)}::jsonb, ${db.now}, ${db.now})
    on conflict (tenant_id, kind, subject) where state <> 'cleared' do nothing`)

/** Rows changed: none when no such alarm is open. */
export const clearOpenAlarm = (db: UnitOfWork, kind: AlarmKind, subject: string): Promise<number> =>
  db.run(sql`update smart_school.alarm set state = 'cleared', cleared_at = ${db.now} where tenant_id = ${db.tenant} and kind = ${kind} and subject = ${subject} and state <> 'cleared'`)

/** @throws NotFound */
export const getAlarm = (db: UnitOfWork, id: string): Promise<Alarm> => db.one(sql<Alarm>`select ${columns} from smart_school.alarm where tenant_id = ${db.tenant} and id = ${id}`)

/** Everything that is open in the town, the latest first. */
export const listOpenAlarms = (db: UnitOfWork): Promise<Alarm[]> =>
  db.many(sql<Alarm>`select ${columns} from smart_school.alarm where tenant_id = ${db.tenant} and state <> 'cleared' order by raised_at desc, id desc`)

/** Alarms of a school, open ones first, then the latest. */
export const listAlarmsOfSchool = (db: UnitOfWork, schoolId: number, page: { from: number; size: number }): Promise<Alarm[]> =>
  db.many(sql<Alarm>`
    select ${columns} from smart_school.alarm where tenant_id = ${db.tenant} and school_id = ${schoolId}
    order by (state = 'cleared'), raised_at desc, id desc limit ${page.size} offset ${page.from}`)

/** Rows changed: none when it is acknowledged or over already. */
export const acknowledge = (db: UnitOfWork, id: string, accountId: string, note: string | null): Promise<number> =>
  db.run(sql`
    update smart_school.alarm set state = 'acknowledged', acknowledged_at = ${db.now}, acknowledged_by = ${accountId}, note = ${note}
    where tenant_id = ${db.tenant} and id = ${id} and state = 'raised'`)

/** Named alarms, also those that are over. */
export const listAlarmsById = (db: UnitOfWork, ids: readonly string[]): Promise<Alarm[]> =>
  db.many(sql<Alarm>`select ${columns} from smart_school.alarm where tenant_id = ${db.tenant} and id = any(${[...ids]}::uuid[]) order by raised_at desc, id desc`)

export const countAlarmsOfSchool = async (db: UnitOfWork, schoolId: number): Promise<number> =>
  (await db.one(sql<{ n: number }>`select count(*)::int as n from smart_school.alarm where tenant_id = ${db.tenant} and school_id = ${schoolId}`)).n
