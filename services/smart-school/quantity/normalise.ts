import { isQuantity, type Measure, type QuantityId } from './quantity.ts'

/** Measures in our words, and in `warnings` what was named like a quantity and could not be read. */
export type Normalised = { readonly measures: readonly Measure[]; readonly warnings: readonly string[]; readonly unread: readonly Unread[] }
/** A value that should have been a number: NaN, a word that means nothing. `null` is none of them: the codec says that there is no value. */
export type Unread = { readonly channel: string; readonly value: string }

type Target = { readonly quantity: QuantityId; readonly channel?: string; readonly factor?: number }

/**
 * Names of The Things Network's normalised payload (lorawan-devices, lib/payload.json, and what the device repository uses beyond it), and what they are
 * called here. `air.relativeHumidity` is a path. Metered water is in litres there.
 */
export const networkNames: Readonly<Record<string, Target>> = {
  'air.temperature': { quantity: 'temperature' },
  'air.relativeHumidity': { quantity: 'humidity' },
  'air.pressure': { quantity: 'pressure' },
  'air.co2': { quantity: 'co2' },
  'air.lightIntensity': { quantity: 'light' },
  'air.voc': { quantity: 'voc' },
  'air.pm25': { quantity: 'pm25' },
  'soil.moisture': { quantity: 'soilMoisture' },
  'soil.temperature': { quantity: 'soilTemperature' },
  'wind.speed': { quantity: 'windSpeed' },
  'rain.cumulative': { quantity: 'rain' },
  'water.leak': { quantity: 'leak' },
  'water.temperature': { quantity: 'waterTemperature' },
  'water.temperature.current': { quantity: 'waterTemperature' },
  'metering.water.total': { quantity: 'water', factor: 0.001 },
  'metering.power.total': { quantity: 'electricity' },
  'action.motion.detected': { quantity: 'occupancy' },
  'action.motion.count': { quantity: 'motion' },
  'action.contactState': { quantity: 'contact' },
}

/** Words that codecs say for a state. */
const states: Readonly<Record<string, number>> = { open: 1, closed: 0, close: 0, on: 1, off: 0, true: 1, false: 0, leak: 1, normal: 0, detected: 1, occupied: 1, vacant: 0, triggered: 1, yes: 1, no: 0 }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What a codec's `normalizeUplink` says as measures. It may use our words flat (`{ co2: 640, pulses: { value: 12, channel: 'pulses-1' } }`, a list for
 * several channels or for stored values with `ageSeconds`), the network's nested ones, or a list of such objects, each with its `time`.
 * `at`: when the uplink was received. What is no quantity is passed over; the last value of the same channel and moment counts.
 */
export function normalise(data: unknown, at: Date): Normalised {
  const found = new Map<string, Measure>()
  const warnings: string[] = []
  const unread: Unread[] = []
  for (const entry of Array.isArray(data) ? data : [data]) {
    if (!isRecord(entry)) continue
    const age = typeof entry['time'] === 'string' ? ageOf(entry['time'], at) : undefined
    for (const [key, value] of Object.entries(entry)) {
      const target = targetOf(key)
      // `water` is our word for a meter and the network's for what a sensor in water says.
      if (target && !(isRecord(value) && !('value' in value))) take(value, target, key)
      else if (isRecord(value)) descend(value, key)
    }
    function descend(record: Readonly<Record<string, unknown>>, path: string): void {
      for (const [key, value] of Object.entries(record)) {
        const target = networkNames[`${path}.${key}`]
        if (target && !(isRecord(value) && !('value' in value))) take(value, target, `${path}.${key}`)
        else if (isRecord(value)) descend(value, `${path}.${key}`)
      }
    }
    function take(value: unknown, target: Target, path: string): void {
      if (value === undefined) return
      if (Array.isArray(value)) return value.forEach((part) => take(part, target, path))
      const { value: bare, channel, ageSeconds } = isRecord(value) ? value : { value, channel: undefined, ageSeconds: undefined }
      const number = numberOf(bare)
      const name = channelOf(channel) ?? channelOf(target.channel) ?? target.quantity
      if (number === undefined) {
        warnings.push(`${path} is no number.`)
        if (bare !== null) unread.push({ channel: name, value: shown(bare) })
        return
      }
      const seconds = typeof ageSeconds === 'number' && Number.isFinite(ageSeconds) ? ageSeconds : age
      const measure: Measure = {
        channel: name,
        quantity: target.quantity,
        value: target.factor === undefined ? number : scaled(number, target.factor),
        ...(seconds === undefined || seconds === 0 ? {} : { ageSeconds: seconds }),
      }
      found.set(`${measure.channel}@${measure.ageSeconds ?? 0}`, measure)
    }
  }
  return { measures: [...found.values()], warnings, unread }
}

/** A name that every database and page can bear, whatever bytes a codec made it from. */
const channelOf = (word: unknown): string | undefined => (typeof word === 'string' && word.replaceAll(/\p{Cc}/gu, '').slice(0, 60)) || undefined

/** `co2`, or `pulses-2` for a channel of its own. */
function targetOf(key: string): Target | undefined {
  if (isQuantity(key)) return { quantity: key }
  const [quantity = ''] = key.split('-', 1)
  return key !== quantity && isQuantity(quantity) ? { quantity, channel: key } : undefined
}

/** The values that a town's table names, by their path in the codec's result (`counters.0.value`). Everything else is passed over. */
export function translate(data: unknown, mapping: Readonly<Record<string, Target>>): Normalised {
  const measures: Measure[] = []
  const warnings: string[] = []
  const unread: Unread[] = []
  for (const [path, { quantity, channel = quantity, factor = 1 }] of Object.entries(mapping)) {
    const value = valueAt(data, path)
    if (value === undefined) continue
    const number = numberOf(value)
    if (number === undefined) {
      warnings.push(`${path} is no number.`)
      if (value !== null) unread.push({ channel, value: shown(value) })
    } else measures.push({ channel, quantity, value: scaled(number, factor) })
  }
  return { measures, warnings, unread }
}

const shown = (value: unknown): string => (typeof value === 'object' ? typeof value : String(value).slice(0, 40))

/** The value at a path of names and places, or undefined. A name with dots in it is found as well. */
export function valueAt(data: unknown, path: string): unknown {
  if (isRecord(data) && Object.hasOwn(data, path)) return data[path]
  return path.split('.').reduce<unknown>((value, key) => (Array.isArray(value) ? value[Number(key)] : isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined), data)
}

/** Every path of a result at which a number, a truth value or a word for a state stands: what a town can map. */
export function pathsOf(data: unknown, before = ''): string[] {
  if (isRecord(data) || Array.isArray(data)) return Object.entries(data).flatMap(([key, value]) => (key === '' || (before !== '' && key.includes('.')) ? [] : key.includes('.') ? (numberOf(value) === undefined ? [] : [key]) : pathsOf(value, before === '' ? key : `${before}.${key}`)))
  return before !== '' && numberOf(data) !== undefined ? [before] : []
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value !== 'string') return undefined
  const word = value.trim().toLowerCase()
  if (Object.hasOwn(states, word)) return states[word]
  // Some codecs write numbers as text ("21.30").
  return /^-?\d+(\.\d+)?$/.test(word) ? Number(word) : undefined
}

// 0.1 steps of a factor must not become 21.200000000000003.
const scaled = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)))

function ageOf(time: string, at: Date): number | undefined {
  const then = Date.parse(time)
  return Number.isNaN(then) ? undefined : (at.getTime() - then) / 1_000
}
