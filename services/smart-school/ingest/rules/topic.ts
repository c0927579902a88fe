import { isChirpstackEvent, type ChirpstackEvent } from './chirpstack.ts'
import { euiOf } from './parse.ts'
import { isTtsEvent } from './tts.ts'
import type { SourceKind } from '../schema.ts'

/** What an MQTT topic is about. */
export type Topic =
  | { readonly kind: 'chirpstack'; readonly application: string; readonly devEui: string; readonly event: ChirpstackEvent }
  | { readonly kind: 'tts'; readonly application: string; readonly device: string; readonly event: string }
  | { readonly kind: 'sensorthings' }
  | { readonly kind: 'unknown' }

/** Reads a topic as ChirpStack (`application/<id>/device/<eui>/event/<kind>`), The Things Stack (`v3/<app>@<tenant>/devices/<id>/…`) or SensorThings (`v1.1/…`) names it. */
export function readTopic(topic: string): Topic {
  const parts = topic.split('/')
  const [first, second = '', third, fourth = '', fifth] = parts
  if (first === 'application' && third === 'device' && fifth === 'event' && parts.length === 6) {
    const [devEui, event = ''] = [euiOf(fourth), parts[5]]
    return devEui !== undefined && isChirpstackEvent(event) ? { kind: 'chirpstack', application: second, devEui, event } : { kind: 'unknown' }
  }
  if (first === 'v3' && third === 'devices' && fourth !== '') {
    const event = parts.slice(4).join('/')
    return isTtsEvent(event) ? { kind: 'tts', application: second, device: fourth, event } : { kind: 'unknown' }
  }
  return first === 'v1.1' || first === 'v1.0' ? { kind: 'sensorthings' } : { kind: 'unknown' }
}

/** Whether a topic is meant by a filter with `+` and `#` (MQTT 3.1.1, 4.7). */
export function topicFits(filter: string, topic: string): boolean {
  const [wanted, given] = [filter.split('/'), topic.split('/')]
  if (topic.startsWith('$') && /^[+#]/.test(filter)) return false
  for (const [at, part] of wanted.entries()) {
    if (part === '#') return at === wanted.length - 1
    if (at >= given.length || (part !== '+' && part !== given[at])) return false
  }
  return wanted.length === given.length
}

/** Whether a text is a topic filter at all: levels not too many, wildcards alone in their level, `#` last. */
export const isTopicFilter = (filter: string): boolean => {
  const parts = filter.split('/')
  return filter.length > 0 && filter.length <= 200 && parts.length <= 20 && !filter.includes('\0') && parts.every((part, at) => !/[+#]/.test(part) || part === '+' || (part === '#' && at === parts.length - 1))
}

/** What a source of a kind may publish on unless somebody narrows it. */
export const usualTopics: Readonly<Record<SourceKind, readonly string[]>> = {
  chirpstack: ['application/+/device/+/event/+'],
  tts: ['v3/+/devices/#'],
  sensorthings: ['v1.1/#', 'v1.0/#'],
  csv: [],
  manual: [],
}
