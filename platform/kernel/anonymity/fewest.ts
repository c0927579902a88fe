import type { Grid } from './grid.ts'
import { cheapestHittingSet, type Cut } from './hitting-set.ts'
import { sayCells, weakIn } from './say.ts'

// Bounds of the exact search. A table of 5 by 5 with margins has 36 places.
const mostCandidates = 48
const mostCuts = 60

/**
 * The smallest additional suppression that is safe: fewest places, then the smallest sum. Exact. Every failed attempt teaches a cut, one of whose places
 * must be withheld; the next attempt is the cheapest choice that obeys all cuts (implicit hitting set, Moreno-Centeno and Karp 2013; as a way to suppress
 * cells, the cutting planes of Fischetti and Salazar 2001). Undefined for tables beyond the bounds.
 */
export function fewestMore(grid: Grid, small: ReadonlySet<number>, candidates: readonly number[]): Set<number> | undefined {
  if (candidates.length > mostCandidates) return undefined
  const costOf = (at: number) => grid.values[at] ?? 0
  const cuts: Cut[] = []
  while (cuts.length < mostCuts) {
    const more = cheapestHittingSet(cuts, costOf)
    if (!more) return undefined
    const [weak] = weakIn(grid, sayCells(grid, small.union(more)))
    if (weak === undefined) return more
    cuts.push(cutFor(grid, weak, small.union(more), candidates))
  }
  return undefined
}

// Withholds as much as possible while the place stays weak; whatever is left is what could help. More suppression never narrows a range.
function cutFor(grid: Grid, weak: number, withheld: ReadonlySet<number>, candidates: readonly number[]): Cut {
  const useless = new Set(withheld)
  const helpful: number[] = []
  for (const at of candidates.toSorted((a, b) => (grid.values[b] ?? 0) - (grid.values[a] ?? 0) || a - b)) {
    if (useless.has(at)) continue
    useless.add(at)
    if (weakIn(grid, sayCells(grid, useless), (other) => other === weak).length > 0) continue
    useless.delete(at)
    helpful.push(at)
  }
  return helpful
}
