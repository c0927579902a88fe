import type { Geometry } from './geometry.ts'

const names = ['', 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'GeometryCollection'] as const

/** The geometry of a GeoPackage cell (OGC 12-128r18, 2.1.3); null when it is empty. @throws RangeError when it is cut off */
export function readGeopackageGeometry(bytes: Buffer): Geometry | null {
  if (bytes.length < 8 || bytes[0] !== 0x47 || bytes[1] !== 0x50) throw new RangeError('This is no geometry of a GeoPackage.')
  const flags = bytes[3] ?? 0
  if (flags & 0x10) return null
  const envelope = [0, 32, 48, 48, 64][(flags >> 1) & 7] ?? 0
  return readWkb(bytes, 8 + envelope).geometry
}

/** Well-known binary of ISO 13249-3 and of EWKB; heights and measures are left out. */
export function readWkb(bytes: Buffer, start: number, depth = 0): { geometry: Geometry; end: number } {
  if (depth > 8) throw new RangeError('The geometry is nested too deeply.')
  const little = bytes[start] === 1
  const int = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const double = (at: number) => (little ? bytes.readDoubleLE(at) : bytes.readDoubleBE(at))
  const code = int(start + 1)
  const kind = (code & 0xffff) % 1_000
  const iso = Math.floor((code & 0xffff) / 1_000)
  const more = (iso === 1 || code & 0x80000000 ? 1 : 0) + (iso === 2 || code & 0x40000000 ? 1 : 0) + (iso === 3 ? 2 : 0)
  const size = (2 + more) * 8
  let at = start + 5 + (code & 0x20000000 ? 4 : 0)
  const count = () => {
    const number = int(at)
    at += 4
    if (number > bytes.length) throw new RangeError('The geometry is cut off.')
    return number
  }
  const position = () => {
    const here = [double(at), double(at + 8)]
    at += size
    return here
  }
  const line = () => Array.from({ length: count() }, position)
  const type = names[kind]
  if (!type) throw new RangeError(`There is no geometry of kind ${kind}.`)
  if (type === 'Point') return { geometry: { type, coordinates: position() }, end: at }
  if (type === 'LineString') return { geometry: { type, coordinates: line() }, end: at }
  if (type === 'Polygon') return { geometry: { type, coordinates: Array.from({ length: count() }, line) }, end: at }
  const parts = Array.from({ length: count() }, () => {
    const part = readWkb(bytes, at, depth + 1)
    at = part.end
    return part.geometry
  })
  return { geometry: type === 'GeometryCollection' ? { type, geometries: parts } : { type, coordinates: parts.map(({ coordinates }) => coordinates) }, end: at }
}
