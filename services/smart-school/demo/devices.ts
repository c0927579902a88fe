import type { QuantityId } from '../quantity/quantity.ts'
import { roomsOf, schoolPlans, type RoomPlan, type SchoolPlan } from './school-plans.ts'
import { demoSchools, type DemoSchool } from './schools.ts'

/** What a demonstration device measures: the channel is the quantity's name unless several of one quantity must be told apart. */
export type DemoChannel = { readonly channel: string; readonly quantity: QuantityId }

export type DemoDevice = {
  readonly devEui: string
  readonly school: DemoSchool
  readonly name: string
  readonly codec: string
  /** Code of the thing where it hangs: of a room, a meter point (`heat`), an outlet group (`showers`), or `outdoor`. */
  readonly at: string
  readonly channels: readonly DemoChannel[]
  readonly expectedMinutes: number
  /** Hung elsewhere until so many days before the first start. */
  readonly before?: { readonly at: string; readonly days: number }
  /** This channel says nothing any more since so many days before the first start. */
  readonly silent?: { readonly channel: string; readonly days: number }
  /** Percent on the first start. */
  readonly battery: number
}

const same = (...quantities: readonly QuantityId[]): DemoChannel[] => quantities.map((quantity) => ({ channel: quantity, quantity }))
const air = same('co2', 'temperature', 'humidity', 'light', 'motion', 'battery')

/** One of these for each kind of room and point. */
const models = {
  air: { name: 'Luftmesser', codec: 'elsys-ers-co2', channels: air, expectedMinutes: 15 },
  climate: { name: 'Raumklima', codec: 'milesight-em300-th', channels: same('temperature', 'humidity', 'batteryPercent'), expectedMinutes: 15 },
  presence: { name: 'Bewegungsmelder', codec: 'browan-tabs-tbms100', channels: same('occupancy', 'temperature', 'battery'), expectedMinutes: 60 },
  outdoor: { name: 'Außenfühler', codec: 'dragino-lht65n', channels: same('temperature', 'humidity', 'battery'), expectedMinutes: 20 },
  door: { name: 'Türkontakt', codec: 'dragino-lds02', channels: same('contact', 'battery'), expectedMinutes: 1440 },
  leak: { name: 'Wassermelder', codec: 'dragino-lwl02', channels: same('leak', 'battery'), expectedMinutes: 1440 },
  pipe: { name: 'Rohrfühler', codec: 'milesight-em500-pt100', channels: same('waterTemperature', 'batteryPercent'), expectedMinutes: 30 },
  tap: { name: 'Wasseruhr', codec: 'milesight-em300-di', channels: same('water', 'batteryPercent'), expectedMinutes: 30 },
} as const

/** Under what a device at a meter tells a register: the only one, that of the high tariff, that of the low one (OBIS). */
export const registerChannels = ['reading', '1.8.1', '1.8.2'] as const
export type RegisterChannel = (typeof registerChannels)[number]
/** Which register of a meter the device tells; undefined for other devices. */
export const registerOf = ({ channels: [first] }: Pick<DemoDevice, 'channels'>): RegisterChannel | undefined => registerChannels.find((channel) => channel === first?.channel)

/** Which model stands in front of a meter. */
const meterModels = { heat: 'Wärmezähler', electricity: 'Stromzähler', gas: 'Gaszähler', water: 'Wasserzähler' } as const

/** EUI-64 with the bit for "locally administered" set (IEEE 802): no maker will ever sell a device of this number. */
export const demoEui = (school: number, device: number): string => `02ac5c0000${school.toString(16).padStart(2, '0')}${device.toString(16).padStart(4, '0')}`

/** What is special about some devices, by school and place: the story the demonstration tells. */
const stories: Readonly<Record<string, Partial<Pick<DemoDevice, 'before' | 'silent' | 'battery'>>>> = {
  'ggs-roetgen 102': { before: { at: '002', days: 40 } },
  'gymnasium-baesweiler 112': { silent: { channel: 'co2', days: 5 } },
  'marienschule-alsdorf A02': { battery: 9 },
  'mies-van-der-rohe-schule A013': { battery: 17 },
}

type Model = { readonly name: string; readonly codec: string; readonly channels: readonly DemoChannel[]; readonly expectedMinutes: number }

function devicesOf(plan: SchoolPlan): DemoDevice[] {
  const school = demoSchools.indexOf(plan.slug) + 1
  const devices: DemoDevice[] = []
  const add = ({ name, codec, channels, expectedMinutes }: Model, at: string, where: string, note = ''): void => {
    const number = devices.length + 1
    devices.push({ devEui: demoEui(school, number), school: plan.slug, name: `${name} ${where}`, codec, at, channels, expectedMinutes, battery: 62 + ((school * 7 + number * 11) % 37), ...stories[`${plan.slug} ${at}${note}`] })
  }
  for (const room of roomsOf(plan)) for (const model of modelsFor(room)) add(models[model], room.code, room.name, model === 'air' || model === 'climate' ? '' : ` ${model}`)
  add(models.outdoor, 'outdoor', 'Schulhof')
  const counter = ({ code, name, quantity }: SchoolPlan['meters'][number], channel: RegisterChannel, more = ''): void =>
    add({ name: meterModels[quantity], codec: 'milesight-em300-di', channels: [{ channel, quantity }], expectedMinutes: 60 }, code, `${name.replace(/^\S+ /, '')}${more}`, more)
  for (const meter of plan.meters) if (!meter.tariffs) counter(meter, 'reading')
  for (const outlet of plan.outlets) {
    add(models.tap, outlet.code, outlet.name)
    add(models.pipe, outlet.code, outlet.name, ' pipe')
  }
  for (const meter of plan.meters)
    if (meter.tariffs) {
      counter(meter, '1.8.1', ' HT')
      counter(meter, '1.8.2', ' NT')
    }
  return devices
}

function modelsFor({ use, code }: RoomPlan): readonly (keyof typeof models)[] {
  switch (use) {
    case 'class':
    case 'science':
    case 'workshop':
    case 'staff':
    case 'office':
    case 'canteen':
      return ['air']
    case 'gym':
      return ['climate', 'door']
    case 'corridor':
      return ['presence', 'door']
    case 'technical':
      return code === 'SRV' ? ['climate'] : ['leak']
  }
}

/** The fictional devices of the ten schools, in the order of the schools. */
export const demoDevices: readonly DemoDevice[] = schoolPlans.flatMap(devicesOf)
