import { isIP } from 'node:net'
import type { Ask } from '@modellregion/kernel'
import { canonicalOrigin } from '../provider/issuer.ts'

/** For whom keys are made: the town's host name, and the one origin whose pages may use them. */
export type RelyingParty = { id: string; name: string; origin: string }

/**
 * The town as a relying party of WebAuthn. Undefined under a bare IP address, and under a second host name of the town: a key
 * belongs to one name (WebAuthn L3, 5.1.2), and a page must say so instead of failing.
 */
export function relyingParty({ tenant, url }: { tenant: { hosts: readonly string[]; kind: string; name: string }; url: URL }): RelyingParty | undefined {
  const origin = canonicalOrigin(tenant.hosts, url.origin)
  const { hostname } = new URL(origin)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || url.origin !== origin) return undefined
  return { id: hostname, name: `${tenant.kind} ${tenant.name}`, origin }
}

export type AskOfParty = Pick<Ask, 'tenant' | 'url'>
