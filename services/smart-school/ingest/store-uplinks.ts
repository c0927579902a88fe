import type { UnitOfWork } from '@modellregion/kernel'
import { listMountings, listSeriesOfThings, removeMoments, writeObservations } from '../store/queries.ts'
import type { Mounting, NewObservation } from '../store/schema.ts'
import type { Read } from './decode.ts'
import { placeMeasures, type Placed, type SeriesCache } from './placing.ts'
import { refuseIn, uplinkAsText, type Refusal } from './quarantine.ts'
import { lockDevices, noteSightings, type KnownDevice, type Sighting } from './queries/device.ts'
import { deleteFrame, extendFrame, insertFrames, listFramesAt, listKnownFrames, type KnownFrame, type NewFrame } from './queries/frame.ts'
import { addFrames, copyWindow, type Told } from './rules/cluster.ts'
import { frameKey } from './rules/frame-key.ts'
import { noNumber, whyNotValue } from './rules/plausible.ts'
import type { DeviceNews, Frame, QuarantineReason, TakeOutcome, Uplink } from './schema.ts'

/** One thing to store: an uplink that was read, or news about a device. `schoolId`: the only school for which its source may speak. */
export type Item = { readonly schoolId: number | null } & ({ readonly read: Read } | { readonly news: DeviceNews })

export type Stored = {
  /** In the order of the items. */
  readonly outcomes: TakeOutcome[]
  /** Schools with new values, and what is new, for whoever watches. */
  readonly schools: ReadonlySet<number>
  readonly observations: readonly NewObservation[]
  /** Series that this unit has met for the first time: known to others once it is committed. */
  readonly fresh: SeriesCache
}

/** Reads a kept frame anew; for the rare case that a copy turns out to be the earlier one. */
export type Reread = (db: UnitOfWork, device: KnownDevice, frames: readonly Pick<Frame, 'devEui' | 'devAddr' | 'at' | 'fCnt' | 'fPort' | 'payload' | 'source'>[]) => Promise<Omit<Read, 'uplink'>[]>

/** What the batch needs beside the database. `outdated`: a device has another codec than the one its uplinks were read with. */
export type Means = { readonly series: SeriesCache; readonly reread: Reread; outdated(devEui: string): void }

type Work = Read & { readonly at: number; readonly told: Told<Work> }
type State = { db: UnitOfWork; committed: SeriesCache; fresh: SeriesCache; schools: Set<number>; refusals: Refusal[]; outcomes: TakeOutcome[]; rows: NewObservation[]; frames: NewFrame[]; batteries: Map<string, { at: Date; value: number }> }

/**
 * Stores what one batch of a town tells, in the caller's unit: frames once, observations where the device hung, what the devices say about themselves,
 * and refusals in the quarantine. The same set of uplinks gives the same tables, in whichever batches and order it comes.
 */
export async function storeBatch(db: UnitOfWork, items: readonly Item[], means: Means): Promise<Stored> {
  const euis = [...new Set(items.map((item) => devEuiOf(item)))].sort()
  const devices = new Map((await lockDevices(db, euis)).map((device) => [device.devEui, device]))
  const state: State = { db, committed: means.series, fresh: new Map(), schools: new Set(), refusals: [], outcomes: [], rows: [], frames: [], batteries: new Map() }
  const works = new Map<string, Work[]>()
  for (const [at, item] of items.entries()) {
    const devEui = devEuiOf(item)
    const device = devices.get(devEui)
    const reason = whyNotDevice(device, item.schoolId)
    if (reason) refuseItem(state, item, at, reason)
    else if ('read' in item) {
      const work = workOf(item.read, at)
      const those = works.get(devEui)
      if (those) those.push(work)
      else works.set(devEui, [work])
    } else state.outcomes[at] = { outcome: 'new', observations: 0 }
  }
  const mountings = Map.groupBy(await listMountings(db, [...devices.keys()]), ({ devEui }) => devEui)
  await loadSeries(state, [...mountings.values()].flat())
  const known = Map.groupBy(await listKnownFrames(db, spansOf(works)), ({ devEui }) => devEui)
  for (const [devEui, those] of works) {
    const device = devices.get(devEui)
    if (device) await storeDevice(state, device, await withPresentCodec(db, device, those, means), known.get(devEui) ?? [], mountings.get(devEui) ?? [], means.reread)
  }
  await storeNews(state, items, devices, mountings)
  if (state.frames.length > 0) await insertFrames(db, state.frames)
  if (state.rows.length > 0) await writeObservations(db, state.rows)
  const sightings = sightingsOf(items, devices, state.batteries)
  if (sightings.length > 0) await noteSightings(db, sightings)
  if (state.refusals.length > 0) await refuseIn(db, state.refusals)
  return { outcomes: state.outcomes, schools: state.schools, observations: state.rows, fresh: state.fresh }
}

