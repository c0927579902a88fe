import type { Platform } from '../boot/platform.ts'
import { countQueue, listWorkers, type QueueCounts } from '../jobs/queries.ts'
import { operatorTenant } from '../tenancy/index.ts'
import { isAnswering } from './queries.ts'
import { metricsOf } from './metrics.ts'
import { soon } from './soon.ts'

export type Health = {
  /** The load balancer may send people here. */
  ready: boolean
  database: 'ok' | 'down'
  queue: 'ok' | 'down'
  files: 'ok' | 'down'
  mail: 'smtp' | 'demo' | 'none'
  /** Worker processes alive. */
  workers: number
  /** Seconds that the oldest due entry of the queue has waited. */
  oldestJobSeconds: number
}

/** What works at this moment. Ready means database and queue: pages can be read without the file store. */
export async function health(platform: Platform): Promise<Health> {
  const [state, files] = await Promise.all([queueState(platform), platform.files.check().catch(() => 'down')])
  return {
    ready: state !== undefined,
    database: state || (await databaseAnswers(platform)) ? 'ok' : 'down',
    queue: state ? 'ok' : 'down',
    files: files === undefined ? 'ok' : 'down',
    mail: platform.mailer.way,
    workers: state?.workers ?? 0,
    oldestJobSeconds: Math.round(Math.max(0, ...(state?.counts ?? []).map((entry) => entry.oldestSeconds))),
  }
}

/** Measurements in Prometheus text format. Without a database: those of the process alone. */
export async function metricsText(platform: Platform): Promise<string> {
  const state = await queueState(platform)
  return await metricsOf(platform.database.pool, state?.counts ?? [])
}

type QueueState = { counts: QueueCounts[]; workers: number }

const queueState = (platform: Platform): Promise<QueueState | undefined> =>
  soon(() =>
    platform.database.unit({ tenant: operatorTenant, service: 'platform', access: 'read', now: platform.now() }, async (db) => ({
      counts: await countQueue(db),
      workers: (await listWorkers(db)).length,
    })),
  )

const databaseAnswers = async (platform: Platform): Promise<boolean> =>
  (await soon(() => isAnswering(platform.database.pool))) ?? false
