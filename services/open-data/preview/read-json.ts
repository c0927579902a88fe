import { refuse } from '../dcat/refusals.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { cellOf, columnOf, newTally, observe } from './column-types.ts'
import type { Tally } from './column-types.ts'
import { detectEncoding } from './encoding.ts'
import type { Cell, MapPart, Preview, PreviewLimits, PreviewResult } from './schema.ts'

type Loose = { readonly [key: string]: unknown }
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads a JSON or GeoJSON file within its limit: a map when it is GeoJSON, a table when it holds a list of records. */
export async function readJson(source: ByteSource, limits: PreviewLimits): Promise<PreviewResult> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of source) {
    const piece = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    size += piece.length
    if (size > limits.jsonBytes) return { ok: false, refusal: refuse('open-data.preview.too-large', { detail: `> ${limits.jsonBytes} bytes` }) }
    parts.push(piece)
  }
  const bytes = Buffer.concat(parts)
  if (bytes.length === 0) return { ok: false, refusal: refuse('open-data.preview.empty') }
  const encoding = detectEncoding(bytes.subarray(0, 65_536))
  try {
    const value: unknown = JSON.parse(new TextDecoder(encoding).decode(bytes))
    const preview = isLoose(value) && typeof value['type'] === 'string' ? geoJson(value, limits, encoding) ?? table(value, limits, encoding) : table(value, limits, encoding)
    return preview ? { ok: true, preview } : { ok: false, refusal: refuse('open-data.preview.unsupported', { detail: 'JSON' }) }
  } catch (error) {
    return { ok: false, refusal: refuse('open-data.preview.syntax', { detail: error instanceof Error ? error.message : String(error) }) }
  }
}

const geometryTypes = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection'])

function geoJson(value: Loose, limits: PreviewLimits, encoding: string): Preview | undefined {
  const features = value['type'] === 'FeatureCollection' && Array.isArray(value['features']) ? value['features'].filter(isLoose)
    : value['type'] === 'Feature' ? [value] : geometryTypes.has(String(value['type'])) ? [{ geometry: value, properties: {} }] : undefined
  if (!features) return undefined
  const preview = records(features.map((feature: Loose) => (isLoose(feature['properties']) ? feature['properties'] : {})), limits, encoding)
  return { ...preview, kind: 'map', geometry: mapPart(features, limits) }
}

function mapPart(features: readonly Loose[], limits: PreviewLimits): MapPart {
  const types = new Set<string>()
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  const geometries: (object | null)[] = []
  for (const { geometry } of features) {
    const usable = isLoose(geometry) && geometryTypes.has(String(geometry['type'])) ? geometry : null
    if (geometries.length < limits.rows) geometries.push(usable)
    if (!usable) continue
    types.add(String(usable['type']))
    for (const [x, y] of positions(usable)) {
      if (x < -180 || x > 180 || y < -90 || y > 90) continue
      box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y); box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y)
    }
  }
  return { types: [...types], geometries, ...(box[0] <= box[2] && { bbox: box }) }
}

/** All coordinate pairs of a geometry, without recursion, however deep a hostile file nests. */
function* positions(geometry: Loose): Generator<readonly [number, number]> {
  const waiting: unknown[] = [geometry['coordinates'], geometry['geometries']]
  while (waiting.length > 0) {
    const item = waiting.pop()
    if (isLoose(item)) waiting.push(item['coordinates'], item['geometries'])
    if (!Array.isArray(item)) continue
    const [x, y]: unknown[] = item
    if (typeof x === 'number' && typeof y === 'number') yield [x, y]
    else for (const part of item) waiting.push(part)
  }
}

/** A list of records, at the top or as the one list of an object (`{"data": [...]}`). */
function table(value: unknown, limits: PreviewLimits, encoding: string): Preview | undefined {
  const list = Array.isArray(value) ? value : isLoose(value) ? Object.values(value).filter((part): part is unknown[] => Array.isArray(part) && part.some(isLoose)).toSorted((a, b) => b.length - a.length)[0] : undefined
  const found = list?.filter(isLoose)
  return found && found.length > 0 ? records(found, limits, encoding) : undefined
}

function records(list: readonly Loose[], limits: PreviewLimits, encoding: string): Preview {
  const tallies = new Map<string, Tally>()
  for (const record of list) for (const key of Object.keys(record)) if (tallies.size < limits.columns && !tallies.has(key)) tallies.set(key, newTally())
  for (const record of list) for (const [key, tally] of tallies) observe(tally, textOf(record[key]))
  const columns = [...tallies].map(([name, tally]) => columnOf(name, tally))
  const rows = list.slice(0, limits.rows).map((record) => columns.map((column): Cell => cellOf(textOf(record[column.name]), column, limits.cellLength)))
  return { kind: 'table', columns, rows, total: list.length, truncated: false, encoding }
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value))
