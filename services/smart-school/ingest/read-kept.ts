import type { JobRun, UnitOfWork } from '@modellregion/kernel'
import { deskDecoder } from '../codec/desk-decoder.ts'
import type { Decoded } from '../codec/schema.ts'
import { listMountings, writeObservations } from '../store/queries.ts'
import type { NewObservation } from '../store/schema.ts'
import { decodeAll, openCodecs } from './decode.ts'
import { placeMeasures, type SeriesCache } from './placing.ts'
import { markFrame } from './queries.ts'
import { listKnownDevices, lockDevices, type KnownDevice } from './queries/device.ts'
import { listUnreadFrames } from './queries/frame.ts'
import type { Frame } from './schema.ts'

/** Frames of one transaction. */
const lot = 500

/**
 * Reads kept frames of a device once more from which not everything could be read: it has got a codec since, or somebody said where it hung. What stands
 * already stays. Repeatable. Returns schools that have values now which they had not.
 */
export async function readKept({ read, write, signal }: Pick<JobRun<unknown>, 'read' | 'write' | 'signal'>, devEui: string): Promise<ReadonlySet<number>> {
  const schools = new Set<number>()
  let after: Frame | undefined
  for (;;) {
    signal.throwIfAborted()
    const { device, codec, frames } = await read(async (db) => {
      const [found] = await listKnownDevices(db, [devEui])
      return { device: found, codec: found?.codec ? await openCodecs().find(db, found.codec) : undefined, frames: await listUnreadFrames(db, devEui, lot, after) }
    })
    after = frames.at(-1)
    if (!device || !codec || !after) return schools
    const uplinks = frames.map(({ payload, ...frame }) => ({ device, uplink: { devEui, devAddr: frame.devAddr, fCnt: frame.fCnt, fPort: frame.fPort, bytes: payload, at: frame.at, source: frame.source } }))
    const reads = await decodeAll(deskDecoder(), uplinks, () => codec)
    const written = await write((db) => keepLot(db, device, frames.map((frame, n) => ({ frame, codec, decoded: reads[n]?.decoded }))))
    for (const school of written) schools.add(school)
  }
}

type Reading = { readonly frame: Frame; readonly codec: { readonly id: string; readonly version: number }; readonly decoded: Decoded | undefined }

async function keepLot(db: UnitOfWork, { devEui, sensorId, codec: wanted }: KnownDevice, readings: readonly Reading[]): Promise<ReadonlySet<number>> {
  const [device] = await lockDevices(db, [devEui])
  // Another codec was chosen meanwhile: that ordered a run of its own.
  if (device?.codec !== wanted) return new Set()
  const mountings = await listMountings(db, [devEui])
  const [series, schools]: [SeriesCache, Set<number>] = [new Map(), new Set()]
  const rows = new Map<string, NewObservation>()
  for (const { frame, codec, decoded } of readings) {
    const placed = await placeMeasures(db, frame.at, decoded, { sensorId, mountings }, { committed: series, fresh: series, schools })
    // Of several for one moment the first counts, as in the ingest.
    for (const row of placed.rows) if (!rows.has(`${row.seriesId} ${row.at.getTime()}`)) rows.set(`${row.seriesId} ${row.at.getTime()}`, row)
    if (frame.state !== placed.state || frame.codec !== codec.id || frame.codecVersion !== codec.version) await markFrame(db, { ...frame, state: placed.state, codec: codec.id, codecVersion: codec.version })
  }
  if (rows.size === 0 || (await writeObservations(db, [...rows.values()])) === 0) return new Set()
  return schools
}