/** Series of things that this process has not met yet, in one question instead of one for each channel. */
async function loadSeries({ db, committed, fresh }: State, mountings: readonly Mounting[]): Promise<void> {
  const loaded = (thingId: number) => `thing ${thingId}`
  const things = [...new Set(mountings.map(({ thingId }) => thingId))].filter((id) => !committed.has(loaded(id)))
  if (things.length === 0) return
  for (const { id, thingId, sensorId, channel, schoolId } of await listSeriesOfThings(db, things)) if (channel !== null) fresh.set(`${thingId} ${sensorId} ${channel}`, { id, schoolId })
  for (const id of things) fresh.set(loaded(id), { id, schoolId: null })
}

const devEuiOf = (item: Item): string => ('read' in item ? item.read.uplink.devEui : item.news.devEui)

function whyNotDevice(device: KnownDevice | undefined, schoolId: number | null): QuarantineReason | undefined {
  if (!device) return 'unknown-device'
  if (schoolId !== null && device.schoolId !== schoolId) return 'foreign-device'
  return device.state === 'retired' ? 'retired-device' : undefined
}

/** Somebody chose another codec while the uplinks were being read: they are read anew. */
async function withPresentCodec(db: UnitOfWork, device: KnownDevice, works: readonly Work[], { reread, outdated }: Means): Promise<readonly Work[]> {
  if (works.every(({ codec }) => (codec?.id ?? null) === device.codec)) return works
  outdated(device.devEui)
  const reads = await reread(db, device, works.map(({ uplink }) => ({ ...uplink, payload: Buffer.from(uplink.bytes) })))
  return works.map(({ uplink, at }, n) => workOf({ uplink, ...reads[n] }, at))
}

function refuseItem({ refusals, outcomes }: State, item: Item, at: number, reason: QuarantineReason): void {
  outcomes[at] = { outcome: 'refused', reason }
  if ('read' in item) refusals.push({ reason, source: item.read.uplink.source, devEui: item.read.uplink.devEui, payload: uplinkAsText(item.read.uplink) })
  else if (item.news.kind !== 'other') refusals.push({ reason, source: item.news.source, devEui: item.news.devEui, detail: `event=${item.news.kind}`, payload: '' })
}

function workOf(read: Read, at: number): Work {
  const { uplink } = read
  const moment = uplink.at.getTime()
  const told: Told<Work> = { key: frameKey(uplink), at: moment, lastAt: moment, by: tellerOf(uplink.source, uplink.rssi, uplink.snr) }
  const work: Work = { ...read, at, told }
  return Object.assign(work, { told: { ...told, what: work } })
}

/** Of two that tell the same moment the first by this name counts. Numbers as the database keeps them. */
const tellerOf = (source: string, rssi?: number | null, snr?: number | null): string => `${source} ${real(rssi)} ${real(snr)}`
const real = (number: number | null | undefined): number | null => (number === undefined || number === null ? null : Math.fround(number))

function spansOf(works: ReadonlyMap<string, readonly Work[]>) {
  const spans: { devEui: string; from: Date; until: Date }[] = []
  for (const [devEui, those] of works) {
    let [from, until] = [Number.NaN, Number.NaN]
    const push = () => void (Number.isNaN(from) || spans.push({ devEui, from: new Date(from), until: new Date(until) }))
    for (const { told } of [...those].sort((a, b) => a.told.at - b.told.at)) {
      if (told.at - copyWindow <= until) until = told.at + copyWindow
      else {
        push()
        from = told.at - copyWindow
        until = told.at + copyWindow
      }
    }
    push()
  }
  return spans
}

