import { propagate } from './propagate.ts'
import type { Range } from './schema.ts'
import { openProgramme, type Equation, type Programme } from './simplex.ts'
import type { System } from './system.ts'
import { wholeExtreme } from './whole.ts'

/** Nothing could be proven: whoever asks must think the worst. */
const nothing: Range = { low: 1, high: 0 }

/**
 * Lowest and highest whole value of each wanted unknown that fits the system. Exact for tables of one and two dimensions, whose relations are a
 * network, so that the corners of the solution are whole numbers (Hoffman and Kruskal 1956). With three dimensions corners may be fractions; then
 * branches are tried, and if they do not end, the range is that part of the true one which is proven.
 * @throws Error when nothing fits
 */
export function boundsOf(system: System, wanted: readonly number[]): Map<number, Range> {
  const ranges = propagate(system)
  const isOpen = (at: number) => ranges[at]?.low !== ranges[at]?.high
  const found = new Map(wanted.filter((at) => !isOpen(at)).map((at) => [at, ranges[at] ?? nothing]))
  for (const part of partsOf(system, isOpen)) {
    const own = wanted.filter((at) => part.unknowns.includes(at))
    if (own.length > 0) for (const [at, range] of boundsWithin(part, ranges, own)) found.set(at, range)
  }
  return found
}

type Part = { unknowns: number[]; relations: System['relations'] }

// Unknowns that no open relation connects say nothing about each other; small programmes are quick ones.
function partsOf({ ranges, relations }: System, isOpen: (at: number) => boolean): Part[] {
  const parts: Part[] = []
  let rest = relations.filter((relation) => relation.some(({ at }) => isOpen(at)))
  const seen = new Set<number>()
  for (const start of ranges.keys()) {
    if (!isOpen(start) || seen.has(start)) continue
    const unknowns = new Set([start])
    const own: System['relations'] = []
    for (let grew = true; grew; ) {
      const touched = rest.filter((relation) => relation.some(({ at }) => unknowns.has(at)))
      grew = touched.length > 0
      own.push(...touched)
      rest = rest.filter((relation) => !touched.includes(relation))
      for (const { at } of touched.flat()) if (isOpen(at)) unknowns.add(at)
    }
    for (const at of unknowns) seen.add(at)
    parts.push({ unknowns: [...unknowns], relations: own })
  }
  return parts
}

function boundsWithin({ unknowns, relations }: Part, all: readonly Range[], wanted: readonly number[]): [number, Range][] {
  const position = new Map(unknowns.map((at, index) => [at, index]))
  const ranges = unknowns.map((at) => all[at] ?? nothing)
  const equations = relations.map((relation) => equationOf(relation, position, all))
  try {
    const programme = openProgramme(ranges, equations)
    if (!programme) throw new Error('The published numbers contradict each other.')
    return wanted.map((at) => [at, rangeWithin(programme, ranges, equations, position.get(at) ?? 0)])
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return wanted.map((at) => [at, nothing])
  }
}

function rangeWithin(programme: Programme, ranges: readonly Range[], equations: readonly Equation[], unknown: number): Range {
  const extreme = (direction: 1 | -1): number | undefined => {
    const value = programme.push(unknown, direction)
    return value === Infinity || programme.values().every(Number.isInteger) ? value : wholeExtreme(ranges, equations, unknown, direction)
  }
  const [low, high] = [extreme(-1), extreme(1)]
  return low === undefined || high === undefined ? nothing : { low, high }
}

function equationOf(relation: System['relations'][number], position: ReadonlyMap<number, number>, all: readonly Range[]): Equation {
  const known = relation.filter(({ at }) => !position.has(at))
  const terms = relation.flatMap(({ at, sign }) => {
    const index = position.get(at)
    return index === undefined ? [] : [{ at: index, sign }]
  })
  return { terms, sum: -known.reduce((sum, { at, sign }) => sum + sign * (all[at]?.low ?? 0), 0) }
}
