import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type pg from 'pg'

// Measurements of this process; the collector of the operator adds the processes up. Labels name kinds of things, never people.
const registry = new Registry()
collectDefaultMetrics({ register: registry })

const http = new Histogram({ name: 'modellregion_http_seconds', help: 'Time until the answer was sent', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers: [registry] })
const jobs = new Histogram({ name: 'modellregion_job_seconds', help: 'Duration of one try of a job', labelNames: ['job', 'outcome'], buckets: [0.01, 0.1, 1, 10, 60, 600], registers: [registry] })
const deliveries = new Counter({ name: 'modellregion_event_deliveries_total', help: 'Tries to deliver an event', labelNames: ['subscriber', 'outcome'], registers: [registry] })
const pool = new Gauge({ name: 'modellregion_database_connections', help: 'Connections of the pool', labelNames: ['state'], registers: [registry] })
const queue = new Gauge({ name: 'modellregion_queue_entries', help: 'Entries of the queue of all towns', labelNames: ['job', 'state'], registers: [registry] })
const oldest = new Gauge({ name: 'modellregion_queue_oldest_seconds', help: 'Age of the oldest entry that is due', labelNames: ['job'], registers: [registry] })
const lag = new Gauge({ name: 'modellregion_outbox_lag_seconds', help: 'Age of the oldest event that waits for a free worker', registers: [registry] })

export const recordRequest = (method: string, route: string, status: number, seconds: number): void => http.observe({ method, route, status: String(status) }, seconds)
export const recordJob = (job: string, succeeded: boolean, seconds: number): void => jobs.observe({ job, outcome: succeeded ? 'done' : 'failed' }, seconds)
export const recordDelivery = (subscriber: string, outcome: 'done' | 'failed' | 'dead'): void => deliveries.inc({ subscriber, outcome })

export type QueueMeasure = { identifier: string; ready: number; running: number; waiting: number; oldestSeconds: number }

/** Prometheus text of this process, with the state of the pool and of the queue at this moment. */
export async function metricsOf(connections: pg.Pool, entries: readonly QueueMeasure[]): Promise<string> {
  pool.set({ state: 'idle' }, connections.idleCount)
  pool.set({ state: 'used' }, connections.totalCount - connections.idleCount)
  pool.set({ state: 'awaited' }, connections.waitingCount)
  queue.reset()
  oldest.reset()
  for (const { identifier: job, ready, running, waiting, oldestSeconds } of entries) {
    for (const [state, count] of Object.entries({ ready, running, waiting })) queue.set({ job, state }, count)
    oldest.set({ job }, oldestSeconds)
  }
  lag.set(Math.max(0, ...entries.filter((entry) => entry.identifier.startsWith('event:')).map((entry) => entry.oldestSeconds)))
  return await registry.metrics()
}
