import { addressOf, bestSignal, bytesOf, countOf, euiOf, momentOf, readObject, recordOf, type Parsed } from './parse.ts'

/** Messages of The Things Stack v3 that tell something about a device; the others (downlinks, service data) are taken and forgotten. */
export const ttsEvents = ['up', 'join', 'location/solved', 'service/data', 'down/queued', 'down/sent', 'down/ack', 'down/nack', 'down/failed', 'down/invalidated'] as const
export const isTtsEvent = (word: string): boolean => (ttsEvents as readonly string[]).includes(word)

/**
 * Reads a message of The Things Stack v3 (thethingsindustries.com, "Data formats"). A field that is zero, false or empty is absent (Protocol Buffers).
 * `topicDevice` is the device id in the MQTT topic: a message about another one is forged.
 */
export function readTts(payload: Buffer | string, source: string, topicDevice?: string): Parsed {
  const read = readObject(payload)
  if ('refused' in read) return read
  const { value } = read
  const ids = recordOf(value['end_device_ids'])
  const devEui = euiOf(ids['dev_eui'])
  if (devEui === undefined) return { refused: 'wrong-format', detail: 'field=end_device_ids.dev_eui' }
  if (topicDevice !== undefined && ids['device_id'] !== topicDevice) return { refused: 'forged-topic', detail: `topic=${topicDevice}`, devEui }
  const uplink = value['uplink_message']
  const message = recordOf(uplink)
  const at = momentOf(message['received_at']) ?? momentOf(value['received_at'])
  if (!at) return { refused: 'wrong-format', detail: 'field=received_at', devEui }
  if (value['join_accept'] !== undefined) return { news: { devEui, at, kind: 'join', source } }
  if (value['location_solved'] !== undefined) return { news: { devEui, at, kind: 'location', source } }
  if (uplink === undefined) return { news: { devEui, at, kind: 'other', source } }
  const [fCnt, fPort, bytes] = [countOf(message['f_cnt'], 0xffff_ffff), countOf(message['f_port'], 255), bytesOf(message['frm_payload'])]
  if (fCnt === undefined) return { refused: 'wrong-format', detail: 'field=uplink_message.f_cnt', devEui }
  if (fPort === undefined) return { refused: 'wrong-format', detail: 'field=uplink_message.f_port', devEui }
  if (!bytes) return { refused: 'wrong-format', detail: 'field=uplink_message.frm_payload', devEui }
  return { uplink: { devEui, devAddr: addressOf(ids['dev_addr']), fCnt, fPort, bytes, at, source, ...bestSignal(message['rx_metadata']) } }
}
