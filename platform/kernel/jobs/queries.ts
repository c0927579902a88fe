import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'dead'

/** A job as a page shows it. */
export type JobProgress = {
  id: string
  service: string
  name: string
  state: JobState
  /** Tries so far and at most. */
  attempts: number
  maxAttempts: number
  /** 0 to 1. */
  progress: number
  /** Key of a word of the service, filled from `counts`. */
  words: string | null
  counts: Record<string, number>
  /** Of the last try, for staff. */
  error: string | null
  /** When it is due, or due again. */
  runAt: Date
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

const columns = sql`id, service, name, state, attempts, max_attempts as "maxAttempts", progress, words, counts, error,
  run_at as "runAt", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`

export const findJob = (db: UnitOfWork, id: string): Promise<JobProgress | undefined> =>
  db.maybe(sql<JobProgress>`select ${columns} from platform.job where tenant_id = ${db.tenant} and id = ${id}`)

export type JobFilter = { service?: string; name?: string; states?: readonly JobState[]; limit?: number }

/** Newest first; of this service, or of the one named (the platform's console names none and sees all). */
export function listJobs(db: UnitOfWork, { service = db.service === 'platform' ? undefined : db.service, name, states, limit = 50 }: JobFilter = {}): Promise<JobProgress[]> {
  return db.many(sql<JobProgress>`
    select ${columns} from platform.job
    where tenant_id = ${db.tenant}
      ${service === undefined ? sql`` : sql`and service = ${service}`}
      ${name === undefined ? sql`` : sql`and name = ${name}`}
      ${states === undefined ? sql`` : sql`and state = any(${states}::text[])`}
    order by created_at desc, id desc limit ${limit}`)
}

export type NewJob = { id: string; name: string; key?: string; payload: unknown; maxAttempts: number; runAt: Date }

/** Writes the job down, or moves the waiting one of the same key. Returns the id that will run; nothing when this id was ordered before. */
export async function insertJob(db: UnitOfWork, job: NewJob): Promise<string | undefined> {
  const row = await db.maybe(sql<{ id: string }>`
    insert into platform.job (tenant_id, id, service, name, key, payload, state, max_attempts, run_at, created_at)
    values (${db.tenant}, ${job.id}, ${job.name.split('.')[0]}, ${job.name}, ${job.key ?? null}, ${JSON.stringify(job.payload)}, 'queued', ${job.maxAttempts}, ${job.runAt}, ${db.now})
    ${
      job.key === undefined
        ? sql`on conflict (tenant_id, id) do nothing`
        : sql`on conflict (tenant_id, name, key) where state in ('queued', 'failed') and key is not null
              do update set payload = excluded.payload, run_at = excluded.run_at, state = 'queued', attempts = 0`
    }
    returning id`)
  return row?.id
}

/** `runAt` counts from the unit's own clock, which a test or the development bar may have moved: the queue is told the difference. */
export type QueueEntry = { name: string; id: string | null; runAt?: Date }

/** Hands an id to the queue, in the same transaction. Without an id: a call to look, such as "there are events". */
export const pushToQueue = (db: UnitOfWork, { name, id, runAt }: QueueEntry): Promise<number> =>
  db.run(sql`select jobs.enqueue(${name}, ${id}::uuid, ${runAt ? Math.max(0, (runAt.getTime() - db.now.getTime()) / 1000) : 0})`)

export type Begun = { payload: unknown; attempts: number; maxAttempts: number; state: JobState; key: string | null }

/**
 * The try begins: counted before the work, so that a job that kills its process is given up too. `again` says that the queue hands
 * out the same entry once more, because the process that had it is gone; otherwise a job that runs is not begun a second time.
 */
export const beginJob = (db: UnitOfWork, id: string, again: boolean): Promise<Begun | undefined> =>
  db.maybe(sql<Begun>`
    update platform.job set state = 'running', attempts = attempts + 1, started_at = ${db.now}, finished_at = null, progress = 0, words = null, counts = '{}'
    where tenant_id = ${db.tenant} and id = ${id} and state <> 'done' and (state <> 'running' or ${again})
    returning payload, attempts, max_attempts as "maxAttempts", state, key`)

/**
 * True when another one of its kind runs in this town. The lock is held until the unit ends, so that of two that begin at
 * once one sees the other.
 */
export async function othersRun(db: UnitOfWork, name: string, id: string): Promise<boolean> {
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`${db.tenant}:${name}`}, 4702310004))`)
  const row = await db.maybe(sql`select id from platform.job where tenant_id = ${db.tenant} and name = ${name} and state = 'running' and id <> ${id} limit 1`)
  return row !== undefined
}

/** The one that has waited longest for its turn. */
export const nextInLine = (db: UnitOfWork, name: string): Promise<{ id: string } | undefined> =>
  db.maybe(sql<{ id: string }>`select id from platform.job where tenant_id = ${db.tenant} and name = ${name} and state = 'queued' and run_at <= ${db.now} order by run_at, id limit 1`)

export const writeProgress = (db: UnitOfWork, id: string, share: number, words: string | undefined, counts: Record<string, number>): Promise<number> =>
  db.run(sql`update platform.job set progress = ${share}, words = coalesce(${words ?? null}, words), counts = counts || ${JSON.stringify(counts)}::jsonb
    where tenant_id = ${db.tenant} and id = ${id} and state = 'running'`)

export const finishJob = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update platform.job set state = 'done', progress = 1, error = null, finished_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id}`)

