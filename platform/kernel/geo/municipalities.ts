import { boundingBox, boxHolds, currentAgs, polygonHolds, type Ags, type Ars, type Box, type Polygon, type Position } from '@modellregion/standards'
import { placeKey } from './place-name.ts'
import { readData, readTable } from './read-table.ts'

/** A municipality of North Rhine-Westphalia as of 2013. */
export type Municipality = {
  ags: Ags
  ars: Ars
  name: string
  /** Stadt or Gemeinde. */
  kind: string
  nuts: string
  population: number
  areaKm2: number
  /** Postcode of the town hall. */
  postcode: string
  position: Position
}

type Directory = { byAgs: Map<string, Municipality>; byName: Map<string, Municipality[]> }
let directory: Directory | undefined

function load(): Directory {
  const byAgs = new Map<string, Municipality>()
  const byName = new Map<string, Municipality[]>()
  for (const row of readTable('municipalities-nrw.csv', ',')) {
    const town: Municipality = {
      ags: (row['ags'] ?? '') as Ags, // eight digits by the data's schema; a test checks all
      ars: (row['rs'] ?? '') as Ars, // twelve digits, as above
      name: row['name'] ?? '',
      kind: row['type'] ?? '',
      nuts: row['nuts'] ?? '',
      population: Number(row['population']),
      areaKm2: Number(row['area_km2']),
      postcode: row['zip'] ?? '',
      position: [Number(row['lon']), Number(row['lat'])],
    }
    byAgs.set(town.ags, town)
    byName.set(placeKey(town.name), [...(byName.get(placeKey(town.name)) ?? []), town])
  }
  return { byAgs, byName }
}

const loaded = (): Directory => (directory ??= load())

/** All municipalities known, by AGS. */
export const municipalities = (): readonly Municipality[] => [...loaded().byAgs.values()]

/** By key (AGS or ARS, of today or withdrawn) or by name in any spelling. Of two of the same name the larger one. Undefined when unknown. */
export function findMunicipality(agsOrName: string): Municipality | undefined {
  const { byAgs, byName } = loaded()
  const ags = currentAgs(agsOrName)
  if (ags) return byAgs.get(ags)
  return byName.get(placeKey(agsOrName))?.toSorted((a, b) => b.population - a.population)[0]
}

type Boundary = { ags: string; box: Box; polygons: Polygon[] }
type Feature = { properties: { AGS: string }; geometry: { type: 'Polygon'; coordinates: Polygon } | { type: 'MultiPolygon'; coordinates: Polygon[] } }
let boundaries: Boundary[] | undefined

/** The municipality in whose boundary the position lies. Undefined outside North Rhine-Westphalia. */
export function municipalityAt(position: Position): Municipality | undefined {
  boundaries ??= loadBoundaries()
  const found = boundaries.find(({ box, polygons }) => boxHolds(box, position) && polygons.some((polygon) => polygonHolds(polygon, position)))
  return found && loaded().byAgs.get(found.ags)
}

/** Boundary as GeoJSON polygons. Undefined when unknown. */
export function boundaryOf(ags: string): readonly Polygon[] | undefined {
  boundaries ??= loadBoundaries()
  return boundaries.find((boundary) => boundary.ags === currentAgs(ags))?.polygons
}

function loadBoundaries(): Boundary[] {
  const { features } = JSON.parse(readData('municipalities-nrw.geojson.gz')) as { features: Feature[] } // shipped file; a test walks all of it
  return features.flatMap(({ properties, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const box = boundingBox(polygons.flatMap(([outer]) => outer ?? []))
    return box ? [{ ags: properties.AGS, box, polygons }] : []
  })
}
