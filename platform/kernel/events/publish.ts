import type { Static, TSchema } from 'typebox'
import { Errors } from 'typebox/value'
import { newId } from '../database/id.ts'
import type { UnitOfWork } from '../database/index.ts'
import type { EventType } from './event.ts'
import { insertDeliveries, insertEvent, listSubscribersOf } from './queries.ts'
import { wake } from './wake.ts'

/**
 * Says in this unit of work that something happened: subscribers hear it after the commit, each at least once and in the
 * order of the town, and never when the unit rolls back. Returns the event's id.
 * @throws when the payload does not fit the event's schema
 */
export async function publish<S extends TSchema>(db: UnitOfWork, event: EventType<S>, payload: Static<S>): Promise<string> {
  const [problem] = Errors(event.payload, payload)
  if (problem) throw new Error(`The payload of ${event.type} does not fit: ${problem.instancePath || '/'} ${problem.message}`)
  const id = newId(db.now)
  const position = await insertEvent(db, { id, type: event.type, version: event.version, payload })
  const subscribers = await listSubscribersOf(db, event.type)
  if (subscribers.length === 0) return id
  await insertDeliveries(db, { id, position }, subscribers)
  for (const subscriber of subscribers) await wake(db, subscriber)
  return id
}
