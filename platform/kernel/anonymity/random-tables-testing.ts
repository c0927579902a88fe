import fc from 'fast-check'
import type { FrequencyTable, Zeros } from './schema.ts'

export type RandomTable = { table: FrequencyTable; k: number; zeros: Zeros }

// Small counts are what matters, and zeros get in the way of every pattern.
const counts = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 400 }) },
)

const named = (letter: string, size: number) => ({ name: letter, categories: Array.from({ length: size }, (_, at) => `${letter}${at + 1}`) })

export const tableOf = (sizes: readonly number[], numbers: readonly number[]): FrequencyTable => {
  const dimensions = sizes.map((size, at) => named('abc'[at] ?? '', size))
  const keys = dimensions.reduce<string[][]>((all, { categories }) => all.flatMap((key) => categories.map((category) => [...key, category])), [[]])
  return { dimensions, cells: keys.map((key, at) => ({ key, count: numbers[at] ?? 0 })) }
}

/** Tables of so many dimensions with at most `most` categories each. */
export const randomTable = (dimensions: number, most: number, least: number = 1): fc.Arbitrary<RandomTable> =>
  fc.array(fc.integer({ min: least, max: most }), { minLength: dimensions, maxLength: dimensions }).chain((sizes) => {
    const cells = sizes.reduce((all, size) => all * size, 1)
    const table = fc.array(counts, { minLength: cells, maxLength: cells }).map((numbers) => tableOf(sizes, numbers))
    return fc.record({ table, k: fc.integer({ min: 3, max: 10 }), zeros: fc.constantFrom<Zeros>('shown', 'shown', 'sensitive') })
  })
