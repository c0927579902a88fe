import { addressOf, bestSignal, bytesOf, countOf, euiOf, momentOf, readObject, recordOf, type Parsed } from './parse.ts'

/** Kinds of events that ChirpStack v4 publishes (chirpstack.io, "Event types"). */
export const chirpstackEvents = ['up', 'join', 'status', 'ack', 'txack', 'log', 'location', 'integration'] as const
export type ChirpstackEvent = (typeof chirpstackEvents)[number]
export const isChirpstackEvent = (word: string): word is ChirpstackEvent => (chirpstackEvents as readonly string[]).includes(word)

/**
 * Reads an event of ChirpStack v4 in its JSON encoding. `source` is the name of the source that sent it. Fields that are zero may be absent.
 * `topicEui` is the device named in the MQTT topic: an event about another one is forged.
 */
export function readChirpstack(event: ChirpstackEvent, payload: Buffer | string, source: string, topicEui?: string): Parsed {
  const read = readObject(payload)
  if ('refused' in read) return read
  const { value } = read
  const info = recordOf(value['deviceInfo'])
  const devEui = euiOf(info['devEui'])
  if (devEui === undefined) return { refused: 'wrong-format', detail: 'field=deviceInfo.devEui' }
  if (topicEui !== undefined && topicEui !== devEui) return { refused: 'forged-topic', detail: `topic=${topicEui}`, devEui }
  const at = momentOf(value['time'])
  if (!at) return { refused: 'wrong-format', detail: 'field=time', devEui }
  const news = (kind: 'status' | 'join' | 'location' | 'other') => ({ devEui, at, kind, source })
  switch (event) {
    case 'up': {
      const [fCnt, fPort, bytes] = [countOf(value['fCnt'], 0xffff_ffff), countOf(value['fPort'], 255), bytesOf(value['data'])]
      if (fCnt === undefined) return { refused: 'wrong-format', detail: 'field=fCnt', devEui }
      if (fPort === undefined) return { refused: 'wrong-format', detail: 'field=fPort', devEui }
      if (!bytes) return { refused: 'wrong-format', detail: 'field=data', devEui }
      return { uplink: { devEui, devAddr: addressOf(value['devAddr']), fCnt, fPort, bytes, at, source, ...bestSignal(value['rxInfo']) } }
    }
    case 'status': {
      const { batteryLevel: level } = value
      const isKnown = value['externalPowerSource'] !== true && value['batteryLevelUnavailable'] !== true
      // Zero is left out: an absent level with a known battery is an empty one.
      const percent = isKnown ? (level ?? 0) : undefined
      if (percent !== undefined && (typeof percent !== 'number' || !(percent >= 0 && percent <= 100))) return { refused: 'wrong-format', detail: 'field=batteryLevel', devEui }
      return { news: { ...news('status'), ...(percent !== undefined && { batteryPercent: percent }) } }
    }
    case 'join':
      return { news: news('join') }
    case 'location':
      return { news: news('location') }
    case 'ack':
      // Only a device that heard the order acknowledges it.
      return { news: news(value['acknowledged'] === true ? 'status' : 'other') }
    case 'txack':
    case 'log':
    case 'integration':
      return { news: news('other') }
  }
}
