import { createHash } from 'node:crypto'
import { newId, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { insertQuarantined, type NewQuarantined } from './queries/quarantine.ts'
import type { QuarantineReason, Uplink } from './schema.ts'

/** Bytes of a refused payload that are kept. */
export const keptBytes = 4_096

/** So many refusals of one source are kept in an hour, by each process. What comes beyond is counted by its reason: whoever looks needs no million examples. */
export const keptInAnHour = 5_000

export type Refusal = {
  readonly reason: QuarantineReason
  readonly detail?: string
  readonly source: string
  readonly topic?: string | undefined
  readonly devEui?: string | undefined
  readonly payload: Uint8Array | string
  /** Real length, when `payload` is only its beginning. */
  readonly size?: number
}

/** Puts refusals into the quarantine, in the unit given. What is the same counts up. */
export async function refuseIn(db: UnitOfWork, refusals: readonly Refusal[]): Promise<void> {
  const entries = new Map<string, NewQuarantined>()
  for (const refusal of refusals) {
    const entry = entryOf(isBeyond(db.tenant, refusal.source, db.now) ? { reason: refusal.reason, source: refusal.source, detail: beyond, payload: '' } : refusal, db.now)
    const id = entry.fingerprint.toString('hex')
    const same = entries.get(id)
    entries.set(id, same ? { ...same, count: same.count + 1 } : entry)
  }
  // In order, so that two writers never wait for each other in a circle.
  await insertQuarantined(db, [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry))
}

/** The same in a unit of its own. */
export const refuse = (platform: Pick<Platform, 'database' | 'now'>, tenant: string, refusals: readonly Refusal[]): Promise<void> =>
  platform.database.unit({ tenant, service: 'smart-school', now: platform.now(), access: 'write' }, (db) => refuseIn(db, refusals))

/** In place of the detail, for the page: more came than is kept. */
const beyond = 'why=too-many'
const hour = 3_600_000
const kept = new Map<string, { until: number; count: number }>()

function isBeyond(tenant: string, source: string, now: Date): boolean {
  const key = `${tenant} ${source}`
  const known = kept.get(key)
  // A test or a demonstration may stand in another time: what lies too far off begins anew.
  const window = known && now.getTime() < known.until && now.getTime() >= known.until - hour ? known : { until: now.getTime() + hour, count: 0 }
  kept.set(key, window)
  return ++window.count > keptInAnHour
}

function entryOf({ reason, detail = '', source, topic = '', devEui, payload: given, size }: Refusal, now: Date): NewQuarantined {
  const payload = typeof given === 'string' ? Buffer.from(given) : Buffer.from(given)
  const fingerprint = createHash('sha256').update(JSON.stringify([reason, detail, source, topic, devEui ?? null])).update(payload).digest()
  return { id: newId(now), fingerprint, reason, detail: plain(detail).slice(0, 500), source, topic: plain(topic).slice(0, 300), devEui: devEui ?? null, payload: payload.subarray(0, keptBytes), size: size ?? payload.length, count: 1 }
}

// The database keeps no zero byte in a text, and what parsers and codecs say may quote one: the refusal itself must never fail.
const plain = (text: string): string => text.replaceAll('\0', '\uFFFD')

/** An uplink as the quarantine keeps it: enough to take it again once what was missing is there. */
export const uplinkAsText = ({ devEui, devAddr, fCnt, fPort, bytes, at, rssi, snr }: Uplink): string =>
  JSON.stringify({ uplink: { devEui, devAddr, fCnt, fPort, data: Buffer.from(bytes).toString('base64'), at: at.toISOString(), rssi, snr } })
