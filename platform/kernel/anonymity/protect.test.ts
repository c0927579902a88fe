import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attack } from './attack.ts'
import { enoughMore } from './enough.ts'
import { gridOf, type Grid } from './grid.ts'
import { protectCounts } from './protect.ts'
import { randomTable, tableOf } from './random-tables-testing.ts'
import { protectionWidth, sayCells, sayTotal, weakIn } from './say.ts'
import type { FrequencyTable, PublishedTable } from './schema.ts'

const nameOf = (place: readonly (string | null)[]) => place.map((category) => category ?? 'all').join(' ')
const saidIn = (table: PublishedTable) => Object.fromEntries(table.entries.map(({ place, said }) => [nameOf(place), 'shown' in said ? said.shown : said.suppressed]))
const withoutSmall = (grid: Grid) => new Set([...grid.values.keys()].filter((at) => grid.isSmall[at]))
const candidatesOf = (grid: Grid) => [...grid.values.keys()].filter((at) => grid.values[at]! >= grid.k)

test('a single small number takes the smallest neighbour with room along', () => {
  assert.deepEqual(saidIn(protectCounts(tableOf([4], [2, 9, 30, 0])).table), { a1: 'small', a2: 'complementary', a3: 30, a4: 0, all: 41 })
})

test('without a neighbour that has room the total goes, and the others stay', () => {
  assert.deepEqual(saidIn(protectCounts(tableOf([2], [1, 5])).table), { a1: 'small', a2: 5, all: 'complementary' })
})

test('where nobody’s number could be shown, the grand total is all there is', () => {
  assert.deepEqual(saidIn(protectCounts(tableOf([3], [1, 2, 0])).table), { a1: 'complementary', a2: 'complementary', a3: 'complementary', all: 'small' })
  const { way, table } = protectCounts(tableOf([2, 2], [4, 4, 4, 4]))
  assert.deepEqual([way, table.entries.at(-1)?.said], ['total', { shown: 16 }])
})

test('zeros that are sensitive are hidden among the small', () => {
  assert.deepEqual(saidIn(protectCounts(tableOf([4], [0, 9, 30, 6]), { zeros: 'sensitive' }).table), { a1: 'small', a2: 'complementary', a3: 30, a4: 6, all: 45 })
})

// The table with which U.S. agencies teach cell suppression: children by county and education, threshold 5, and a suppression that looks safe and is not.
// Source: Federal Committee on Statistical Methodology, Statistical Policy Working Paper 22 (2005), ch. II.
const counties = ['Alpha', 'Beta', 'Gamma', 'Delta']
const levels = ['low', 'medium', 'high', 'very high']
const textbook: FrequencyTable = {
  dimensions: [{ name: 'county', categories: counties }, { name: 'education', categories: levels }],
  cells: [[15, 1, 3, 1], [20, 10, 10, 15], [3, 10, 10, 2], [12, 14, 7, 2]].flatMap((row, county) => row.map((count, level) => ({ key: [counties[county]!, levels[level]!], count }))),
} // prettier-ignore

test('the textbook’s suppression that looks safe is broken as the textbook says: Alpha, very high is 1', () => {
  const grid = gridOf(textbook, 5, 'shown')
  const looksSafe = new Set(['Alpha medium', 'Alpha high', 'Alpha very high', 'Beta medium', 'Beta high', 'Gamma low', 'Gamma very high', 'Delta low', 'Delta very high'])
  const table = sayCells(grid, new Set([...grid.places.keys()].filter((at) => looksSafe.has(nameOf(grid.places[at]!)))))
  // 15 + D1 + D2 + D3 + 20 + D4 + D5 + 15 - (D1 + D4 + 24) - (D2 + D5 + 17) = 20 + 55 - 35 - 30
  assert.deepEqual(attack(table, (place) => nameOf(place) === 'Alpha very high').map(({ range }) => range), [{ low: 1, high: 1 }])
})

test('the textbook’s table is protected with five more cells and all its margins', () => {
  const { table, way, more } = protectCounts(textbook)
  assert.deepEqual([way, more], ['fewest', 5])
  assert.ok(table.entries.every(({ place, said }) => !place.includes(null) || 'shown' in said))
  const ranges = new Map(attack(table).map(({ place, range }) => [nameOf(place), range]))
  for (const place of ['Alpha medium', 'Alpha high', 'Alpha very high', 'Gamma low', 'Gamma very high', 'Delta very high']) assert.deepEqual(ranges.get(place), { low: 1, high: 4 }, place)
})

// Looks at nothing but the published table and the true counts: does not trust what the protector says about itself.
function assertSafe(table: PublishedTable, truth: Grid): void {
  const trueValue = new Map(truth.places.map((place, at) => [nameOf(place), { value: truth.values[at]!, small: truth.isSmall[at]! }]))
  for (const { place, said } of table.entries) if ('shown' in said) assert.deepEqual(trueValue.get(nameOf(place)), { value: said.shown, small: false }, nameOf(place))
  for (const { place, range } of attack(table)) {
    if (trueValue.get(nameOf(place))?.small) assert.ok(range.high - range.low + 1 >= protectionWidth(table), `${nameOf(place)} lies between ${range.low} and ${range.high} in ${JSON.stringify(saidIn(table))}`)
  }
}

