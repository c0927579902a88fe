import Provider from 'oidc-provider'
import type { Platform } from '@modellregion/kernel'
import { canonicalOrigin, issuerOf } from './issuer.ts'
import { configurationOf } from './configuration.ts'
import { tellInBrowser } from './logout.ts'
import { recordUses } from './uses.ts'

type Held = { until: number; provider: Promise<Provider> }

const held = new WeakMap<Platform, Map<string, Held>>()
/** Changed keys reach every process within this time; a key is published for much longer before it signs. */
const renewEvery = 60_000

export type Town = { readonly id: string; readonly hosts: readonly string[]; readonly name?: string }

/** The OpenID Connect provider of a town for pages under `origin`. Kept for a minute, so that new keys come into use by themselves. */
export async function providerFor(platform: Platform, town: Town, origin: string): Promise<Provider> {
  const home = canonicalOrigin(town.hosts, origin)
  const ofPlatform = held.get(platform) ?? new Map<string, Held>()
  held.set(platform, ofPlatform)
  const key = `${town.id} ${home}`
  const known = ofPlatform.get(key)
  const now = platform.now().getTime()
  if (known && known.until > now) return await known.provider
  const provider = open(platform, town, home)
  ofPlatform.set(key, { until: now + renewEvery, provider })
  provider.catch(() => ofPlatform.delete(key)) // the next one asks again
  return await provider
}

/** The address of a town where no page was asked: the registered one; in a demonstration the one that was last used. */
export function homeOf(platform: Platform, { id, hosts }: Town): string {
  const used = [...(held.get(platform)?.keys() ?? [])].findLast((key) => key.startsWith(`${id} `))
  const origin = `${platform.config.https ? 'https' : 'http'}://${hosts[0] ?? `${id}.localhost:${platform.config.port}`}`
  return used === undefined ? canonicalOrigin(hosts, origin) : used.slice(id.length + 1)
}

/** Makes every process-local instance read keys anew, after a rotation. */
export const forgetProviders = (platform: Platform): void => void held.delete(platform)

const officialName = (town: { kind: string; name: string } | undefined): string | undefined => (town === undefined ? undefined : `${town.kind} ${town.name}`.trim())

async function open(platform: Platform, town: Town, origin: string): Promise<Provider> {
  const at = { platform, tenantId: town.id, hosts: town.hosts, name: officialName(platform.directory.byId(town.id)) ?? town.name ?? town.id, origin }
  const provider = new Provider(issuerOf(town.hosts, origin), await configurationOf(at))
  recordUses(provider, at)
  tellInBrowser(provider, at)
  // Host and protocol are read from the headers that the platform has checked already.
  provider.proxy = true
  provider.silent = true
  return provider
}
