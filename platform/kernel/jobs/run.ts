import { Errors } from 'typebox/value'
import type { Platform } from '../boot/platform.ts'
import type { UnitOfWork } from '../database/index.ts'
import { recordJob } from '../observe/metrics.ts'
import { maxAttemptsOf } from './enqueue.ts'
import type { Job } from './job.ts'
import { throttled } from './progress.ts'
import { beginJob, finishJob, giveUpJob, handBackJob, nextInLine, othersRun, postponeJob, pushToQueue, writeProgress, type Begun } from './queries.ts'
import { backOffSeconds } from './retry.ts'

type Task = { tenant: string; id: string }
/** How often the queue has handed out this very entry, beginning with 1. */
export type Delivery = { readonly times: number }
export type Stopping = { readonly signal: AbortSignal }

/**
 * One try of one job. The row of the job decides about tries and waiting; the queue only says when. Throws only when the
 * database is away: then the queue itself tries again.
 */
export async function runJob(platform: Platform, service: string, job: Job, task: Task, delivery: Delivery, stopping: Stopping): Promise<void> {
  const inPlatform = <T>(work: (db: UnitOfWork) => Promise<T>) =>
    platform.database.unit({ tenant: task.tenant, service: 'platform', access: 'write', now: platform.now() }, work)
  const begun = await inPlatform((db) => begin(db, job, task.id, delivery.times > 1))
  if (!begun) return
  const giveUp = (error: string) => inPlatform((db) => giveUpJob(db, task.id, error))
  if (begun.attempts > begun.maxAttempts) return void (await giveUp('The process ended during the last try.'))
  const [misfit] = Errors(job.payload, begun.payload)
  if (misfit) return void (await giveUp(`The payload does not fit the job any more: ${misfit.instancePath || '/'} ${misfit.message}`))
  const began = performance.now()
  const failure = await attempt(platform, service, job, task, begun, stopping)
  recordJob(job.name, failure === undefined, (performance.now() - began) / 1000)
  await settle(inPlatform, job, task.id, begun.attempts, failure, stopping)
  if (job.oneAtATime) await inPlatform((db) => callNext(db, job))
}

const turnSeconds = 5

// A job that must be alone waits for its turn without counting a try; the one before calls it, the time is the net below.
async function begin(db: UnitOfWork, job: Job, id: string, again: boolean): Promise<Begun | undefined> {
  if (!job.oneAtATime || !(await othersRun(db, job.name, id))) return await beginJob(db, id, again)
  await pushToQueue(db, { name: job.name, id, runAt: new Date(db.now.getTime() + turnSeconds * 1_000) })
  return undefined
}

async function callNext(db: UnitOfWork, job: Job): Promise<void> {
  const next = await nextInLine(db, job.name)
  if (next) await pushToQueue(db, { name: job.name, id: next.id })
}

type InPlatform = <T>(work: (db: UnitOfWork) => Promise<T>) => Promise<T>

async function settle(inPlatform: InPlatform, job: Job, id: string, attempts: number, failure: string | undefined, stopping: Stopping): Promise<void> {
  if (failure === undefined) return void (await inPlatform((db) => finishJob(db, id)))
  if (stopping.signal.aborted)
    return await inPlatform(async (db) => {
      await handBackJob(db, id)
      await pushToQueue(db, { name: job.name, id })
    })
  if (attempts >= maxAttemptsOf(job)) return void (await inPlatform((db) => giveUpJob(db, id, failure)))
  await inPlatform(async (db) => {
    const runAt = new Date(db.now.getTime() + backOffSeconds(attempts, job.retryAfterSeconds ?? 15) * 1_000 * (0.9 + Math.random() * 0.2))
    if (await postponeJob(db, id, failure, runAt)) await pushToQueue(db, { name: job.name, id, runAt })
    else await giveUpJob(db, id, `${failure} (a newer order takes its place)`)
  })
}

// The sentence of the failure, or nothing.
async function attempt(platform: Platform, service: string, job: Job, { tenant: tenantId, id }: Task, begun: { payload: unknown; attempts: number }, stopping: Stopping): Promise<string | undefined> {
  const tenant = platform.directory.byId(tenantId)
  if (!tenant) return `There is no town "${tenantId}" here.`
  const now = platform.now()
  const enter = (access: 'read' | 'write') => <T>(work: (db: UnitOfWork) => Promise<T>) => platform.database.unit({ tenant: tenantId, service, access, now: platform.now() }, work)
  const progress = throttled((share, words, counts) =>
    platform.database.unit({ tenant: tenantId, service: 'platform', access: 'write', now: platform.now() }, (db) => writeProgress(db, id, share, words, counts)),
  )
  const seconds = job.timeoutSeconds ?? 600
  const over = AbortSignal.timeout(seconds * 1_000)
  const signal = AbortSignal.any([over, stopping.signal])
  try {
    const work = job.run({ platform, tenant, payload: begun.payload as never, id, attempt: begun.attempts, now, progress: progress.report, signal, read: enter('read'), write: enter('write') })
    await Promise.race([work, rejected(signal)])
    await progress.flush()
    return undefined
  } catch (error) {
    await progress.flush()
    if (over.aborted) return `Not finished after ${seconds} seconds.`
    return sentenceOf(error)
  }
}

// A job that does not look at its signal must not hold its place in the queue for ever.
const rejected = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const say = () => reject(signal.reason as Error)
    if (signal.aborted) say()
    else signal.addEventListener('abort', say, { once: true })
  })

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error)).slice(0, 2_000)