async function storeDevice(state: State, device: KnownDevice, works: readonly Work[], known: readonly KnownFrame[], mountings: readonly Mounting[], reread: Reread): Promise<void> {
  const { db, outcomes } = state
  const before = known.map(({ key, at, lastAt, source, rssi, snr }): Told<Work> => ({ key, at: at.getTime(), lastAt: lastAt.getTime(), by: tellerOf(source, rssi, snr) }))
  const { insert, extend, remove } = addFrames(before, works.map(({ told }) => told))
  const where = { sensorId: device.sensorId, mountings }
  for (const { at, uplink, decoded } of works) {
    outcomes[at] = { outcome: 'copy', observations: 0 }
    // Also of copies, so that it does not matter which of them comes first.
    const battery = decoded?.ok ? decoded.measures.find((measure) => measure.quantity === 'batteryPercent' && whyNotValue(measure) === undefined) : undefined
    if (battery) noteBattery(state, device.devEui, uplink.at, battery.value)
  }
  const busy = new Map<number, number>()
  for (const { at } of [...before, ...insert]) busy.set(at, (busy.get(at) ?? 0) + 1)
  // Moments of which not only one new frame tells: they are read anew as a whole.
  const moments = new Set([...remove.map(({ at }) => at), ...insert.filter(({ at }) => (busy.get(at) ?? 0) > 1).map(({ at }) => at)])
  const placedAnew: { told: Told<Work>; placed: Placed }[] = []
  for (const told of insert) {
    const { what } = told
    if (!what) continue
    const placed = await placeMeasures(db, what.uplink.at, what.decoded, where, state)
    outcomes[what.at] = outcomeOf(placed)
    state.refusals.push(...refusalsOf(what.uplink, placed))
    state.frames.push(frameOf(what, told, placed))
    if (moments.has(told.at)) placedAnew.push({ told, placed })
    else state.rows.push(...placed.rows)
  }
  for (const { key, at, lastAt, what, by } of extend) {
    const same = known.find((frame) => frame.key === key && frame.at.getTime() === at)
    if (!same) continue
    const teller = what && by === what.told.by ? { source: what.uplink.source, rssi: real(what.uplink.rssi), snr: real(what.uplink.snr) } : same
    await extendFrame(db, { devEui: device.devEui, key, at: new Date(at), lastAt: new Date(lastAt), source: teller.source, rssi: teller.rssi, snr: teller.snr })
  }
  if (moments.size > 0) await settle(state, device, where, [...moments].map((at) => new Date(at)), remove, placedAnew, reread)
}

/** Takes back what was written for some moments of a device and writes it again from all frames that remain: in the order of their keys, the first counts. */
async function settle(state: State, device: KnownDevice, where: { sensorId: number; mountings: readonly Mounting[] }, moments: readonly Date[], remove: readonly Told[], fresh: readonly { told: Told<Work>; placed: Placed }[], reread: Reread): Promise<void> {
  const { db } = state
  const frames = await listFramesAt(db, device.devEui, moments)
  const reads = await reread(db, device, frames)
  const old: { key: string; at: number; rows: readonly NewObservation[] }[] = []
  for (const [n, { key, at }] of frames.entries()) old.push({ key, at: at.getTime(), rows: (await placeMeasures(db, at, reads[n]?.decoded, where, state)).rows })
  await removeMoments(db, old.flatMap(({ rows }) => rows))
  const isGone = ({ key, at }: { key: string; at: number }) => remove.some((one) => one.key === key && one.at === at)
  for (const { key, at } of remove) await deleteFrame(db, device.devEui, new Date(at), key)
  const left = [...old.filter((frame) => !isGone(frame)), ...fresh.map(({ told, placed }) => ({ key: told.key, at: told.at, rows: placed.rows }))]
  const seen = new Set<string>()
  for (const { rows } of left.sort((a, b) => (BigInt(a.key) < BigInt(b.key) ? -1 : 1)))
    for (const row of rows) {
      const once = `${row.seriesId} ${row.at.getTime()}`
      if (seen.has(once)) continue
      seen.add(once)
      state.rows.push(row)
    }
}

function outcomeOf({ state, rows }: Placed): TakeOutcome {
  return state === 'read' || state === 'part' ? { outcome: 'new', observations: rows.length } : { outcome: 'kept', reason: state }
}

