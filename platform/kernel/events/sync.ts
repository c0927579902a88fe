import type { Platform } from '../boot/platform.ts'
import { operatorTenant } from '../tenancy/index.ts'
import { saveSubscriptions } from './queries.ts'

/** Writes down who hears what, so that a process which publishes need not know the subscribers. At each start. */
export async function syncSubscribers(platform: Platform): Promise<void> {
  const known = platform.registry.subscribers.map(({ service, subscriber }) => ({ subscriber: subscriber.id, service: service.id, type: subscriber.event.type }))
  const everything = platform.config.services === undefined // a process of a few services does not know the others' subscribers
  await platform.database.unit({ tenant: operatorTenant, service: 'platform', access: 'write', now: platform.now() }, (db) => saveSubscriptions(db, known, everything))
}