for (const [dimensions, most, numRuns] of [[1, 7, 150], [2, 4, 120], [3, 3, 30]] as const) {
  test(`tables of ${dimensions} dimensions: no small number is narrowed, whatever the table`, () => {
    const ways: Record<string, number> = {}
    fc.assert(fc.property(randomTable(dimensions, most), ({ table, k, zeros }) => {
      const { table: published, way } = protectCounts(table, { k, zeros })
      ways[way] = (ways[way] ?? 0) + 1
      assertSafe(published, gridOf(table, k, zeros))
    }), { numRuns, seed: 1 })
    assert.ok((ways['fewest'] ?? 0) + (ways['enough'] ?? 0) > numRuns / 3, JSON.stringify(ways))
  })

  test(`tables of ${dimensions} dimensions: the heuristic alone is as safe`, () => {
    fc.assert(fc.property(randomTable(dimensions, most, 2), ({ table, k, zeros }) => {
      const grid = gridOf(table, k, zeros)
      const small = withoutSmall(grid)
      assertSafe(sayCells(grid, small.union(enoughMore(grid, small, candidatesOf(grid)))), grid)
    }), { numRuns, seed: 2 })
  })
}

test('a protector that only hides what is small is broken: the tests above can fail', () => {
  let broken = 0
  fc.assert(fc.property(randomTable(2, 4, 2), ({ table, k }) => {
    const grid = gridOf(table, k, 'shown')
    if (weakIn(grid, sayCells(grid, withoutSmall(grid))).length > 0) broken++
  }), { numRuns: 50, seed: 3 })
  assert.ok(broken > 25, `only ${broken} of 50`)
})

test('a table without small numbers is shown as it is, and its sums are right', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 10, max: 1_000 })), { minLength: 12, maxLength: 12 }), fc.integer({ min: 3, max: 10 }), (numbers, k) => {
    const { table, way } = protectCounts(tableOf([3, 4], numbers), { k })
    assert.equal(way, 'nothing-small')
    const said = saidIn(table)
    assert.equal(said['all all'], numbers.reduce((sum, one) => sum + one, 0))
    assert.equal(said['a1 all'], numbers.slice(0, 4).reduce((sum, one) => sum + one, 0))
    assert.deepEqual(attack(table), [])
  }), { seed: 4 })
})

test('the same table gives the same answer, in whatever order its cells come', () => {
  fc.assert(fc.property(randomTable(2, 4), ({ table, k, zeros }) => {
    assert.deepEqual(protectCounts({ ...table, cells: table.cells.toReversed() }, { k, zeros }), protectCounts(table, { k, zeros }))
  }), { numRuns: 40, seed: 5 })
})

/** The best of all subsets, tried one after the other. */
function bestOfAll(grid: Grid): { more: number; sum: number } {
  const [small, candidates] = [withoutSmall(grid), candidatesOf(grid)]
  let best = { more: Infinity, sum: Infinity }
  for (let mask = 0; mask < 2 ** candidates.length; mask++) {
    const chosen = candidates.filter((_, at) => (mask >> at) & 1)
    const sum = chosen.reduce((all, at) => all + grid.values[at]!, 0)
    if (chosen.length > best.more || (chosen.length === best.more && sum >= best.sum)) continue
    if (weakIn(grid, sayCells(grid, small.union(new Set(chosen)))).length === 0) best = { more: chosen.length, sum }
  }
  return best
}

test('nothing smaller is safe: compared with all subsets', () => {
  let compared = 0
  for (const dimensions of [1, 2])
    fc.assert(fc.property(randomTable(dimensions, dimensions === 1 ? 6 : 2, 2), ({ table, k }) => {
      const grid = gridOf(table, k, 'shown')
      const { table: published, way, more } = protectCounts(table, { k })
      if (way !== 'fewest') return
      compared++
      const sum = published.entries.reduce((all, { said }, at) => all + ('suppressed' in said && !grid.isSmall[at] ? grid.values[at]! : 0), 0)
      assert.deepEqual({ more, sum }, bestOfAll(grid))
    }), { numRuns: 60, seed: 6 })
  assert.ok(compared > 50, String(compared))
})

test('a large table is protected too, by the heuristic', () => {
  const numbers = Array.from({ length: 144 }, (_, at) => (at * at + 3 * at) % 31)
  const { table, way, more } = protectCounts(tableOf([12, 12], numbers))
  assert.equal(way, 'enough')
  assert.ok(more > 5, String(more))
  assertSafe(table, gridOf(tableOf([12, 12], numbers), 5, 'shown'))
})

test('the grand total alone says nothing about its parts', () => {
  for (const dimensions of [1, 2, 3])
    fc.assert(fc.property(randomTable(dimensions, 3), ({ table, k, zeros }) => assertSafe(sayTotal(gridOf(table, k, zeros)), gridOf(table, k, zeros))), { numRuns: 30, seed: 10 })
})

test('what is no table is refused', () => {
  const table = tableOf([2], [6, 7])
  assert.throws(() => protectCounts(table, { k: 2 }), /k must be/)
  assert.throws(() => protectCounts({ ...table, dimensions: [] }), /one to three/)
  assert.throws(() => protectCounts({ ...table, cells: [{ key: ['a9'], count: 1 }] }), /no cell/)
  assert.throws(() => protectCounts({ ...table, cells: [{ key: ['a1'], count: 1.5 }] }), /no count/)
  assert.throws(() => protectCounts({ ...table, cells: [...table.cells, ...table.cells] }), /stands twice/)
  assert.throws(() => protectCounts(tableOf([20, 20, 20], [])), /at most 1000/)
})
