import type { Platform, UnitOfWork } from '@modellregion/kernel'
import { openDecoder, type Decoder } from '../codec/decoder.ts'
import type { CodecSource } from '../codec/schema.ts'
import { naturalBatches } from './batching.ts'
import { tellChange } from './changes.ts'
import { decodeAll, openCodecs, type Codecs, type Read } from './decode.ts'
import type { SeriesCache } from './placing.ts'
import { listKnownDevices, type KnownDevice } from './queries/device.ts'
import { refuse, uplinkAsText } from './quarantine.ts'
import { whyNotMoment } from './rules/plausible.ts'
import { storeBatch, type Item, type Reread, type Stored } from './store-uplinks.ts'
import type { DeviceNews, TakeOutcome, Uplink } from './schema.ts'

/** The way of an uplink through one process: known device, codec, store. Each town has batches of its own. */
export type Pipeline = {
  /** Resolves when it is committed. `schoolId`: the only school for which its source may speak. */
  take(tenant: string, uplink: Uplink, schoolId?: number | null): Promise<TakeOutcome>
  news(tenant: string, news: DeviceNews, schoolId?: number | null): Promise<TakeOutcome>
  /** Waits for what is on its way, then ends the decoder's thread. */
  close(): Promise<void>
}

/** Uplinks of one transaction at most: some thousand observations, committed in well under a second. */
const mostStored = 1_000
const mostDecoded = 500

// One for each running platform of a process; there are several in tests.
const pipelines = new WeakMap<Platform, Pipeline>()
export function pipelineOf(platform: Platform): Pipeline {
  const known = pipelines.get(platform) ?? openPipeline(platform)
  pipelines.set(platform, known)
  return known
}

function openPipeline(platform: Platform): Pipeline {
  const decoder = openDecoder()
  const towns = new Map<string, Town>()
  const townOf = (tenant: string): Town => {
    const known = towns.get(tenant) ?? openTown(platform, decoder, tenant)
    towns.set(tenant, known)
    return known
  }
  // Whoever changes devices, codecs or series says so; a hint that was missed clears everything.
  const forget = () => towns.forEach((town) => town.forget())
  const deaf = platform.live.hear('smart-school', { onHint: (text) => void (/^(device|codec|series)\b/.test(text) && forget()), onAgain: forget })
  return {
    take: async (tenant, uplink, schoolId = null) => {
      const why = whyNotMoment(uplink.at, platform.now())
      if (why) {
        await refuse(platform, tenant, [{ reason: 'clock', detail: `why=${why} at=${uplink.at.toISOString()}`, source: uplink.source, devEui: uplink.devEui, payload: uplinkAsText(uplink) }])
        return { outcome: 'refused', reason: 'clock' }
      }
      return await townOf(tenant).take(uplink, schoolId)
    },
    news: async (tenant, news, schoolId = null) => {
      const why = whyNotMoment(news.at, platform.now())
      if (!why) return await townOf(tenant).store({ news, schoolId })
      if (news.kind !== 'other') await refuse(platform, tenant, [{ reason: 'clock', detail: `event=${news.kind} why=${why}`, source: news.source, devEui: news.devEui, payload: '' }])
      return { outcome: 'refused', reason: 'clock' }
    },
    close: async () => {
      pipelines.delete(platform)
      deaf()
      await Promise.all([...towns.values()].map((town) => town.idle()))
      await decoder.close()
    },
  }
}

type Town = { take(uplink: Uplink, schoolId: number | null): Promise<TakeOutcome>; store(item: Item): Promise<TakeOutcome>; forget(): void; idle(): Promise<void> }

function openTown(platform: Platform, decoder: Decoder, tenant: string): Town {
  const codecs = openCodecs()
  let devices = new Map<string, KnownDevice>()
  let series: SeriesCache = new Map()
  const hints = openHints(platform)
  const unit = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>) => platform.database.unit({ tenant, service: 'smart-school', now: platform.now(), access }, work)

  const decoding = naturalBatches(async (uplinks: readonly Uplink[]): Promise<Read[]> => {
    const mine = devices
    const missing = [...new Set(uplinks.map(({ devEui }) => devEui))].filter((devEui) => !mine.has(devEui))
    if (missing.length > 0) for (const device of await unit('read', (db) => listKnownDevices(db, missing))) mine.set(device.devEui, device)
    const those = uplinks.map((uplink) => ({ uplink, device: mine.get(uplink.devEui) }))
    return await decodeAll(decoder, those, await lookUp(unit, codecs, those.map(({ device }) => device)))
  }, mostDecoded)

  // A copy that turns out to be the earlier one needs what later ones said: their payloads are read once more.
  const reread: Reread = async (db, device, frames) => {
    const found = device.codec ? await codecs.find(db, device.codec) : undefined
    const uplinks = frames.map((frame) => ({ device, uplink: { devEui: frame.devEui, devAddr: frame.devAddr, fCnt: frame.fCnt, fPort: frame.fPort, bytes: frame.payload, at: frame.at, source: frame.source } }))
    return await decodeAll(decoder, uplinks, () => found)
  }

  const storing = naturalBatches(async (items: readonly Item[]): Promise<TakeOutcome[]> => {
    const known = series
    const stored = await unit('write', async (db): Promise<Stored> => await storeBatch(db, items, { series: known, reread, outdated: (devEui) => void devices.delete(devEui) }))
    // Only what is committed is remembered: a unit that failed may have made series that do not exist.
    for (const [name, one] of stored.fresh) known.set(name, one)
    hints.tell(stored.schools)
    tellChange(platform, tenant, { observations: stored.observations })
    return stored.outcomes
  }, mostStored)

  return {
    take: async (uplink, schoolId) => await storing.add({ read: await decoding.add(uplink), schoolId }),
    store: (item) => storing.add(item),
    forget: () => {
      codecs.forget()
      devices = new Map()
      series = new Map()
    },
    idle: async () => {
      await decoding.idle()
      await storing.idle()
    },
  }
}

type Units = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>) => Promise<T>

async function lookUp(unit: Units, codecs: Codecs, devices: readonly (KnownDevice | undefined)[]): Promise<(id: string) => CodecSource | undefined> {
  const ids = [...new Set(devices.flatMap((device) => device?.codec ?? []))]
  const missing = ids.filter((id) => !codecs.has(id))
  if (missing.length > 0) await unit('read', async (db) => {
    for (const id of missing) await codecs.find(db, id)
  })
  return codecs.get
}

/** Says which schools have new values, at most four times a second. */
function openHints(platform: Platform): { tell(schools: ReadonlySet<number>): void } {
  const waiting = new Set<number>()
  let isWaiting = false
  return {
    tell: (schools) => {
      for (const school of schools) waiting.add(school)
      if (isWaiting || waiting.size === 0) return
      isWaiting = true
      setTimeout(() => {
        isWaiting = false
        platform.live.tell('smart-school', `schools ${[...waiting].slice(0, 500).join()}`)
        waiting.clear()
      }, 250).unref()
    },
  }
}
