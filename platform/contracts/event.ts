import type { Static, TSchema } from 'typebox'

/** Something that happened in a town. The type reads `service.thing.happened`: `open-data.dataset.published`. */
export type EventType<S extends TSchema = TSchema> = {
  type: string
  /** Raised when the payload changes so that old readers would misread it. */
  version: number
  payload: S
}

/** What subscribers of the event are given. */
export type PayloadOf<E extends EventType> = Static<E['payload']>

/**
 * Names an event. Events that other services hear stand in this room, so that nobody imports the service that publishes them.
 * @throws when the name has not three parts
 */
export function defineEvent<S extends TSchema>(type: string, payload: S, version = 1): EventType<S> {
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*){2}$/.test(type)) throw new Error(`The event "${type}" must be called service.thing.happened.`)
  return { type, version, payload }
}
