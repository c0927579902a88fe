import type { Geometry } from './geometry.ts'

type Point = readonly [number, number]

/** The geometries of a shapefile in their order; null where there is none (ESRI Shapefile Technical Description, 1998). Heights and measures are left out. */
export function* readShp(bytes: Buffer): Generator<Geometry | null> {
  if (bytes.length < 100 || bytes.readInt32BE(0) !== 9994) throw new RangeError('This is no shapefile.')
  for (let at = 100; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readInt32BE(at + 4) * 2
    if (end <= at || end > bytes.length) throw new RangeError('The shapefile is cut off.')
    yield shape(bytes, at + 8)
    at = end
  }
}

function shape(bytes: Buffer, at: number): Geometry | null {
  const type = bytes.readInt32LE(at) % 10
  if (type === 0) return null
  if (type === 1) return { type: 'Point', coordinates: point(bytes, at + 4) }
  if (type === 8) return { type: 'MultiPoint', coordinates: points(bytes, at + 40, bytes.readInt32LE(at + 36)) }
  if (type !== 3 && type !== 5) return null
  const lines = parts(bytes, at)
  if (lines.length === 0) return null
  if (type === 3) return lines.length === 1 ? { type: 'LineString', coordinates: lines[0] } : { type: 'MultiLineString', coordinates: lines }
  const polygons = polygonsOf(lines)
  return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons }
}

const point = (bytes: Buffer, at: number): Point => [bytes.readDoubleLE(at), bytes.readDoubleLE(at + 8)]
const points = (bytes: Buffer, at: number, count: number): Point[] => {
  if (count < 0 || at + count * 16 > bytes.length) throw new RangeError('The shapefile is cut off.')
  return Array.from({ length: count }, (_, index) => point(bytes, at + index * 16))
}

function parts(bytes: Buffer, at: number): Point[][] {
  const [partCount, pointCount] = [bytes.readInt32LE(at + 36), bytes.readInt32LE(at + 40)]
  if (partCount < 0 || at + 44 + partCount * 4 > bytes.length) throw new RangeError('The shapefile is cut off.')
  const all = points(bytes, at + 44 + partCount * 4, pointCount)
  const starts = Array.from({ length: partCount }, (_, index) => bytes.readInt32LE(at + 44 + index * 4))
  return starts.map((start, index) => all.slice(start, starts[index + 1] ?? pointCount)).filter((part) => part.length > 0)
}

// Outer rings run clockwise, holes against it; a hole belongs to the last outer ring that holds its first point.
function polygonsOf(rings: readonly Point[][]): Point[][][] {
  const outer = rings.filter((ring) => area(ring) <= 0)
  const holes = rings.filter((ring) => area(ring) > 0)
  if (outer.length === 0) return holes.map((ring) => [ring])
  const polygons = outer.map((ring) => [ring])
  for (const hole of holes) {
    const owner = polygons.findLast(([ring]) => ring && hole[0] && holds(ring, hole[0])) ?? polygons.at(-1)
    owner?.push(hole)
  }
  // RFC 7946 wants it the other way round.
  return polygons.map((polygon) => polygon.map((ring) => ring.toReversed()))
}

function area(ring: readonly Point[]): number {
  let sum = 0
  for (let index = 0; index < ring.length; index++) {
    const [here, next] = [ring[index], ring[(index + 1) % ring.length]]
    if (here && next) sum += here[0] * next[1] - next[0] * here[1]
  }
  return sum
}

function holds(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [a, b] = [ring[index], ring[before]]
    if (a && b && a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}
