import type { Static, TSchema } from 'typebox'
import type { UnitOfWork } from '../database/index.ts'

/** Something that happened in a town. The type reads `service.thing.happened`: `open-data.dataset.published`. */
export type EventType<S extends TSchema = TSchema> = { type: string; version: number; payload: S }

/** Names an event; events that other services hear belong into `@modellregion/contracts`. Same shape as there. */
export const defineEvent = <S extends TSchema>(type: string, payload: S, version = 1): EventType<S> => ({ type, version, payload })

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