function refusalsOf(uplink: Uplink, { state, bad }: Placed): Refusal[] {
  const reason = state === 'codec-failed' ? 'codec-failed' : 'implausible'
  // A sensor that gives no number gives none with every frame, and they are all kept: one line that counts up.
  const refusals: Refusal[] = bad.map((detail) => ({ reason, detail, source: uplink.source, devEui: uplink.devEui, payload: detail.endsWith(noNumber) ? '' : Buffer.from(uplink.bytes).toString('hex') }))
  // One line for each device, not for each of its frames: they are all kept.
  return state === 'not-mounted' ? [...refusals, { reason: 'not-mounted', source: uplink.source, devEui: uplink.devEui, payload: '' }] : refusals
}

function frameOf({ uplink, codec }: Work, { key, lastAt }: Told, { state }: Placed): NewFrame {
  const { devEui, at, devAddr, fCnt, fPort, bytes, source, rssi = null, snr = null } = uplink
  return { devEui, at, key, lastAt: new Date(lastAt), devAddr, fCnt, fPort, payload: bytes, source, rssi, snr, state, codec: codec?.id ?? null, codecVersion: codec?.version ?? null }
}

function noteBattery({ batteries }: Pick<State, 'batteries'>, devEui: string, at: Date, value: number): void {
  const last = batteries.get(devEui)
  if (!last || at > last.at || (at.getTime() === last.at.getTime() && value > last.value)) batteries.set(devEui, { at, value })
}

/** Charge of a battery that a network server tells is a measurement like those of the device. */
async function storeNews(state: State, items: readonly Item[], devices: ReadonlyMap<string, KnownDevice>, mountings: ReadonlyMap<string, readonly Mounting[]>): Promise<void> {
  for (const [at, item] of items.entries()) {
    if (!('news' in item) || item.news.batteryPercent === undefined || state.outcomes[at]?.outcome !== 'new') continue
    const { devEui, batteryPercent: value, at: moment } = item.news
    const device = devices.get(devEui)
    if (!device) continue
    const measures = [{ channel: 'batteryPercent', quantity: 'batteryPercent', value }] as const
    const { rows } = await placeMeasures(state.db, moment, { ok: true, data: null, measures, warnings: [] }, { sensorId: device.sensorId, mountings: mountings.get(devEui) ?? [] }, state)
    noteBattery(state, devEui, moment, value)
    state.rows.push(...rows.filter((row) => !state.rows.some((other) => other.seriesId === row.seriesId && other.at.getTime() === row.at.getTime())))
  }
}

function sightingsOf(items: readonly Item[], devices: ReadonlyMap<string, KnownDevice>, batteries: State['batteries']): Sighting[] {
  const sightings = new Map<string, Sighting>()
  for (const item of items) {
    const devEui = devEuiOf(item)
    // What a server says of its own sending (queued, sent, failed) is no sign of life of the device.
    if (whyNotDevice(devices.get(devEui), item.schoolId) || ('news' in item && item.news.kind === 'other')) continue
    const battery = batteries.get(devEui)
    const seen = sightings.get(devEui) ?? { devEui, seenAt: new Date(0), signalAt: null, counter: null, rssi: null, snr: null, battery: battery?.value ?? null, batteryAt: battery?.at ?? null }
    sightings.set(devEui, 'read' in item ? withUplink(seen, item.read.uplink) : { ...seen, seenAt: later(seen.seenAt, item.news.at) })
  }
  return [...sightings.values()]
}

const later = (a: Date, b: Date): Date => (a > b ? a : b)

function withUplink(seen: Sighting, { at, fCnt, rssi, snr }: Uplink): Sighting {
  const mine: Sighting = { ...seen, seenAt: later(seen.seenAt, at), signalAt: at, counter: fCnt, rssi: real(rssi), snr: real(snr) }
  return seen.signalAt === null || isAfter(mine, seen) ? mine : { ...seen, seenAt: mine.seenAt }
}

/** The order in which the database compares: moment, counter, then the better signal. */
function isAfter(a: Sighting, b: Sighting): boolean {
  const order = (one: Sighting) => [one.signalAt?.getTime() ?? 0, one.counter ?? 0, one.rssi ?? -Infinity, one.snr ?? -Infinity]
  const [left, right] = [order(a), order(b)]
  const at = left.findIndex((number, n) => number !== right[n])
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0)
}
