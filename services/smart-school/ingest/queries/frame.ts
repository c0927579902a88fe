import { sql, type UnitOfWork } from '@modellregion/kernel'
import { bytesLiteralOf, literalOf } from '../../store/literals.ts'
import type { Frame, FrameState } from '../schema.ts'

/** Devices with a span of time each. */
export type Span = { readonly devEui: string; readonly from: Date; readonly until: Date }
export type KnownFrame = { readonly devEui: string; readonly key: string; readonly at: Date; readonly lastAt: Date; readonly source: string; readonly rssi: number | null; readonly snr: number | null }

/** What is kept of some devices in a span each: enough to tell copies. Looks back an hour for frames whose copies reach into the span. */
export const listKnownFrames = (db: UnitOfWork, spans: readonly Span[]): Promise<KnownFrame[]> =>
  db.many(sql<KnownFrame>`
    select f.dev_eui as "devEui", f.key::text as key, f.at, f.last_at as "lastAt", f.source, f.rssi, f.snr
    from unnest(${spans.map(({ devEui }) => devEui)}::text[], ${spans.map(({ from }) => from)}::timestamptz[], ${spans.map(({ until }) => until)}::timestamptz[]) s(dev_eui, earliest, latest)
    join smart_school.frame f on f.tenant_id = ${db.tenant} and f.dev_eui = s.dev_eui and f.at between s.earliest - interval '1 hour' and s.latest and f.last_at >= s.earliest`)

export type NewFrame = Omit<Frame, 'payload'> & { readonly payload: Uint8Array }

/** Writes frames that are not there yet; at most as many as one batch has. */
export function insertFrames(db: UnitOfWork, frames: readonly NewFrame[]): Promise<number> {
  const [head, tail] = [`(${literalOf(db.tenant)},`, `,${literalOf(db.now)})`]
  const values = frames.map(
    (f) =>
      `${head}${literalOf(f.devEui)},${literalOf(f.at)},${literalOf(f.key)},${literalOf(f.lastAt)},${literalOf(f.devAddr)},${literalOf(f.fCnt)},${literalOf(f.fPort)},${bytesLiteralOf(f.payload)},${literalOf(f.source)},${literalOf(f.rssi)},${literalOf(f.snr)},${literalOf(f.state)},${literalOf(f.codec)},${literalOf(f.codecVersion)}${tail}`,
  )
  return db.run(sql`
    insert into smart_school.frame (tenant_id, dev_eui, at, key, last_at, dev_addr, f_cnt, f_port, payload, source, rssi, snr, state, codec, codec_version, created_at) values ${sql.raw(values.join())}`)
}

/** Another copy was told: a later last moment, or another teller of the same first one. */
export const extendFrame = (db: UnitOfWork, frame: Pick<Frame, 'devEui' | 'at' | 'key' | 'lastAt' | 'source' | 'rssi' | 'snr'>): Promise<number> =>
  db.run(sql`update smart_school.frame set last_at = ${frame.lastAt}, source = ${frame.source}, rssi = ${frame.rssi}, snr = ${frame.snr}
    where tenant_id = ${db.tenant} and dev_eui = ${frame.devEui} and at = ${frame.at} and key = ${frame.key}::bigint`)

export const deleteFrame = (db: UnitOfWork, devEui: string, at: Date, key: string): Promise<number> =>
  db.run(sql`delete from smart_school.frame where tenant_id = ${db.tenant} and dev_eui = ${devEui} and at = ${at} and key = ${key}::bigint`)

/** Whole frames of a device at some moments. */
export const listFramesAt = (db: UnitOfWork, devEui: string, moments: readonly Date[]): Promise<Frame[]> =>
  db.many(sql<Frame>`
    select dev_eui as "devEui", at, key::text as key, last_at as "lastAt", dev_addr as "devAddr", f_cnt::float8 as "fCnt", f_port as "fPort", payload, source, rssi, snr, state, codec, codec_version as "codecVersion"
    from smart_school.frame where tenant_id = ${db.tenant} and dev_eui = ${devEui} and at = any(${[...moments]}::timestamptz[]) order by at, frame.key`)

/** Frames of a device from which nothing, or not everything, could be read, the oldest first; after one of them. */
export const listUnreadFrames = (db: UnitOfWork, devEui: string, size: number, after?: Pick<Frame, 'at' | 'key'>): Promise<Frame[]> =>
  db.many(sql<Frame>`
    select dev_eui as "devEui", at, key::text as key, last_at as "lastAt", dev_addr as "devAddr", f_cnt::float8 as "fCnt", f_port as "fPort", payload, source, rssi, snr, state, codec, codec_version as "codecVersion"
    from smart_school.frame where tenant_id = ${db.tenant} and dev_eui = ${devEui} and state <> 'read' ${after ? sql`and (at, key) > (${after.at}, ${after.key}::bigint)` : sql``} order by at, frame.key limit ${size}`)

export const countFrames = (db: UnitOfWork, devEui: string): Promise<{ state: FrameState; count: number }[]> =>
  db.many(sql<{ state: FrameState; count: number }>`select state, count(*)::int as count from smart_school.frame where tenant_id = ${db.tenant} and dev_eui = ${devEui} group by state order by state`)
