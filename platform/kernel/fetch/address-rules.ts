/** Which addresses this server may call for others. Pure. OWASP SSRF Prevention; RFC 6890 special-purpose registries. */
import ipaddr from 'ipaddr.js'
import { refuseFetch, type FetchRefusal } from './refusal.ts'

/** Exceptions for one's own network, given by the operator: `127.0.0.1:8081`, `ckan.intern.example.org`, `10.1.0.0/16`. */
export type Allowed = readonly string[]

/** Public addresses that serve cloud credentials all the same (Azure's wire server). */
const metadataAddresses = new Set(['168.63.129.16', '169.254.169.254', '100.100.100.200', 'fd00:ec2::254'])
const localNames = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp)\.?$/i

/** Why an address may not be called by its form alone; undefined when it may be looked up. */
export function whyNotUrl(url: URL, allowed: Allowed): FetchRefusal | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refuseFetch('scheme-forbidden', url.protocol)
  if (url.username !== '' || url.password !== '') return refuseFetch('url-invalid', 'credentials in the address')
  if (isAllowedHost(url, allowed)) return undefined
  const port = portOf(url)
  if (port !== 80 && port !== 443 && port < 1024) return refuseFetch('address-forbidden', `port ${port}`)
  const host = hostOf(url)
  if (localNames.test(host) || (!host.includes('.') && !ipaddr.isValid(host))) return refuseFetch('address-forbidden', host)
  return undefined
}

/** Why a resolved address may not be called. Only globally reachable unicast passes; mapped and translated forms never do. */
export function whyNotAddress(address: string, url: URL, allowed: Allowed): FetchRefusal | undefined {
  if (isAllowedHost(url, allowed) || isAllowedAddress(address, portOf(url), allowed)) return undefined
  if (!ipaddr.isValid(address)) return refuseFetch('address-forbidden', address)
  const range = ipaddr.parse(address).range()
  if (range !== 'unicast' || metadataAddresses.has(address)) return refuseFetch('address-forbidden', `${address} (${range})`)
  return undefined
}

/** Host name without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase()

const portOf = (url: URL) => Number(url.port || (url.protocol === 'https:' ? 443 : 80))

/** A name is allowed by name (with or without port). */
function isAllowedHost(url: URL, allowed: Allowed): boolean {
  const host = hostOf(url)
  return allowed.some((entry) => !entry.includes('/') && (entry === host || entry === `${host}:${portOf(url)}`))
}

function isAllowedAddress(address: string, port: number, allowed: Allowed): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  return allowed.some((entry) => {
    if (!entry.includes('/')) return entry === address || entry === `${address}:${port}`
    try {
      const [network, bits] = ipaddr.parseCIDR(entry)
      return network.kind() === parsed.kind() && parsed.match(network, bits)
    } catch {
      return false
    }
  })
}
