import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Load, Loudness, Notice, NoticeState, Severity } from '../schema.ts'
import type { Preference } from '../rules/notify.ts'

const preference = sql`quiet_from as "quietFrom", quiet_to as "quietTo", quiet_weekend as "quietWeekend", mail, mail_from as "mailFrom", per_day as "perDay", per_week as "perWeek", digest_hour as "digestHour"`

export const listPreferences = (db: UnitOfWork): Promise<(Preference & { accountId: string })[]> =>
  db.many(sql<Preference & { accountId: string }>`select account_id as "accountId", ${preference} from smart_school.alarm_preference where tenant_id = ${db.tenant}`)
export const findPreference = (db: UnitOfWork, accountId: string): Promise<Preference | undefined> =>
  db.maybe(sql<Preference>`select ${preference} from smart_school.alarm_preference where tenant_id = ${db.tenant} and account_id = ${accountId}`)
export const savePreference = (db: UnitOfWork, accountId: string, wish: Preference): Promise<number> =>
  db.run(sql`
    insert into smart_school.alarm_preference (tenant_id, account_id, quiet_from, quiet_to, quiet_weekend, mail, mail_from, per_day, per_week, digest_hour, created_at)
    values (${db.tenant}, ${accountId}, ${wish.quietFrom}, ${wish.quietTo}, ${wish.quietWeekend}, ${wish.mail}, ${wish.mailFrom}, ${wish.perDay}, ${wish.perWeek}, ${wish.digestHour}, ${db.now})
    on conflict (tenant_id, account_id) do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, quiet_weekend = excluded.quiet_weekend, mail = excluded.mail,
      mail_from = excluded.mail_from, per_day = excluded.per_day, per_week = excluded.per_week, digest_hour = excluded.digest_hour`)

export type Duty = { readonly schoolId: number; readonly accountId: string; readonly step: number }
export const listDuties = (db: UnitOfWork): Promise<Duty[]> =>
  db.many(sql<Duty>`select school_id as "schoolId", account_id as "accountId", step from smart_school.alarm_duty where tenant_id = ${db.tenant} order by school_id, step, account_id`)
export const saveDuty = (db: UnitOfWork, { schoolId, accountId, step }: Duty): Promise<number> =>
  db.run(sql`
    insert into smart_school.alarm_duty (tenant_id, school_id, account_id, step, created_at) values (${db.tenant}, ${schoolId}, ${accountId}, ${step}, ${db.now})
    on conflict (tenant_id, school_id, account_id) do update set step = excluded.step`)
export const deleteDuty = (db: UnitOfWork, schoolId: number, accountId: string): Promise<number> =>
  db.run(sql`delete from smart_school.alarm_duty where tenant_id = ${db.tenant} and school_id = ${schoolId} and account_id = ${accountId}`)
export const listMembers = (db: UnitOfWork): Promise<{ schoolId: number; accountId: string }[]> =>
  db.many(sql<{ schoolId: number; accountId: string }>`select school_id as "schoolId", account_id as "accountId" from smart_school.member where tenant_id = ${db.tenant} order by 1, 2`)

export type ChainRow = { readonly severity: Severity; readonly deputyMinutes: number | null; readonly technicianMinutes: number | null }
export const listChain = (db: UnitOfWork): Promise<ChainRow[]> =>
  db.many(sql<ChainRow>`select severity, deputy_minutes as "deputyMinutes", technician_minutes as "technicianMinutes" from smart_school.alarm_chain where tenant_id = ${db.tenant}`)
export const saveChain = (db: UnitOfWork, { severity, deputyMinutes, technicianMinutes }: ChainRow): Promise<number> =>
  db.run(sql`
    insert into smart_school.alarm_chain (tenant_id, severity, deputy_minutes, technician_minutes, created_at) values (${db.tenant}, ${severity}, ${deputyMinutes}, ${technicianMinutes}, ${db.now})
    on conflict (tenant_id, severity) do update set deputy_minutes = excluded.deputy_minutes, technician_minutes = excluded.technician_minutes`)

