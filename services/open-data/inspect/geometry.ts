import { toDegrees } from './projection.ts'

export type Geometry = { readonly type: string; readonly coordinates?: unknown; readonly geometries?: readonly Geometry[] }
/** Where a geometry lies: `swapped` had latitude before longitude and was turned round, `outside` is not in central Europe. */
export type Place = 'inside' | 'swapped' | 'outside'

const types = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection'])
// Germany with a generous border: municipal data that lie elsewhere are nearly always read wrongly.
const box = { west: 5, south: 46.5, east: 16, north: 56 }
const isInside = ([longitude, latitude]: readonly [number, number]): boolean => longitude >= box.west && longitude <= box.east && latitude >= box.south && latitude <= box.north

/** The geometry in degrees of WGS 84, rounded to a centimetre; undefined when it is missing, empty or has positions that are no numbers. */
export function transformGeometry(given: Geometry | null | undefined, system: number): { geometry: Geometry; place: Place } | undefined {
  if (typeof given !== 'object' || given === null || !types.has(given.type)) return undefined
  if (given.type === 'GeometryCollection') return transformCollection(given, system)
  const first = firstPosition(given.coordinates)
  const here = first && toDegrees(system, first[0], first[1])
  if (!here) return undefined
  const place: Place = isInside(here) ? 'inside' : isInside([here[1], here[0]]) ? 'swapped' : turned(system, first) ? 'swapped' : 'outside'
  const coordinates = transformed(given.coordinates, (x, y) => {
    const [from, to] = place === 'swapped' ? [y, x] : [x, y]
    return toDegrees(system, from, to)
  })
  return coordinates === undefined ? undefined : { geometry: { type: given.type, coordinates }, place }
}

// A plane system whose axes were exchanged (northing first) lies inside only the other way round.
function turned(system: number, [x, y]: readonly [number, number]): boolean {
  const other = toDegrees(system, y, x)
  return other !== undefined && isInside(other)
}

function transformCollection(given: Geometry, system: number): { geometry: Geometry; place: Place } | undefined {
  const parts = (given.geometries ?? []).flatMap((part) => transformGeometry(part, system) ?? [])
  const [first] = parts
  return first && { geometry: { type: 'GeometryCollection', geometries: parts.map(({ geometry }) => geometry) }, place: first.place }
}

function firstPosition(coordinates: unknown): [number, number] | undefined {
  let inner = coordinates
  while (Array.isArray(inner) && Array.isArray(inner[0])) inner = inner[0]
  return Array.isArray(inner) && isNumber(inner[0]) && isNumber(inner[1]) ? [inner[0], inner[1]] : undefined
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

function transformed(coordinates: unknown, change: (x: number, y: number) => [number, number] | undefined): unknown {
  if (!Array.isArray(coordinates)) return undefined
  if (!Array.isArray(coordinates[0])) {
    const [x, y] = coordinates as readonly unknown[] // any JSON; checked in the next line
    const changed = isNumber(x) && isNumber(y) ? change(x, y) : undefined
    return changed && [round(changed[0]), round(changed[1])]
  }
  const parts: unknown[] = coordinates.map((part: unknown) => transformed(part, change))
  return parts.includes(undefined) ? undefined : parts
}

/** The system that a GeoJSON of before 2016 (`crs`), a projection file or a name says, as EPSG code. */
export function coordinateSystemOf(text: string): number | undefined {
  const epsg = /EPSG["':/\s]*(?:\d+(?:\.\d+)*)?:{0,2}["',\s]*(\d{4,5})/i.exec(text)?.[1]
  if (epsg) return Number(epsg)
  if (/CRS84/.test(text)) return 4326
  const zone = /UTM[_ ]?zone[_ ]?(\d{2})N/i.exec(text)?.[1]
  if (zone) return 25800 + Number(zone)
  const gauss = /Gauss[-_ ]?Kr(?:ü|ue|u)ger[-_ ]?(?:zone|Zone)?[_ ]?(\d)|_GK(\d)|3[-_ ]degree[-_ ]Gauss[-_ ]Kruger[-_ ]zone[-_ ](\d)/i.exec(text)
  const number = Number(gauss?.[1] ?? gauss?.[2] ?? gauss?.[3] ?? 0)
  if (number >= 2 && number <= 5) return 31464 + number
  if (/Web_?Mercator|Pseudo-Mercator|Mercator_Auxiliary_Sphere/i.test(text)) return 3857
  return /^GEOGCS\["(?:GCS_)?(?:WGS[_ ]?(?:19)?84|ETRS[_ ]?(?:19)?89)/i.test(text.trim()) ? 4326 : undefined
}

/** By the size of the numbers, when nobody says it: degrees, metres of UTM with or without zone, Gauss-Krüger, web maps. */
export function guessSystem(positions: readonly (readonly [number, number])[]): number | undefined {
  const found = positions.flatMap((position) => [25832, 25833, 31466, 31467, 31468, 31469, 3857].find((system) => fits(system, position)) ?? [])
  const first = positions[0]
  if (!first || (Math.abs(first[0]) <= 180 && Math.abs(first[1]) <= 180)) return undefined
  const counts = new Map<number, number>()
  for (const system of found) counts.set(system, (counts.get(system) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

function fits(system: number, [x, y]: readonly [number, number]): boolean {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 180) return false
  const zone = Math.floor(x / 1_000_000)
  if (system >= 31466 && system <= 31469 && zone !== system - 31464) return false
  if (system === 25832 && x > 10_000_000 && zone !== 32) return false
  if (system === 25833 && x > 10_000_000 && zone !== 33) return false
  const degrees = toDegrees(system, x, y)
  return degrees !== undefined && isInside(degrees)
}
