import { townIdentityPort } from '@modellregion/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { decide } from '../access/rules.ts'
import type { Platform } from '../boot/platform.ts'
import type { Service } from '../boot/service.ts'
import { askOf } from './ask.ts'
import { refuseAccess, refuseMissingService, refuseOutsideMandate } from './failure.ts'
import { allowForeignSites, openToForeignSites, readBodyAsStream, readBodyAsText } from './foreign-clients.ts'
import { withoutTrace } from './traceless.ts'
import { actsWithin } from '../identity/mandate.ts'
import type { Route } from './route.ts'
import { send } from './send.ts'

const second = 1_000
const spans = { second, minute: 60 * second, hour: 3_600 * second }
const mebibyte = 1_048_576

/** Puts one route on the web server: validation, form token, subject, access, handler, answer, in this order. */
export function mount(app: FastifyInstance, platform: Platform, service: Service, route: Route): void {
  if (route.cors) allowForeignSites(app, route.path)
  if (route.bodyAs === 'text') readBodyAsText(app, (own) => declare(own, platform, service, route))
  else if (route.bodyAs === 'stream') readBodyAsStream(app, route.bodyLimit ?? mebibyte, (own) => declare(own, platform, service, route))
  else declare(app, platform, service, route)
}

function declare(app: FastifyInstance, platform: Platform, service: Service, route: Route): void {
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.bodyLimit ?? mebibyte,
    schema: {
      hide: !route.api,
      ...(route.api && { summary: route.api.summary, tags: [route.api.tag ?? service.id] }),
      ...(route.api?.description && { description: route.api.description }),
      ...(route.api?.answers && { response: route.api.answers }),
      ...(route.params && { params: route.params }),
      ...(route.query && { querystring: route.query }),
      ...(route.body && { body: route.body }),
    },
    config: { ...(route.traceless && { traceless: true }), ...(route.rate && { rateLimit: { max: route.rate.max, timeWindow: spans[route.rate.per] } }) },
    ...(route.cors && { onRequest: openToForeignSites }),
    ...(needsToken(route) && { preHandler: (request: FastifyRequest, reply: FastifyReply, done: () => void) => app.csrfProtection(request, reply, done) }),
    handler: (request, reply) => handle(platform, service, route, request, reply),
  })
}

const needsToken = (route: Route): boolean => route.method !== 'GET' && route.csrf !== false && !route.traceless

async function handle(platform: Platform, service: Service, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (!route.everyTown && !isEnabled(service, request)) return await refuseMissingService(platform, request, reply)
  const subject = route.subject && (await loadSubject(platform, service, route, request))
  if (route.access !== 'anyone') {
    const decision = decide(service.access, request.actor, route.access, subject)
    if (!decision.allowed) return await refuseAccess(platform, request, reply, decision)
    if (!isOwnMatter(service) && !actsWithin(request.actor, service.id)) return await refuseOutsideMandate(platform, request, reply)
  }
  // The handler's own parameter types were erased in `Route`; they are those of the schemas that validated this request.
  const ask = askOf(platform, service, request, reply, subject)
  const answer = await route.handle((route.traceless ? withoutTrace(ask) : ask) as never)
  return await send(platform, service, route, request, reply, answer)
}

// The account and the identity belong to the person who is signed in, for whomever they act elsewhere.
const isOwnMatter = ({ id, offers }: Service): boolean => id === 'platform' || offers?.[townIdentityPort] !== undefined

const isEnabled = (service: Service, request: FastifyRequest): boolean => service.id === 'platform' || request.tenant.services.includes(service.id)

async function loadSubject(platform: Platform, service: Service, route: Route, request: FastifyRequest): Promise<unknown> {
  const now = platform.now()
  return await platform.database.unit({ tenant: request.tenant.id, service: service.id, access: 'read', now }, (db) => route.subject?.(db, request.params, now) as Promise<unknown>)
}
