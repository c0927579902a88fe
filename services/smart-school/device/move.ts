import { createHash } from 'node:crypto'
import { audit, newId, type UnitOfWork } from '@modellregion/kernel'
import type { QuantityId } from '../quantity/quantity.ts'
import { deleteObservations, findDevice, getThing, listMountings, moveObservations } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import type { Device } from '../store/schema.ts'
import { closeHintsOf, countObservations, deleteMounting, insertMounting, listSeriesOfSensor, lockDevice, setDeviceState, setMountingSpan, setSchoolOfDevice } from './queries.ts'
import { allChannels, changeBy, changed, segmentsOf, whyNotMove, type Hang, type Move, type MoveRefusal } from './rules/hanging.ts'
import type { SensorSeries } from './schema.ts'

/** Observations that lie in the series of one thing and belong, in that time, to another. */
export type Shift = { readonly channel: string; readonly quantity: QuantityId; readonly seriesId: number; readonly fromThing: number; readonly toThing: number; readonly from: Date; readonly to: Date | null; readonly count: number }
export type MovePlan = {
  readonly move: Move
  readonly removed: readonly Hang[]
  readonly after: readonly Hang[]
  readonly shifts: readonly Shift[]
  /** Values that are protected now would be seen by the people of the school afterwards. */
  readonly opens: boolean
  /** Changes when somebody else changes the mountings in between. */
  readonly fingerprint: string
}

/** `previous`: where it hung in all of that time before; a move back there undoes this one. Undefined when it had hung at several places or nowhere. */
export type Moved = { readonly moved: number; readonly previous?: number }

/** The end of time for a query: a moment after every measurement that exists. */
const open = (to: Date | null): Date => to ?? new Date('9999-12-31T00:00:00Z')

/** What a move would change, or why it is refused. Reads only. */
export async function planMove(db: UnitOfWork, device: Device, move: Move): Promise<{ refusal: MoveRefusal } | { plan: MovePlan }> {
  const before = await listMountings(db, [device.devEui])
  const refusal = whyNotMove(before, move, db.now, device.state === 'retired')
  if (refusal) return { refusal }
  const change = changeBy(before, move, () => newId(db.now))
  const after = changed(before, change)
  const shifts: Shift[] = []
  for (const shift of await misplaced(db, device, after, move)) shifts.push({ ...shift, count: await countObservations(db, shift.seriesId, shift.from, open(shift.to)) })
  return { plan: { move, removed: change.removed, after, shifts: shifts.filter(({ count }) => count > 0), opens: await opensSealed(db, device, shifts), fingerprint: fingerprintOf(before) } }
}

/** Whether observations leave a sealed series for a place that is not sealed. */
async function opensSealed(db: UnitOfWork, device: Device, shifts: readonly Shift[]): Promise<boolean> {
  const sealed = new Set((await listSeriesOfSensor(db, device.sensorId)).filter((one) => one.sealed).map(({ id }) => id))
  for (const { seriesId, toThing, count } of shifts) if (count > 0 && sealed.has(seriesId) && (await getThing(db, toThing)).properties['sealed'] !== true) return true
  return false
}

/**
 * Writes a move: mountings are ended, split, begun, and what the device measured in that time goes to the series of the thing where it hung then, all
 * in the caller's unit of work. `fingerprint` is that of the plan the person has seen. Returns how many observations moved, or why nothing did.
 * Undone by a move back. Tell `live` after the commit.
 */
export async function moveDevice(db: UnitOfWork, device: Device, move: Move, fingerprint?: string): Promise<{ refusal: MoveRefusal } | Moved> {
  // The ingest writes this row with every frame: one of the two waits, so that no frame is placed by mountings that have just changed.
  await lockDevice(db, device.devEui)
  const { state } = (await findDevice(db, device.devEui)) ?? device
  const before = await listMountings(db, [device.devEui])
  if (fingerprint !== undefined && fingerprint !== fingerprintOf(before)) return { refusal: 'changed-meanwhile' }
  const refusal = whyNotMove(before, move, db.now, state === 'retired')
  if (refusal) return { refusal }
  const previous = segmentsOf(before, move.channel, move.from, move.to)
  const change = changeBy(before, move, () => newId(db.now))
  for (const { id } of change.removed) await deleteMounting(db, id)
  for (const { id, from, to } of change.kept) await setMountingSpan(db, id, from, to)
  for (const hang of change.added) await insertMounting(db, { ...hang, devEui: device.devEui })
  const moved = await settle(db, device, changed(before, change), move)
  const { schoolId } = await getThing(db, move.thingId)
  if (move.to === null && schoolId !== device.schoolId && move.channel === allChannels) await setSchoolOfDevice(db, device.devEui, schoolId)
  // Out of the stock: from here on it is missed when it falls silent.
  if (move.to === null && state === 'stock') await setDeviceState(db, device.devEui, 'active')
  await audit(db, { action: 'device.move', subject: `device/${device.devEui}`, detail: { channel: move.channel, thing: move.thingId, from: move.from.toISOString(), to: move.to?.toISOString() ?? null, moved } })
  if (move.channel === allChannels) await closeHintsOf(db, device.devEui)
  return { moved, ...(previous.length === 1 && previous[0]?.thingId !== undefined && { previous: previous[0].thingId }) }
}

/** Brings every observation of a span to where the mountings say it belongs. What stands there already was measured by the same device at the same moment, so the other copy goes. */
async function settle(db: UnitOfWork, device: Device, mountings: readonly Hang[], span: Pick<Move, 'from' | 'to' | 'channel'>): Promise<number> {
  let moved = 0
  for (const { channel, quantity, seriesId, toThing, from, to } of await misplaced(db, device, mountings, span)) {
    if ((await countObservations(db, seriesId, from, open(to))) === 0) continue
    const target = await seriesOfChannel(db, { thingId: toThing, sensorId: device.sensorId, channel, quantity })
    moved += await moveObservations(db, seriesId, target.id, from, to ?? undefined)
    await deleteObservations(db, seriesId, from, to ?? undefined)
  }
  return moved
}

/** Which series of the device may hold observations of the span that belong to another thing. A time in which the channel hung nowhere stays as it is. */
async function misplaced(db: UnitOfWork, device: Device, mountings: readonly Hang[], { channel: only, from, to }: Pick<Move, 'from' | 'to' | 'channel'>): Promise<Omit<Shift, 'count'>[]> {
  const series = await listSeriesOfSensor(db, device.sensorId)
  const concerned = series.filter((one) => (only === allChannels || one.channel === only) && reaches(one, from, to))
  return concerned.flatMap((one) =>
    segmentsOf(mountings, one.channel, from, to).flatMap((segment) =>
      segment.thingId === undefined || segment.thingId === one.thingId ? [] : [{ channel: one.channel, quantity: one.quantity, seriesId: one.id, fromThing: one.thingId, toThing: segment.thingId, from: segment.from, to: segment.to }],
    ),
  )
}

const reaches = ({ firstTime, lastTime }: SensorSeries, from: Date, to: Date | null): boolean => lastTime !== null && lastTime >= from && firstTime !== null && (to === null || firstTime < to)

const fingerprintOf = (mountings: readonly Hang[]): string =>
  createHash('sha256').update(mountings.map(({ id, from, to }) => `${id} ${from.toISOString()} ${to?.toISOString() ?? ''}`).toSorted().join('\n')).digest('base64url').slice(0, 22)
