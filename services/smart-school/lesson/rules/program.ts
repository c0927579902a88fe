import type { Failure } from '../../codec/schema.ts'

/** A test that a pupil's codec must pass: bytes as a sensor sends them, and what they mean. */
export type CodecTest = { readonly id: 'temperature' | 'cold' | 'humidity' | 'co2' | 'all' | 'unknown'; readonly hex: string; readonly expected: Readonly<Record<string, number>> }

/**
 * Bytes of an ELSYS ERS, by the maker's payload description: a type, then its value, again and again. 0x01 temperature in tenths of a degree (two bytes,
 * signed), 0x02 relative humidity in percent, 0x04 light in lux (two bytes), 0x06 CO₂ in ppm (two bytes), 0x07 battery in millivolts (two bytes).
 */
export const codecTests: readonly CodecTest[] = [
  { id: 'temperature', hex: '0100E2', expected: { temperature: 22.6 } },
  { id: 'humidity', hex: '0229', expected: { humidity: 41 } },
  { id: 'co2', hex: '06035C', expected: { co2: 860 } },
  { id: 'all', hex: '0100D7022C040123060580', expected: { temperature: 21.5, humidity: 44, light: 291, co2: 1408 } },
  { id: 'cold', hex: '01FFD3', expected: { temperature: -4.5 } },
  { id: 'unknown', hex: '0100E2070E1006035C', expected: { temperature: 22.6, co2: 860 } },
]

export const bytesOf = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
export const hexOf = (bytes: ArrayLike<number>): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ')

/** What a class begins with. It reads the temperature; humidity is read wrongly, CO₂ not at all, and frost comes out far too warm. */
export const codecStarter = `function decodeUplink(input) {
  var bytes = input.bytes;
  var data = {};
  var at = 0;
  while (at < bytes.length) {
    var type = bytes[at];
    if (type === 0x01) {
      data.temperature = (bytes[at + 1] * 256 + bytes[at + 2]) / 10;
      at = at + 3;
    } else if (type === 0x02) {
      data.humidity = bytes[at + 1] * 10;
      at = at + 2;
    } else if (type === 0x04) {
      data.light = bytes[at + 1] * 256 + bytes[at + 2];
      at = at + 3;
    } else {
      at = at + 3;
    }
  }
  return { data: data };
}
`

/** Fields that differ, or nothing when the answer is right. More fields than expected are no mistake. */
export function differences(expected: Readonly<Record<string, number>>, data: unknown): { field: string; expected: number; got: unknown }[] {
  const found = typeof data === 'object' && data !== null ? new Map(Object.entries(data)) : new Map<string, unknown>()
  return Object.entries(expected).flatMap(([field, value]) => {
    const got = found.get(field)
    return typeof got === 'number' && Math.abs(got - value) < 1e-6 ? [] : [{ field, expected: value, got }]
  })
}

/** The data out of what `decodeUplink` gave back: `{ data: … }`, as codecs have it. */
export const dataOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'data' in value ? value.data : undefined)

/** Lengths of values by type in ELSYS payloads, in bytes. */
const lengths: Readonly<Record<number, number>> = { 0x01: 2, 0x02: 1, 0x03: 3, 0x04: 2, 0x05: 1, 0x06: 2, 0x07: 2, 0x08: 2, 0x0a: 2, 0x0b: 4, 0x0c: 2, 0x0d: 1, 0x0e: 2, 0x0f: 1, 0x11: 1, 0x12: 1, 0x14: 4, 0x15: 2 }
/** Movement, occupancy, and what a contact says: nothing for a class. */
const presence = new Set([0x05, 0x0d, 0x0f, 0x11])

/** A sensor's bytes without what tells who was there; undefined when there is a type whose length nobody knows. */
export function withoutPresence(bytes: ArrayLike<number>): number[] | undefined {
  const left: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const type = bytes[at] ?? 0
    const length = lengths[type]
    if (length === undefined || at + length >= bytes.length) return undefined
    if (!presence.has(type)) left.push(...Array.from({ length: length + 1 }, (_, offset) => bytes[at + offset] ?? 0))
    at += length + 1
  }
  return left.length > 0 ? left : undefined
}

