import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Frame } from './schema.ts'

const columns = sql`dev_eui as "devEui", at, key::text as key, last_at as "lastAt", dev_addr as "devAddr", f_cnt::float8 as "fCnt", f_port as "fPort", payload, source, rssi, snr, state, codec, codec_version as "codecVersion"`

/** Raw frames of a device from a moment until before another, in order (of one moment by their keys as numbers, as the ingest does); at most `size`. */
export const listFrames = (db: UnitOfWork, devEui: string, from: Date, until: Date, size = 10_000): Promise<Frame[]> =>
  db.many(sql<Frame>`
    select ${columns} from smart_school.frame where tenant_id = ${db.tenant} and dev_eui = ${devEui} and at >= ${from} and at < ${until}
    order by at, frame.key limit ${size}`)

/** The newest frames of a device, the last one first. */
export const listLastFrames = (db: UnitOfWork, devEui: string, size: number): Promise<Frame[]> =>
  db.many(sql<Frame>`select ${columns} from smart_school.frame where tenant_id = ${db.tenant} and dev_eui = ${devEui} order by at desc, frame.key desc limit ${size}`)

/** Writes what a replay has read from a frame. */
export const markFrame = (db: UnitOfWork, frame: Pick<Frame, 'devEui' | 'at' | 'key' | 'state' | 'codec' | 'codecVersion'>): Promise<number> =>
  db.run(sql`update smart_school.frame set state = ${frame.state}, codec = ${frame.codec}, codec_version = ${frame.codecVersion}
    where tenant_id = ${db.tenant} and dev_eui = ${frame.devEui} and at = ${frame.at} and key = ${frame.key}::bigint`)
