import type { Range } from './schema.ts'
import { openProgramme, type Equation } from './simplex.ts'

// Fractions occur with three dimensions only, and there rarely; what is not found by then counts as not found.
const mostBranches = 200

/**
 * The highest (1) or lowest (-1) whole number that an unknown can take while all others are whole as well: branch and bound over the simplex.
 * Undefined when none was found. After too many branches the best so far: a value that does occur, though perhaps not the last.
 */
export function wholeExtreme(ranges: readonly Range[], equations: readonly Equation[], unknown: number, direction: 1 | -1): number | undefined {
  let best: number | undefined
  let branches = 0
  const stack: (readonly Range[])[] = [ranges]
  for (let open = stack.pop(); open && branches < mostBranches; open = stack.pop(), branches++) {
    const programme = openProgramme(open, equations)
    if (!programme) continue
    const bound = programme.push(unknown, direction)
    if (bound === Infinity) return Infinity
    if (best !== undefined && direction * (direction === 1 ? Math.floor(bound) : Math.ceil(bound)) <= direction * best) continue
    const values = programme.values()
    const broken = values.findIndex((value) => !Number.isInteger(value))
    if (broken < 0) best = bound
    else stack.push(...halves(open, broken, values[broken] ?? 0))
  }
  return best
}

const halves = (ranges: readonly Range[], at: number, value: number): Range[][] => {
  const { low, high } = ranges[at] ?? { low: 0, high: 0 }
  return [ranges.with(at, { low, high: Math.floor(value) }), ranges.with(at, { low: Math.ceil(value), high })]
}
