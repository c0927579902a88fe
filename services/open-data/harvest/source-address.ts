import { ckanPageAddress } from './read-ckan.ts'
import type { SourceKind } from './schema.ts'

/** Words that say what is missing in an address of this kind. */
export type AddressProblem = 'harvest.url-without-collection' | 'harvest.url-of-other-service' | 'harvest.url-without-version'

/** Why an address cannot be one of this kind, by its form alone: better said beside the field than after the first night. */
export function whyNotSourceAddress(kind: SourceKind, url: URL): AddressProblem | undefined {
  if (kind === 'ogc-records' && !/\/collections\/[^/]+(\/items)?\/?$/.test(url.pathname)) return 'harvest.url-without-collection'
  if (kind === 'wfs' && asksOtherwise(url)) return 'harvest.url-of-other-service'
  if (kind === 'sensorthings' && (!/\/v1\.1(\/Things)?\/?$/.test(url.pathname) || url.search !== '')) return 'harvest.url-without-version'
  return undefined
}

/** What is asked for a page of a source: its address, completed by what the protocol wants and no person would type. */
export function requestAddress(kind: SourceKind, address: string): string {
  switch (kind) {
    case 'ckan':
      return ckanPageAddress(address)
    case 'ogc-records':
      return recordsAddress(address)
    case 'wfs':
      return capabilitiesAddress(address)
    case 'sensorthings':
      // The first page is the service itself; the pages of things behind it carry their question with them.
      return address.includes('?') ? address : sensorService(address)
    case 'csv-list':
    case 'dcat':
      return address
  }
}

/** The service of a SensorThings source: everything up to the version (OGC 18-088). */
export const sensorService = (address: string): string => address.replace(/(\/v1\.1)(\/.*)?$/, '$1')

// A next page brings its own parameters, which are the server's business.
function recordsAddress(address: string): string {
  const url = new URL(address)
  if (/\/collections\/[^/]+\/?$/.test(url.pathname)) url.pathname = url.pathname.replace(/\/?$/, '/items')
  if (url.search === '') url.search = 'limit=100'
  return url.href
}

function capabilitiesAddress(address: string): string {
  const url = withoutParameters(address, ['service', 'version', 'acceptversions', 'request'])
  url.searchParams.append('service', 'WFS')
  url.searchParams.append('request', 'GetCapabilities')
  url.searchParams.append('acceptVersions', '2.0.0')
  return url.href
}

/** An address without these parameters; their names count in any spelling (OWS Common, OGC 06-121r3, 11.5.2). */
export function withoutParameters(address: string, names: readonly string[]): URL {
  const url = new URL(address)
  for (const name of Array.from(url.searchParams.keys())) if (names.includes(name.toLowerCase())) url.searchParams.delete(name)
  return url
}

function asksOtherwise(url: URL): boolean {
  const asked = (wanted: string) => [...url.searchParams].find(([name]) => name.toLowerCase() === wanted)?.[1].toLowerCase()
  return (asked('service') ?? 'wfs') !== 'wfs' || (asked('request') ?? 'getcapabilities') !== 'getcapabilities'
}
