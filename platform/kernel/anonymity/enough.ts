import { indicesOf, type Grid } from './grid.ts'
import { cheapestBox } from './hypercube.ts'
import { sayCells, weakIn } from './say.ts'

// Attacks that may be spent on taking back what is not needed: one grows with the square of the table and more.
const attacksFor = (grid: Grid): number => Math.floor(2_000_000 / grid.places.length ** 2)

/**
 * A safe additional suppression for tables that are too large for the exact search: a box around each small place, then repair. Whatever the attacker still
 * narrows gets another box, then everything in line with it, at last everything. In the end places that are not needed are shown again, the largest first.
 */
export function enoughMore(grid: Grid, small: ReadonlySet<number>, candidates: readonly number[]): Set<number> {
  const withheld = new Set(small)
  for (const place of small) for (const at of cheapestBox(grid, place, withheld) ?? []) withheld.add(at)
  repair(grid, withheld, candidates)
  return thinOut(grid, withheld.difference(small), small)
}

function repair(grid: Grid, withheld: Set<number>, candidates: readonly number[]): void {
  for (const widen of [boxAround, inLine, () => candidates]) {
    for (const place of weakIn(grid, sayCells(grid, withheld))) for (const at of widen(grid, place, withheld, candidates)) withheld.add(at)
  }
}

const boxAround = (grid: Grid, place: number, withheld: ReadonlySet<number>): readonly number[] => cheapestBox(grid, place, withheld) ?? []

const inLine = (grid: Grid, place: number, _: ReadonlySet<number>, candidates: readonly number[]): readonly number[] => {
  const own = indicesOf(place, grid.sizes)
  return candidates.filter((at) => indicesOf(at, grid.sizes).filter((index, dimension) => index !== own[dimension]).length === 1)
}

function thinOut(grid: Grid, more: ReadonlySet<number>, small: ReadonlySet<number>): Set<number> {
  const kept = new Set(more)
  const largestFirst = [...more].toSorted((a, b) => (grid.values[b] ?? 0) - (grid.values[a] ?? 0) || a - b)
  for (const at of largestFirst.slice(0, attacksFor(grid))) {
    kept.delete(at)
    if (weakIn(grid, sayCells(grid, small.union(kept))).length > 0) kept.add(at)
  }
  return kept
}
