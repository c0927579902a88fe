import type { Piece } from './chain.ts'
import { nth } from './nth.ts'

/** How a long gap is shared out: weight of a time span inside it, additive; see profile.ts. Undefined: evenly. */
export type Weigh = (piece: Piece) => ((from: number, until: number) => number) | undefined

export type Share = { readonly amount: number; readonly estimated: number; readonly covered: number }

/**
 * Shares pieces out to the spans between rising edges (milliseconds). A piece inside one span counts there whole and is measured, however long it
 * is; a piece across an edge is divided by time (linear interpolation of the reading), and if it is long, its parts are estimates.
 * `covered` is in hours and counts time once where several chains add up.
 */
export function spread(pieces: readonly Piece[], edges: readonly number[], weigh: Weigh = () => undefined): Share[] {
  const amounts = new Float64Array(Math.max(0, edges.length - 1))
  const estimates = new Float64Array(amounts.length)
  const plus = (sums: Float64Array, at: number, amount: number): void => void (sums[at] = nth(sums, at) + amount)
  for (const piece of pieces) {
    let at = spanAt(edges, piece.from)
    if (at >= amounts.length || piece.until <= nth(edges, 0)) continue
    if (piece.from >= nth(edges, 0) && piece.until <= nth(edges, at + 1)) {
      plus(amounts, at, piece.amount)
      continue
    }
    const weight = piece.long ? weigh(piece) : undefined
    const whole = weight?.(piece.from, piece.until) ?? 0
    for (; at < amounts.length && nth(edges, at) < piece.until; at++) {
      const [from, until] = [Math.max(piece.from, nth(edges, at)), Math.min(piece.until, nth(edges, at + 1))]
      const share = piece.amount * (weight && whole > 0 ? weight(from, until) / whole : (until - from) / (piece.until - piece.from))
      plus(amounts, at, share)
      if (piece.long) plus(estimates, at, share)
    }
  }
  const covered = coveredHours(pieces, edges)
  return Array.from(amounts, (amount, at) => ({ amount, estimated: nth(estimates, at), covered: nth(covered, at) }))
}

// Index of the span in which a moment lies; 0 before all of them.
function spanAt(edges: readonly number[], moment: number): number {
  let [low, high] = [0, edges.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (nth(edges, middle) <= moment) low = middle
    else high = middle
  }
  return moment >= (edges.at(-1) ?? Infinity) ? edges.length - 1 : low
}

function coveredHours(pieces: readonly Piece[], edges: readonly number[]): number[] {
  const covered = Array.from({ length: Math.max(0, edges.length - 1) }, () => 0)
  let end = -Infinity
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const from = Math.max(piece.from, end, edges[0] ?? 0)
    for (let at = spanAt(edges, from); at < covered.length && nth(edges, at) < piece.until; at++) covered[at] = nth(covered, at) + Math.max(0, Math.min(piece.until, nth(edges, at + 1)) - Math.max(from, nth(edges, at))) / 3_600_000
    end = Math.max(end, piece.until)
  }
  return covered
}