export const giveUpJob = (db: UnitOfWork, id: string, error: string): Promise<number> =>
  db.run(sql`update platform.job set state = 'dead', error = ${error}, finished_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id}`)

/** Waits for its next try. False when a newer order with the same key waits already. */
export async function postponeJob(db: UnitOfWork, id: string, error: string, runAt: Date): Promise<boolean> {
  const written = await db.run(sql`
    update platform.job j set state = 'failed', error = ${error}, run_at = ${runAt}, finished_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id} and not exists (
      select from platform.job o where o.tenant_id = ${db.tenant} and o.name = j.name and o.key = j.key and o.id <> j.id and o.state in ('queued', 'failed'))`)
  return written === 1
}

/** Back into the queue without counting the try: the process stops. */
export const handBackJob = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`
    update platform.job j set state = case when exists (
        select from platform.job o where o.tenant_id = ${db.tenant} and o.name = j.name and o.key = j.key and o.id <> j.id and o.state in ('queued', 'failed'))
      then 'dead' else 'queued' end, attempts = greatest(attempts - 1, 0), run_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id} and state = 'running'`)

/** A dead job may begin again from its first try. */
export const reviveJob = (db: UnitOfWork, id: string): Promise<{ name: string } | undefined> =>
  db.maybe(sql<{ name: string }>`
    update platform.job set state = 'queued', attempts = 0, error = null, run_at = ${db.now}, finished_at = null
    where tenant_id = ${db.tenant} and id = ${id} and state = 'dead' returning name`)

/** What should be in the queue. After a restore the queue is empty and the rows know it. */
export const listWaiting = (db: UnitOfWork, before: Date): Promise<{ id: string; name: string; runAt: Date }[]> =>
  db.many(sql<{ id: string; name: string; runAt: Date }>`
    select id, name, run_at as "runAt" from platform.job
    where tenant_id = ${db.tenant} and state in ('queued', 'failed', 'running') and created_at <= ${before} order by created_at limit 5000`)

/** Running by the row, but in no queue: the process is gone, the job waits again. */
export const waitAgain = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update platform.job set state = 'queued' where tenant_id = ${db.tenant} and id = ${id} and state = 'running'`)

/** Of these ids, those the queue knows. */
export async function listInQueue(db: UnitOfWork, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.many(sql<{ key: string }>`select jobs.knows(${ids}::text[]) as key`)
  return new Set(rows.map((row) => row.key.slice(row.key.lastIndexOf(':') + 1)))
}

/** Finished jobs after 30 days, given-up ones after 90. */
export const deleteOldJobs = (db: UnitOfWork, finishedBefore: Date, deadBefore: Date): Promise<number> =>
  db.run(sql`delete from platform.job where tenant_id = ${db.tenant}
    and (state = 'done' and finished_at < ${finishedBefore} or state = 'dead' and finished_at < ${deadBefore})`)

export type QueueCounts = { identifier: string; ready: number; running: number; waiting: number; oldestSeconds: number }

/** Of the whole installation, by kind of job; names and numbers only. */
export const countQueue = (db: UnitOfWork): Promise<QueueCounts[]> =>
  db.many(sql<QueueCounts>`select identifier, ready, running, waiting, oldest_seconds as "oldestSeconds" from jobs.counts()`)

export const listWorkers = (db: UnitOfWork): Promise<{ name: string; startedAt: Date; seenAt: Date }[]> =>
  db.many(sql<{ name: string; startedAt: Date; seenAt: Date }>`select name, started_at as "startedAt", seen_at as "seenAt" from jobs.workers()`)