const columns = sql`id, alarm_id as "alarmId", account_id as "accountId", step, state, severity, due_at as "dueAt", sent_at as "sentAt", created_at as "createdAt"`

/** Rows written: none when this person was told of this alarm at this step before. */
export const insertNotice = (db: UnitOfWork, { id, alarmId, accountId, step, state, severity, dueAt, sentAt }: Omit<Notice, 'createdAt'>): Promise<number> =>
  db.run(sql`
    insert into smart_school.alarm_notice (tenant_id, id, alarm_id, account_id, step, state, severity, due_at, sent_at, created_at)
    values (${db.tenant}, ${id}, ${alarmId}, ${accountId}, ${step}, ${state}, ${severity}, ${dueAt}, ${sentAt}, ${db.now}) on conflict (tenant_id, alarm_id, account_id, step) do nothing`)
export const settleNotice = (db: UnitOfWork, id: string, state: NoticeState, dueAt: Date, sentAt: Date | null): Promise<number> =>
  db.run(sql`update smart_school.alarm_notice set state = ${state}, due_at = ${dueAt}, sent_at = ${sentAt} where tenant_id = ${db.tenant} and id = ${id} and state in ('waiting', 'bundled')`)

/** Notices of alarms that are open, for whoever decides what is still to be told. */
export const listNoticesOfOpen = (db: UnitOfWork): Promise<Pick<Notice, 'alarmId' | 'accountId' | 'step'>[]> =>
  db.many(sql<Pick<Notice, 'alarmId' | 'accountId' | 'step'>>`
    select n.alarm_id as "alarmId", n.account_id as "accountId", n.step from smart_school.alarm_notice n
    join smart_school.alarm a on a.tenant_id = ${db.tenant} and a.id = n.alarm_id and a.state <> 'cleared' where n.tenant_id = ${db.tenant}`)
export const listNoticesOfAlarm = (db: UnitOfWork, alarmId: string): Promise<Notice[]> =>
  db.many(sql<Notice>`select ${columns} from smart_school.alarm_notice where tenant_id = ${db.tenant} and alarm_id = ${alarmId} order by step, created_at`)
/** What was kept back and is due now. */
export const listDueNotices = (db: UnitOfWork): Promise<Notice[]> =>
  db.many(sql<Notice>`select ${columns} from smart_school.alarm_notice where tenant_id = ${db.tenant} and state in ('waiting', 'bundled') and due_at <= ${db.now} order by account_id, created_at`)

/** How many mails people got since the day and the week began. */
export const countTold = (db: UnitOfWork, day: Date, week: Date): Promise<{ accountId: string; today: number; week: number }[]> =>
  db.many(sql<{ accountId: string; today: number; week: number }>`
    select account_id as "accountId", count(*) filter (where sent_at >= ${day})::int as today, count(*)::int as week
    from smart_school.alarm_notice where tenant_id = ${db.tenant} and state = 'sent' and sent_at >= ${week} group by 1`)

/** Who got how much since a moment, by what became of it. */
export const countByPerson = (db: UnitOfWork, from: Date): Promise<Load[]> =>
  db.many(sql<Load>`select account_id as "accountId", state, count(*)::int as n from smart_school.alarm_notice where tenant_id = ${db.tenant} and created_at >= ${from} group by 1, 2 order by 1, 2`)
/** Which rules are loud since a moment: how many alarms and notifications, and how many alarms went away without anybody having seen to them. */
export const countByRule = (db: UnitOfWork, from: Date, schoolId?: number): Promise<Loudness[]> =>
  db.many(sql<Loudness>`
    select a.rule_key as "ruleKey", a.kind, count(distinct a.id)::int as alarms, count(n.id)::int as notices,
      (count(distinct a.id) filter (where a.state = 'cleared' and a.acknowledged_at is null))::int as unseen
    from smart_school.alarm a left join smart_school.alarm_notice n on n.tenant_id = ${db.tenant} and n.alarm_id = a.id
    where a.tenant_id = ${db.tenant} and a.raised_at >= ${from} ${schoolId === undefined ? sql`` : sql`and a.school_id = ${schoolId}`}
    group by 1, 2 order by 3 desc, 1`)
