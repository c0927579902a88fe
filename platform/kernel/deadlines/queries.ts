import { sql } from 'kysely'
import type { PlainDate } from '@modellregion/standards'
import type { UnitOfWork } from '../database/index.ts'
import type { Deadline, DeadlineKey, Period } from './schema.ts'

const columns = sql`id, subject_kind as kind, subject_ref as ref, rule, started_on::text as "startedOn", counted_to::text as "countedTo", due_on::text as "dueOn",
  extended, paused_on::text as "pausedOn", done_at as "doneAt", warned_on::text as "warnedOn"`

const isThis = (db: UnitOfWork, { kind, ref, rule }: DeadlineKey) =>
  sql`tenant_id = ${db.tenant} and service = ${db.service} and subject_kind = ${kind} and subject_ref = ${ref} and rule = ${rule}`

/** 0 when the subject has a deadline by this rule already. */
export const insertDeadline = (db: UnitOfWork, { id, kind, ref, rule, startedOn, countedTo, dueOn }: DeadlineKey & Period & Pick<Deadline, 'id' | 'startedOn'>): Promise<number> =>
  db.run(sql`
    insert into platform.deadline (tenant_id, id, service, subject_kind, subject_ref, rule, started_on, counted_to, due_on, created_at)
    values (${db.tenant}, ${id}, ${db.service}, ${kind}, ${ref}, ${rule}, ${startedOn}::date, ${countedTo}::date, ${dueOn}::date, ${db.now})
    on conflict (tenant_id, service, subject_kind, subject_ref, rule) do nothing`)

/** @throws NotFound */
export const getDeadline = (db: UnitOfWork, key: DeadlineKey): Promise<Deadline> => db.one(sql<Deadline>`select ${columns} from platform.deadline where ${isThis(db, key)}`)

/** Until the unit ends nobody else changes it. @throws NotFound */
export const lockDeadline = (db: UnitOfWork, key: DeadlineKey): Promise<Deadline> => db.one(sql<Deadline>`select ${columns} from platform.deadline where ${isThis(db, key)} for update`)

export const extendTo = (db: UnitOfWork, id: string, { countedTo, dueOn }: Period): Promise<Deadline> =>
  db.one(sql<Deadline>`
    update platform.deadline set counted_to = ${countedTo}::date, due_on = ${dueOn}::date, extended = extended + 1
    where tenant_id = ${db.tenant} and service = ${db.service} and id = ${id} returning ${columns}`)

export const pauseOn = (db: UnitOfWork, id: string, on: PlainDate): Promise<Deadline> =>
  db.one(sql<Deadline>`update platform.deadline set paused_on = ${on}::date where tenant_id = ${db.tenant} and service = ${db.service} and id = ${id} returning ${columns}`)

export const resumeWith = (db: UnitOfWork, id: string, { countedTo, dueOn }: Period): Promise<Deadline> =>
  db.one(sql<Deadline>`
    update platform.deadline set counted_to = ${countedTo}::date, due_on = ${dueOn}::date, paused_on = null
    where tenant_id = ${db.tenant} and service = ${db.service} and id = ${id} returning ${columns}`)

/** What it was set for has been done. 0 when it was done before, or never began. */
export const finishDeadline = (db: UnitOfWork, key: DeadlineKey): Promise<number> => db.run(sql`update platform.deadline set done_at = ${db.now} where ${isThis(db, key)} and done_at is null`)

/** Takes all deadlines of a thing away, because it is erased. Nobody is told of them any more. */
export const cancelDeadlines = (db: UnitOfWork, kind: string, ref: string): Promise<number> =>
  db.run(sql`delete from platform.deadline where tenant_id = ${db.tenant} and service = ${db.service} and subject_kind = ${kind} and subject_ref = ${ref}`)

/** All deadlines of a thing, done ones too, by their last day. */
export const listDeadlinesOf = (db: UnitOfWork, kind: string, ref: string): Promise<Deadline[]> =>
  db.many(sql<Deadline>`
    select ${columns} from platform.deadline where tenant_id = ${db.tenant} and service = ${db.service} and subject_kind = ${kind} and subject_ref = ${ref}
    order by due_on, id limit 1000`)

/** The same of several things, for lists. */
export const listDeadlinesAmong = (db: UnitOfWork, kind: string, refs: readonly string[]): Promise<Deadline[]> =>
  db.many(sql<Deadline>`
    select ${columns} from platform.deadline where tenant_id = ${db.tenant} and service = ${db.service} and subject_kind = ${kind} and subject_ref = any(${[...refs]}::text[])
    order by due_on, id`)

/** `after` is the last entry of the page before. */
export type DeadlinePage = { until: PlainDate; size: number; after?: Pick<Deadline, 'dueOn' | 'id'> | undefined }

const behind = (after: DeadlinePage['after']) => (after === undefined ? sql`` : sql`and (due_on, id) > (${after.dueOn}::date, ${after.id}::uuid)`)

/** Deadlines of this service that run and end by a day, overdue ones included, the next first. */
export const listDueDeadlines = (db: UnitOfWork, { until, size, after }: DeadlinePage): Promise<Deadline[]> =>
  db.many(sql<Deadline>`
    select ${columns} from platform.deadline
    where tenant_id = ${db.tenant} and service = ${db.service} and done_at is null and paused_on is null and due_on <= ${until}::date ${behind(after)}
    order by due_on, id limit ${size}`)

/** The same without those whose last step, the day after the end, has been told. */
export const listUntold = (db: UnitOfWork, { until, size, after }: DeadlinePage): Promise<Pick<Deadline, 'id' | 'dueOn'>[]> =>
  db.many(sql<Pick<Deadline, 'id' | 'dueOn'>>`
    select id, due_on::text as "dueOn" from platform.deadline
    where tenant_id = ${db.tenant} and service = ${db.service} and done_at is null and paused_on is null and due_on <= ${until}::date
      and (warned_on is null or warned_on <= due_on) ${behind(after)}
    order by due_on, id limit ${size}`)

/** Nothing when it has been done, paused or cancelled meanwhile. */
export const lockRunning = (db: UnitOfWork, id: string): Promise<Deadline | undefined> =>
  db.maybe(sql<Deadline>`
    select ${columns} from platform.deadline
    where tenant_id = ${db.tenant} and service = ${db.service} and id = ${id} and done_at is null and paused_on is null for update`)

export const markWarned = (db: UnitOfWork, id: string, on: PlainDate): Promise<number> =>
  db.run(sql`update platform.deadline set warned_on = ${on}::date where tenant_id = ${db.tenant} and service = ${db.service} and id = ${id}`)
