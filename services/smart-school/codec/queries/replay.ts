import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Standing } from '../rules/replay.ts'
import type { Replay, ReplayCounts, ReplayState } from '../schema.ts'


const columns = sql`id, codec_id as "codecId", codec_version as "codecVersion", dev_eui as "devEui", from_at as "from", until_at as "until", state, job_id as "jobId", counts, applied, error, compared_at as "comparedAt", applied_at as "appliedAt", created_at as "createdAt"`

export const insertReplay = (db: UnitOfWork, { id, codecId, codecVersion, devEui, from, until }: Pick<Replay, 'id' | 'codecId' | 'codecVersion' | 'devEui' | 'from' | 'until'>): Promise<number> =>
  db.run(sql`insert into smart_school.replay (tenant_id, id, codec_id, codec_version, dev_eui, from_at, until_at, created_at)
    values (${db.tenant}, ${id}, ${codecId}, ${codecVersion}, ${devEui}, ${from}, ${until}, ${db.now})`)
/** @throws NotFound */
export const getReplay = (db: UnitOfWork, id: string): Promise<Replay> => db.one(sql<Replay>`select ${columns} from smart_school.replay where tenant_id = ${db.tenant} and id = ${id}`)
/** The newest first. */
export const listReplays = (db: UnitOfWork, codecId: string, size: number): Promise<Replay[]> =>
  db.many(sql<Replay>`select ${columns} from smart_school.replay where tenant_id = ${db.tenant} and codec_id = ${codecId} order by created_at desc limit ${size}`)

export const setReplayJob = (db: UnitOfWork, id: string, jobId: string, state: ReplayState): Promise<number> =>
  db.run(sql`update smart_school.replay set job_id = ${jobId}, state = ${state}, error = '' where tenant_id = ${db.tenant} and id = ${id}`)
export const setCompared = (db: UnitOfWork, id: string, counts: ReplayCounts): Promise<number> =>
  db.run(sql`update smart_school.replay set state = 'compared', counts = ${JSON.stringify(counts)}::jsonb, compared_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id}`)
export const setApplied = (db: UnitOfWork, id: string, applied: ReplayCounts): Promise<number> =>
  db.run(sql`update smart_school.replay set state = 'applied', applied = ${JSON.stringify(applied)}::jsonb, applied_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id}`)
/** What was changed so far: kept with every lot, so that a job that begins anew goes on counting. */
export const setProgress = (db: UnitOfWork, id: string, applied: ReplayCounts): Promise<number> =>
  db.run(sql`update smart_school.replay set applied = ${JSON.stringify(applied)}::jsonb where tenant_id = ${db.tenant} and id = ${id}`)
export const setFailed = (db: UnitOfWork, id: string, error: string): Promise<number> =>
  db.run(sql`update smart_school.replay set state = 'failed', error = ${error.slice(0, 500)} where tenant_id = ${db.tenant} and id = ${id}`)

/** Single differences that are kept of one comparison; all are counted. */
export const mostChanges = 50_000
export type ReplayChange = { readonly devEui: string; readonly channel: string; readonly at: Date; readonly before: number | null; readonly after: number | null }
export const deleteChanges = (db: UnitOfWork, replayId: string): Promise<number> => db.run(sql`delete from smart_school.replay_change where tenant_id = ${db.tenant} and replay_id = ${replayId}`)
export const insertChanges = (db: UnitOfWork, replayId: string, changes: readonly ReplayChange[]): Promise<number> =>
  db.insertMany('smart_school.replay_change', changes.map(({ devEui, channel, at, before, after }) => ({ tenant_id: db.tenant, replay_id: replayId, dev_eui: devEui, channel, at, before, after, created_at: db.now })), { onConflict: 'nothing' })
export const listChanges = (db: UnitOfWork, replayId: string, { from, size }: { from: number; size: number }): Promise<ReplayChange[]> =>
  db.many(sql<ReplayChange>`
    select dev_eui as "devEui", channel, at, before, after from smart_school.replay_change where tenant_id = ${db.tenant} and replay_id = ${replayId}
    order by dev_eui, channel, at offset ${from} limit ${size}`)
/** Ends the single differences of old comparisons; their counts stay. */
export const deleteOldChanges = (db: UnitOfWork, before: Date): Promise<number> => db.run(sql`delete from smart_school.replay_change where tenant_id = ${db.tenant} and created_at < ${before}`)

export type ReplayDevice = { readonly devEui: string; readonly name: string; readonly sensorId: number; readonly variables: Readonly<Record<string, string>> }
export const listReplayDevices = (db: UnitOfWork, codecId: string, devEui: string | null): Promise<ReplayDevice[]> =>
  db.many(sql<ReplayDevice>`
    select dev_eui as "devEui", name, sensor_id as "sensorId", variables from smart_school.device
    where tenant_id = ${db.tenant} and codec = ${codecId} ${devEui === null ? sql`` : sql`and dev_eui = ${devEui}`} order by dev_eui`)

export const countFramesBetween = async (db: UnitOfWork, devEuis: readonly string[], from: Date, until: Date): Promise<number> =>
  (await db.one(sql<{ n: number }>`select count(*)::int as n from smart_school.frame where tenant_id = ${db.tenant} and dev_eui = any(${[...devEuis]}::text[]) and at >= ${from} and at < ${until}`)).n

/** The first frame of a device from a moment until before another. */
export const findFrameFrom = (db: UnitOfWork, devEui: string, from: Date, until: Date): Promise<{ at: Date } | undefined> =>
  db.maybe(sql<{ at: Date }>`select at from smart_school.frame where tenant_id = ${db.tenant} and dev_eui = ${devEui} and at >= ${from} and at < ${until} order by at limit 1`)

/** What stands in the series of a sensor at some moments. */
export const listStanding = (db: UnitOfWork, sensorId: number, moments: readonly Date[]): Promise<(Standing & { readonly seriesId: number })[]> =>
  moments.length === 0
    ? Promise.resolve([])
    : db.many(sql<Standing & { seriesId: number }>`
        select s.id as "seriesId", s.channel, s.thing_id as "thingId", o.phenomenon_time as at, o.number as value
        from smart_school.series s join smart_school.observation o on o.tenant_id = s.tenant_id and o.series_id = s.id and o.phenomenon_time = any(${[...moments]}::timestamptz[]) and o.seq = 0
        where s.tenant_id = ${db.tenant} and s.sensor_id = ${sensorId} and s.channel is not null and o.number is not null`)

/** Takes away what a series says at some moments. The latest values have to be read anew afterwards. */
export const deleteAt = (db: UnitOfWork, seriesId: number, moments: readonly Date[]): Promise<number> =>
  db.run(sql`delete from smart_school.observation where tenant_id = ${db.tenant} and series_id = ${seriesId} and phenomenon_time = any(${[...moments]}::timestamptz[]) and seq = 0`)
