import type { Unread } from '../quantity/normalise.ts'
import type { Measure, QuantityId } from '../quantity/quantity.ts'

/**
 * How a town translates fields of a codec that has no `normalizeUplink`: path in the result (`air.temp`, `counters.0`) to our word. `factor` brings it
 * into the quantity's unit (0.001 for mV to V). The channel is the path's quantity unless one is named.
 */
export type CodecMapping = Readonly<Record<string, { readonly quantity: QuantityId; readonly channel?: string; readonly factor?: number }>>

/** One version of a codec: what the sandbox needs to read a device's bytes. */
export type CodecSource = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly maker: string
  readonly program: string
  readonly mapping?: CodecMapping
}

export type DecodeInput = { readonly bytes: Uint8Array; readonly fPort: number; readonly recvTime: Date; readonly variables?: Readonly<Record<string, string>> }

/**
 * Why a program gave nothing. `timeout` and `memory`: stopped by the sandbox. `error`: the codec said so or threw. `invalid`: no codec, no such function,
 * or a result that is no plain data. `resting`: it was stopped too often in a row and is left alone for a while; the frame is kept, decode it again later.
 */
export type FailureReason = 'timeout' | 'memory' | 'error' | 'invalid' | 'resting'
/** `line` in the program, from 1, where the error is known to be. `message` is the program's own or the sandbox's, in English. */
export type Failure = { readonly ok: false; readonly reason: FailureReason; readonly message: string; readonly line?: number }

/** `data` as the codec named it; `measures` in our words. Values that are no finite number are left out and named in `warnings`; `unread`: those that should have been one (not null). */
export type Decoded = { readonly ok: true; readonly data: unknown; readonly measures: readonly Measure[]; readonly warnings: readonly string[]; readonly unread?: readonly Unread[] } | Failure

export type EncodeInput = { readonly data: unknown; readonly fPort?: number; readonly variables?: Readonly<Record<string, string>> }
export type Encoded = { readonly ok: true; readonly bytes: Uint8Array; readonly fPort: number; readonly warnings: readonly string[] } | Failure

/** What a `chart(points)` or any other function of a program gave back; `log` is what it wrote with `console.log`. */
export type Called = { readonly ok: true; readonly value: unknown; readonly log: readonly string[] } | (Failure & { readonly log?: readonly string[] })

/** Limits of the sandbox. */
export type Limits = {
  /** Milliseconds for one call, loading the program included. */
  readonly time: number
  /** Bytes that the program, its data and its results may take. */
  readonly memory: number
  /** Bytes of stack. */
  readonly stack: number
  /** Characters of one result as JSON. */
  readonly result: number
}

/** 50 ms and 16 MB for one decode: a thousand times what a usual codec needs. */
export const usualLimits: Limits = { time: 50, memory: 16 * 1024 * 1024, stack: 192 * 1024, result: 64 * 1024 }

/** A codec that was stopped several times in a row and now rests. */
export type Resting = { readonly codec: string; readonly version: number; readonly stopped: number; readonly secondsLeft: number; readonly message: string }

/** A codec as lists show it: shipped with the platform or the town's own, in its active version. */
export type Codec = CodecSource & {
  readonly model: string
  /** `shipped`: part of the platform, the same in all towns. */
  readonly origin: 'shipped' | 'town'
}

/** A town's own codec. */
export type TownCodec = { readonly id: string; readonly name: string; readonly maker: string; readonly model: string; readonly activeVersion: number | null }

/** One version of it; never changed. `results` tell how its examples came out when it was written. */
export type TownVersion = {
  readonly codecId: string
  readonly version: number
  readonly program: string
  readonly mapping: CodecMapping
  readonly examples: readonly Example[]
  readonly note: string
  readonly results: readonly Checked[]
  readonly passed: boolean
  /** SPDX expression. */
  readonly licence: string
  /** It came from the catalogue of reuse. */
  readonly installed: boolean
  readonly activatedAt: Date | null
  readonly createdAt: Date
}

/** A case for a codec: bytes and what must come out. `measures` may be left out. A downlink has what is to be sent and the bytes. */
export type UplinkExample = { readonly name: string; readonly kind: 'uplink'; readonly bytes: readonly number[]; readonly fPort: number; readonly recvTime?: string; readonly variables?: Readonly<Record<string, string>>; readonly data?: unknown; readonly measures?: unknown; readonly error?: boolean }
export type DownlinkExample = { readonly name: string; readonly kind: 'downlink'; readonly send: unknown; readonly fPort?: number; readonly bytes: readonly number[]; readonly error?: boolean }
export type Example = UplinkExample | DownlinkExample

/** Where two values differ, in a path and both values; undefined: they are the same. Numbers may differ by the last digits, as computing does. */
export type Difference = { readonly path: string; readonly expected: string; readonly got: string }

/** What an example gave. `difference`: something else came out; `failure`: the program did not get that far; `unexpected`: it should have refused. */
export type Checked = { readonly name: string; readonly ok: boolean; readonly difference?: Difference; readonly failure?: Failure; readonly unexpected?: boolean; readonly got?: unknown }

/** One difference: at which moment (ISO 8601), what stands there, what would stand there. */
export type Extreme = { readonly at: string; readonly before: number | null; readonly after: number | null }
/** What would change in one series: counts, the first change and the largest. */
export type SeriesSummary = { readonly devEui: string; readonly thingId: number; readonly channel: string; readonly changed: number; readonly fresh: number; readonly gone: number; readonly first: Extreme; readonly largest: Extreme }
export type ReplayCounts = { readonly frames: number; readonly unread: number; readonly same: number; readonly changed: number; readonly fresh: number; readonly gone: number; readonly series: readonly SeriesSummary[] }

export type ReplayState = 'comparing' | 'compared' | 'applying' | 'applied' | 'failed'
/** `counts`: what would change; `applied`: what was changed. */
export type Replay = {
  readonly id: string
  readonly codecId: string
  readonly codecVersion: number
  /** Null: every device that uses the codec. */
  readonly devEui: string | null
  readonly from: Date
  readonly until: Date
  readonly state: ReplayState
  readonly jobId: string | null
  readonly counts: ReplayCounts | null
  readonly applied: ReplayCounts | null
  readonly error: string
  readonly comparedAt: Date | null
  readonly appliedAt: Date | null
  readonly createdAt: Date
}

/** A frame that a codec could not read. */
export type FailedFrame = { readonly devEui: string; readonly at: Date; readonly fPort: number; readonly payload: Buffer; readonly version: number | null }
export type CodecDevice = { readonly devEui: string; readonly name: string }
