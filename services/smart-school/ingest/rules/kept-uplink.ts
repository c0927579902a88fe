import type { Uplink } from '../schema.ts'
import { addressOf, bytesOf, countOf, euiOf, isRecord, momentOf, readObject } from './parse.ts'

/** An uplink that was kept in the quarantine as text; undefined when the text is another thing. */
export function keptUplink(text: string, source: string): Uplink | undefined {
  const read = readObject(text)
  const kept = 'value' in read ? read.value['uplink'] : undefined
  if (!isRecord(kept)) return undefined
  const [devEui, at, bytes, fCnt, fPort] = [euiOf(kept['devEui']), momentOf(kept['at']), bytesOf(kept['data']), countOf(kept['fCnt'], 0xffff_ffff), countOf(kept['fPort'], 255)]
  if (devEui === undefined || !at || !bytes || fCnt === undefined || fPort === undefined) return undefined
  const { rssi, snr } = kept
  return { devEui, devAddr: addressOf(kept['devAddr']), fCnt, fPort, bytes, at, source, ...(typeof rssi === 'number' && { rssi }), ...(typeof snr === 'number' && { snr }) }
}
