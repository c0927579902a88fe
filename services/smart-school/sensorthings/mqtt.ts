import type { Platform, Tenant } from '@modellregion/kernel'
import type { NewObservation } from '../store/schema.ts'
import type { Caller } from './caller.ts'
import type { EntityName } from './model.ts'
import { createByTopic } from './mqtt/create.ts'
import { messagesOf } from './mqtt/messages.ts'
import { mayListen } from './mqtt/subscribe.ts'

/** What changed, as told after a commit: entities by number, or observations as they were written. */
export type StaChange = { readonly entity: Exclude<EntityName, 'Observation'>; readonly ids: readonly number[] } | { readonly observations: readonly Pick<NewObservation, 'seriesId' | 'at' | 'seq'>[] }

/**
 * A message for subscribers of a topic. `reach` says who may hear it: the broker asks `mayHear(caller, message.reach)` for each client, because one
 * topic (`v1.1/Observations`) carries values of several audiences. Null: everybody of the town.
 */
export type StaMessage = { readonly topic: string; readonly payload: string; readonly reach: { readonly audience: 'public' | 'school' | 'staff'; readonly schoolId: number | null } | null }

export type StaMqtt = {
  /** Creates by a publication, validated like POST (18-088, 14.2). Undefined: the topic is none of SensorThings. */
  create(tenant: Tenant, caller: Caller, topic: string, payload: Buffer): Promise<{ ok: true } | { ok: false; reason: string }> | undefined
  /** Whether a client may subscribe to a topic (18-088, 14.3); false too for topics that are none. No wildcards. */
  maySubscribe(tenant: Tenant, caller: Caller | undefined, topic: string): Promise<boolean>
  /** Messages that a change means for these topics, each payload built once. Topics that it does not concern get none. */
  messagesFor(tenant: Tenant, change: StaChange, topics: readonly string[]): Promise<StaMessage[]>
}

/** The MQTT part of SensorThings, without a broker: the broker of `ingest/` asks it. */
export const openStaMqtt = (platform: Platform): StaMqtt => ({
  create: (tenant, caller, topic, payload) => createByTopic(platform, tenant, caller, topic, payload),
  maySubscribe: (tenant, caller, topic) => mayListen(platform, tenant, caller, topic),
  messagesFor: (tenant, change, topics) => messagesOf(platform, tenant, change, topics),
})
