/** Steps people count in: 1, 2, 2.5 or 5 times a power of ten. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const share = rough / power
  const step = share <= 1 ? 1 : share <= 2 ? 2 : share <= 2.5 ? 2.5 : share <= 5 ? 5 : 10
  return step * power
}

/**
 * Round axis values that enclose `min` to `max`, about `count` steps. Equal values get a span of their own, so that a
 * flat line still has a scale. @throws RangeError when a limit is not a number
 */
export function niceTicks(min: number, max: number, count = 4): number[] {
  if (!Number.isFinite(min) || !Number.isFinite(max) || min > max) throw new RangeError(`no scale from ${min} to ${max}`)
  const isFlat = max - min <= Math.abs(max) * 1e-9
  const span = isFlat ? Math.abs(max) || 1 : max - min
  const step = niceStep(span / count)
  const first = Math.floor(min / step)
  const last = Math.max(Math.ceil((isFlat ? max + span / 2 : max) / step), first + 1)
  const digits = Math.max(0, -Math.floor(Math.log10(step)) + 1)
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toFixed(Math.min(20, digits))))
}

/** Linear map of `from` onto `to`. */
export function scale(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const factor = from[1] === from[0] ? 0 : (to[1] - to[0]) / (from[1] - from[0])
  return (value) => to[0] + (value - from[0]) * factor
}

/** Which positions of a row of labels get a word: evenly, at most `most`, always the first. */
export function sparse(length: number, most: number): number[] {
  const every = Math.max(1, Math.ceil(length / most))
  return Array.from({ length: Math.ceil(length / every) }, (_, at) => at * every)
}

/** Moves labels apart so that neighbours are `gap` apart; order by place, limits kept as far as they fit. */
export function spread(places: readonly number[], gap: number, limits: readonly [number, number]): number[] {
  const order = places.map((_, at) => at).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const out = [...places]
  let previous = limits[0] - gap
  for (const at of order) {
    previous = Math.max(out[at] ?? 0, previous + gap)
    out[at] = previous
  }
  let next = limits[1] + gap
  for (const at of order.toReversed()) {
    next = Math.min(out[at] ?? 0, next - gap)
    out[at] = next
  }
  return out
}

/** Coordinates short enough for a page, exact enough for an eye. */
export const round = (value: number): number => Math.round(value * 10) / 10

/** SVG path through the points; a missing value is a gap, never a bridge (ui.md section 7). */
export function linePath(points: readonly (readonly [number, number] | null)[]): string {
  let path = ''
  let isOpen = false
  for (const point of points) {
    if (point) path += `${isOpen ? 'L' : 'M'}${round(point[0])} ${round(point[1])}`
    isOpen = point !== null
  }
  return path
}

/** Width of a text in the plot, estimated for 17 px Fira Sans. */
export const textWidth = (text: string, size = 17): number => text.length * size * 0.54
