import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, isSchoolDay, localDate, type PlainDate } from '@modellregion/standards'
import { getMeterPoint, hasDoubt, listGasValues, listRegisters, listSourceSeries, readEdges, readReadings, widenSpan, type SourceSeries } from './queries.ts'
import { chainPieces, type Chain, type Piece } from './rules/chain.ts'
import { consumptionBy } from './rules/consume.ts'
import { nth } from './rules/nth.ts'
import { edgesOf, spansOf, startOf } from './rules/periods.ts'
import { profileDays, profileFromHours, profileOf } from './rules/profile.ts'
import { readingChannelOf } from './rules/registers.ts'
import { window } from './rules/sift.ts'
import type { Weigh } from './rules/spread.ts'
import { multiplierOf, stepOf } from './rules/units.ts'
import type { Consumption, MeterPoint, Period, Reading, Register } from './schema.ts'

export type { Consumption } from './schema.ts'

/** What is known of a meter point before any reading is looked at. */
export type Metering = { readonly point: MeterPoint; readonly registers: readonly Register[]; readonly series: readonly SourceSeries[] }

/** @throws NotFound */
export async function meteringOf(db: UnitOfWork, meterPointId: number): Promise<Metering> {
  const point = await getMeterPoint(db, meterPointId)
  const [registers, series] = [await listRegisters(db, meterPointId), await listSourceSeries(db, meterPointId)]
  return { point, registers: registers.length > 0 ? registers : plainRegister(point), series }
}

/**
 * What was used at a meter point from a day until before another, by local days, ISO weeks, months or years; the first and last are cut to the span.
 * Nothing is stored: a reading or an exchange that comes later mends the past by itself. Where all readings rise as they should, only those
 * next to the edges of the spans are read; else all of the time, and what is wrong is set aside (rules/sift.ts). Both ways give the same.
 * @throws NotFound
 */
export async function consumptionOf(db: UnitOfWork, meterPointId: number, from: PlainDate, until: PlainDate, by: Period): Promise<Consumption[]> {
  return await consumptionAt(db, await meteringOf(db, meterPointId), from, until, by)
}

/** The same for whoever has looked up the meter point already. `code`: of one chain of registers only; without, the sum of all, what is fed in taken away. */
export async function consumptionAt(db: UnitOfWork, metering: Metering, from: PlainDate, until: PlainDate, by: Period, code?: string): Promise<Consumption[]> {
  if (until <= from) return []
  const gasValues = metering.point.quantity === 'gas' ? await listGasValues(db, metering.point.id) : []
  const moments = [...edgesOf(spansOf(from, until, by)), ...gasValues.map((value) => startOf(value.from))].filter((at) => at >= startOf(from) && at <= startOf(until)).sort((a, b) => a.getTime() - b.getTime())
  const { pieces } = await chainOf(db, metering, moments, code)
  const weigh = await profiles(db, metering, pieces, moments.map((moment) => moment.getTime()))
  return consumptionBy(pieces, { from, until, by, quantity: metering.point.quantity, gasValues, weigh })
}

/** Share of the hours from a day until before another that is measured, from 0 to 1: of the worst register, for as long as it was there. Hours of the high tariff are no whole day while the low tariff is silent. */
export async function measuredShare(db: UnitOfWork, metering: Metering, from: PlainDate, until: PlainDate): Promise<number> {
  const [start, end] = [startOf(from).getTime(), startOf(until).getTime()]
  const hours = (end - start) / 3_600_000
  const coveredBy = async (code?: string): Promise<number> => (await consumptionAt(db, metering, from, until, 'year', code)).reduce((sum, { covered }) => sum + covered, 0)
  const shares = [(await coveredBy()) / hours]
  const codes = [...new Set(metering.registers.map(({ code }) => code))]
  for (const code of codes.length > 1 ? codes : []) {
    const there = metering.registers.filter((one) => one.code === code).reduce((sum, one) => sum + Math.max(0, Math.min(end, one.to?.getTime() ?? end) - Math.max(start, one.from.getTime())) / 3_600_000, 0)
    if (there > 0) shares.push((await coveredBy(code)) / there)
  }
  return Math.min(...shares)
}

/** The pieces between readings, as far as they are needed to know what each reading said at some moments. `moments` in order. */
export async function chainOf(db: UnitOfWork, { point, registers, series }: Metering, moments: readonly Date[], code?: string): Promise<Chain> {
  const [from, until] = [nth(moments, 0), nth(moments, moments.length - 1)]
  const readings = new Map<Register, Reading[]>()
  const asked = registers.filter((register) => code === undefined || register.code === code)
  for (const register of asked) {
    const own = series.filter((one) => isOf(one, register, { point, registers }))
    readings.set(register, own.length === 0 || register.from > until || (register.to !== null && register.to < from) ? [] : await readingsAround(db, register, own, moments))
  }
  return chainPieces(asked, (register) => readings.get(register) ?? [])
}

