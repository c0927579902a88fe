import { audit, newId, type UnitOfWork } from '@modellregion/kernel'
import { getThing, insertSensor, takeNumbers, findDevice } from '../store/queries.ts'
import type { Device } from '../store/schema.ts'
import { endMountings, insertDevice, insertMounting, renameSensor, setDeviceState, updateDevice } from './queries.ts'
import { allChannels } from './rules/hanging.ts'

export type Registration = { readonly devEui: string; readonly name: string; readonly codec: string | null; readonly expectedMinutes: number; readonly placeId: number | null }

/** Registers a device, and hangs it up from now on where a place is named. False when its number is known already: nothing is written then. */
export async function registerDevice(db: UnitOfWork, { devEui, name, codec, expectedMinutes, placeId }: Registration): Promise<boolean> {
  if (await findDevice(db, devEui)) return false
  const sensorId = await takeNumbers(db, 'sensor')
  await insertSensor(db, { id: sensorId, name, metadata: codec ?? '', properties: { devEui } })
  const place = placeId === null ? undefined : await getThing(db, placeId)
  if ((await insertDevice(db, { devEui, sensorId, schoolId: place?.schoolId ?? null, name, codec, expectedMinutes, state: place ? 'active' : 'stock' })) === 0) return false
  if (place) await insertMounting(db, { id: newId(db.now), devEui, channel: allChannels, thingId: place.id, from: db.now, to: null })
  await audit(db, { action: 'device.register', subject: `device/${devEui}`, detail: { place: placeId } })
  return true
}

export async function changeDevice(db: UnitOfWork, device: Device, change: { name: string; codec: string | null; expectedMinutes: number }): Promise<void> {
  await updateDevice(db, device.devEui, change)
  await renameSensor(db, device.sensorId, change.name, change.codec)
  await audit(db, { action: 'device.change', subject: `device/${device.devEui}`, detail: { codec: change.codec, expectedMinutes: change.expectedMinutes } })
}

/** Takes a device down and out of use. What it measured stays where it is. */
export async function retireDevice(db: UnitOfWork, device: Device): Promise<void> {
  await endMountings(db, device.devEui, db.now)
  await setDeviceState(db, device.devEui, 'retired')
  await audit(db, { action: 'device.retire', subject: `device/${device.devEui}` })
}

/** Takes a retired device into the stock again: somebody was too quick, or it was repaired. */
export async function reviveDevice(db: UnitOfWork, { devEui, state }: Device): Promise<void> {
  if (state !== 'retired') return
  await setDeviceState(db, devEui, 'stock')
  await audit(db, { action: 'device.revive', subject: `device/${devEui}` })
}
