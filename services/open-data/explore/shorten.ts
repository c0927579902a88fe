import type { MapGeometry, Position } from '@modellregion/ui'

// About a metre: finer than any picture of a town.
const digits = 5
const round = ([lon, lat]: Position): Position => [Number(lon.toFixed(digits)), Number(lat.toFixed(digits))]

// Every nth corner of long lines; the ends stay, so that rings stay closed.
const mostCorners = 400
function thin(line: readonly Position[]): Position[] {
  const every = Math.ceil(line.length / mostCorners)
  return line.filter((_, at) => at % every === 0 || at === line.length - 1).map(round)
}

/** A geometry as exact as a map of a town needs it, so that the page stays small. */
export function shorten(geometry: MapGeometry): MapGeometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: round(geometry.coordinates) }
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: geometry.coordinates.map(round) }
    case 'LineString':
      return { type: 'LineString', coordinates: thin(geometry.coordinates) }
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map(thin) }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(thin) }
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.map(thin)) }
  }
}
