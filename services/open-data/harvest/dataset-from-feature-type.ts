/** A feature type of a Web Feature Service 2.0 (OGC 09-025r2) as dataset, and the service itself. */
import { datasetFromCkan, type FromCkanOptions } from '../ckan/from-ckan.ts'
import { emptyDataService } from '../dcat/empty.ts'
import { licenceOf } from '../dcat/normalise.ts'
import { optional, webAddress } from '../dcat/record.ts'
import { refuse } from '../dcat/refusals.ts'
import { safeLine, safeText } from '../dcat/safe-text.ts'
import type { DataService, MappedDataset } from '../dcat/schema.ts'
import { extra, fileTitle, withDoubts } from './package.ts'
import { placeText, polygonOf } from './place-text.ts'
import { withoutParameters } from './source-address.ts'
import type { Capabilities, FeatureType } from './wfs-capabilities.ts'
import { licenceOfService } from './wfs-licence.ts'

export type FeatureContext = FromCkanOptions & {
  readonly capabilities: Capabilities
  /** Where features are asked for: without the parameters of the service. */
  readonly endpoint: string
}

/** What every service gives when it lists no output format (OGC 09-025r2). */
const standardFormat = 'application/gml+xml; version=3.2'

/** Output formats are the services' own words; these are the files behind them. JSON of a feature service is GeoJSON. */
const files: readonly (readonly [said: RegExp, format: string])[] = [
  [/gml|^text\/xml/i, 'GML'], [/json/i, 'GEOJSON'], [/csv/i, 'CSV'], [/shape|shp/i, 'SHP'], [/kmz/i, 'KMZ'], [/kml/i, 'KML'], [/geopackage|gpkg/i, 'GPKG'], [/excel2007|xlsx|spreadsheetml/i, 'XLSX'], [/excel/i, 'XLS'],
]

/** Maps one feature type by what a CKAN package would say of it, so that the same cleaning and the same reasons apply. What it leaves unsaid the service says. */
export function datasetFromFeatureType(type: FeatureType, context: FeatureContext): MappedDataset {
  const { capabilities } = context
  const polygon = type.box && polygonOf(type.box)
  const place = placeText(polygon)
  const doubts = type.box && !polygon ? [refuse('open-data.dataset.spatial-invalid', { field: 'spatial', detail: type.box.join(' ') })] : place.doubts
  const pack = {
    id: type.name,
    title: type.title ?? type.name,
    notes: type.description ?? capabilities.description,
    tags: type.keywords.length > 0 ? type.keywords : capabilities.keywords,
    resources: resourcesOf(type, context),
    extras: [
      ...extra('uri', type.name && iriOfType(context.endpoint, type.name)),
      ...extra('documentation', type.metadata),
      ...extra('spatial', place.text),
      ...extra('publisher_name', capabilities.provider.name),
      ...extra('publisher_url', capabilities.provider.site),
      ...contactOf(capabilities),
    ],
  }
  return withDoubts(datasetFromCkan(pack, context), doubts)
}

/** The service that serves all of these: shown beside each of its datasets. */
export function serviceOf({ capabilities, endpoint, language = 'de' }: FeatureContext, asked: string): DataService {
  const { title, description, keywords, provider, types } = capabilities
  const words = [...new Set(keywords.map(safeLine).filter((word) => word !== '' && word.length <= 200))]
  const name = provider.name === undefined ? '' : safeLine(provider.name)
  return {
    ...emptyDataService,
    uri: endpoint,
    title: { [language]: safeLine((title ?? '').slice(0, 1000)) || endpoint },
    description: description === undefined ? {} : { [language]: safeText(description.slice(0, 20_000)) },
    keyword: words.length > 0 ? { [language]: words } : {},
    endpointURL: [endpoint],
    endpointDescription: [asked],
    servesDataset: types.flatMap(({ name }) => (name === undefined ? [] : [iriOfType(endpoint, name)])),
    ...optional('publisher', name === '' ? undefined : { name: { [language]: name }, ...optional('homepage', webAddress(provider.site ?? '')) }),
    ...optional('license', licenceOf(licenceOfService(capabilities.conditions).license_id ?? '')?.value),
    conformsTo: ['http://www.opengis.net/def/serviceType/ogc/wfs/2.0'],
  }
}

/** The name of a feature type for the world: the address that describes it. */
const iriOfType = (endpoint: string, name: string): string => operation(endpoint, 'DescribeFeatureType', { typeNames: name })

function operation(endpoint: string, request: string, parameters: Readonly<Record<string, string>>): string {
  const url = withoutParameters(endpoint, ['service', 'version', 'request', 'typenames', 'outputformat'])
  for (const [name, value] of Object.entries({ service: 'WFS', version: '2.0.0', request, ...parameters })) url.searchParams.append(name, value)
  return url.href
}

function resourcesOf({ name, title, formats }: FeatureType, { capabilities, endpoint }: FeatureContext) {
  if (name === undefined) return []
  const { license_id, attribution } = licenceOfService(capabilities.conditions)
  const offered = [formats, capabilities.formats, [standardFormat]].find((list) => list.length > 0) ?? []
  return [...new Set(offered)].map((outputFormat) => {
    const url = operation(endpoint, 'GetFeature', { typeNames: name, outputFormat })
    const format = files.find(([said]) => said.test(outputFormat))?.[1] ?? outputFormat
    return { id: `${name} ${outputFormat}`, url, download_url: url, name: fileTitle(title ?? name), description: outputFormat, format, license_id, licenseAttributionByText: attribution }
  })
}

// The position, never the person who holds it: people change, and need not stand in a catalogue.
const contactOf = ({ provider }: Capabilities) => [
  ...extra('contact_name', provider.position ?? provider.name),
  ...extra('contact_email', provider.email),
  ...extra('contact_telephone', provider.telephone),
  ...(provider.email === undefined && provider.telephone === undefined ? extra('contact_url', provider.site) : []),
]
