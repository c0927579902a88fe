import { demoAccountId, newId, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, localDate } from '@modellregion/standards'
import { insertDevice, insertMounting } from '../device/queries.ts'
import { indexSchool } from '../place/manage.ts'
import { findSchoolId, insertMember, insertSchool, setPosition } from '../place/queries.ts'
import { meterUnits } from '../place/schema.ts'
import type { Thing } from '../store/schema.ts'
import { insertSensor, insertThing, listThingsOfSchool, takeNumbers, type NewThing } from '../store/queries.ts'
import { demoDevices } from './devices.ts'
import { demoMembers, schoolPlans, type RoomPlan, type SchoolPlan } from './school-plans.ts'
import type { DemoSchool } from './schools.ts'

/** How many days before the first start the devices were hung up: more than the year that the demonstration shows. */
export const mountedDays = 410

/** The ten schools with what is in them, and their devices. A school that is there already stays as it is. */
export async function seedPlaces(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const write = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'write', now }, work)
  for (const plan of schoolPlans)
    await write(async (db) => {
      if ((await findSchoolId(db, plan.slug)) !== undefined) return
      const things = await plantSchool(db, plan)
      await hangDevices(db, plan, things)
    })
  await write(async (db) => {
    for (const { person, schools } of demoMembers)
      for (const slug of schools) {
        const school = await findSchoolId(db, slug)
        if (school !== undefined) await insertMember(db, school, demoAccountId(tenant.id, person))
      }
  })
}

/** Numbers of a demonstration school's things by their codes: rooms (`101`), meter points (`heat`), outlet groups (`showers`), `outdoor`, `school`. */
export async function demoThings(db: UnitOfWork, slug: DemoSchool): Promise<ReadonlyMap<string, Thing>> {
  const school = await findSchoolId(db, slug)
  if (school === undefined) return new Map()
  const things = await listThingsOfSchool(db, school)
  return new Map(things.flatMap((thing) => (thing.kind === 'school' ? [['school', thing] as const] : typeof thing.properties['code'] === 'string' ? [[thing.properties['code'], thing] as const] : [])))
}

async function plantSchool(db: UnitOfWork, plan: SchoolPlan): Promise<ReadonlyMap<string, number>> {
  const rows: NewThing[] = []
  const byCode = new Map<string, number>()
  const first = await takeNumbers(db, 'thing', countThings(plan))
  const add = (thing: Omit<NewThing, 'id' | 'schoolId'>): number => {
    const id = first + rows.length
    rows.push({ ...thing, id, schoolId: first })
    const code = thing.properties?.['code']
    if (typeof code === 'string') byCode.set(code, id)
    return id
  }
  const school = add({ kind: 'school', parentId: null, name: plan.name })
  for (const building of plan.buildings) {
    const house = add({ kind: 'building', parentId: school, name: building.name })
    for (const floor of building.floors) {
      const level = add({ kind: 'floor', parentId: house, name: floor.name })
      for (const room of floor.rooms) add({ kind: 'room', parentId: level, name: room.name, properties: roomProperties(room) })
    }
  }
  add({ kind: 'outdoor', parentId: school, name: 'Schulhof', properties: { code: 'outdoor' } })
  for (const meter of plan.meters) add({ kind: 'meter-point', parentId: school, name: meter.name, properties: { code: meter.code, quantity: meter.quantity, unit: meterUnits[meter.quantity] } })
  for (const outlet of plan.outlets) add({ kind: 'outlet-group', parentId: byCode.get(outlet.at) ?? school, name: outlet.name, properties: { code: outlet.code, outlets: outlet.outlets, warm: outlet.warm } })
  for (const row of rows) await insertThing(db, row)
  await insertSchool(db, { id: school, slug: plan.slug, form: plan.form, place: plan.place, heatedAreaM2: plan.heatedAreaM2, hallAreaM2: plan.hallAreaM2, pupils: plan.pupils, lessons: plan.lessons })
  await indexSchool(db, school, plan)
  await setPosition(db, school, { location: await takeNumbers(db, 'location'), historical: await takeNumbers(db, 'historical-location') }, plan.place, plan.position)
  return byCode.set('school', school)
}

const countThings = ({ buildings, meters, outlets }: SchoolPlan): number =>
  2 + meters.length + outlets.length + buildings.reduce((sum, { floors }) => sum + 1 + floors.reduce((more, { rooms }) => more + 1 + rooms.length, 0), 0)

/** Class rooms are three metres high, halls seven. */
const roomProperties = ({ code, use, areaM2, seats }: RoomPlan) => ({ code, use, areaM2, volumeM3: areaM2 * (use === 'gym' || use === 'workshop' ? 6 : 3), ...(seats !== undefined && { seats }), ...(use === 'staff' && { sealed: true }) })

async function hangDevices(db: UnitOfWork, plan: SchoolPlan, things: ReadonlyMap<string, number>): Promise<void> {
  const devices = demoDevices.filter(({ school }) => school === plan.slug)
  const firstSensor = await takeNumbers(db, 'sensor', devices.length)
  const begin = instantAt(addDays(localDate(db.now), -mountedDays))
  for (const [index, device] of devices.entries()) {
    const sensorId = firstSensor + index
    await insertSensor(db, { id: sensorId, name: device.name, metadata: device.codec, properties: { devEui: device.devEui } })
    await insertDevice(db, { devEui: device.devEui, sensorId, schoolId: things.get('school') ?? null, name: device.name, codec: device.codec, expectedMinutes: device.expectedMinutes, batteryPercent: device.battery })
    const hang = (code: string, from: Date, to: Date | null): Promise<number> => {
      const thingId = things.get(code)
      if (thingId === undefined) throw new Error(`The plan of ${plan.slug} knows no ${code}.`)
      return insertMounting(db, { id: newId(db.now), devEui: device.devEui, channel: '*', thingId, from, to })
    }
    const moved = device.before && instantAt(addDays(localDate(db.now), -device.before.days), 13, 30)
    if (device.before && moved) await hang(device.before.at, begin, moved)
    await hang(device.at, moved ?? begin, null)
  }
}
