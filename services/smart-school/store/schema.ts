import type { QuantityId } from '../quantity/quantity.ts'

export type ThingKind = 'school' | 'building' | 'floor' | 'room' | 'outdoor' | 'meter-point' | 'outlet-group'
/** Who may read single values. `sealed`: nobody, mean values over several rooms only. */
export type Audience = 'public' | 'school' | 'staff' | 'sealed'
export const audiences: readonly Audience[] = ['public', 'school', 'staff', 'sealed']

export type Thing = {
  readonly id: number
  readonly kind: ThingKind | null
  readonly parentId: number | null
  readonly schoolId: number | null
  readonly name: string
  readonly description: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly retiredAt: Date | null
}

/** A lesson of the school day, local time `HH:MM`. */
export type Lesson = { readonly from: string; readonly to: string }

export type School = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly form: string
  readonly place: string
  readonly heatedAreaM2: number | null
  readonly hallAreaM2: number | null
  readonly pupils: number | null
  readonly lessons: readonly Lesson[]
}

/** A Datastream of the platform's own devices, or a foreign one (`quantity` is null then). */
export type Series = {
  readonly id: number
  readonly multi: boolean
  readonly name: string
  readonly thingId: number
  readonly sensorId: number
  readonly schoolId: number | null
  readonly channel: string | null
  readonly quantity: QuantityId | null
  readonly audience: Audience
}

export type Device = {
  readonly devEui: string
  readonly sensorId: number
  readonly schoolId: number | null
  readonly name: string
  readonly codec: string | null
  readonly variables: Readonly<Record<string, string>>
  readonly expectedMinutes: number
  readonly state: 'stock' | 'active' | 'retired'
  readonly lastSeenAt: Date | null
  readonly lastCounter: number | null
  readonly batteryPercent: number | null
  readonly rssi: number | null
  readonly snr: number | null
}

/** `to` is the first moment at which it hangs there no more. */
export type Mounting = {
  readonly id: string
  readonly devEui: string
  /** `*`: all channels that have no mounting of their own at that time. */
  readonly channel: string
  readonly thingId: number
  readonly from: Date
  readonly to: Date | null
}

/** What is written into a series. Either `number` or `result` says it. */
export type NewObservation = {
  readonly seriesId: number
  readonly at: Date
  readonly number?: number | null
  /** Anything that is no number: text, truth value, array of a MultiDatastream, object. */
  readonly result?: unknown
  readonly seq?: number
  readonly end?: Date | null
  readonly resultTime?: Date | null
  readonly featureId?: number | null
  readonly extra?: Readonly<Record<string, unknown>> | null
}

/** A value at a moment; only numbers. */
export type Point = { readonly at: Date; readonly value: number }

export type LatestNumber = { readonly seriesId: number; readonly lastTime: Date; readonly number: number }
export type Latest = { readonly seriesId: number; readonly firstTime: Date; readonly lastTime: Date; readonly number: number | null; readonly result: unknown; readonly count: number }

/** Values of one local calendar day, week, month …: what charts and reports begin with. */
export type Bucket = { readonly from: Date; readonly until: Date; readonly count: number; readonly sum: number; readonly min: number; readonly max: number }
