import { boxOf, segmentsOf, segmentsOfLine, type Position, type Segment, type Shape } from './shape.ts'

export type Where = 'interior' | 'boundary' | 'exterior'

// Closer than this is the same place: about a tenth of a millimetre on the ground.
const near = 1e-9
const isSame = ([ax, ay]: Position, [bx, by]: Position): boolean => Math.abs(ax - bx) < near && Math.abs(ay - by) < near

function isOn([x, y]: Position, [[ax, ay], [bx, by]]: Segment): boolean {
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  const along = ((x - ax) * dx + (y - ay) * dy) / length
  return Math.abs((x - ax) * dy - (y - ay) * dx) / length < near && along > -near && along < length + near
}

/** Where a place lies in a geometry. The boundary of lines are ends that an odd number of them share (OGC 06-103r4, 6.1.15). */
export function locate(place: Position, { points, lines, polygons }: Shape): Where {
  let touches = false
  for (const rings of polygons) {
    if (rings.flatMap(segmentsOfLine).some((side) => isOn(place, side))) touches = true
    else if (isInside(place, rings)) return 'interior'
  }
  const ends = lines.flatMap((line) => [line[0], line.at(-1)]).filter((end) => end !== undefined && isSame(end, place)).length
  if (ends % 2 === 1) touches = true
  else if (lines.flatMap(segmentsOfLine).some((side) => isOn(place, side))) return 'interior'
  if (points.some((point) => isSame(point, place))) return 'interior'
  return touches ? 'boundary' : 'exterior'
}

// Even-odd rule over all rings, so holes are outside.
function isInside([x, y]: Position, rings: readonly (readonly Position[])[]): boolean {
  let inside = false
  for (const [[ax, ay], [bx, by]] of rings.flatMap(segmentsOfLine)) if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  return inside
}

/** The nine intersections of interior, boundary and exterior, each as its dimension or F (DE-9IM; OGC 06-103r4, 6.1.14.2). */
export type Matrix = Readonly<Record<`${Where} ${Where}`, -1 | 0 | 1 | 2>>
const places: readonly Where[] = ['interior', 'boundary', 'exterior']

/**
 * How two geometries lie to each other. The sides of both are cut where they meet; then each piece lies wholly within one part of the other
 * geometry, so its middle speaks for it, and the places just beside it speak for the faces of both.
 */
export function relate(a: Shape, b: Shape): Matrix {
  const matrix: Record<string, -1 | 0 | 1 | 2> = Object.fromEntries(places.flatMap((one) => places.map((other) => [`${one} ${other}`, -1])))
  const note = (inA: Where, inB: Where, dimension: 0 | 1 | 2) => {
    const key = `${inA} ${inB}`
    if (dimension > (matrix[key] ?? -1)) matrix[key] = dimension
  }
  const [sidesA, sidesB] = [segmentsOf(a), segmentsOf(b)]
  const corners = [...a.points, ...b.points, ...sidesA.flat(), ...sidesB.flat(), ...meetings(sidesA, sidesB)]
  for (const corner of corners) note(locate(corner, a), locate(corner, b), 0)
  const areas = a.polygons.length > 0 || b.polygons.length > 0
  for (const [from, to] of [...sidesA, ...sidesB].flatMap((side) => pieces(side, corners))) {
    const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    note(locate(middle, a), locate(middle, b), 1)
    if (!areas) continue
    // Far enough to be off the line, near enough to be in the face beside it.
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    const step = Math.min(length * 1e-3, 1e-6) / length
    for (const sign of [step, -step]) {
      const beside: Position = [middle[0] - sign * (to[1] - from[1]), middle[1] + sign * (to[0] - from[0])]
      note(locate(beside, a), locate(beside, b), 2)
    }
  }
  note('exterior', 'exterior', 2)
  if (a.polygons.length > 0 && b.polygons.length === 0) note('interior', 'exterior', 2)
  if (b.polygons.length > 0 && a.polygons.length === 0) note('exterior', 'interior', 2)
  return matrix as Matrix // every key was set above
}

function meetings(sidesA: readonly Segment[], sidesB: readonly Segment[]): Position[] {
  const found: Position[] = []
  for (const [[ax, ay], [bx, by]] of sidesA)
    for (const [[cx, cy], [dx, dy]] of sidesB) {
      const turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
      if (turn === 0) continue // parallel: what they share begins and ends at corners
      const along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn
      const other = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn
      if (along >= -near && along <= 1 + near && other >= -near && other <= 1 + near) found.push([ax + along * (bx - ax), ay + along * (by - ay)])
    }
  return found
}

function pieces(side: Segment, corners: readonly Position[]): Segment[] {
  const [[ax, ay], to] = side
  const cuts = [side[0], ...corners.filter((corner) => isOn(corner, side)), to].sort((p, q) => Math.hypot(p[0] - ax, p[1] - ay) - Math.hypot(q[0] - ax, q[1] - ay))
  return cuts.slice(1).flatMap((cut, index) => (cuts[index] && !isSame(cuts[index], cut) ? [[cuts[index], cut] as const] : []))
}

const dimensionOf = ({ lines, polygons }: Shape): 0 | 1 | 2 => (polygons.length > 0 ? 2 : lines.length > 0 ? 1 : 0)
const order: readonly (keyof Matrix)[] = places.flatMap((one) => places.map((other) => `${one} ${other}` as const))

/** Whether the matrix has a pattern such as `T*F**F***` (T: any dimension, F: none, *: either). */
export const hasPattern = (matrix: Matrix, pattern: string): boolean =>
  order.every((key, index) => {
    const sign = pattern[index] ?? '*'
    const value = matrix[key]
    return sign === '*' || (sign === 'T' ? value >= 0 : sign === 'F' ? value < 0 : value === Number(sign))
  })

const patterns: Readonly<Record<string, readonly string[]>> = {
  st_equals: ['T*F**FFF*'],
  st_disjoint: ['FF*FF****'],
  st_touches: ['FT*******', 'F**T*****', 'F***T****'],
  st_within: ['T*F**F***'],
  st_contains: ['T*****FF*'],
}

/** The named relations of OGC 06-103r4 (6.1.14.3). `first` is the geometry named first. */
export function holds(name: string, first: Shape, second: Shape, pattern = ''): boolean {
  if (name === 'st_relate') return hasPattern(relate(first, second), pattern)
  const [west, south, east, north] = boxOf(first)
  const [otherWest, otherSouth, otherEast, otherNorth] = boxOf(second)
  const apart = west > otherEast + near || otherWest > east + near || south > otherNorth + near || otherSouth > north + near
  if (apart) return name === 'st_disjoint'
  const matrix = relate(first, second)
  const has = (wanted: readonly string[]) => wanted.some((each) => hasPattern(matrix, each))
  const [d, e] = [dimensionOf(first), dimensionOf(second)]
  switch (name) {
    case 'st_intersects':
    case 'geo.intersects':
      return !has(patterns['st_disjoint'] ?? [])
    case 'st_crosses':
      return d < e ? has(['T*T******']) : d > e ? has(['T*****T**']) : d === 1 && has(['0********'])
    case 'st_overlaps':
      return d === e && has([d === 1 ? '1*T***T**' : 'T*T***T**'])
    default:
      return has(patterns[name] ?? [])
  }
}
