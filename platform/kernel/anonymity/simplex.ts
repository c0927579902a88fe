import type { Range } from './schema.ts'

/** Σ sign · unknown = sum */
export type Equation = { terms: readonly { at: number; sign: 1 | -1 }[]; sum: number }

export type Programme = {
  /** Moves to where the unknown is highest (1) or lowest (-1) and says how much that is; Infinity when there is no end. */
  push(unknown: number, direction: 1 | -1): number
  /** All unknowns where the programme stands now. */
  values(): number[]
}

// Bland's rule cannot go round in circles; the number only guards against a mistake of ours.
const mostPivots = 20_000

/**
 * A linear programme in exact arithmetic: bounded simplex with whole-number pivots (Edmonds 1967, Bareiss 1968) and Bland's rule (1977).
 * The tableau is kept times `scale`, so that it holds whole numbers only and no fraction is ever rounded. Lower ends must be finite.
 * Undefined when no solution exists. @throws RangeError when a number outgrows what can be computed exactly
 */
export function openProgramme(ranges: readonly Range[], equations: readonly Equation[]): Programme | undefined {
  const size = ranges.length
  // Unknowns are measured from their lower end; those that are `flipped`, from their upper end downwards.
  const room = [...ranges.map(({ low, high }) => high - low), ...equations.map(() => Infinity)]
  const flipped = room.map(() => false)
  const columns = ranges.map((_, at) => at)
  const basis = equations.map((_, row) => size + row)
  const matrix: number[][] = equations.map(() => columns.map(() => 0))
  const right: number[] = []
  let scale = 1

  for (const [row, { terms, sum }] of equations.entries()) {
    const line = matrix[row] ?? []
    let rest = sum
    for (const { at, sign } of terms) {
      line[at] = (line[at] ?? 0) + sign
      rest -= sign * (ranges[at]?.low ?? 0)
    }
    right[row] = Math.abs(rest)
    if (rest < 0) for (const [at, value] of line.entries()) line[at] = -value
  }

  // Every equation starts with a remainder of its own, which is pushed to zero and held there.
  for (const row of equations.keys()) {
    if (push(size + row, -1) > 0) return undefined
    room[size + row] = 0
  }
  return { push: (unknown, direction) => (ranges[unknown]?.low ?? 0) + push(unknown, direction), values: () => ranges.map(({ low }, at) => low + valueOf(at)) }

  function push(unknown: number, direction: 1 | -1): number {
    for (let pivots = 0; pivots < mostPivots; pivots++) {
      const column = findEntering(unknown, flipped[unknown] ? -direction : direction)
      if (column === undefined) return valueOf(unknown)
      const leaving = findLeaving(column)
      if (leaving === undefined) return Infinity
      if (leaving.row === undefined) flipColumn(column)
      else {
        if (leaving.atTop) flipRow(leaving.row)
        pivot(leaving.row, column)
      }
    }
    throw new RangeError('The linear programme does not end.')
  }

  function valueOf(unknown: number): number {
    const row = basis.indexOf(unknown)
    const measured = row < 0 ? 0 : (right[row] ?? 0) / scale
    return flipped[unknown] ? (room[unknown] ?? 0) - measured : measured
  }

  function findEntering(unknown: number, sense: number): number | undefined {
    const row = basis.indexOf(unknown)
    let found: number | undefined
    for (const [column, name] of columns.entries()) {
      const gain = row < 0 ? (name === unknown ? sense : 0) : -sense * (matrix[row]?.[column] ?? 0)
      if (gain > 0 && (room[name] ?? 0) > 0 && (found === undefined || name < (columns[found] ?? 0))) found = column
    }
    return found
  }

  // Which bound is met first: the entering unknown's own upper end (no row), a basic one's zero, or its upper end (`atTop`).
  function findLeaving(column: number): { row: number | undefined; atTop: boolean } | undefined {
    const entering = columns[column] ?? 0
    let best: { row: number | undefined; atTop: boolean; way: number; per: number; name: number } | undefined
    if (room[entering] !== Infinity) best = { row: undefined, atTop: false, way: room[entering] ?? 0, per: 1, name: entering }
    for (const [row, name] of basis.entries()) {
      const rate = matrix[row]?.[column] ?? 0
      const atTop = rate < 0
      if (rate === 0 || (atTop && room[name] === Infinity)) continue
      const way = atTop ? safe((room[name] ?? 0) * scale) - (right[row] ?? 0) : (right[row] ?? 0)
      const per = Math.abs(rate)
      const difference = best ? safe(way * best.per) - safe(best.way * per) : -1
      if (!best || difference < 0 || (difference === 0 && name < best.name)) best = { row, atTop, way, per, name }
    }
    return best
  }

  function flipColumn(column: number): void {
    const name = columns[column] ?? 0
    for (const [row, line] of matrix.entries()) {
      const value = line[column] ?? 0
      right[row] = safe((right[row] ?? 0) - safe(value * (room[name] ?? 0)))
      line[column] = -value
    }
    flipped[name] = !flipped[name]
  }

  function flipRow(row: number): void {
    const name = basis[row] ?? 0
    right[row] = safe((room[name] ?? 0) * scale) - (right[row] ?? 0)
    matrix[row] = (matrix[row] ?? []).map((value) => -value)
    flipped[name] = !flipped[name]
  }

  function pivot(row: number, column: number): void {
    const line = matrix[row] ?? []
    const by = line[column] ?? 0
    for (const [other, target] of matrix.entries()) {
      const factor = target[column] ?? 0
      if (other === row || (factor === 0 && by === scale)) continue
      for (let at = 0; at < target.length; at++) if (at !== column) target[at] = combine(target[at] ?? 0, by, factor, line[at] ?? 0)
      right[other] = combine(right[other] ?? 0, by, factor, right[row] ?? 0)
      target[column] = -factor
    }
    line[column] = scale
    scale = by
    const leaving = basis[row] ?? 0
    basis[row] = columns[column] ?? 0
    columns[column] = leaving
  }

  // Divides without remainder: that is the point of whole-number pivots.
  function combine(value: number, by: number, factor: number, other: number): number {
    return safe(safe(value * by) - safe(factor * other)) / scale
  }
}

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('A number is too large to be computed exactly.')
  return value === 0 ? 0 : value // never minus zero
}
