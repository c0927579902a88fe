import compress from '@fastify/compress'
import csrf from '@fastify/csrf-protection'
import etag from '@fastify/etag'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import files from '@fastify/static'
import swagger from '@fastify/swagger'
import fastify, { LogController, type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import type { Platform } from '../boot/platform.ts'
import { registerSessions } from '../identity/index.ts'
import { loggerSettings, observeRequests } from '../observe/index.ts'
import { closeWithoutWaiting } from './closing.ts'
import { sendProblem, sendThrown, wantsHtml } from './failure.ts'
import { mountEngine } from './engines.ts'
import { keepEventStreams } from './event-stream.ts'
import { incidentNumber } from './incident.ts'
import { mount } from './mount.ts'
import { pickLocale, pickTheme } from './preferences.ts'
import './request.ts'
import { withWasm } from './send.ts'
import { isTraceless } from './traceless.ts'

const year = 365 * 24 * 3_600

/** The web server of one process. It keeps nothing that another process would need. */
export async function buildServer(platform: Platform): Promise<FastifyInstance> {
  const { config, directory, registry, assets } = platform
  const app: FastifyInstance = fastify({
    logger: loggerSettings(config),
    logController: new LogController({ disableRequestLogging: true }), // the request log of the observe room carries no personal data
    genReqId: incidentNumber,
    trustProxy: config.trustedProxies ? (_address, hop) => hop < (config.trustedProxies ?? 0) : false,
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    ajv: { customOptions: { coerceTypes: 'array', removeAdditional: false, allErrors: false, strict: false } },
  })
  closeWithoutWaiting(app)
  keepEventStreams(app)
  // Answers are plain data made by our own code: schemas document them, they need no second shaping.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.setErrorHandler((error: FastifyError, request, reply) => sendThrown(platform, request, reply, error))

  app.decorateRequest('tenant')
  app.decorateRequest('locale', 'de')
  app.decorateRequest('theme', 'system')
  app.decorateRequest('contrast', false)
  app.decorateRequest('actor')

  app.addHook('onRequest', async (request, reply) => {
    const tenant = directory.byHost(request.host)
    if (!tenant) return await reply.code(404).type('text/plain; charset=utf-8').send(`Keine Kommune unter dieser Adresse. / No town at this address: ${request.host}\n`)
    request.tenant = tenant
  })
  await app.register(helmet, securityHeaders(config.https))
  const { rateLimit: most = 0 } = config
  // Without a general limit the routes that name one of their own keep it.
  await app.register(rateLimit, { global: most > 0, max: most || 1_200, timeWindow: 60_000, allowList: (request) => isTraceless(request) || request.url.startsWith('/assets/') || isProbe(request.url) || platform.loopback.isOwn(request.headers) })
  await app.register(compress, { global: true, threshold: 1_024, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } })
  await app.register(etag, { weak: true })
  await app.register(formbody)
  await app.register(multipart, { limits: { files: 20, fields: 200, fieldSize: 262_144, fileSize: Infinity } })
  await registerSessions(app, platform)
  await app.register(csrf, { sessionPlugin: '@fastify/session', getToken: tokenOf })
  await app.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Modellregion', version: '0.1.0', license: { name: 'EUPL-1.2' } } } })
  app.addHook('onRequest', async (request, reply) => readPreferences(request as never, reply as never, config.https))
  observeRequests(app, platform)

  if (assets.exists) await app.register(files, { root: assets.folder, prefix: '/assets/', immutable: true, maxAge: year * 1_000, index: false, decorateReply: false, preCompressed: true, setHeaders: headersOfWorkers })
  for (const { service, route } of registry.routes) mount(app, platform, service, route)
  for (const service of registry.services) for (const engine of service.engines ?? []) mountEngine(app, platform, service, engine)
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => reply.send(app.swagger()))
  app.setNotFoundHandler((request, reply) => sendProblem(platform, request, reply, { status: 404, code: 'http.page.not-found', html: wantsHtml(request) }))
  platform.loopback.attach(app)
  return app
}

// A worker has the policy of its own file: the database in the browser and the cryptography must compile WebAssembly, and sealed pages start
// only workers that are sealed like themselves.
function headersOfWorkers(reply: FastifyReply, path: string): void {
  if (!/\.worker[^/]*\.js(\.br)?$/.test(path)) return
  reply.header('cross-origin-embedder-policy', 'require-corp')
  const policy = reply.getHeader('content-security-policy')
  if (typeof policy === 'string') reply.header('content-security-policy', withWasm(policy))
}

const isProbe = (url: string): boolean => url === '/healthz' || url === '/readyz' || url === '/metrics'

type Preferences = { url: string; query: Record<string, string | undefined>; cookies: Record<string, string | undefined>; headers: Record<string, string | undefined> }
type Writer = { setCookie(name: string, value: string, options: object): unknown }

// A choice of language or contrast is a link; it is remembered in a cookie that names nobody.
function readPreferences(request: Preferences & { tenant: { locales: never }; locale: unknown; theme: unknown; contrast: boolean }, reply: Writer, secure: boolean): void {
  const { query, cookies, headers } = request
  const isSwitch = request.url.startsWith('/preferences?')
  request.locale = pickLocale(request.tenant.locales, query['lang'], cookies['lang'], headers['accept-language'])
  // Only the switch itself sets these: on other pages `theme` may be a filter.
  const chosen = isSwitch ? query : {}
  request.theme = pickTheme(chosen['theme'], cookies['theme'])
  request.contrast = (chosen['contrast'] ?? cookies['contrast']) === 'more'
  if (isTraceless(request as never)) return // the choice holds for this page and is not remembered
  const options = { path: '/', maxAge: year, sameSite: 'lax', secure, httpOnly: true }
  if (query['lang'] === request.locale) reply.setCookie('lang', query['lang'] as string, options)
  if (chosen['theme'] !== undefined) reply.setCookie('theme', String(request.theme), options)
  if (chosen['contrast'] !== undefined) reply.setCookie('contrast', request.contrast ? 'more' : 'normal', options)
}

// A streamed upload has no parsed body when the token is asked for, so its form carries the token in the address.
const tokenOf = (request: { body?: unknown; query?: unknown; headers: Record<string, unknown> }): string | undefined =>
  ((request.body as Record<string, string> | undefined)?.['_csrf'] ?? (request.query as Record<string, string> | undefined)?.['_csrf'] ?? request.headers['x-csrf-token']) as string | undefined

const securityHeaders = (https: boolean) => ({
  frameguard: { action: 'deny' as const },
  hsts: https && { maxAge: year, includeSubDomains: false },
  referrerPolicy: { policy: 'same-origin' as const },
  crossOriginEmbedderPolicy: false,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      mediaSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
})
