import { locate } from './relate.ts'
import { segmentsOf, segmentsOfLine, type Position, type Segment, type Shape } from './shape.ts'

const between = ([ax, ay]: Position, [bx, by]: Position): number => Math.hypot(ax - bx, ay - by)

function toSegment([x, y]: Position, [[ax, ay], [bx, by]]: Segment): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

const cross = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
const crossing = ([a, b]: Segment, [c, d]: Segment): boolean => cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0

/** The shortest distance in the plane of the coordinates, so for CRS 84 in degrees, as OData's geo.distance says ("in the coordinate reference system"). */
export function distance(a: Shape, b: Shape): number {
  const corners = (shape: Shape): Position[] => [...shape.points, ...shape.lines.flat(), ...shape.polygons.flat(2)]
  if (corners(a).some((corner) => locate(corner, b) !== 'exterior') || corners(b).some((corner) => locate(corner, a) !== 'exterior')) return 0
  const [sidesA, sidesB] = [segmentsOf(a), segmentsOf(b)]
  if (sidesA.some((one) => sidesB.some((other) => crossing(one, other)))) return 0
  let least = Infinity
  for (const p of corners(a)) {
    for (const q of b.points) least = Math.min(least, between(p, q))
    for (const side of sidesB) least = Math.min(least, toSegment(p, side))
  }
  for (const q of corners(b)) for (const side of sidesA) least = Math.min(least, toSegment(q, side))
  return least
}

/** Length of the lines; points and polygons have none (OData 4, 5.1.1.12.3). */
export const lengthOf = ({ lines }: Shape): number => lines.flatMap(segmentsOfLine).reduce((sum, [from, to]) => sum + between(from, to), 0)
