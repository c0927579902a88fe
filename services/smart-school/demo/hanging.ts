import type { UnitOfWork } from '@modellregion/kernel'
import type { Mounting } from '../store/schema.ts'
import { findDevice, listMountings } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import type { DemoDevice } from './devices.ts'
import { demoThings } from './places.ts'

/** A demonstration device as it hangs in the database: where, since when, under which sensor. */
export type Hanging = { readonly device: DemoDevice; readonly sensorId: number; readonly mountings: readonly (Mounting & { readonly code: string })[] }

/** Where the devices of a school hang. What somebody took down, moved or retired since then is left as it is. */
export async function hangingOf(db: UnitOfWork, devices: readonly DemoDevice[]): Promise<Hanging[]> {
  const found: Hanging[] = []
  const mountings = await listMountings(db, devices.map(({ devEui }) => devEui))
  for (const device of devices) {
    const row = await findDevice(db, device.devEui)
    if (!row) continue
    const things = await codesOf(db, device.school)
    const own = mountings.filter(({ devEui, channel }) => devEui === device.devEui && channel === '*').flatMap((mounting) => {
      const code = things.get(mounting.thingId)
      return code === undefined ? [] : [{ ...mounting, code }]
    })
    found.push({ device, sensorId: row.sensorId, mountings: own })
  }
  return found
}

const cache = new WeakMap<UnitOfWork, Map<string, ReadonlyMap<number, string>>>()
async function codesOf(db: UnitOfWork, school: DemoDevice['school']): Promise<ReadonlyMap<number, string>> {
  const known = cache.get(db) ?? new Map<string, ReadonlyMap<number, string>>()
  cache.set(db, known)
  const found = known.get(school) ?? new Map([...(await demoThings(db, school))].map(([code, thing]) => [thing.id, code] as const))
  known.set(school, found)
  return found
}

/** The number of the series for each channel at a moment, made where it is missing. */
export async function seriesFinder(db: UnitOfWork, { device, sensorId, mountings }: Hanging, channels: readonly string[], from: Date, until: Date): Promise<(channel: string, at: Date) => number | undefined> {
  const ids = new Map<string, number>()
  for (const mounting of mountings.filter((one) => one.from < until && (one.to === null || one.to > from)))
    for (const { channel, quantity } of device.channels)
      if (channels.includes(channel)) ids.set(`${mounting.id} ${channel}`, (await seriesOfChannel(db, { thingId: mounting.thingId, sensorId, channel, quantity })).id)
  return (channel, at) => {
    const mounting = mountings.find((one) => one.from <= at && (one.to === null || one.to > at))
    return mounting && ids.get(`${mounting.id} ${channel}`)
  }
}
