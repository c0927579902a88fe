/** GeoJSON geometry the map draws, WGS 84, longitude first (RFC 7946). */
export type Position = readonly [lon: number, lat: number]
export type MapGeometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'MultiPoint'; coordinates: readonly Position[] }
  | { type: 'LineString'; coordinates: readonly Position[] }
  | { type: 'MultiLineString'; coordinates: readonly (readonly Position[])[] }
  | { type: 'Polygon'; coordinates: readonly (readonly Position[])[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly Position[])[])[] }

export type Bounds = { west: number; south: number; east: number; north: number }

const positions = (geometry: MapGeometry): readonly Position[] => {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
  }
}

/** Smallest box around all geometries, or undefined when nothing has a valid position. */
export function boundsOf(geometries: readonly MapGeometry[]): Bounds | undefined {
  let bounds: Bounds | undefined
  for (const geometry of geometries) {
    for (const [lon, lat] of positions(geometry)) {
      if (!Number.isFinite(lon) || !Number.isFinite(lat) || Math.abs(lat) > 85) continue
      bounds = bounds
        ? { west: Math.min(bounds.west, lon), south: Math.min(bounds.south, lat), east: Math.max(bounds.east, lon), north: Math.max(bounds.north, lat) }
        : { west: lon, south: lat, east: lon, north: lat }
    }
  }
  return bounds
}

const mercator = (lat: number): number => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI

/**
 * Web Mercator into a picture of `width` x `height` with a margin, the whole box visible and undistorted. One single
 * point gets a box of about one kilometre.
 */
export function projection(bounds: Bounds, width: number, height: number, margin: number): (position: Position) => [number, number] {
  const pad = bounds.east - bounds.west < 1e-9 && bounds.north - bounds.south < 1e-9 ? 0.005 : 0
  const west = bounds.west - pad
  const east = bounds.east + pad
  const top = mercator(bounds.north + pad)
  const bottom = mercator(bounds.south - pad)
  const factor = Math.min((width - 2 * margin) / Math.max(east - west, 1e-12), (height - 2 * margin) / Math.max(top - bottom, 1e-12))
  const left = (width - (east - west) * factor) / 2
  const above = (height - (top - bottom) * factor) / 2
  const part = (value: number): number => Math.round(value * 10) / 10
  return ([lon, lat]) => [part(left + (lon - west) * factor), part(above + (top - mercator(lat)) * factor)]
}

/** A place for the pin of a feature: the point, the middle vertex of a line, the middle of a polygon's box. */
export function anchorOf(geometry: MapGeometry): Position | undefined {
  const all = positions(geometry)
  if (geometry.type === 'Point') return all[0]
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') return all[Math.floor(all.length / 2)]
  const box = boundsOf([geometry])
  return box && [(box.west + box.east) / 2, (box.south + box.north) / 2]
}
