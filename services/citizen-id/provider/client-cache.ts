import type { AdapterPayload } from 'oidc-provider'
import type { Platform } from '@modellregion/kernel'
import type { TownAt } from './adapter.ts'
import { clientMetadata } from './clients.ts'

type Kept = { until: number; metadata: Promise<AdapterPayload | undefined> }

const kept = new WeakMap<Platform, Map<string, Kept>>()
/** Each token asks for its client. In this process a change counts at once, in others after this time. */
const keepFor = 5_000

/** What is registered under a client id, asked of the database once in some seconds. */
export async function cachedClient(town: TownAt, clientId: string): Promise<AdapterPayload | undefined> {
  const clients = kept.get(town.platform) ?? new Map<string, Kept>()
  kept.set(town.platform, clients)
  const key = `${town.tenantId} ${town.origin} ${clientId}`
  const now = town.platform.now().getTime()
  const known = clients.get(key)
  if (known && known.until > now) return await known.metadata
  if (clients.size > 1_000) clients.clear() // names that nobody has registered fill no memory
  const metadata = clientMetadata(town, clientId)
  clients.set(key, { until: now + keepFor, metadata })
  metadata.catch(() => clients.delete(key)) // the next one asks again
  return await metadata
}

/** After a registration was changed. */
export const forgetClients = (platform: Platform): void => void kept.delete(platform)
