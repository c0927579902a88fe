import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attack } from './attack.ts'
import { gridOf, type Grid } from './grid.ts'
import { randomTable, tableOf } from './random-tables-testing.ts'
import { sayCells } from './say.ts'
import type { PublishedTable, Range } from './schema.ts'
import { openProgramme } from './simplex.ts'
import { wholeExtreme } from './whole.ts'

const rangesOf = (table: PublishedTable) => Object.fromEntries(attack(table).map(({ place, range }) => [place.map((category) => category ?? 'all').join(' '), [range.low, range.high]]))
const withhold = (grid: Grid, ...places: string[]) => sayCells(grid, new Set(grid.places.flatMap((place, at) => (places.includes(place.map((category) => category ?? 'all').join(' ')) ? [at] : []))))

test('one missing number is the difference of the others', () => {
  const grid = gridOf(tableOf([3], [2, 30, 40]), 5, 'shown')
  assert.deepEqual(rangesOf(withhold(grid, 'a1')), { a1: [2, 2] })
  assert.deepEqual(rangesOf(withhold(grid, 'a1', 'all')), { a1: [1, 4], all: [71, 74] })
})

test('two small cells with the largest possible sum are both known', () => {
  const grid = gridOf(tableOf([3], [4, 4, 40]), 5, 'shown')
  assert.deepEqual(rangesOf(withhold(grid, 'a1', 'a2')), { a1: [4, 4], a2: [4, 4] })
})

test('a neighbour of exactly k protects nothing, because it cannot be smaller', () => {
  const grid = gridOf(tableOf([3], [1, 5, 40]), 5, 'shown')
  assert.deepEqual(rangesOf(withhold(grid, 'a1', 'a2')), { a1: [1, 1], a2: [5, 5] })
})

test('a table that contradicts itself is refused', () => {
  const { entries, ...head } = sayCells(gridOf(tableOf([2], [6, 7]), 5, 'shown'), new Set())
  assert.throws(() => attack({ ...head, entries: entries.map((entry, at) => (at === 0 ? { ...entry, said: { shown: 5 } } : entry)) }), /contradict/)
  assert.throws(() => attack({ ...head, entries: entries.slice(1) }), /Nothing is said/)
})

test('the simplex finds fractions exactly: a triangle of halves', () => {
  const pair = (a: number, b: number) => ({ terms: [{ at: a, sign: 1 as const }, { at: b, sign: 1 as const }], sum: 1 })
  const programme = openProgramme(Array.from({ length: 3 }, () => ({ low: 0, high: Infinity })), [pair(0, 1), pair(1, 2), pair(0, 2)])
  assert.equal(programme?.push(0, 1), 0.5)
  assert.equal(openProgramme([{ low: 0, high: 1 }], [{ terms: [{ at: 0, sign: 1 }], sum: 2 }]), undefined)
})

test('whole numbers stop earlier than fractions: three that exclude each other in pairs', () => {
  const one = (at: number) => ({ at, sign: 1 as const })
  // 0, 1, 2 are the numbers, 3, 4, 5 what is left of 1 in each pair, 6 the sum of all three.
  const equations = [[0, 1, 3], [1, 2, 4], [0, 2, 5]].map((terms) => ({ terms: terms.map(one), sum: 1 }))
  const all = [...equations, { terms: [one(0), one(1), one(2), { at: 6, sign: -1 as const }], sum: 0 }]
  const ranges = Array.from({ length: 7 }, () => ({ low: 0, high: Infinity }))
  assert.equal(openProgramme(ranges, all)?.push(6, 1), 1.5)
  assert.equal(wholeExtreme(ranges, all, 6, 1), 1)
  assert.equal(wholeExtreme(ranges, all, 6, -1), 0)
})

/** Every table that fits, tried out: cells up to a limit, margins by adding up. */
function triedOut(table: PublishedTable, grid: Grid, most: number): (Range | undefined)[] {
  const cells = [...grid.places.keys()].filter((at) => !grid.isMargin[at])
  const found: (Range | undefined)[] = grid.places.map(() => undefined)
  const belongs = grid.places.map((place) => cells.filter((cell) => place.every((category, dimension) => category === null || category === grid.places[cell]?.[dimension])))
  const fits = (at: number, value: number): boolean => {
    const said = table.entries[at]!.said
    if ('shown' in said) return value === said.shown
    if (said.suppressed === 'small') return value < table.k && value >= (table.zeros === 'sensitive' ? 0 : 1)
    return grid.isMargin[at] || value >= table.k
  }
  const values = grid.places.map(() => 0)
  const fill = (position: number): void => {
    const cell = cells[position]
    if (cell === undefined) {
      const sums = belongs.map((own) => own.reduce((sum, at) => sum + values[at]!, 0))
      if (sums.every((sum, at) => fits(at, sum))) for (const [at, sum] of sums.entries()) found[at] = { low: Math.min(found[at]?.low ?? sum, sum), high: Math.max(found[at]?.high ?? sum, sum) }
      return
    }
    for (let value = 0; value <= most; value++) {
      values[cell] = value
      if (fits(cell, value)) fill(position + 1)
    }
  }
  fill(0)
  return found
}

for (const [sizes, cells] of [[[3], 3], [[2, 2], 4], [[2, 3], 6], [[2, 2, 2], 8]] as const)
  test(`in tables of ${sizes.join(' by ')} the attack finds exactly what trying everything finds`, () => {
    const most = cells > 6 ? 5 : 8
    let compared = 0
    const numbers = fc.array(fc.integer({ min: 0, max: most - 2 }), { minLength: cells, maxLength: cells })
    fc.assert(fc.property(numbers, fc.array(fc.boolean(), { minLength: 27, maxLength: 27 }), fc.integer({ min: 3, max: 4 }), (counts, hide, k) => {
      const grid = gridOf(tableOf(sizes, counts), k, 'shown')
      const withheld = new Set([...grid.values.keys()].filter((at) => grid.isSmall[at] || (hide[at] && grid.values[at]! >= k && cells < 8) || (hide[at] && grid.isMargin[at] && grid.values[at]! >= k)))
      const table = sayCells(grid, withheld)
      const tried = triedOut(table, grid, most)
      for (const { place, range } of attack(table)) {
        const at = grid.places.findIndex((other) => JSON.stringify(other) === JSON.stringify(place))
        // Trying ends at a limit; what lies beyond it cannot be compared.
        if (range.high < most && ++compared) assert.deepEqual(range, tried[at], `${place.join()} of ${JSON.stringify(table.entries)}`)
        else assert.ok(range.low <= tried[at]!.low && range.high >= tried[at]!.high)
      }
    }), { numRuns: cells > 6 ? 40 : 100, seed: 7 })
    assert.ok(compared > 100, `only ${compared} ranges were compared`)
  })

test('the true number always lies in the range', () => {
  for (const dimensions of [1, 2, 3])
    fc.assert(fc.property(randomTable(dimensions, 3), fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }), ({ table, k, zeros }, hide) => {
      const grid = gridOf(table, k, zeros)
      const published = sayCells(grid, new Set([...grid.values.keys()].filter((at) => grid.isSmall[at] || (hide[at] && grid.values[at]! >= k))))
      for (const { place, range } of attack(published)) {
        const value = grid.values[grid.places.findIndex((other) => JSON.stringify(other) === JSON.stringify(place))]!
        assert.ok(range.low <= value && value <= range.high, `${place.join()}: ${value} not in ${range.low} to ${range.high}`)
      }
    }), { numRuns: 60, seed: 11 })
})
