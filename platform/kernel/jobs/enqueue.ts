import { createHash } from 'node:crypto'
import { Errors } from 'typebox/value'
import { newId } from '../database/id.ts'
import type { UnitOfWork } from '../database/index.ts'
import type { Job } from './job.ts'
import { insertJob, pushToQueue } from './queries.ts'

export type EnqueueOptions = {
  /** While a job of this key waits, ordering it again replaces its payload and time instead of adding a second. */
  key?: string
  /** Ordered at most once for ever (in this town, for this kind of job), however often the unit of work is repeated. */
  once?: string
  runAt?: Date
}

/**
 * Orders work in this unit: it runs when the unit commits and never when it rolls back. Returns the id for `findJob`.
 * Keep personal data out of the payload: pass ids.
 * @throws when the payload does not fit the job's schema
 */
export async function enqueue<P>(db: UnitOfWork, job: Job<P>, payload: P, { key, once, runAt = db.now }: EnqueueOptions = {}): Promise<string> {
  const [problem] = Errors(job.payload, payload)
  if (problem) throw new Error(`The payload of ${job.name} does not fit: ${problem.instancePath || '/'} ${problem.message}`)
  const wanted = once === undefined ? newId(db.now) : onceId(db.tenant, job.name, once)
  const id = await insertJob(db, { id: wanted, name: job.name, payload, maxAttempts: maxAttemptsOf(job), runAt, ...(key !== undefined && once === undefined && { key }) })
  if (id === undefined) return wanted // ordered before
  await pushToQueue(db, { name: job.name, id, runAt })
  return id
}

export const maxAttemptsOf = (job: Job<never>): number => job.maxAttempts ?? 5

// UUIDv8 (RFC 9562, 5.8): the same words give the same id.
function onceId(...words: string[]): string {
  const bytes = createHash('sha256').update(words.join('\0')).digest()
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
