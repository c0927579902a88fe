import type { Audience } from '../store/schema.ts'

/** By which way a source speaks. `manual`: people who read meters, and tables they upload; it has no secret. */
export type SourceKind = 'chirpstack' | 'tts' | 'sensorthings' | 'csv' | 'manual'
export const sourceKinds: readonly SourceKind[] = ['chirpstack', 'tts', 'sensorthings', 'csv', 'manual']

/** Whoever may deliver measurements to a town: a network server, a program, a table. */
export type Source = {
  readonly id: string
  /** Unique in the town, without `/`, because it is part of the MQTT user name. */
  readonly name: string
  readonly kind: SourceKind
  /** Null: for all schools of the town. */
  readonly schoolId: number | null
  /** Whether it may create and change entities of SensorThings. Network servers deliver uplinks without it. */
  readonly mayWrite: boolean
  /** Single values it may read by SensorThings. */
  readonly audiences: readonly Audience[]
  /** MQTT topic filters (`application/+/device/+/event/+`) on which it may publish. */
  readonly topics: readonly string[]
}

/** A source as the console lists it. */
export type ListedSource = Source & { readonly createdAt: Date; readonly revokedAt: Date | null; readonly lastMessageAt: Date | null; readonly messages: number }

/** What a device sent, freed of its network server's format. */
export type Uplink = {
  /** Sixteen small hexadecimal digits. */
  readonly devEui: string
  /** Eight small hexadecimal digits: the session's address; empty when the server does not say. */
  readonly devAddr: string
  readonly fCnt: number
  readonly fPort: number
  readonly bytes: Uint8Array
  /** When it was received by radio, as the network server says. */
  readonly at: Date
  /** Name of the source. */
  readonly source: string
  readonly rssi?: number
  readonly snr?: number
}

/**
 * What the network server or the device says about the device itself: charge of the battery, a new session.
 * `battery` is in percent.
 */
export type DeviceNews = { readonly devEui: string; readonly at: Date; readonly kind: 'status' | 'join' | 'location' | 'other'; readonly batteryPercent?: number; readonly source: string }

/** Why something is in the quarantine. */
export type QuarantineReason =
  | 'broken-json'
  | 'wrong-format'
  | 'unknown-topic'
  | 'forged-topic'
  | 'retained'
  | 'too-large'
  | 'unknown-device'
  | 'foreign-device'
  | 'retired-device'
  | 'clock'
  | 'codec-failed'
  | 'implausible'
  | 'not-mounted'
  | 'refused'
export const quarantineReasons: readonly QuarantineReason[] = [
  'broken-json', 'wrong-format', 'unknown-topic', 'forged-topic', 'retained', 'too-large', 'unknown-device', 'foreign-device', 'retired-device', 'clock', 'codec-failed', 'implausible', 'not-mounted', 'refused',
]

/** Something refused, to be looked at by a person. `payload` is capped; `size` says how long it was. */
export type Quarantined = {
  readonly id: string
  readonly reason: QuarantineReason
  /** Codes and numbers, no sentence: `channel=co2 value=99999`. */
  readonly detail: string
  readonly source: string
  readonly topic: string
  readonly devEui: string | null
  readonly payload: Buffer
  readonly size: number
  readonly count: number
  readonly firstAt: Date
  readonly lastAt: Date
}

/**
 * What became of an uplink. `new`: its values are stored. `copy`: it was known. `kept`: the frame is kept, but nothing could be read from it yet
 * (no codec, failed codec, not mounted): it can be replayed. `refused`: it lies in the quarantine.
 */
export type TakeOutcome =
  | { readonly outcome: 'new' | 'copy'; readonly observations: number }
  | { readonly outcome: 'kept'; readonly reason: FrameState }
  | { readonly outcome: 'refused'; readonly reason: QuarantineReason }

/** What was read from a kept frame. `part`: some of its values were implausible. */
export type FrameState = 'read' | 'part' | 'no-codec' | 'codec-failed' | 'not-mounted'

/** A raw frame as it is kept. Copies of one radio frame are one row; `at` is the earliest, `lastAt` the latest moment that was told. */
export type Frame = {
  readonly devEui: string
  readonly at: Date
  /** Tells apart frames of one device: hash of session address, counter, port and payload. */
  readonly key: string
  readonly lastAt: Date
  readonly devAddr: string
  readonly fCnt: number
  readonly fPort: number
  readonly payload: Buffer
  readonly source: string
  readonly rssi: number | null
  readonly snr: number | null
  readonly state: FrameState
  readonly codec: string | null
  readonly codecVersion: number | null
}

/** What a person has read at a meter, with the photo that proves it. `confirmed`: somebody was asked whether it is right, and said yes. */
export type PastReading = { readonly id: string; readonly at: Date; readonly value: number | null; readonly photoId: string | null; readonly confirmed: boolean; readonly channel: string | null }
