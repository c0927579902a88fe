import { parsePlainDate } from '@modellregion/standards'
import type { DeviceNews, QuarantineReason, Uplink } from '../schema.ts'

/** What one message of a network server holds: an uplink, news about the device, nothing for us, or a reason why it is refused. */
export type Parsed = { readonly uplink: Uplink } | { readonly news: DeviceNews } | { readonly ignored: string } | Refused
export type Refused = { readonly refused: QuarantineReason; readonly detail: string; readonly devEui?: string }

/** The object that a payload spells in JSON, or why it spells none. */
export function readObject(payload: Buffer | string): { readonly value: Readonly<Record<string, unknown>> } | Refused {
  try {
    const value: unknown = JSON.parse(payload.toString())
    return isRecord(value) ? { value } : { refused: 'wrong-format', detail: 'json=no-object' }
  } catch {
    return { refused: 'broken-json', detail: '' }
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})

/** An EUI-64 in small hexadecimal digits; undefined when it is none. */
export const euiOf = (value: unknown): string | undefined => (typeof value === 'string' && /^[0-9a-f]{16}$/i.test(value) ? value.toLowerCase() : undefined)
/** A device address in small hexadecimal digits; empty when there is none. */
export const addressOf = (value: unknown): string => (typeof value === 'string' && /^[0-9a-f]{8}$/i.test(value) ? value.toLowerCase() : '')

/** A whole number from 0 to `most`; absent counts as 0, because both servers leave zeros out. Undefined when it is something else. */
export function countOf(value: unknown, most: number): number | undefined {
  if (value === undefined) return 0
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : undefined
}

/** An RFC 3339 moment with its zone, to the millisecond; undefined when it is none, such as 30 February. */
export function momentOf(value: unknown): Date | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.test(value) || !parsePlainDate(value.slice(0, 10))) return undefined
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** Bytes of a Base64 text; undefined when it is none. Absent: an empty payload, left out like other zeros. */
export function bytesOf(value: unknown): Buffer | undefined {
  if (value === undefined || value === null) return Buffer.alloc(0)
  return typeof value === 'string' && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value) ? Buffer.from(value, 'base64') : undefined
}

/** Signal of the gateway that heard it best. */
export function bestSignal(gateways: unknown): { rssi?: number; snr?: number } {
  let best: { rssi?: number; snr?: number } = {}
  for (const gateway of Array.isArray(gateways) ? gateways.map(recordOf) : []) {
    const { rssi, snr } = gateway
    if (typeof rssi === 'number' && Number.isFinite(rssi) && (best.rssi === undefined || rssi > best.rssi)) best = { rssi, ...(typeof snr === 'number' && Number.isFinite(snr) ? { snr } : {}) }
  }
  return best
}
