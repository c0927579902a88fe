import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

// Anybody who has a case may name an address that this server then calls. RFC 6890: only what is reachable from everywhere passes.

const blocked = new BlockList()
for (const range of [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '168.63.129.16/32', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16',
  '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3',
]) {
  const [net = '', bits] = range.split('/')
  blocked.addSubnet(net, Number(bits), 'ipv4')
}
const reachable = new BlockList()
reachable.addSubnet('2000::', 3, 'ipv6')
const special = new BlockList()
for (const [net, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) special.addSubnet(net, bits, 'ipv6')

/** An address of the open internet. Mapped and translated forms of IPv4 are none. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !blocked.check(address, 'ipv4')
  return isIP(address) === 6 && reachable.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

/** Hosts of one's own network that may be called all the same, also without https: `127.0.0.1:8090`. By the operator's settings only. */
export type Allowed = readonly string[]

const isAllowed = (url: URL, allowed: Allowed): boolean => allowed.includes(url.host) || allowed.includes(url.hostname)

export type AddressRefusal = 'not-an-address' | 'not-https' | 'not-public'
/** Why an address of a device is not taken; what its name resolves to is looked at when it is called. */
export function whyNotEndpoint(address: string, allowed: Allowed): AddressRefusal | undefined {
  if (!URL.canParse(address)) return 'not-an-address'
  const url = new URL(address)
  if (isAllowed(url, allowed)) return undefined
  if (url.protocol !== 'https:' || url.port !== '') return 'not-https'
  if (url.username !== '' || url.password !== '') return 'not-an-address'
  const host = url.hostname.replaceAll(/[[\]]/g, '')
  if (isIP(host) !== 0) return isPublic(host) ? undefined : 'not-public'
  return host.includes('.') && !/\.(?:local|localhost|localdomain|internal|intranet|lan|home|corp|arpa)\.?$/i.test(host) ? undefined : 'not-public'
}

/** Resolves a name for the very connection that uses it, and refuses when any answer is not public: a name that changes its mind gains nothing. */
export const guardedLookup =
  (allowed: Allowed, url: URL, resolve: typeof lookup = lookup): LookupFunction =>
  (host, options, done) =>
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0]
      if (error || !first) return done(error ?? new Error('The name has no address.'), [])
      if (!isAllowed(url, allowed) && !addresses.every(({ address }) => isPublic(address))) return done(Object.assign(new Error('The address is not public.'), { code: 'EFORBIDDEN' }), [])
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })
