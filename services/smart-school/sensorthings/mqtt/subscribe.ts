import type { Platform, Tenant } from '@modellregion/kernel'
import { anybody, type Caller } from '../caller.ts'
import { beginReading } from '../queries/read.ts'
import { openContext } from '../queries/scope.ts'
import { resolvePath } from '../read/resolve.ts'
import { isRefusal } from '../refusal.ts'
import { readTopic } from './topic.ts'

/** Whether a client may subscribe: the topic is one, and what it names is there for this caller. What may be heard of a set is judged message by message. */
export async function mayListen(platform: Platform, tenant: Tenant, caller: Caller | undefined, topic: string): Promise<boolean> {
  const read = readTopic(topic)
  if (typeof read === 'string') return false
  if (read.path.root.key === undefined) return true
  try {
    await platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'read', now: platform.now() }, async (db) => {
      await beginReading(db)
      await resolvePath(db, openContext(db.tenant, db.now, caller ?? anybody), read.path)
    })
    return true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}
