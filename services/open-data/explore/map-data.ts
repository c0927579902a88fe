import type { MapGeometry, MapLevel, Position } from '@modellregion/ui'
import type { Cell } from '../store/schema.ts'
import type { Asking } from './asking.ts'
import { namingColumn, placesOf, type Places } from './columns.ts'
import { geometryOf } from './formats.ts'
import type { Selection, TableFacts } from './schema.ts'
import { shorten } from './shorten.ts'
import { numberOf } from './table-data.ts'
import { rowsOf } from './to-query.ts'

export type Placed = { readonly title: string | null; readonly geometry: MapGeometry }
export type GridCell = { readonly count: number; readonly level: MapLevel; readonly geometry: MapGeometry }
export type MapData =
  | { readonly kind: 'features'; readonly features: readonly Placed[]; readonly total: number }
  | { readonly kind: 'grid'; readonly cells: readonly GridCell[]; readonly total: number; readonly counted: number }

const mostFeatures = 2_000
const mostRows = 32_000
const mostPages = 4

/** The rows that are meant as shapes on a map; too many points are counted in squares. Nothing for tables without places. */
export async function mapData(asking: Asking, selection: Selection, facts: TableFacts): Promise<MapData | undefined> {
  const places = placesOf(facts.fields)
  if (!places) return undefined
  const rows = rowsOf(selection, facts.fields)
  const fields = places.kind === 'geometry' ? [places.field] : [places.lon, places.lat]
  const where = [...(rows.where ?? []), ...fields.map((field) => ({ field, is: 'present' as const }))]
  const title = namingColumn(facts)
  const first = await asking({ ...rows, where, fields: [...fields, ...(title ? [title.id] : [])], limit: mostFeatures })
  const total = first.total ?? first.rows.length
  const at = (id: string): number => first.fields.findIndex((field) => field.id === id)
  if (total <= mostFeatures || places.kind === 'geometry') return { kind: 'features', total, features: first.rows.flatMap((row) => placed(row, places, at, title && row[at(title.id)])) }
  const points: Position[] = []
  for (let page = 0; page < mostPages && page * mostRows < total; page++) {
    const part = await asking({ ...rows, where, fields, offset: page * mostRows, limit: mostRows, total: false })
    const [lon, lat] = fields.map((id) => part.fields.findIndex((field) => field.id === id))
    for (const row of part.rows) points.push([numberOf(row[lon ?? 0]), numberOf(row[lat ?? 1])])
  }
  return { kind: 'grid', cells: gridOf(points), total, counted: points.length }
}

function placed(row: readonly Cell[], places: Places, at: (id: string) => number, title: Cell | undefined): Placed[] {
  const geometry = places.kind === 'geometry' ? drawable(geometryOf(row[at(places.field)])) : pointOf(numberOf(row[at(places.lon)]), numberOf(row[at(places.lat)]))
  return geometry ? [{ title: title === null || title === undefined ? null : String(title), geometry: shorten(geometry) }] : []
}

const isOnEarth = (lon: number, lat: number): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 85
const pointOf = (lon: number, lat: number): MapGeometry | undefined => (isOnEarth(lon, lat) ? { type: 'Point', coordinates: [lon, lat] } : undefined)

const kinds = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'])
// Read from GeoJSON that was checked when the file was taken; only its kind is in question.
const drawable = (shape: object | null): MapGeometry | undefined => (shape && 'type' in shape && 'coordinates' in shape && kinds.has(String(shape.type)) ? (shape as MapGeometry) : undefined)

const across = 24

/** Counts points in squares of equal width; the four levels divide the squares evenly by their counts. */
export function gridOf(all: readonly Position[]): GridCell[] {
  const points = all.filter(([lon, lat]) => isOnEarth(lon, lat))
  if (points.length === 0) return []
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
  const [west, east, south, north] = [least(lons), most(lons), least(lats), most(lats)]
  // A degree of longitude is shorter than one of latitude by the cosine.
  const height = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const width = Math.max((east - west) / across, (north - south) / across / height, 1e-5)
  const counts = new Map<string, number>()
  for (const [lon, lat] of points) {
    const key = `${Math.floor((lon - west) / width)} ${Math.floor((lat - south) / (width * height))}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const sorted = [...counts.values()].toSorted((a, b) => a - b)
  const levelOf = (count: number): MapLevel => {
    const share = sorted.findLastIndex((one) => one <= count) / Math.max(1, sorted.length - 1)
    return share >= 0.9 ? 4 : share >= 0.7 ? 3 : share >= 0.4 ? 2 : 1
  }
  return [...counts]
    .map(([key, count]): GridCell => {
      const [x = 0, y = 0] = key.split(' ').map(Number)
      const [left, right, bottom, top] = [west + x * width, west + (x + 1) * width, south + y * width * height, south + (y + 1) * width * height]
      return { count, level: levelOf(count), geometry: { type: 'Polygon', coordinates: [[[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]] } }
    })
    .toSorted((a, b) => b.count - a.count)
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity)
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity)
