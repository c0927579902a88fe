import type { Dimension, FrequencyTable, Place, Zeros } from './schema.ts'

/** A table with its margins, laid out in one row: in each dimension the categories come first and the total last. */
export type Grid = {
  dimensions: readonly Dimension[]
  k: number
  zeros: Zeros
  /** Categories of each dimension, and one for the total. */
  sizes: readonly number[]
  places: readonly Place[]
  values: readonly number[]
  /** Below k: must not be shown. Zeros only where they are sensitive. */
  isSmall: readonly boolean[]
  isMargin: readonly boolean[]
  /** A margin of exactly one cell that is not a shown zero says the same as that cell. */
  isLone: readonly boolean[]
}

// Beyond that the attacker needs minutes for three dimensions.
const mostPlaces = 1_000

/** @throws RangeError when the table is not one: unknown or repeated keys, counts that are no whole numbers, too many places, k below 3 */
export function gridOf(table: FrequencyTable, k: number, zeros: Zeros): Grid {
  const { dimensions } = table
  refuse(table, k)
  const sizes = dimensions.map(({ categories }) => categories.length + 1)
  const length = sizes.reduce((all, size) => all * size, 1)
  if (length > mostPlaces) throw new RangeError(`A table has at most ${mostPlaces} cells and margins; this one has ${length}.`)
  const indices = Array.from({ length }, (_, at) => indicesOf(at, sizes))
  const values = indices.map(() => 0)
  const addends = indices.map(() => 0)
  const counts = countsOf(table)
  for (const own of indices.filter((each) => each.every((index, dimension) => index < (sizes[dimension] ?? 0) - 1))) {
    const count = counts.get(JSON.stringify(own.map((index, dimension) => dimensions[dimension]?.categories[index]))) ?? 0
    for (const at of sumsWith(own, sizes)) {
      values[at] = (values[at] ?? 0) + count
      if (count > 0 || zeros === 'sensitive') addends[at] = (addends[at] ?? 0) + 1
    }
  }
  if (!values.every(Number.isSafeInteger)) throw new RangeError('The counts add up to more than can be computed exactly.')
  const places = indices.map((own) => own.map((index, dimension) => dimensions[dimension]?.categories[index] ?? null))
  return {
    dimensions, k, zeros, sizes, places, values,
    isSmall: values.map((value) => value < k && (value > 0 || zeros === 'sensitive')),
    isMargin: places.map((place) => place.includes(null)),
    isLone: addends.map((number) => number === 1),
  } // prettier-ignore
}

/** Position in each dimension; the last one there is the total. */
export function indicesOf(at: number, sizes: readonly number[]): number[] {
  let rest = at
  return sizes.map((size) => {
    const index = rest % size
    rest = Math.floor(rest / size)
    return index
  })
}

export const atOf = (indices: readonly number[], sizes: readonly number[]): number => indices.reduceRight((at, index, dimension) => at * (sizes[dimension] ?? 1) + index, 0)

// The cell itself and every margin that it is part of.
const sumsWith = (indices: readonly number[], sizes: readonly number[]): number[] =>
  sizes.reduce<number[][]>((all, size, dimension) => all.flatMap((own) => [own, own.with(dimension, size - 1)]), [[...indices]]).map((own) => atOf(own, sizes))

function refuse({ dimensions, cells }: FrequencyTable, k: number): void {
  // With k = 2 the word "small" alone would say 1.
  if (!Number.isInteger(k) || k < 3) throw new RangeError(`k must be a whole number from 3 on, not ${k}.`)
  if (dimensions.length < 1 || dimensions.length > 3) throw new RangeError(`A table has one to three dimensions, not ${dimensions.length}.`)
  for (const { name, categories } of dimensions)
    if (categories.length === 0 || new Set(categories).size !== categories.length) throw new RangeError(`The categories of "${name}" are none, or one stands twice.`)
  for (const { key, count } of cells) {
    const isThere = key.length === dimensions.length && key.every((category, dimension) => dimensions[dimension]?.categories.includes(category))
    if (!isThere) throw new RangeError(`There is no cell ${JSON.stringify(key)}.`)
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is no count.`)
  }
}

function countsOf({ cells }: FrequencyTable): Map<string, number> {
  const counts = new Map(cells.map(({ key, count }) => [JSON.stringify(key), count]))
  if (counts.size !== cells.length) throw new RangeError('A cell stands twice.')
  return counts
}
