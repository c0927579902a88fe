import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Engine } from '../boot/engine.ts'
import type { Platform } from '../boot/platform.ts'
import type { Service } from '../boot/service.ts'
import { refuseMissingService } from './failure.ts'

/** Puts a protocol engine on the web server. Bodies stay unread, because the engine reads them by its own rules. */
export function mountEngine(app: FastifyInstance, platform: Platform, service: Service, engine: Engine): void {
  void app.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser('*', (_request, _body, done) => done(null))
    own.all(`${engine.prefix}/*`, { schema: { hide: true } }, (request, reply) => handOver(platform, service, engine, request, reply))
  })
}

async function handOver(platform: Platform, service: Service, engine: Engine, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { tenant, locale } = request
  if (!tenant.services.includes(service.id)) return await refuseMissingService(platform, request, reply)
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value)
  reply.hijack()
  try {
    await engine.handle({ platform, tenant, locale, origin: `${request.protocol}://${request.host}`, request: request.raw, response: reply.raw })
  } catch (error) {
    request.log.error({ err: error, incident: request.id }, 'surprise in an engine')
    if (!reply.raw.headersSent) reply.raw.writeHead(500, { 'content-type': 'application/json' })
    if (!reply.raw.writableEnded) reply.raw.end('{"error":"server_error"}')
  }
  return undefined
}
