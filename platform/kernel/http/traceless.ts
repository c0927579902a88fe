import type { FastifyContextConfig, FastifyRequest } from 'fastify'
import { guest } from '../identity/actor.ts'
import type { Ask } from './route.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** See `RouteOptions.traceless`. */
    traceless?: true
  }
}

/** Does this request ask for a route that leaves nothing behind? */
export const isTraceless = (request: Pick<FastifyRequest, 'routeOptions'>): boolean => (request.routeOptions.config as FastifyContextConfig).traceless === true

/** What a handler of such a route may know: nobody's session, nobody's network, no cookie. What would leave a trace is a mistake of ours. */
export function withoutTrace<P, Q, B, S>(ask: Ask<P, Q, B, S>): Ask<P, Q, B, S> {
  const { cookie: _cookie, ...headers } = ask.headers
  const refuse = (what: string) => (): never => {
    throw new Error(`A traceless route asked for ${what}.`)
  }
  const session = new Proxy(ask.session, { get: refuse('the session') })
  return { ...ask, actor: guest, headers, session, csrf: refuse('a form token'), network: refuse('the network') }
}
