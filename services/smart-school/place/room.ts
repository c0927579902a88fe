import type { UnitOfWork } from '@modellregion/kernel'
import { dayBounds, localDate } from '@modellregion/standards'
import { readDaily, type DailyValue } from '../protection/queries.ts'
import { mayRead, type Reach } from '../protection/rules.ts'
import type { QuantityId } from '../quantity/quantity.ts'
import { listLatest, listSeriesOfThings, readBuckets, readPoints } from '../store/queries.ts'
import type { Bucket, Mounting, Point, Series, Thing } from '../store/schema.ts'
import { listMountingsOfThing, listSensorNames, type HungRow } from './queries.ts'
import { latestBySeries, type LatestValue } from './read.ts'
import { dayBoundsOf, meanBounds, type Span } from './rules/period.ts'

/** A series with what it says in a span: single values of a day, means of hours or days else; and its days one by one. */
export type RoomSeries = {
  readonly series: Series
  readonly quantity: QuantityId
  readonly sensor: string
  /** How many series of the same quantity the room has. */
  readonly of: number
  readonly points: readonly Point[]
  readonly days: readonly Bucket[]
  /** Milliseconds without a value that are shown as a gap. */
  readonly gap: number
  /** Changes of the device within the span. */
  readonly marks: readonly { at: Date; device: string }[]
}
export type Hung = { readonly mounting: Mounting; readonly device: string }
export type RoomView = { readonly latest: readonly LatestValue[]; readonly series: readonly RoomSeries[]; readonly history: readonly Hung[]; readonly hides: boolean }

const minute = 60_000

/** What somebody may see of a room in a span. */
export async function readRoom(db: UnitOfWork, thing: Thing, span: Span, reach: Reach): Promise<RoomView> {
  const all = await listSeriesOfThings(db, [thing.id])
  // Batteries are of devices, not of rooms.
  const readable = all.filter((series) => mayRead(reach, series) && series.quantity !== 'battery' && series.quantity !== 'batteryPercent')
  const latest = await listLatest(db, readable.map(({ id }) => id))
  const sensors = await listSensorNames(db, readable.map(({ sensorId }) => sensorId))
  const history = await listMountingsOfThing(db, thing.id)
  const series: RoomSeries[] = []
  for (const one of readable) {
    const seen = latest.find(({ seriesId }) => seriesId === one.id)
    // What fell silent before the span draws nothing; asking `latest` first spares queries for each.
    if (one.quantity === null || !seen || seen.lastTime < span.start) continue
    const view = await readSeries(db, one, one.quantity, span)
    if (view.points.length > 0) series.push({ ...view, sensor: sensors.get(one.sensorId) ?? '', of: 1, marks: marksIn(history, one, span) })
  }
  const counted = series.map((one) => ({ ...one, of: series.filter(({ quantity }) => quantity === one.quantity).length }))
  return { latest: latestBySeries(readable, latest), series: counted.toSorted(byQuantity), history: history.map(({ device, ...mounting }) => ({ device, mounting })), hides: all.some((series) => !mayRead(reach, series)) }
}

const order: readonly QuantityId[] = ['co2', 'temperature', 'humidity', 'light', 'sound', 'occupancy', 'motion', 'contact', 'battery']
const rank = (quantity: QuantityId): number => (order.includes(quantity) ? order.indexOf(quantity) : order.length)
const byQuantity = (a: RoomSeries, b: RoomSeries): number => rank(a.quantity) - rank(b.quantity) || a.series.id - b.series.id

async function readSeries(db: UnitOfWork, series: Series, quantity: QuantityId, span: Span): Promise<Pick<RoomSeries, 'series' | 'quantity' | 'points' | 'days' | 'gap'>> {
  const days = withKeptDays(await readBuckets(db, series.id, dayBoundsOf(span)), await readDaily(db, series.id, localDate(span.start), localDate(span.end)))
  const bounds = meanBounds(span)
  if (!bounds) return { series, quantity, points: await readPoints(db, series.id, span.start, span.end), days, gap: 95 * minute }
  const buckets = span.period === 'week' ? await readBuckets(db, series.id, bounds) : days
  const step = span.period === 'week' ? 60 : 25 * 60
  // A mean stands in the middle of its hour or day.
  return { series, quantity, points: buckets.map(({ from, until, sum, count }) => ({ at: new Date((from.getTime() + until.getTime()) / 2), value: sum / count })), days, gap: 2.2 * step * minute }
}

/** Days whose single values are over and of which one row was kept (protection/retention.ts) stand among the others. */
export function withKeptDays(days: readonly Bucket[], kept: readonly DailyValue[]): Bucket[] {
  const there = new Set(days.map(({ from }) => from.getTime()))
  const old = kept.flatMap(({ day, ...values }) => {
    const { start, end } = dayBounds(day)
    return there.has(start.getTime()) ? [] : [{ from: start, until: end, ...values }]
  })
  return [...old, ...days].sort((a, b) => a.from.getTime() - b.from.getTime())
}

const marksIn = (history: readonly HungRow[], series: Series, span: Span): { at: Date; device: string }[] =>
  history.flatMap(({ from, sensorId, device }) => (sensorId === series.sensorId && from > span.start && from < span.end ? [{ at: from, device }] : []))
