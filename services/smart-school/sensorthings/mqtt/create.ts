import type { Platform, Tenant } from '@modellregion/kernel'
import type { Caller } from '../caller.ts'
import { endOf } from '../path/parse.ts'
import { refused } from '../server/refused.ts'
import { createAt, demandWriter, inWork } from '../server/write.ts'
import { objectOf, parseJson } from '../write/body.ts'
import { isStaTopic, readTopic } from './topic.ts'

export type Created = { ok: true } | { ok: false; reason: string }

/** Creates an entity by a publication, checked like POST (18-088, 14.2). Undefined: the topic is none of SensorThings. */
export function createByTopic(platform: Platform, tenant: Tenant, caller: Caller, topic: string, payload: Buffer): Promise<Created> | undefined {
  return isStaTopic(topic) ? create(platform, tenant, caller, topic, payload) : undefined
}

async function create(platform: Platform, tenant: Tenant, caller: Caller, topic: string, payload: Buffer): Promise<Created> {
  const read = readTopic(topic)
  if (typeof read === 'string') return { ok: false, reason: read }
  if (endOf(read.path).single || read.path.property) return { ok: false, reason: 'what is created is published to a set, such as v1.1/Datastreams(1)/Observations' }
  try {
    demandWriter({ caller })
    const body = objectOf(parseJson(payload), endOf(read.path).entity)
    await inWork({ platform, tenant, caller }, (work) => createAt(work, read.path, body))
    return { ok: true }
  } catch (error) {
    const { body } = refused(error) // throws on what is no mistake of the caller
    return { ok: false, reason: typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : 'refused' }
  }
}
