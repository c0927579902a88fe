import { RefusalError, refuse } from '../dcat/refusals.ts'
import { keyOf } from './package.ts'
import type { Box } from './place-text.ts'
import { elementsAt, textAt, textsAt, type XmlElement } from './xml-tree.ts'

/** What a Web Feature Service 2.0 says of itself (OGC 09-025r2; its frame: OWS Common, OGC 06-121r3). */
export type Capabilities = {
  readonly title: string | undefined
  readonly description: string | undefined
  readonly keywords: readonly string[]
  /** Fees and access constraints: the only places for a licence. */
  readonly conditions: { readonly fees: string | undefined; readonly constraints: readonly string[] }
  readonly provider: { readonly name: string | undefined; readonly site: string | undefined; readonly position: string | undefined; readonly email: string | undefined; readonly telephone: string | undefined }
  /** Where features are asked for. */
  readonly endpoint: string | undefined
  readonly formats: readonly string[]
  readonly types: readonly FeatureType[]
}

export type FeatureType = {
  readonly name: string | undefined
  readonly title: string | undefined
  readonly description: string | undefined
  readonly keywords: readonly string[]
  /** Where these differ from the service's own. */
  readonly formats: readonly string[]
  readonly metadata: readonly string[]
  /** As stated; whether the numbers lie on earth is judged later. */
  readonly box: Box | undefined
}

const namespace = 'http://www.opengis.net/wfs/2.0'

/** @throws RefusalError for any other document, in the server's words when it reports an exception */
export function capabilitiesOf(document: XmlElement): Capabilities {
  if (document.name === 'ExceptionReport' || document.name === 'ServiceExceptionReport') throw new RefusalError(refuse('open-data.harvest.no-datasets', { detail: exceptionOf(document) }))
  if (document.name !== 'WFS_Capabilities' || document.namespace !== namespace) throw new RefusalError(refuse('open-data.harvest.type-mismatch', { detail: `WFS 2.0 ≠ ${document.name} ${document.attributes['version'] ?? ''} ${document.namespace}` }))
  const [getFeature] = elementsAt(document, 'OperationsMetadata', 'Operation').filter(({ attributes }) => attributes['name'] === 'GetFeature')
  return {
    title: textAt(document, 'ServiceIdentification', 'Title'),
    description: textAt(document, 'ServiceIdentification', 'Abstract'),
    keywords: textsAt(document, 'ServiceIdentification', 'Keywords', 'Keyword'),
    conditions: { fees: textAt(document, 'ServiceIdentification', 'Fees'), constraints: textsAt(document, 'ServiceIdentification', 'AccessConstraints') },
    provider: providerOf(document),
    endpoint: getFeature && elementsAt(getFeature, 'DCP', 'HTTP', 'Get')[0]?.attributes['href'],
    formats: getFeature ? formatsOf(getFeature) : [],
    types: elementsAt(document, 'FeatureTypeList', 'FeatureType').map(featureTypeOf),
  }
}

const exceptionOf = (report: XmlElement): string => [...textsAt(report, 'Exception', 'ExceptionText'), ...textsAt(report, 'ServiceException')].join(' ') || report.name

function providerOf(document: XmlElement): Capabilities['provider'] {
  const contact = ['ServiceProvider', 'ServiceContact'] as const
  return {
    name: textAt(document, 'ServiceProvider', 'ProviderName'),
    site: elementsAt(document, 'ServiceProvider', 'ProviderSite')[0]?.attributes['href'],
    position: textAt(document, ...contact, 'PositionName'),
    email: textAt(document, ...contact, 'ContactInfo', 'Address', 'ElectronicMailAddress'),
    telephone: textAt(document, ...contact, 'ContactInfo', 'Phone', 'Voice'),
  }
}

function formatsOf(operation: XmlElement): string[] {
  const [parameter] = elementsAt(operation, 'Parameter').filter(({ attributes }) => attributes['name']?.toLowerCase() === 'outputformat')
  return parameter ? textsAt(parameter, 'AllowedValues', 'Value') : []
}

const featureTypeOf = (element: XmlElement): FeatureType => ({
  name: keyOf(textAt(element, 'Name')),
  title: textAt(element, 'Title'),
  description: textAt(element, 'Abstract'),
  keywords: textsAt(element, 'Keywords', 'Keyword'),
  formats: textsAt(element, 'OutputFormats', 'Format'),
  metadata: elementsAt(element, 'MetadataURL').map(({ attributes }) => attributes['href']).filter((href) => href !== undefined),
  box: boxOf(element),
})

/** Corners come as `longitude latitude` (OGC 06-121r3). */
function boxOf(element: XmlElement): Box | undefined {
  const corner = (name: string) => textAt(element, 'WGS84BoundingBox', name)?.split(/\s+/).map(Number)
  const [lower, upper] = [corner('LowerCorner'), corner('UpperCorner')]
  if (!lower && !upper) return undefined
  return [lower?.[0] ?? Number.NaN, lower?.[1] ?? Number.NaN, upper?.[0] ?? Number.NaN, upper?.[1] ?? Number.NaN]
}
