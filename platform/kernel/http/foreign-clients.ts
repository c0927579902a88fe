import { Transform } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Answers the question of browsers whether another site's page may ask here (Fetch standard, CORS preflight). Once per path. */
export function allowForeignSites(app: FastifyInstance, path: string): void {
  if (app.hasRoute({ method: 'OPTIONS', url: path })) return
  app.route({
    method: 'OPTIONS',
    url: path,
    schema: { hide: true },
    handler: (request, reply) => {
      openToForeignSites(request, reply)
      return reply
        .headers({ 'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS', 'access-control-allow-headers': 'Accept, Authorization, Content-Type, If-None-Match, X-CKAN-API-Key', 'access-control-max-age': '86400' })
        .code(204)
        .send()
    },
  })
}

/** Any origin may read, none sends cookies; the headers a client needs for paging and caching are visible. Also lets `<script>` load JSONP. */
export function openToForeignSites(_request: FastifyRequest, reply: FastifyReply, done?: () => void): void {
  reply.headers({ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag, Last-Modified, Link, Retry-After', 'cross-origin-resource-policy': 'cross-origin' })
  done?.()
}

/** A part of the web server in which bodies arrive as text; only multipart forms keep their own reader, because files flow. */
export function readBodyAsText(app: FastifyInstance, declare: (own: FastifyInstance) => void): void {
  void app.register(async (own) => {
    own.removeContentTypeParser(['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
    own.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text))
    declare(own)
  })
}

/** A part of the web server in which bodies flow through as bytes, whatever their type; a longer one breaks off. */
export function readBodyAsStream(app: FastifyInstance, most: number, declare: (own: FastifyInstance) => void): void {
  void app.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser('*', (_request, payload, done) => done(null, payload.pipe(limited(most))))
    declare(own)
  })
}

function limited(most: number): Transform {
  let size = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length
      if (size > most) done(Object.assign(new Error('The body is too long.'), { statusCode: 413 }))
      else done(null, chunk)
    },
  })
}
