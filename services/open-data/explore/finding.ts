import { isTime } from './columns.ts'
import { restName, type ChartData } from './chart-data.ts'

/** What a picture shows, as the key of a sentence and what stands in it. Places and names are as the address writes them. */
export type Finding =
  | { readonly kind: 'grown' | 'shrunk'; readonly from: string; readonly to: string; readonly share: number; readonly value: number }
  | { readonly kind: 'unchanged'; readonly from: string; readonly to: string; readonly value: number }
  | { readonly kind: 'leads'; readonly at: string; readonly name: string; readonly value: number }
  | { readonly kind: 'share'; readonly at: string; readonly value: number; readonly share: number }
  | { readonly kind: 'highest' | 'lowest'; readonly at: string; readonly value: number }

/** The most telling thing of a picture: a development, who leads, or the largest share. Nothing for a picture without values. */
export function findingOf({ plan, places, series, whole }: ChartData): Finding | undefined {
  const [only] = series
  if (!only) return undefined
  if (series.length === 1) return isTime(plan.by) ? development(places, only.values) : top(plan.how, places, only.values, whole)
  return isTime(plan.by) ? leader(places, series) : top(plan.how, places, places.map((_, at) => sumAt(series, at)), whole)
}

const sumAt = (series: ChartData['series'], at: number): number | null => {
  const values = series.flatMap((one) => one.values[at] ?? [])
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}

function development(places: readonly string[], values: readonly (number | null)[]): Finding | undefined {
  const known = places.flatMap((at, index) => (values[index] === null || values[index] === undefined ? [] : [{ at, value: values[index] }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return undefined
  if (first === last) return { kind: 'highest', at: first.at, value: first.value }
  // A share of nothing or of a debt says nothing.
  if (first.value <= 0) return { kind: 'highest', ...highest(known) }
  const share = (last.value - first.value) / first.value
  if (Math.abs(share) < 0.005) return { kind: 'unchanged', from: first.at, to: last.at, value: last.value }
  return { kind: share > 0 ? 'grown' : 'shrunk', from: first.at, to: last.at, share: Math.abs(share), value: last.value }
}

const highest = (known: readonly { at: string; value: number }[]): { at: string; value: number } => known.reduce((best, one) => (one.value > best.value ? one : best))

function leader(places: readonly string[], series: ChartData['series']): Finding | undefined {
  const at = places.findLastIndex((_, index) => series.some(({ name, values }) => name !== restName && typeof values[index] === 'number'))
  const place = places[at]
  if (place === undefined) return undefined
  const best = series.flatMap(({ name, values }) => (name === restName || typeof values[at] !== 'number' ? [] : [{ name, value: values[at] }])).reduce((a, b) => (b.value > a.value ? b : a))
  return { kind: 'leads', at: place, ...best }
}

function top(how: ChartData['plan']['how'], places: readonly string[], values: readonly (number | null)[], whole: number | undefined): Finding | undefined {
  const known = places.flatMap((at, index) => (at === restName || values[index] === null || values[index] === undefined ? [] : [{ at, value: values[index] }]))
  if (known.length === 0) return undefined
  if (how === 'min') return { kind: 'lowest', ...known.reduce((best, one) => (one.value < best.value ? one : best)) }
  const best = highest(known)
  const isPart = whole !== undefined && whole > 0 && values.every((value) => value === null || value >= 0)
  return isPart ? { kind: 'share', ...best, share: best.value / whole } : { kind: 'highest', ...best }
}
