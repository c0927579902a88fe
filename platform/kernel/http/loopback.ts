import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** The shape of `fetch` that protocol clients need. */
export type SimpleFetch = (url: string, init?: { method?: string; headers?: HeadersInit; body?: BodyInit | null }) => Promise<Response>

/**
 * Requests of this process to its own pages, without a network in between: the platform as a client of the identity provider
 * that it serves itself. Host name and protocol are those of the address, as if a person's browser had asked.
 */
export type Loopback = {
  fetch: SimpleFetch
  /** Called by the web server when it stands. A worker has none. */
  attach(app: FastifyInstance): void
  /** True for a request of our own, which no limit per address counts. */
  isOwn(headers: Readonly<Record<string, unknown>>): boolean
}

const mark = 'x-modellregion-loopback'

export function openLoopback(): Loopback {
  const secret = randomBytes(16).toString('hex')
  let server: FastifyInstance | undefined
  return {
    attach: (app) => void (server = app),
    isOwn: (headers) => headers[mark] === secret,
    fetch: async (url, { method = 'GET', headers, body } = {}) => {
      if (!server) throw new Error('This process serves no pages, so it cannot ask itself.')
      const target = new URL(url)
      const answer = await server.inject({
        method: method as 'GET',
        url: target.pathname + target.search,
        headers: { ...Object.fromEntries(new Headers(headers)), host: target.host, 'x-forwarded-proto': target.protocol.slice(0, -1), [mark]: secret },
        ...(body !== undefined && body !== null && { payload: await new Response(body).text() }),
      })
      const plain = Object.entries(answer.headers).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)] as [string, string]))
      const empty = answer.statusCode === 204 || answer.statusCode === 304
      return new Response(empty ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: plain })
    },
  }
}
