/** A geometry taken apart: points, lines, and polygons (rings, the first outside). Coordinates as they are, longitude and latitude of CRS 84. */
export type Position = readonly [number, number]
export type Shape = { readonly points: readonly Position[]; readonly lines: readonly (readonly Position[])[]; readonly polygons: readonly (readonly (readonly Position[])[])[] }

const nothing: Shape = { points: [], lines: [], polygons: [] }
const joined = (shapes: readonly Shape[]): Shape => ({ points: shapes.flatMap(({ points }) => points), lines: shapes.flatMap(({ lines }) => lines), polygons: shapes.flatMap(({ polygons }) => polygons) })

/** Reads GeoJSON (RFC 7946): geometries, features and their collections. Undefined when it is none. */
export function shapeOfGeoJson(json: unknown): Shape | undefined {
  if (typeof json !== 'object' || json === null || !('type' in json)) return undefined
  if (json.type === 'Feature') return 'geometry' in json ? shapeOfGeoJson(json.geometry) : undefined
  const list = json.type === 'FeatureCollection' && 'features' in json ? json.features : json.type === 'GeometryCollection' && 'geometries' in json ? json.geometries : undefined
  if (Array.isArray(list)) {
    const shapes = list.map(shapeOfGeoJson)
    return shapes.every((shape) => shape !== undefined) ? joined(shapes) : undefined
  }
  return 'coordinates' in json ? shapeOf(String(json.type), json.coordinates) : undefined
}

const isPosition = (value: unknown): value is Position => Array.isArray(value) && value.length >= 2 && value.every((each) => typeof each === 'number' && Number.isFinite(each))
const isLine = (value: unknown): value is Position[] => Array.isArray(value) && value.length >= 2 && value.every(isPosition)
const isRing = (value: unknown): value is Position[] => isLine(value) && value.length >= 4 && same(value[0], value.at(-1))
const isPolygon = (value: unknown): value is Position[][] => Array.isArray(value) && value.length > 0 && value.every(isRing)
const same = (a: Position | undefined, b: Position | undefined): boolean => a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]
const listOf = <T>(value: unknown, is: (each: unknown) => each is T): value is T[] => Array.isArray(value) && value.every(is)

function shapeOf(type: string, coordinates: unknown): Shape | undefined {
  switch (type) {
    case 'Point':
      return isPosition(coordinates) ? { ...nothing, points: [coordinates] } : undefined
    case 'MultiPoint':
      return listOf(coordinates, isPosition) ? { ...nothing, points: coordinates } : undefined
    case 'LineString':
      return isLine(coordinates) ? { ...nothing, lines: [coordinates] } : undefined
    case 'MultiLineString':
      return listOf(coordinates, isLine) ? { ...nothing, lines: coordinates } : undefined
    case 'Polygon':
      return isPolygon(coordinates) ? { ...nothing, polygons: [coordinates] } : undefined
    case 'MultiPolygon':
      return listOf(coordinates, isPolygon) ? { ...nothing, polygons: coordinates } : undefined
    default:
      return undefined
  }
}

/** Reads well-known text (OGC 06-103r4, 7), with an optional `SRID=4326;`. Undefined when it is none. */
export function shapeOfText(text: string): Shape | undefined {
  const found = /^\s*(?:SRID=4326;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*$/is.exec(text)
  if (!found) return undefined
  const [, multi = '', kind = '', body = ''] = found
  const json = body
    .replace(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:\s+-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)+/gi, (numbers) => `[${numbers.trim().split(/\s+/).map(Number).join(',')}]`)
    .replaceAll('(', '[')
    .replaceAll(')', ']')
  let coordinates: unknown
  try {
    coordinates = JSON.parse(json)
  } catch {
    return undefined
  }
  const type = `${multi ? 'Multi' : ''}${{ POINT: 'Point', LINESTRING: 'LineString', POLYGON: 'Polygon' }[kind.toUpperCase()]}`
  if (type === 'Point') return Array.isArray(coordinates) && coordinates.length === 1 ? shapeOf(type, coordinates[0]) : undefined
  if (type === 'MultiPoint' && Array.isArray(coordinates)) return shapeOf(type, coordinates.map((each: unknown) => (Array.isArray(each) && Array.isArray(each[0]) ? (each[0] as unknown) : each)))
  return shapeOf(type, coordinates)
}

export type Segment = readonly [Position, Position]
export const segmentsOfLine = (line: readonly Position[]): Segment[] => line.slice(1).flatMap((to, index) => (line[index] && !same(line[index], to) ? [[line[index], to] as const] : []))
/** Sides of the lines and rings. */
export const segmentsOf = ({ lines, polygons }: Shape): Segment[] => [...lines, ...polygons.flat()].flatMap(segmentsOfLine)

/** West, south, east, north. */
export function boxOf(shape: Shape): readonly [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of [...shape.points, ...shape.lines.flat(), ...shape.polygons.flat(2)]) [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)]
  return [west, south, east, north]
}
