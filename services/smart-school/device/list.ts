import type { UnitOfWork } from '@modellregion/kernel'
import { listDevices, listMountings, listSchools } from '../store/queries.ts'
import type { Device, Mounting, School } from '../store/schema.ts'
import { listPlaces, listRefusedOfDevices } from './queries.ts'
import { allChannels } from './rules/hanging.ts'
import { stateOfDevice, type DeviceState } from './rules/state.ts'
import { refusedDays, troublesOf, type Refused, type Trouble } from './rules/trouble.ts'
import type { DeviceFilterState, Place } from './schema.ts'

export type DeviceRow = { readonly device: Device; readonly state: DeviceState; readonly school: School | undefined; readonly place: Place | undefined; readonly mounted: boolean; /** The weightiest first. */ readonly troubles: readonly Trouble[]; readonly refused: readonly Refused[] }
export type DeviceFilter = { readonly school?: string | undefined; readonly state?: DeviceFilterState | undefined; readonly text?: string | undefined }

/** All devices of the town with where they hang and what is wrong. A town has some hundred of them. */
export async function readDevices(db: UnitOfWork): Promise<{ rows: DeviceRow[]; schools: School[] }> {
  const [devices, schools] = [await listDevices(db), await listSchools(db)]
  const mountings = await listMountings(db, devices.map(({ devEui }) => devEui))
  const places = new Map((await listPlaces(db)).map((place) => [place.id, place]))
  const refusals = Map.groupBy(await listRefusedOfDevices(db, new Date(db.now.getTime() - refusedDays * 86_400_000)), ({ devEui }) => devEui)
  const open = Map.groupBy(mountings.filter(({ to }) => to === null), ({ devEui }) => devEui)
  const rows = devices.map((device): DeviceRow => {
    const hangs: readonly Mounting[] = open.get(device.devEui) ?? []
    const main = hangs.find(({ channel }) => channel === allChannels) ?? hangs[0]
    const [state, mounted, refused] = [stateOfDevice(device, db.now), main !== undefined, refusals.get(device.devEui) ?? []]
    return { device, state, school: schools.find(({ id }) => id === device.schoolId), place: main && places.get(main.thingId), mounted, refused, troubles: troublesOf(device, state, mounted, refused) }
  })
  return { rows, schools }
}

/** Pure: which rows answer a filter. Retired devices are shown only when somebody asks for them. */
export const filterDevices = (rows: readonly DeviceRow[], { school, state, text }: DeviceFilter): DeviceRow[] =>
  rows.filter((row) => (school === undefined || row.school?.slug === school) && answers(row, state) && (text === undefined || text === '' || says(row, text)))

function answers({ device, mounted, troubles }: DeviceRow, wanted: DeviceFilterState | undefined): boolean {
  if (wanted === 'retired') return device.state === 'retired'
  if (device.state === 'retired') return false
  switch (wanted) {
    case undefined:
      return true
    case 'attention':
      return troubles.length > 0
    case 'silent':
      return troubles.includes('silent') || troubles.includes('never')
    case 'clock':
    case 'quarantine':
    case 'battery':
      return troubles.includes(wanted)
    case 'no-codec':
      return device.codec === null
    case 'not-mounted':
      return !mounted
    case 'stock':
      return device.state === 'stock'
  }
}

function says({ device, place }: DeviceRow, text: string): boolean {
  const wanted = text.toLowerCase()
  return [device.name, device.devEui, place?.name ?? ''].some((word) => word.toLowerCase().includes(wanted)) || device.devEui.includes(wanted.replace(/[\s:.-]/g, ''))
}
