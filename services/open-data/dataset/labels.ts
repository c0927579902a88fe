import type { Locale } from '@modellregion/kernel/words'
import { easyThemes } from '../locales/easy-themes.ts'
import type { T } from '../locales/index.ts'
import { fileTypes, hvdCategories, themes } from '../vocabulary/lists.ts'
import type { Concept } from '../dcat/schema.ts'
import type { FacetName } from './list-query.ts'
import type { LicenceClass } from './schema.ts'

const byCode = <C extends Concept>(concepts: readonly C[]) => new Map(concepts.map((concept) => [concept.code, concept]))
const themeByCode = byCode(themes.concepts)
const formatByCode = byCode(fileTypes.concepts)
const hvdByCode = byCode(hvdCategories.concepts)

const shortNames: Readonly<Record<string, string>> = {
  GEOJSON: 'GeoJSON', TOPOJSON: 'TopoJSON', JSON_LD: 'JSON-LD', RDF_TURTLE: 'Turtle', RDF_XML: 'RDF/XML', RDF_N_TRIPLES: 'N-Triples', RDF_N_QUADS: 'N-Quads', SPARQLQ: 'SPARQL',
  XLSX: 'Excel', XLS: 'Excel', DOCX: 'Word', DOC: 'Word', PPTX: 'PowerPoint', PPT: 'PowerPoint', SHP: 'Shape', GPKG: 'GeoPackage', GRID_ASCII: 'ASCII-Grid', NETCDF: 'NetCDF',
  ATOM: 'Atom', TXT: 'Text', PARQUET: 'Parquet', SQLITE: 'SQLite',
}

const language = (locale: Locale): 'de' | 'en' => (locale === 'en' ? 'en' : 'de')

/** The theme as the European list names it; in Leichte Sprache in common words. */
export const themeLabel = (code: string, locale: Locale): string => (locale === 'de-x-leicht' ? easyThemes[code] : undefined) ?? themeByCode.get(code)?.label[language(locale)] ?? code
export const formatLabel = (code: string): string => formatByCode.get(code)?.label.de ?? code.replaceAll('_', ' ')
/** The short name for tags in lists: `GeoJSON`, `WFS`, `Excel`. */
export const formatShort = (code: string): string => shortNames[code] ?? code.replaceAll('_', ' ')
export const hvdLabel = (code: string, locale: Locale): string => hvdByCode.get(code)?.label[language(locale)] ?? code
export const licenceLabel = (value: string, t: T): string => t.find(`licence.${value as LicenceClass}`) ?? value

/** How a value of a facet reads. Names of organisations come with the page, everything else from the vocabularies. */
export function facetLabel(name: FacetName, value: string, t: T, organisations: ReadonlyMap<string, string>): string {
  switch (name) {
    case 'theme':
      return themeLabel(value, t.locale)
    case 'format':
      return formatLabel(value)
    case 'licence':
      return licenceLabel(value, t)
    case 'organisation':
      return organisations.get(value) ?? value
    case 'high-value':
      return hvdLabel(value, t.locale)
    default:
      return value
  }
}
