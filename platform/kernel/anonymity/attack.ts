import { boundsOf } from './bounds.ts'
import type { Place, PublishedTable, Range } from './schema.ts'
import { systemOf } from './system.ts'

export type AttackedEntry = { place: Place; range: Range }

/**
 * What a patient reader can compute about each suppressed place: the lowest and the highest whole number that fits everything shown, all sums, and what
 * the words `small` and `complementary` mean. Knows nothing but the published table and shares no code with whoever protects it: the oracle of the
 * tests, and the guard before every publication. `wanted` limits the work. Source of the attack: Hundepool et al., Statistical Disclosure Control
 * (2012), ch. 4, feasibility intervals. @throws when the table is incomplete or contradicts itself
 */
export function attack(table: PublishedTable, wanted: (place: Place) => boolean = () => true): AttackedEntry[] {
  const targets = [...table.entries.keys()].filter((at) => {
    const entry = table.entries[at]
    return entry && 'suppressed' in entry.said && wanted(entry.place)
  })
  const bounds = boundsOf(systemOf(table), targets)
  return targets.map((at) => ({ place: table.entries[at]?.place ?? [], range: bounds.get(at) ?? { low: 1, high: 0 } }))
}
