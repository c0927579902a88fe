import cookie from '@fastify/cookie'
import session from '@fastify/session'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Platform } from '../boot/platform.ts'
import '../http/request.ts'
import { isTraceless } from '../http/traceless.ts'
import { guest, type Actor } from './actor.ts'
import { touchSession } from './queries/session.ts'
import { limitsOf } from './rules.ts'
import { sharedSecret } from './secret.ts'
import { newSessionId, openSessionStore, sidHash, tenantOf } from './session-store.ts'

const cookieName = 'mr'

/**
 * Cookies, sessions and the actor of each request. Register it after the hook that sets `request.tenant`. Who sends no
 * session cookie costs no query; who does costs one.
 */
export async function registerSessions(app: FastifyInstance, platform: Platform): Promise<void> {
  const secret = await sharedSecret(platform.database, 'session', platform.now())
  await app.register(cookie)
  app.addHook('onRequest', async (request) => ignoreForeignCookie(request))
  await app.register(session, {
    secret,
    cookieName,
    // No lifetime of its own: the browser forgets it at its end, the server decides when it is over.
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: platform.config.https },
    rolling: false,
    saveUninitialized: false,
    store: openSessionStore(platform),
    idGenerator: (request?: FastifyRequest) => newSessionId(request?.tenant.id ?? '-'),
  })
  app.addHook('onRequest', async (request, reply) => {
    request.actor = actorOf(request)
    if (request.session?.known?.shared && request.actor.id !== undefined) request.signOutToken = () => reply.generateCsrf()
    await touch(platform, request)
  })
}

/** Who asks. A guest when nobody is signed in. */
export function actorOf(request: FastifyRequest): Actor {
  const who = request.session?.signedIn ?? request.session?.known
  if (who?.accountId === undefined) return guest
  return { id: who.accountId, ...(who.name !== undefined && { name: who.name }), roles: who.roles, level: who.level, methods: who.methods ?? [], ...(who.mandate && { mandate: who.mandate }) }
}

// Towns may share a host name by mistake or by a forged cookie: a session counts in its own town only. Files and probes need none.
function ignoreForeignCookie(request: FastifyRequest): void {
  const value = request.cookies[cookieName]
  if (value === undefined) return
  if (tenantOf(value) !== request.tenant.id || needsNobody(request.url) || isTraceless(request)) delete request.cookies[cookieName]
}

const needsNobody = (url: string): boolean => url.startsWith('/assets/') || /^\/(healthz|readyz|metrics)(\?|$)/.test(url)

async function touch({ database, now }: Platform, { session: { sessionId, known }, tenant }: FastifyRequest): Promise<void> {
  const moment = now()
  if (!known || moment.getTime() - known.lastSeenAt.getTime() < limitsOf(known.accountId, known.roles, known.shared).touch) return
  await database.unit({ tenant: tenant.id, service: 'platform', access: 'write', now: moment }, (db) => touchSession(db, sidHash(sessionId)))
}
