import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import type Provider from 'oidc-provider'
import type { Engine } from '@modellregion/kernel'
import { answerServices } from './ciba-answer.ts'
import { providerFor } from './instances.ts'
import { issuerPath } from './issuer.ts'
import { lagMeter, openGate, retryAfter, tokenLimits } from './overload.ts'

/** The OpenID Connect provider of a town below `/id`. */
export const providerEngine: Engine = {
  prefix: issuerPath,
  handle: async ({ platform, tenant, origin, request, response }) => {
    const limited = isOfPrograms(request)
    if (limited && !gate.enter()) return refuse(response)
    try {
      const provider = await providerFor(platform, tenant, origin)
      mount(request, origin)
      const done = finished(response, { readable: false }).catch(() => {}) // whoever hangs up early harms nobody
      handlerOf(provider)(request, response)
      await done
    } finally {
      if (limited) gate.leave()
    }
  },
}

answerServices()

// Putting the library's steps together costs more than some of them, so it is done once.
const handlers = new WeakMap<Provider, RequestListener>()
function handlerOf(provider: Provider): RequestListener {
  const handler = handlers.get(provider) ?? provider.callback()
  handlers.set(provider, handler)
  return handler
}

// One gate for all towns of the process: they share its time.
const gate = openGate(tokenLimits, lagMeter())

// Programs can come again by themselves. People who sign in are never sent away here.
const isOfPrograms = ({ url = '' }: IncomingMessage): boolean => /^\/id\/(token|request|backchannel)\b/.test(url)

// Nothing was read and nothing written: a refresh token that was shown here is as good as before. Form of RFC 9457, with the word of RFC 6749.
function refuse(response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', 'retry-after': String(retryAfter) })
  response.end(JSON.stringify({ type: '/docs/refusals#citizen-id.provider.busy', title: 'Service Unavailable', status: 503, error: 'temporarily_unavailable', error_description: 'too many requests at once, come again later' }))
}

// The library finds its place below `/id` by the difference of the two addresses, and the town's address in the headers of a proxy.
function mount(request: IncomingMessage & { originalUrl?: string }, origin: string): void {
  const { protocol, host } = new URL(origin)
  request.originalUrl = request.url ?? '/'
  request.url = request.originalUrl.slice(issuerPath.length) || '/'
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
  request.headers['x-forwarded-host'] = host
}
