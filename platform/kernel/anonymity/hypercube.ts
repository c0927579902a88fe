import { atOf, indicesOf, type Grid } from './grid.ts'

/**
 * Withholds a box around a small place: its corners, one other category (or the total) in each dimension, can all move together without touching anything
 * shown. The cheapest box whose corners have room: fewest new places, then the smallest sum. Undefined when there is none. Source: the hypercube method,
 * Hundepool et al. (2012), ch. 4; Giessing and Repsilber 2002.
 */
export function cheapestBox(grid: Grid, place: number, withheld: ReadonlySet<number>): number[] | undefined {
  const start = indicesOf(place, grid.sizes)
  let best: { added: number[]; sum: number } | undefined
  for (const opposite of oppositesOf(start, grid.sizes)) {
    const corners = cornersOf(start, opposite, grid)
    if (!corners.every(({ at, sign }) => hasRoom(grid, at, sign, place, withheld))) continue
    const added = corners.map(({ at }) => at).filter((at) => !withheld.has(at))
    const sum = added.reduce((all, at) => all + (grid.values[at] ?? 0), 0)
    if (!best || added.length < best.added.length || (added.length === best.added.length && sum < best.sum)) best = { added, sum }
  }
  return best?.added
}

// Every choice of another position in each dimension.
function oppositesOf(start: readonly number[], sizes: readonly number[]): number[][] {
  const others = start.map((own, dimension) => Array.from({ length: sizes[dimension] ?? 0 }, (_, index) => index).filter((index) => index !== own))
  return others.reduce<number[][]>((all, own) => all.flatMap((left) => own.map((index) => [...left, index])), [[]])
}

// A cell gives what another takes; a total moves with its cells.
function cornersOf(start: readonly number[], opposite: readonly number[], { sizes }: Grid): { at: number; sign: number }[] {
  return start
    .reduce<{ indices: number[]; sign: number }[]>(
      (all, own, dimension) => {
        const [other = 0, last] = [opposite[dimension], (sizes[dimension] ?? 0) - 1]
        const turn = own === last || other === last ? 1 : -1
        return all.flatMap(({ indices, sign }) => [{ indices: [...indices, own], sign }, { indices: [...indices, other], sign: sign * turn }])
      },
      [{ indices: [], sign: 1 }],
    )
    .map(({ indices, sign }) => ({ at: atOf(indices, sizes), sign }))
}

// The corner must stay within what its word allows while the small place runs through all its values.
function hasRoom({ values, k, zeros, isSmall, isMargin }: Grid, at: number, sign: number, place: number, withheld: ReadonlySet<number>): boolean {
  const [value = 0, own = 0] = [values[at], values[place]]
  if (value < k && !withheld.has(at)) return false
  const least = zeros === 'sensitive' ? 0 : 1
  const ends = [least - own, k - 1 - own].map((step) => value + sign * step)
  const [low, high] = isMargin[at] ? [0, Infinity] : isSmall[at] ? [least, k - 1] : [k, Infinity]
  return ends.every((end) => end >= low && end <= high)
}
