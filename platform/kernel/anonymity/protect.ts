import { enoughMore } from './enough.ts'
import { fewestMore } from './fewest.ts'
import { gridOf, type Grid } from './grid.ts'
import { sayCells, sayTotal, weakIn } from './say.ts'
import type { FrequencyTable, ProtectionOptions, PublishedTable } from './schema.ts'

/**
 * How the table was protected. `nothing-small`: all is shown. `fewest`: no smaller suppression is safe. `enough`: safe, found by a heuristic, perhaps more
 * than needed. `total`: nothing but the grand total could be shown.
 */
export type Protection = { table: PublishedTable; way: 'nothing-small' | 'fewest' | 'enough' | 'total'; /** Places withheld for the sake of others. */ more: number }

/**
 * Protects a table of counts by cell suppression. Whoever knows everything published, that counts are whole and not negative, and what the words mean, can
 * narrow no small place further than the word `small` already does: k-1 values stay possible (k where zeros are sensitive). The same table always gives
 * the same answer, and each was attacked before it is returned. Source: Hundepool et al., Statistical Disclosure Control (2012), ch. 4
 * (cell suppression with protection intervals) and 5 (frequency tables). @throws RangeError when the table is none
 */
export function protectCounts(table: FrequencyTable, { k = 5, zeros = 'shown' }: ProtectionOptions = {}): Protection {
  const grid = gridOf(table, k, zeros)
  const all = [...grid.values.keys()]
  const small = new Set(all.filter((at) => grid.isSmall[at]))
  if (small.size === 0) return { table: sayCells(grid, small), way: 'nothing-small', more: 0 }
  // Zeros are never withheld for others: whoever knows that nobody can fall into a category would see through it.
  const candidates = all.filter((at) => (grid.values[at] ?? 0) >= k)
  const fewest = fewestMore(grid, small, candidates)
  const more = fewest ?? enoughMore(grid, small, candidates)
  return guarded(grid, { table: sayCells(grid, small.union(more)), way: fewest ? 'fewest' : 'enough', more: more.size })
}

// The guard: what is weak all the same, or shows nobody's number, is replaced by the grand total. That needs no attack: each of its parts may be
// anything from 0 to the total, which is at least k where it is shown.
function guarded(grid: Grid, protection: Protection): Protection {
  const showsSomebody = protection.table.entries.some(({ said }) => 'shown' in said && said.shown > 0)
  if (showsSomebody && weakIn(grid, protection.table).length === 0) return protection
  return { table: sayTotal(grid), way: 'total', more: grid.values.filter((value, at) => value >= grid.k && at < grid.values.length - 1).length }
}