async function readingsAround(db: UnitOfWork, register: Register, own: readonly SourceSeries[], moments: readonly Date[]): Promise<Reading[]> {
  const ids = own.map(({ id }) => id)
  const isManual = new Set(own.filter(({ manual }) => manual).map(({ id }) => id))
  const edges = moments.filter((moment) => moment >= register.from && (register.to === null || moment <= register.to))
  const [start, end] = [edges[0] ?? register.from, edges.at(-1) ?? register.to ?? register.from]
  const wide = await widenSpan(db, ids, start, end, window)
  const span = { from: later(wide.from, register.from), until: register.to ?? new Date(wide.until.getTime() + 1) }
  const limits = { step: stepOf(register), maxPerHour: register.maxPerHour === null ? null : register.maxPerHour / Math.abs(multiplierOf({ ...register, factor: 1 })) }
  const read = (await hasDoubt(db, ids, span, limits)) ? await readReadings(db, ids, span.from, span.until) : await readEdges(db, ids, [...edges, register.from, ...(register.to ? [register.to] : [])])
  return read.map(({ at, value, seriesId }) => ({ at, value, source: isManual.has(seriesId) ? 'manual' : 'device' }))
}

const later = (a: Date, b: Date): Date => (a > b ? a : b)

/** Every reading of a span with what was made of it: for the page of a meter, not for sums. */
export async function inspect(db: UnitOfWork, { point, registers, series }: Metering, from: Date, until: Date, code?: string): Promise<Chain & { readings: readonly (Reading & { code: string | null })[] }> {
  const manual = new Set(series.filter((one) => one.manual).map(({ id }) => id))
  const all = await readReadings(db, series.map(({ id }) => id), from, until)
  const readingsOf = (register: Register): Reading[] => {
    const ids = new Set(series.filter((one) => isOf(one, register, { point, registers })).map(({ id }) => id))
    return all.filter(({ seriesId }) => ids.has(seriesId)).map(({ at, value, seriesId }) => ({ at, value, source: manual.has(seriesId) ? 'manual' : 'device' }))
  }
  const within = registers.filter((register) => register.from <= until && (register.to === null || register.to >= from) && (code === undefined || register.code === code))
  const owner = new Map(series.map((one) => [one.id, [...registers].reverse().find((register) => isOf(one, register, { point, registers }))?.code ?? null]))
  return { ...chainPieces(within, readingsOf), readings: all.map(({ at, value, seriesId }) => ({ at, value, source: manual.has(seriesId) ? 'manual' : 'device', code: owner.get(seriesId) ?? null })) }
}

/**
 * Whether a series says what this register shows. A person reads the display, so never the pulses; what was read before registers were told apart belongs to
 * the only chain there is. A register without a channel takes what no other chain has named.
 */
export function isOf(series: SourceSeries, register: Register, { point, registers }: { point: Pick<MeterPoint, 'quantity'>; registers: readonly Register[] }): boolean {
  const others = registers.filter(({ code }) => code !== register.code)
  if (series.manual) {
    const isNamed = series.channel !== null && series.channel.startsWith('reading:')
    return register.unit !== 'pulse' && (series.channel === readingChannelOf(register.code) || (!isNamed && (register.code === 'total' || others.length === 0)))
  }
  if (register.channel !== null) return series.channel === register.channel
  if (others.some(({ channel }) => channel !== null && channel === series.channel)) return false
  return register.unit === 'pulse' ? series.quantity === 'pulses' : series.quantity === point.quantity
}

// A device that hangs at a point of which nobody has described the meter: its readings count as they are.
const plainRegister = (point: MeterPoint): Register[] => [
  {
    id: 'plain', meterPointId: point.id, code: 'total', serial: '', from: new Date(0), to: null, startReading: null, endReading: null, digitsBefore: null, digitsAfter: 0, factor: 1,
    unit: point.quantity === 'electricity' || point.quantity === 'heat' ? 'kWh' : point.quantity === 'pulses' ? 'pulse' : 'm3', pulsesPerUnit: point.quantity === 'pulses' ? 1 : null, sign: 1, channel: null, expectedMinutes: 60, maxPerHour: null,
  },
]

// Each long gap that an edge cuts is shared out by the hours around itself, so that it never matters what else was asked for; each register by its own hours.
async function profiles(db: UnitOfWork, metering: Metering, pieces: readonly Piece[], edges: readonly number[]): Promise<Weigh> {
  const known = new Map<string, (from: number, until: number) => number>()
  const key = (piece: Piece) => `${piece.code} ${piece.from}-${piece.until}`
  for (const piece of pieces) {
    const hours = (piece.until - piece.from) / 3_600_000
    if (!piece.long || hours < profileFromHours || hours > profileDays * 24 || known.has(key(piece)) || !edges.some((edge) => edge > piece.from && edge < piece.until)) continue
    const [first, last] = [localDate(new Date(piece.from)), localDate(new Date(piece.until))]
    const around = await inspect(db, metering, startOf(addDays(first, -profileDays)), startOf(addDays(last, profileDays)), piece.code)
    // What is fed in is negative; when it flows matters here, not which way.
    const flows = around.pieces.filter(({ from, until }) => until - from <= 2 * 3_600_000).map((one) => ({ ...one, amount: Math.abs(one.amount) }))
    const profile = profileOf(flows, (day) => !isSchoolDay(day))
    if (profile) known.set(key(piece), profile)
  }
  return (piece) => known.get(key(piece))
}
