import type { Range } from './schema.ts'
import type { Relation, System } from './system.ts'

// Each sweep only narrows, so stopping early is never wrong, merely wide; the simplex has the last word.
const mostSweeps = 50

/**
 * Narrows every range by what the others of a relation leave over, again and again until nothing changes.
 * @throws Error when nothing fits
 */
export function propagate({ ranges, relations }: System): Range[] {
  const now = ranges.map((range) => ({ ...range }))
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let isStill = true
    for (const relation of relations) if (narrow(now, relation)) isStill = false
    if (isStill) break
  }
  return now
}

function narrow(ranges: Range[], relation: Relation): boolean {
  let changed = false
  for (const { at, sign } of relation) {
    const others = sumOfOthers(ranges, relation, at)
    const own = ranges[at]
    if (!own) continue
    // own × sign + others = 0
    const low = Math.max(own.low, sign === 1 ? -others.high : others.low)
    const high = Math.min(own.high, sign === 1 ? -others.low : others.high)
    if (low > high) throw new Error('The published numbers contradict each other.')
    if (low === own.low && high === own.high) continue
    ranges[at] = { low, high }
    changed = true
  }
  return changed
}

function sumOfOthers(ranges: readonly Range[], relation: Relation, except: number): Range {
  let [low, high] = [0, 0]
  for (const { at, sign } of relation) {
    const range = ranges[at]
    if (at === except || !range) continue
    low += sign === 1 ? range.low : -range.high
    high += sign === 1 ? range.high : -range.low
  }
  return { low, high }
}
