import { refuse, type Refusal } from '../dcat/refusals.ts'

/** West, south, east, north in degrees (WGS 84), as GeoJSON and OWS count them. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** Letters of a geometry: more than that draws a coastline and belongs into the data, not into their description. */
const longest = 100_000

/** A geometry as the catalogue keeps it: GeoJSON (RFC 7946) as text, or why it is left out. */
export function placeText(geometry: unknown): { text?: string; doubts: Refusal[] } {
  if (geometry === undefined || geometry === null) return { doubts: [] }
  const text = JSON.stringify(geometry)
  if (text.length <= longest) return { text, doubts: [] }
  return { doubts: [refuse('open-data.dataset.spatial-invalid', { field: 'spatial', detail: `${text.length} > ${longest}` })] }
}

/** A box as polygon; undefined when its corners lie nowhere on earth. */
export function polygonOf([west, south, east, north]: Box): { type: 'Polygon'; coordinates: number[][][] } | undefined {
  const onEarth = [west, east].every((lon) => Math.abs(lon) <= 180) && [south, north].every((lat) => Math.abs(lat) <= 90)
  if (!onEarth || south > north) return undefined
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }
}
