import { fileClients } from '../client/file.ts'
import type { TownAt } from './adapter.ts'
import { isOwnMachine } from './issuer.ts'

type Options = RequestInit & { dispatcher?: unknown }

/**
 * How the provider reaches services (keys, back-channel logout, ping). The platform's own pages are asked without a network. The
 * library ends connections to internal addresses, so that nobody who registers a service can reach into the town's network from
 * here; where the operator has named the address in the deployment file, or on a machine of development, they are allowed.
 */
export const fetchFor = (town: TownAt) => async (url: string | URL, options: Options = {}): Promise<Response> => {
  const { platform, origin } = town
  const target = new URL(url)
  if (target.origin === origin) return await platform.loopback.fetch(target.href, options as never) // the part of it that the loopback takes
  const { dispatcher: guard, ...rest } = options
  return await fetch(target, { ...rest, ...(!mayBeInternal(town, target) && guard !== undefined && { dispatcher: guard }), signal: AbortSignal.timeout(5_000) } as RequestInit) // Node's own option
}

function mayBeInternal({ platform, tenantId }: TownAt, { origin, hostname }: URL): boolean {
  if (!platform.config.https && isOwnMachine(hostname)) return true
  return fileClients(platform, tenantId).some((client) => addresses.some((name) => originOf((client as Record<string, unknown>)[name]) === origin))
}

const addresses = ['backchannel_logout_uri', 'backchannel_client_notification_endpoint', 'jwks_uri'] as const
const originOf = (address: unknown): string | undefined => (typeof address === 'string' && URL.canParse(address) ? new URL(address).origin : undefined)
