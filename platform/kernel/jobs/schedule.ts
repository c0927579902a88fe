import type { Platform } from '../boot/platform.ts'
import type { Service } from '../boot/service.ts'
import { enqueue } from './enqueue.ts'
import type { Job } from './job.ts'

/** Orders the scheduled job in each town that uses its service. The minute is part of the order, so a repeated call adds nothing. */
export async function orderInTowns(platform: Platform, service: Service, job: Job, minute: string): Promise<void> {
  await platform.directory.refresh()
  for (const tenant of platform.directory.all()) {
    if (service.id !== 'platform' && !tenant.services.includes(service.id)) continue
    await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'write', now: platform.now() }, (db) =>
      // Scheduled jobs are declared with an empty payload; `enqueue` checks it against the schema.
      enqueue(db, job as Job<unknown>, {}, { once: minute }),
    )
  }
}
