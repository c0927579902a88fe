import type { Static, TSchema } from 'typebox'
import type { Platform } from '../boot/platform.ts'
import type { UnitOfWork } from '../database/index.ts'
import type { Tenant } from '../tenancy/index.ts'

/** Tells a page how far the work is: a share from 0 to 1, the key of a word of the service, and counts to fill it. Written at most once a second. */
export type Progress = (share: number, words?: string, counts?: Record<string, number>) => void

/** What a running job knows. */
export type JobRun<P> = {
  readonly platform: Platform
  readonly tenant: Tenant
  readonly payload: P
  /** Id of the job, for its page. */
  readonly id: string
  /** 1 on the first try. */
  readonly attempt: number
  readonly now: Date
  readonly progress: Progress
  /** Aborts when the time is up or the process stops: hand it to `fetch` and look at it between steps. */
  readonly signal: AbortSignal
  /** One repeatable reading transaction of the job's service in the town. */
  read<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T>
  /** One repeatable writing transaction. */
  write<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T>
}

export type JobOptions<S extends TSchema> = {
  /** `open-data.harvest`: begins with the id of the service. */
  name: string
  payload: S
  /** Runs at least once, perhaps twice: must be repeatable. Throwing means: try again later. */
  run: (run: JobRun<Static<S>>) => Promise<void>
  /** Cron in UTC, `minute hour day month weekday`; runs once in each town that uses the service, with an empty payload. */
  schedule?: string
  /** Tries until the job is given up; default 5. */
  maxAttempts?: number
  /** Default 600. */
  timeoutSeconds?: number
  /** Seconds before the second try, doubled each time up to an hour; default 15. */
  retryAfterSeconds?: number
  /** Only one of these at a time in a town. */
  oneAtATime?: boolean
}

/** Work that runs in the background. `P` is what it is given. */
export type Job<P = never> = Omit<JobOptions<TSchema>, 'run'> & { run: (run: JobRun<P>) => Promise<void> }

/** Names the work; the service lists it in its manifest, and `enqueue` orders it. */
export const defineJob = <S extends TSchema>(options: JobOptions<S>): Job<Static<S>> => options
