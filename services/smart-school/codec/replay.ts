import { audit, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { placeMeasures, type SeriesCache } from '../ingest/placing.ts'
import { listFrames, markFrame } from '../ingest/queries.ts'
import type { Frame } from '../ingest/schema.ts'
import { listMountings, refreshLatest, writeObservations } from '../store/queries.ts'
import type { NewObservation } from '../store/schema.ts'
import type { Decoder } from './decoder.ts'
import { findCodec, findCodecVersion } from './queries.ts'
import { countFramesBetween, deleteAt, deleteChanges, findFrameFrom, getReplay, insertChanges, listReplayDevices, listStanding, mostChanges, setApplied, setCompared, setProgress, type ReplayDevice } from './queries/replay.ts'
import { addDifferences, differencesOf, noCounts, readingsOf, type Differences } from './rules/replay.ts'
import type { Codec, Decoded, Replay, ReplayCounts } from './schema.ts'

type Units = { read<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T>; write<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> }
export type ReplayRun = Units & { readonly platform: Platform; readonly tenant: string; readonly decoder: Decoder; readonly now: Date; readonly signal: AbortSignal; progress(done: number, total: number): void }

/** Frames of one transaction. */
const lotSize = 500
const firstDay = 86_400_000

/** Frames of a device in lots, in order; years without any are passed over. Each lot is read when the one before is done, so that frames that come in meanwhile are taken along. */
async function* lotsOf(units: Units, device: ReplayDevice, from: Date, until: Date): AsyncGenerator<Frame[]> {
  const next = async (after: Date): Promise<Date | undefined> => (await units.read((db) => findFrameFrom(db, device.devEui, after, until)))?.at
  for (let first = await next(from); first; ) {
    const start = first
    const end = new Date(Math.min(until.getTime(), start.getTime() + firstDay))
    const frames = await units.read((db) => listFrames(db, device.devEui, start, end))
    // Frames of one moment stay together.
    for (let at = 0; at < frames.length; ) {
      let stop = Math.min(at + lotSize, frames.length)
      while (stop < frames.length && frames[stop]?.at.getTime() === frames[stop - 1]?.at.getTime()) stop += 1
      yield frames.slice(at, stop)
      at = stop
    }
    first = await next(end)
  }
}

const decodeFrames = (decoder: Decoder, codec: Codec, device: ReplayDevice, frames: readonly Frame[]): Promise<Decoded[]> =>
  decoder.decode(codec, frames.map(({ payload, fPort, at }) => ({ bytes: payload, fPort, recvTime: at, variables: device.variables })))

type ReadFrames = { readonly differences: Differences; readonly unread: number; readonly series: ReadonlyMap<string, number> }

async function compareLot(db: UnitOfWork, device: ReplayDevice, frames: readonly Frame[], decoded: readonly Decoded[]): Promise<ReadFrames> {
  const mountings = await listMountings(db, [device.devEui])
  const read = frames.map(({ at }, n) => ({ at, decoded: decoded[n] }))
  const readings = readingsOf(read, mountings, db.now)
  const readMoments = new Set(read.filter((frame) => frame.decoded?.ok).map(({ at }) => at.getTime()))
  const moments = new Set([...readMoments, ...readings.map(({ at }) => at.getTime())])
  const standing = await listStanding(db, device.sensorId, [...moments].map((at) => new Date(at)))
  const series = new Map(standing.map(({ thingId, channel, seriesId }) => [`${thingId} ${channel}`, seriesId]))
  return { differences: differencesOf(readings, standing, readMoments), unread: read.filter((frame) => !frame.decoded?.ok).length, series }
}

type Prepared = { readonly replay: Replay; readonly codec: Codec; readonly devices: readonly ReplayDevice[]; readonly total: number }

async function prepare({ read }: Units, id: string): Promise<Prepared | undefined> {
  return await read(async (db) => {
    const replay = await getReplay(db, id)
    const codec = await findCodecVersion(db, replay.codecId, replay.codecVersion)
    if (!codec) return undefined
    const devices = await listReplayDevices(db, replay.codecId, replay.devEui)
    return { replay, codec, devices, total: await countFramesBetween(db, devices.map(({ devEui }) => devEui), replay.from, replay.until) }
  })
}

/** Reads the raw frames of a replay again and writes down what would change. History stays as it is. False: there is no such version any more. */
export async function compareReplay(run: ReplayRun, id: string): Promise<boolean> {
  const prepared = await prepare(run, id)
  if (!prepared) return false
  const { replay, codec, devices, total } = prepared
  await run.write((db) => deleteChanges(db, id))
  let counts: ReplayCounts = noCounts
  let kept = 0
  for (const device of devices)
    for await (const frames of lotsOf(run, device, replay.from, replay.until)) {
      run.signal.throwIfAborted()
      const decoded = await decodeFrames(run.decoder, codec, device, frames)
      const { differences, unread } = await run.read((db) => compareLot(db, device, frames, decoded))
      counts = addDifferences(counts, device.devEui, { read: frames.length - unread, unread }, differences)
      const changes = differences.changes.slice(0, mostChanges - kept).map(({ channel, at, before, after }) => ({ devEui: device.devEui, channel, at, before, after }))
      kept += changes.length
      if (changes.length > 0) await run.write((db) => insertChanges(db, id, changes))
      run.progress(counts.frames, total)
    }
  await run.write((db) => setCompared(db, id, counts))
  return true
}

/**
 * Writes history anew from the raw frames, lot by lot, each in one transaction with its line in the audit. Only values of these frames are touched: what came in meanwhile,
 * what people entered and what other devices said stays. Repeatable: a lot that was written already changes nothing. Alarms are not raised for
 * what is past. False: the version is not (or no longer) the active one.
 */
export async function applyReplay(run: ReplayRun, id: string): Promise<boolean> {
  const prepared = await prepare(run, id)
  if (!prepared) return false
  const { replay, codec, devices, total } = prepared
  // Otherwise frames that come in now would be read by another version than those before.
  const active = await run.read((db) => findCodec(db, codec.id))
  if (active?.version !== codec.version || active.program !== codec.program) return false
  let counts: ReplayCounts = noCounts
  for (const device of devices)
    for await (const frames of lotsOf(run, device, replay.from, replay.until)) {
      run.signal.throwIfAborted()
      const decoded = await decodeFrames(run.decoder, codec, device, frames)
      const before = counts
      const schools = await run.write(async (db) => {
        const { differences, unread, series } = await compareLot(db, device, frames, decoded)
        const schools = await writeLot(db, device, frames, decoded, codec, differences, series)
        counts = addDifferences(before, device.devEui, { read: frames.length - unread, unread }, differences)
        await setProgress(db, id, counts)
        if (differences.changes.length > 0)
          await audit(db, { action: 'codec.replay', subject: `codec/${codec.id}`, detail: { replay: id, version: codec.version, device: device.devEui, from: frames[0]?.at.toISOString() ?? '', until: frames.at(-1)?.at.toISOString() ?? '', changes: differences.changes.length } })
        return schools
      })
      if (schools.size > 0) run.platform.live.tell('smart-school', `schools ${[...schools].join()}`)
      run.progress(counts.frames, total)
    }
  await run.write(async (db) => {
    await setApplied(db, id, counts)
    await deleteChanges(db, id)
  })
  return true
}

async function writeLot(db: UnitOfWork, device: ReplayDevice, frames: readonly Frame[], decoded: readonly Decoded[], codec: Codec, { changes }: Differences, known: ReadonlyMap<string, number>): Promise<ReadonlySet<number>> {
  const mountings = await listMountings(db, [device.devEui])
  const cache: SeriesCache = new Map()
  const schools = new Set<number>()
  const rows = new Map<string, NewObservation>()
  for (const [n, frame] of frames.entries()) {
    const placed = await placeMeasures(db, frame.at, decoded[n], { sensorId: device.sensorId, mountings }, { committed: cache, fresh: cache, schools })
    for (const row of placed.rows) if (!rows.has(`${row.seriesId} ${row.at.getTime()}`)) rows.set(`${row.seriesId} ${row.at.getTime()}`, row)
    if (frame.state !== placed.state || frame.codec !== codec.id || frame.codecVersion !== codec.version) await markFrame(db, { ...frame, state: placed.state, codec: codec.id, codecVersion: codec.version })
  }
  const seriesOf = (thingId: number, channel: string): number | undefined => known.get(`${thingId} ${channel}`) ?? cache.get(`${thingId} ${device.sensorId} ${channel}`)?.id
  const wanted: NewObservation[] = []
  const gone = new Map<number, Date[]>()
  for (const { thingId, channel, at, after } of changes) {
    const seriesId = seriesOf(thingId, channel)
    if (seriesId === undefined) continue
    if (after === null) gone.set(seriesId, [...(gone.get(seriesId) ?? []), at])
    else {
      const row = rows.get(`${seriesId} ${at.getTime()}`)
      if (row) wanted.push(row)
    }
  }
  if (wanted.length > 0) await writeObservations(db, wanted, 'replace')
  for (const [seriesId, moments] of gone) await deleteAt(db, seriesId, moments)
  if (gone.size > 0) await refreshLatest(db, [...gone.keys()])
  return schools
}
