import { Type } from 'typebox'
import { json, post, refuse, type Answer, type Ask, type Route } from '@modellregion/kernel'
import { authenticate } from '../credentials.ts'
import { heardOf } from '../heard.ts'
import { takeParsed } from '../messages.ts'
import { refuse as quarantine } from '../quarantine.ts'
import { chirpstackEvents, isChirpstackEvent, readChirpstack } from '../rules/chirpstack.ts'
import type { Parsed } from '../rules/parse.ts'
import { readTts } from '../rules/tts.ts'
import type { Source } from '../schema.ts'

/** Bytes of one event; as for MQTT. */
const bodyLimit = 256 * 1024
const Answered = Type.Object({ outcome: Type.String(), reason: Type.Optional(Type.String()) })
const answers = { 200: Answered }
const machine = { access: 'anyone', csrf: false, bodyAs: 'text', bodyLimit } as const

/**
 * Network servers that speak HTTP. What is answered with 200 is committed: as values, as a kept frame, or in the quarantine; the server need not send
 * it again. Credentials are those of the source: `Authorization: Bearer <secret>`, or Basic with its name and secret.
 */
export const webhookRoutes: readonly Route[] = [
  post(
    '/smart-school/webhook/chirpstack',
    {
      ...machine,
      query: Type.Object({ event: Type.Optional(Type.String({ maxLength: 20 })) }, { additionalProperties: true }),
      api: { summary: 'An event of ChirpStack v4 (HTTP integration, JSON encoding).', description: `The integration adds \`?event=\` with one of: ${chirpstackEvents.join(', ')}. Secret of the source as Bearer or Basic.`, tag: 'Smart School', answers },
    },
    (ask) => {
      const { event = 'up' } = ask.query
      return take(ask, 'chirpstack', (body, source) => (isChirpstackEvent(event) ? readChirpstack(event, body, source.name) : { refused: 'unknown-topic', detail: 'field=event' }))
    },
  ),
  post(
    '/smart-school/webhook/tts',
    { ...machine, api: { summary: 'A message of The Things Stack v3 (webhook, JSON).', description: 'Secret of the source as Bearer or Basic.', tag: 'Smart School', answers } },
    (ask) => take(ask, 'tts', (body, source) => readTts(body, source.name)),
  ),
]

async function take({ platform, tenant, headers, body }: Pick<Ask, 'platform' | 'tenant' | 'headers' | 'body'>, kind: 'chirpstack' | 'tts', read: (body: string, source: Source) => Parsed): Promise<Answer> {
  const source = await authenticate(platform, tenant.id, headers['authorization'])
  if (!source) return refuse(401, 'smart-school.ingest.unknown-source', 'No source of this town has this secret. Send it as "Authorization: Bearer <secret>".')
  heardOf(platform).note(tenant.id, source.name)
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '')
  const message = { topic: `webhook/${kind}`, payload: Buffer.from(text) }
  if (source.kind !== kind) {
    await quarantine(platform, tenant.id, [{ reason: 'forged-topic', detail: `why=source-is-${source.kind}`, source: source.name, ...message }])
    return json({ outcome: 'refused', reason: 'forged-topic' })
  }
  const taken = await takeParsed(platform, tenant, source, read(text, source), message)
  return json({ outcome: taken.outcome, ...('reason' in taken && { reason: taken.reason }) })
}
