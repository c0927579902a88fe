/** Positions as in GeoJSON (RFC 7946): longitude first, then latitude, degrees in WGS 84. */
export type Position = readonly [longitude: number, latitude: number]
export type Ring = readonly Position[]
/** The outer ring, then holes. */
export type Polygon = readonly Ring[]
/** West, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** Mean radius of the Earth in metres (IUGG). */
const radius = 6_371_008.8
const radians = Math.PI / 180

/** Great-circle distance in metres by the haversine formula; up to 0.5 % off the ellipsoid. */
export function distanceMetres([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const a = Math.sin(((lat2 - lat1) * radians) / 2) ** 2
  const b = Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lon2 - lon1) * radians) / 2) ** 2
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(a + b)))
}

/** The smallest box around positions, undefined for none. Does not cross the 180th meridian. */
export function boundingBox(positions: Iterable<Position>): Box | undefined {
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return west === Infinity ? undefined : [west, south, east, north]
}

/** A box that holds every point within `metres` of the centre; a cheap sieve before measuring distances. */
export function boxAround([lon, lat]: Position, metres: number): Box {
  const angle = metres / radius
  const north = lat + angle / radians
  const south = lat - angle / radians
  if (north >= 90 || south <= -90) return [-180, Math.max(-90, south), 180, Math.min(90, north)]
  // The widest point of a circle on a sphere lies nearer the pole than its centre (J. P. Snyder, USGS paper 1395).
  const spread = Math.asin(Math.min(1, Math.sin(angle) / Math.cos(lat * radians))) / radians
  return [lon - spread, south, lon + spread, north]
}

export function boxHolds([west, south, east, north]: Box, [lon, lat]: Position): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}

export function boxesTouch(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

/** Even-odd rule (W. R. Franklin, PNPOLY): a point on an edge belongs to exactly one of two polygons that share it. */
export function ringHolds(ring: Ring, [lon, lat]: Position): boolean {
  let inside = false
  let before = ring.at(-1)
  for (const here of ring) {
    if (before && here[1] > lat !== before[1] > lat && lon < ((before[0] - here[0]) * (lat - here[1])) / (before[1] - here[1]) + here[0]) {
      inside = !inside
    }
    before = here
  }
  return inside
}

export function polygonHolds([outer, ...holes]: Polygon, position: Position): boolean {
  return outer !== undefined && ringHolds(outer, position) && !holes.some((hole) => ringHolds(hole, position))
}

/**
 * Area in square metres, positive when the ring runs counter-clockwise (the outer ring of RFC 7946). Chamberlain and
 * Duquette, Some Algorithms for Polygons on a Sphere (JPL 07-03), on the mean sphere.
 */
export function ringArea(ring: Ring): number {
  let sum = 0
  let before = ring.at(-1)
  for (const here of ring) {
    if (before) sum += (here[0] - before[0]) * radians * (2 + Math.sin(before[1] * radians) + Math.sin(here[1] * radians))
    before = here
  }
  return sum === 0 ? 0 : (-sum * radius * radius) / 2
}

export function polygonArea([outer, ...holes]: Polygon): number {
  if (!outer) return 0
  return holes.reduce((area, hole) => area - Math.abs(ringArea(hole)), Math.abs(ringArea(outer)))
}

/** Centre of gravity in the plane of degrees, good for areas the size of a town. Rings without area give the mean of their points. */
export function ringCentroid(ring: Ring): Position | undefined {
  const first = ring[0]
  if (!first) return undefined
  let area = 0
  let lon = 0
  let lat = 0
  let before = ring.at(-1) ?? first
  for (const here of ring) {
    // Coordinates relative to the first point keep the products small and exact.
    const cross = (before[0] - first[0]) * (here[1] - first[1]) - (here[0] - first[0]) * (before[1] - first[1])
    area += cross
    lon += (before[0] + here[0] - 2 * first[0]) * cross
    lat += (before[1] + here[1] - 2 * first[1]) * cross
    before = here
  }
  if (Math.abs(area) > 1e-18) return [first[0] + lon / (3 * area), first[1] + lat / (3 * area)]
  const mean = (axis: 0 | 1) => ring.reduce((sum, position) => sum + position[axis], 0) / ring.length
  return [mean(0), mean(1)]
}
