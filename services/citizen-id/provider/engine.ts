import type { IncomingMessage } from 'node:http'
import { finished } from 'node:stream/promises'
import type { Engine } from '@modellregion/kernel'
import { providerFor } from './instances.ts'
import { issuerPath } from './issuer.ts'

/** The OpenID Connect provider of a town below `/id`. */
export const providerEngine: Engine = {
  prefix: issuerPath,
  handle: async ({ platform, tenant, origin, request, response }) => {
    const provider = await providerFor(platform, tenant, origin)
    mount(request, origin)
    const done = finished(response, { readable: false }).catch(() => {}) // whoever hangs up early harms nobody
    provider.callback()(request, response)
    await done
  },
}

// The library finds its place below `/id` by the difference of the two addresses, and the town's address in the headers of a proxy.
function mount(request: IncomingMessage & { originalUrl?: string }, origin: string): void {
  const { protocol, host } = new URL(origin)
  request.originalUrl = request.url ?? '/'
  request.url = request.originalUrl.slice(issuerPath.length) || '/'
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
  request.headers['x-forwarded-host'] = host
}
