import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, plainDate, type PlainDate } from '@modellregion/standards'
import { protectCounts } from './protect.ts'
import { nextPublication, type Publication } from './publication.ts'
import { tableOf } from './random-tables-testing.ts'
import type { FrequencyTable, PublishedTable } from './schema.ts'

const first = plainDate('2026-03-02')
const week = (number: number): PlainDate => addDays(first, 7 * number)
const publish = (number: number, counts: readonly number[], k = 5): Publication => ({ asOf: week(number), table: protectCounts(tableOf([counts.length], counts), { k }).table })
const asOf = (previous: readonly number[], current: readonly number[]): 'last week' | 'this week' => (nextPublication(publish(1, previous), publish(2, current), 5).asOf === week(1) ? 'last week' : 'this week')

test('the first publication is what it is', () => {
  assert.deepEqual(nextPublication(undefined, publish(1, [20, 30]), 5), publish(1, [20, 30]))
})

test('one person more is not shown; five more, or nobody, are', () => {
  assert.equal(asOf([20, 30], [21, 30]), 'last week')
  assert.equal(asOf([20, 30], [20, 30]), 'this week')
  assert.equal(asOf([20, 30], [25, 30]), 'this week')
  assert.equal(asOf([20, 30], [25, 31]), 'last week')
})

test('a withheld number that grew by one is not betrayed by the sums around it', () => {
  // Shown: the total +6, the second +5, the third ±0. So what is withheld, 2 and 9 before, grew by exactly one.
  const [previous, current] = [publish(1, [2, 9, 20, 30]), publish(2, [3, 9, 25, 30])]
  assert.deepEqual(current.table.entries.map(({ said }) => ('shown' in said ? said.shown : said.suppressed)), ['small', 'complementary', 25, 30, 67])
  assert.equal(nextPublication(previous, current, 5).asOf, week(1))
})

test('a number that is small before and shown now does not give away what it was', () => {
  // From 2 to 7, with everything else known: 2 + 9 = 11 was known, and 9 cannot have shrunk. So it was between 2 and 4.
  assert.equal(asOf([2, 9, 20], [7, 9, 20]), 'last week')
  assert.equal(asOf([2, 9, 20], [12, 19, 20]), 'this week')
})

test('a number that was withheld for a while is compared with what was last shown', () => {
  const all = [publish(1, [0, 20, 30]), publish(2, [2, 22, 36]), publish(3, [12, 23, 46])]
  const second = nextPublication(all[0], all[1]!, 5)
  assert.deepEqual([second.asOf, second.earlier], [week(2), [{ place: ['a1'], shown: 0 }, { place: ['a2'], shown: 20 }]])
  assert.equal(nextPublication(second, all[2]!, 5).asOf, week(2), 'a2 grew by 3 since week 1')
  assert.equal(nextPublication({ ...all[1]! }, all[2]!, 5).asOf, week(3), 'who forgets, lets it pass')
})

test('what fell, or has other categories, is refused', () => {
  assert.throws(() => nextPublication(publish(1, [20, 30]), publish(2, [19, 31]), 5), /Counters only grow/)
  assert.throws(() => nextPublication(publish(1, [20, 30]), publish(2, [20, 30, 40]), 5), /other dimensions/)
  assert.throws(() => nextPublication(publish(1, [20, 30]), publish(2, [20, 30], 6), 5), /other dimensions/)
})

/** Cells and total of every row of three that readers of the table must think possible. */
function thinkable({ entries, k, scope }: PublishedTable, most: number): number[][] {
  const upTo = Array.from({ length: most + 1 }, (_, at) => at)
  const rows = upTo.flatMap((a) => upTo.flatMap((b) => upTo.map((c) => [a, b, c, a + b + c])))
  return rows.filter((row) => row.every((value, at) => {
    const { said } = entries[at]!
    if ('shown' in said) return value === said.shown
    if (said.suppressed === 'small') return value >= 1 && value < k
    return at === 3 || scope === 'total' || value >= k
  })) // prettier-ignore
}

test('trying out all pairs of weeks, nothing small is left with fewer values than its word', () => {
  const k = 3
  let [renewed, looked] = [0, 0]
  const counts = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 3, maxLength: 3 })
  fc.assert(fc.property(counts, fc.array(fc.constantFrom(0, 0, 1, 2, 3, 4), { minLength: 3, maxLength: 3 }), (before, growth) => {
    const now = before.map((count, at) => count + growth[at]!)
    const [previous, current] = [publish(1, before, k), publish(2, now, k)]
    if (nextPublication(previous, current, k).asOf === week(1)) return
    renewed++
    const later = thinkable(current.table, 14)
    const pairs = thinkable(previous.table, 14).flatMap((then) => later.filter((after) => after.slice(0, 3).every((value, at) => value >= then[at]!)).map((after) => [then, after] as const))
    const sum = (row: readonly number[]) => [...row, row.reduce((all, one) => all + one, 0)]
    const truth = { before: sum(before), now: sum(now) }
    for (const at of [0, 1, 2, 3])
      for (const [value, seen] of [[truth.before[at]!, pairs.map(([then]) => then[at]!)], [truth.now[at]!, pairs.map(([, after]) => after[at]!)], [truth.now[at]! - truth.before[at]!, pairs.map(([then, after]) => after[at]! - then[at]!)]] as const) {
        if (value === 0 || value >= k) continue
        looked++
        assert.ok(new Set(seen).size >= k - 1, `${JSON.stringify({ before, now })}: ${value} among ${[...new Set(seen)].join()}`)
      }
  }), { numRuns: 400, seed: 9 })
  assert.ok(renewed > 50 && looked > 50, `${renewed} renewed, ${looked} looked at`)
})

const shownIn = (table: PublishedTable) => new Map(table.entries.flatMap(({ place, said }) => ('shown' in said ? [[JSON.stringify(place), said.shown] as const] : [])))

for (const sizes of [[4], [2, 3]] as const)
  test(`over many weeks no two publications differ by a small number: tables of ${sizes.join(' by ')}`, () => {
    const cells = sizes.reduce<number>((all, size) => all * size, 1)
    const start = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: cells, maxLength: cells })
    const steps = fc.array(fc.array(fc.constantFrom(0, 0, 0, 1, 3, 5, 8, 20), { minLength: cells, maxLength: cells }), { minLength: 1, maxLength: 6 })
    let renewed = 0
    fc.assert(fc.property(start, steps, fc.integer({ min: 3, max: 6 }), (counts, growths, k) => {
      const published: Publication[] = []
      let now: number[] = [...counts]
      for (const [at, growth] of [now.map(() => 0), ...growths].entries()) {
        now = now.map((count, cell) => count + growth[cell]!)
        const table: FrequencyTable = tableOf(sizes, now)
        const next = nextPublication(published.at(-1), { asOf: week(at), table: protectCounts(table, { k }).table }, k)
        if (at > 0 && next.asOf === week(at)) renewed++
        published.push(next)
      }
      for (const earlier of published)
        for (const later of published.slice(published.indexOf(earlier))) {
          const before = shownIn(earlier.table)
          for (const [place, shown] of shownIn(later.table)) {
            const growth = shown - (before.get(place) ?? shown)
            assert.ok(growth === 0 || growth >= k, `${place} grew by ${growth}`)
          }
        }
    }), { numRuns: 60, seed: 8 })
    assert.ok(renewed > 20, `renewed only ${renewed} times`)
  })
