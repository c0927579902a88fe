import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseCronItems, run, type ParsedCronItem, type Runner, type TaskList, type WorkerPool } from 'graphile-worker'
import type pg from 'pg'
import type { Platform } from '../boot/platform.ts'
import { openPool } from '../database/index.ts'
import { deliverTasks } from '../events/deliver.ts'
import { syncSubscribers } from '../events/sync.ts'
import { silent } from './install.ts'
import { patient } from './patient.ts'
import { beat, forgetWorker, freeJobsOfSilent, registerWorker } from './queries/queue.ts'
import { requeueLost } from './requeue.ts'
import { runJob } from './run.ts'
import { orderInTowns } from './schedule.ts'

export type Worker = {
  /** Takes no new jobs; lets running ones finish for `graceSeconds`, then hands them back to the queue. */
  stop(graceSeconds?: number): Promise<void>
}

export type WorkerOptions = {
  /** Jobs at a time; default 5. */
  concurrency?: number
}

const heartbeatSeconds = 3
const silentSeconds = 11 // three heartbeats missed; with one more to notice it and the next look into the queue: about 15 seconds

/** Starts working off the queue in this process. */
export async function startWorker(platform: Platform, { concurrency = 5 }: WorkerOptions = {}): Promise<Worker> {
  const stopping = new AbortController()
  const pool = patient(openPool(platform.addresses.jobsUrl, { name: `modellregion-worker-${process.pid}`, size: concurrency + 3 }))
  const life: Life = { stopping, ended: false }
  await syncSubscribers(platform)
  await startRunner(platform, pool, concurrency, life)
  const beating = keepBeating(platform, pool, concurrency, life)
  void requeueLost(platform).catch(() => {}) // the next start or night does it
  return {
    stop: async (graceSeconds = 20) => {
      life.ended = true
      const hurry = setTimeout(() => stopping.abort(new Error('The process stops.')), graceSeconds * 1_000)
      await life.runner?.stop().catch(() => {})
      clearTimeout(hurry)
      life.wake?.()
      await beating
      if (life.id) await forgetWorker(pool, life.id).catch(() => {})
      await pool.end()
    },
  }
}

type Life = { stopping: AbortController; ended: boolean; id?: string; poolId?: string; runner?: Runner; broken?: boolean; wake?: () => void }

async function startRunner(platform: Platform, pool: pg.Pool, concurrency: number, life: Life): Promise<void> {
  life.id = randomUUID()
  life.broken = false
  const events = new EventEmitter()
  const runner = await run({
    pgPool: pool,
    concurrency,
    taskList: tasksOf(platform, life.stopping),
    parsedCronItems: schedulesOf(platform),
    noHandleSignals: true, // the process decides when to stop
    noPreparedStatements: true, // behind PgBouncer they fail
    pollInterval: 1_000, // only for what is due later; new jobs are announced
    gracefulShutdownAbortTimeout: 3_600_000, // our own signal tells jobs to hurry
    logger: silent,
    events: events.on('pool:create', ({ workerPool }: { workerPool: WorkerPool }) => (life.poolId = workerPool.id)),
  })
  life.runner = runner
  const ended = () => void (life.broken = true) // the heartbeat starts another one
  runner.promise.then(ended, ended)
  await registerWorker(pool, life.id, life.poolId ?? '', `${hostname()}:${process.pid}`)
}

function tasksOf(platform: Platform, stopping: AbortController): TaskList {
  const tasks: TaskList = {}
  for (const { service, job } of platform.registry.jobs) {
    tasks[job.name] = (task, helpers) => runJob(platform, service.id, job, task as { tenant: string; id: string }, { times: helpers.job.attempts }, stopping) // written by jobs.enqueue
    if (job.schedule) tasks[`schedule:${job.name}`] = (task) => orderInTowns(platform, service, job, (task as { _cron: { ts: string } })._cron.ts) // written by the queue's clock
  }
  return Object.assign(tasks, deliverTasks(platform))
}

const schedulesOf = (platform: Platform): ParsedCronItem[] =>
  parseCronItems(
    platform.registry.jobs.flatMap(({ job }) =>
      job.schedule ? [{ task: `schedule:${job.name}`, match: job.schedule, identifier: job.name, options: { maxAttempts: 10, backfillPeriod: 6 * 3_600_000 } }] : [],
    ),
  )

// Heartbeat, freeing the jobs of silent processes, and a new runner when the old one ended (after a failover, for instance).
async function keepBeating(platform: Platform, pool: pg.Pool, concurrency: number, life: Life): Promise<void> {
  while (!life.ended) {
    await new Promise<void>((resolve) => {
      life.wake = resolve
      void sleep(heartbeatSeconds * 1_000, undefined, { ref: false }).then(resolve)
    })
    if (life.ended) return
    await oneBeat(platform, pool, concurrency, life).catch(() => {}) // the database is away: the next beat sees
  }
}

async function oneBeat(platform: Platform, pool: pg.Pool, concurrency: number, life: Life): Promise<void> {
  if (life.broken) await startRunner(platform, pool, concurrency, life)
  else if (life.id && !(await beat(pool, life.id))) await registerWorker(pool, life.id, life.poolId ?? '', `${hostname()}:${process.pid}`)
  await freeJobsOfSilent(pool, silentSeconds)
}
