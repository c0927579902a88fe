import type { Platform, Tenant } from '@modellregion/kernel'
import type { StaMqtt } from '../sensorthings/mqtt.ts'
import { pipelineOf } from './pipeline.ts'
import { refuse } from './quarantine.ts'
import { readChirpstack } from './rules/chirpstack.ts'
import { euiOf, type Parsed } from './rules/parse.ts'
import { readTopic, topicFits } from './rules/topic.ts'
import { readTts } from './rules/tts.ts'
import type { Source, TakeOutcome } from './schema.ts'

/** A message as it came by MQTT. */
export type Message = { readonly topic: string; readonly payload: Buffer; readonly retain: boolean }

/** `taken`: by a way that has no outcome of its own (SensorThings), or there was nothing in it for us. */
export type Taken = TakeOutcome | { readonly outcome: 'taken' }

/**
 * Takes one message of a source. Whatever it is, when this comes back it is committed: as values, as a kept frame, or in the quarantine with a reason.
 * Throws only when the database is away: then nothing may be acknowledged.
 */
export async function takeMessage(platform: Platform, tenant: Tenant, source: Source, message: Message, sta: StaMqtt | undefined): Promise<Taken> {
  const { topic, payload } = message
  // A retained message is told again to everybody who ever connects: a reading that never ends.
  if (message.retain) return await refuseMessage(platform, tenant, source, message, { refused: 'retained', detail: '' })
  if (!source.topics.some((filter) => topicFits(filter, topic))) return await refuseMessage(platform, tenant, source, message, { refused: 'forged-topic', detail: 'why=no-right' })
  const about = readTopic(topic)
  switch (about.kind) {
    case 'chirpstack':
      return await takeParsed(platform, tenant, source, readChirpstack(about.event, payload, source.name, about.devEui), message)
    case 'tts':
      return await takeParsed(platform, tenant, source, readTts(payload, source.name, about.device), message)
    case 'sensorthings': {
      const created = source.mayWrite ? await sta?.create(tenant, source, topic, payload) : { ok: false as const, reason: 'why=may-not-write' }
      if (created?.ok) return { outcome: 'taken' }
      return await refuseMessage(platform, tenant, source, message, created ? { refused: 'refused', detail: created.reason } : { refused: 'unknown-topic', detail: '' })
    }
    case 'unknown':
      return await refuseMessage(platform, tenant, source, message, { refused: 'unknown-topic', detail: '' })
  }
}

/** The same for what a parser made of a payload, whichever way it came. */
export async function takeParsed(platform: Platform, tenant: Pick<Tenant, 'id'>, source: Source, parsed: Parsed, message: Pick<Message, 'topic' | 'payload'>): Promise<Taken> {
  if ('uplink' in parsed) return await pipelineOf(platform).take(tenant.id, parsed.uplink, source.schoolId)
  if ('news' in parsed) return await pipelineOf(platform).news(tenant.id, parsed.news, source.schoolId)
  return 'ignored' in parsed ? { outcome: 'taken' } : await refuseMessage(platform, tenant, source, message, parsed)
}

/** A payload beyond the limit, of which nothing but its beginning was read. */
export const refuseLarge = (platform: Platform, tenant: Pick<Tenant, 'id'>, source: Source, topic: string, beginning: Buffer, size: number): Promise<Taken> =>
  refuseMessage(platform, tenant, source, { topic, payload: beginning }, { refused: 'too-large', detail: `bytes=${size}` }, size)

async function refuseMessage(platform: Platform, tenant: Pick<Tenant, 'id'>, source: Source, { topic, payload }: Pick<Message, 'topic' | 'payload'>, { refused, detail, devEui }: Extract<Parsed, { refused: string }>, size = payload.length): Promise<Taken> {
  const eui = devEui ?? euiOf(/^application\/[^/]*\/device\/([^/]*)\//.exec(topic)?.[1])
  await refuse(platform, tenant.id, [{ reason: refused, detail, source: source.name, topic, payload, size, ...(eui !== undefined && { devEui: eui }) }])
  return { outcome: 'refused', reason: refused }
}