/** A value for pupils' charts: `chart(points)` gets a list of these. */
export type ChartPoint = { readonly day: string; readonly lesson: number | null; readonly room: string; readonly value: number }
export type ChartBar = { readonly label: string; readonly value: number }

export const chartStarter = `function chart(points) {
  var sums = {};
  var counts = {};
  points.forEach(function (point) {
    sums[point.room] = (sums[point.room] || 0) + point.value;
    counts[point.room] = (counts[point.room] || 0) + 1;
  });
  return Object.keys(sums).map(function (room) {
    return { label: room, value: Math.round(sums[room] / counts[room]) };
  });
}
`
export const mostBars = 40

/** Points for practice where a class has no measurements of its own: two invented rooms on three mornings, CO₂ in ppm. */
export const practicePoints: readonly ChartPoint[] = ['2026-11-23', '2026-11-24', '2026-11-25'].flatMap((day, at) =>
  [1, 2, 3, 4].flatMap((lesson) => [
    { day, lesson, room: 'A', value: 650 + lesson * 140 + at * 30 },
    { day, lesson, room: 'B', value: 700 + lesson * 260 - at * 20 },
  ]),
)

/** What `chart` gave back, if our chart can draw it; else which rule it breaks. */
export function barsOf(value: unknown): { readonly ok: true; readonly bars: readonly ChartBar[] } | { readonly ok: false; readonly reason: 'no-list' | 'empty' | 'too-many' | 'no-label' | 'no-number'; readonly at?: number } {
  if (!Array.isArray(value)) return { ok: false, reason: 'no-list' }
  if (value.length === 0) return { ok: false, reason: 'empty' }
  if (value.length > mostBars) return { ok: false, reason: 'too-many' }
  const bars: ChartBar[] = []
  for (const [at, item] of value.entries()) {
    const one: unknown = item
    const label = typeof one === 'object' && one !== null && 'label' in one ? one.label : undefined
    const number = typeof one === 'object' && one !== null && 'value' in one ? one.value : undefined
    if (typeof label !== 'string' && typeof label !== 'number') return { ok: false, reason: 'no-label', at: at + 1 }
    if (typeof number !== 'number' || !Number.isFinite(number)) return { ok: false, reason: 'no-number', at: at + 1 }
    bars.push({ label: String(label).slice(0, 60), value: number })
  }
  return { ok: true, bars }
}

/** What went wrong in a pupil's program, as a key of words, with the name that the message speaks of. */
export type Slip = { readonly kind: 'timeout' | 'memory' | 'syntax' | 'unknown-name' | 'nothing-there' | 'no-function' | 'missing' | 'other'; readonly name: string; readonly line: number | undefined }

/** Reads the sandbox's English message (QuickJS) for people who learn. */
export function slipOf({ reason, message, line }: Failure): Slip {
  const at = { line }
  const [, unknown] = /ReferenceError: '?([\w$]+)'? is not defined/.exec(message) ?? /^'?([\w$]+)'? is not defined/.exec(message) ?? []
  if (reason === 'timeout' || reason === 'memory') return { kind: reason, name: '', ...at }
  if (reason === 'resting') return { kind: 'timeout', name: '', ...at }
  if (unknown !== undefined) return { kind: 'unknown-name', name: unknown, ...at }
  const [, field] = /cannot read property '?([\w$]+)'? of (?:undefined|null)/.exec(message) ?? []
  if (field !== undefined) return { kind: 'nothing-there', name: field, ...at }
  if (/SyntaxError|unexpected|expecting|unterminated/i.test(message)) return { kind: 'syntax', name: '', ...at }
  if (/not a function/.test(message)) return { kind: 'no-function', name: '', ...at }
  return { kind: reason === 'invalid' ? 'missing' : 'other', name: message.slice(0, 120), ...at }
}
