import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { FlushTask } from '../schema.ts'

const columns = sql`id, thing_id as "groupId", school_id as "schoolId", day::text as day, due_at as "dueAt", reason, beyond_limit as "beyondLimit", state`

/** What is to be done at a school, the first due on top. */
export const listOpenTasks = (db: UnitOfWork, schoolId: number): Promise<FlushTask[]> =>
  db.many(sql<FlushTask>`select ${columns} from smart_school.flush_task where tenant_id = ${db.tenant} and school_id = ${schoolId} and state = 'open' order by due_at, thing_id`)

/** Open tasks of all schools that were due before a moment. */
export const listOverdueTasks = (db: UnitOfWork, before: Date): Promise<FlushTask[]> =>
  db.many(sql<FlushTask>`select ${columns} from smart_school.flush_task where tenant_id = ${db.tenant} and state = 'open' and due_at < ${before} order by due_at, thing_id`)

/** Writes a planned flush; one that stands on the same day already is moved to the new time and keeps its id. */
export const upsertTask = (db: UnitOfWork, task: Omit<FlushTask, 'state'>): Promise<number> =>
  db.run(sql`insert into smart_school.flush_task (tenant_id, id, thing_id, school_id, day, due_at, reason, beyond_limit, created_at)
    values (${db.tenant}, ${task.id}, ${task.groupId}, ${task.schoolId}, ${task.day}, ${task.dueAt}, ${task.reason}, ${task.beyondLimit}, ${db.now})
    on conflict (tenant_id, thing_id, day) where state = 'open' do update set due_at = excluded.due_at, reason = excluded.reason, beyond_limit = excluded.beyond_limit`)

/** Takes what is no longer planned off the list. */
export const dropTasks = (db: UnitOfWork, groupId: number, keep: readonly PlainDate[]): Promise<number> =>
  db.run(sql`update smart_school.flush_task set state = 'dropped' where tenant_id = ${db.tenant} and thing_id = ${groupId} and state = 'open' and not (day = any(${[...keep]}::date[]))`)

/** A flush on a day does what was due until then. */
export const finishTasks = (db: UnitOfWork, groupId: number, until: PlainDate, seq: number): Promise<number> =>
  db.run(sql`update smart_school.flush_task set state = 'done', done_seq = ${seq} where tenant_id = ${db.tenant} and thing_id = ${groupId} and state = 'open' and day <= ${until}`)

/** Done and dropped tasks say nothing that the log does not say better. */
export const deleteOldTasks = (db: UnitOfWork, before: Date): Promise<number> => db.run(sql`delete from smart_school.flush_task where tenant_id = ${db.tenant} and state <> 'open' and created_at < ${before}`)
