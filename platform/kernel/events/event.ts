import type { EventType } from '@modellregion/contracts'
import type { Static, TSchema } from 'typebox'
import type { UnitOfWork } from '../database/index.ts'

export { defineEvent, type EventType } from '@modellregion/contracts'

/** One event on its way to one subscriber. */
export type Delivery<P> = { id: string; type: string; version: number; payload: P; /** When it was published. */ at: Date; attempt: number }

/** Whoever hears an event. Called once per event and unit of work; may be called again when the unit fails. */
export type Subscriber<P = never> = {
  /** `portal.count-published`: begins with the id of the subscribing service. */
  id: string
  event: EventType
  /** Runs in a writing unit of the subscribing service, together with the mark "delivered". No calls out: enqueue a job. */
  handle: (db: UnitOfWork, delivery: Delivery<P>) => Promise<void>
  /** Tries until the event is given up for this subscriber; default 12, about a day. */
  maxAttempts?: number
}

export function subscribe<S extends TSchema>(
  event: EventType<S>,
  id: string,
  handle: Subscriber<Static<S>>['handle'],
  options: { maxAttempts?: number } = {},
): Subscriber<Static<S>> {
  return { id, event, handle, ...options }
}
