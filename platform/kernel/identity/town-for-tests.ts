import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { testClock, temporaryDatabase, testTenants, type TemporaryDatabase, type TestClock } from '@modellregion/testing'
import { readConfig, type Config } from '../boot/config.ts'
import type { Platform } from '../boot/platform.ts'
import { buildRegistry } from '../boot/registry.ts'
import { defineService, type Service } from '../boot/service.ts'
import { openDatabase } from '../database/index.ts'
import { readAssets } from '../http/assets.ts'
import { sendThrown } from '../http/failure.ts'
import { openLoopback } from '../http/loopback.ts'
import { mount } from '../http/mount.ts'
import { title } from '../http/route.ts'
import { kernelWords } from '../locales/index.ts'
import { portalPrivacy } from '../portal/privacy.ts'
import { kernelPrivacy, privacyAccess, privacyRoutes } from '../privacy/index.ts'
import { openDirectory } from '../tenancy/index.ts'
import { identityAccess, identityRoutes, registerSessions } from './index.ts'

export type TestTown = { app: FastifyInstance; platform: Platform; clock: TestClock; town: TemporaryDatabase; close(): Promise<void> }

/** Only the rooms that know people, on a real database: sessions, sign-in, account, privacy. */
export async function openTestTown(settings: Partial<Config> = {}, extra: readonly Service[] = []): Promise<TestTown> {
  const clock = testClock()
  const town = await temporaryDatabase({ now: clock.now })
  const config = { ...readConfig({ env: {}, options: {}, root: '/nowhere' }), ...settings }
  const registry = buildRegistry([kernelRooms(config), ...extra])
  const database = openDatabase(town.database.pool, new Set(registry.services.map(({ id }) => id)))
  const directory = await openDirectory(database, undefined, clock.now)
  // What these rooms never touch is not there, and would be noticed at once.
  const platform = { config, registry, database, directory, assets: readAssets('/nowhere'), loopback: openLoopback(), now: clock.now, port: registry.port } as Platform
  const app = await serve(platform)
  return { app, platform, clock, town, close: async () => void (await app.close(), await town.close()) }
}

const kernelRooms = (config: Config): Service =>
  defineService({
    id: 'platform',
    version: '0',
    folder: import.meta.dirname,
    words: kernelWords,
    title: title(kernelWords, 'privacy.platform'),
    summary: title(kernelWords, 'privacy.platform'),
    home: '/',
    routes: [...identityRoutes(config), ...privacyRoutes],
    access: [...identityAccess, ...privacyAccess],
    privacy: [...kernelPrivacy, ...portalPrivacy],
    pages: [],
  })

async function serve(platform: Platform): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify()
  app.setErrorHandler((error: FastifyError, request, reply) => sendThrown(platform, request, reply, error))
  app.decorateRequest('tenant')
  app.decorateRequest('locale', 'de')
  app.decorateRequest('theme', 'system')
  app.decorateRequest('contrast', false)
  app.decorateRequest('actor')
  app.addHook('onRequest', async (request) => {
    request.tenant = platform.directory.byHost(request.host) ?? testTenants.erlenau
  })
  await app.register(formbody)
  await registerSessions(app, platform)
  await app.register(csrf, { sessionPlugin: '@fastify/session' })
  for (const { service, route } of platform.registry.routes) mount(app, platform, service, route)
  return app
}

export type Page = { status: number; text: string; location: string | undefined; headers: Record<string, unknown> }
export type Visitor = {
  cookie: string | undefined
  get(path: string): Promise<Page>
  /** Sends a form of the page shown at `from`, with its token. */
  post(path: string, options?: { from?: string; fields?: Record<string, string> }): Promise<Page>
}

/** Somebody with a browser that keeps one session cookie and runs no script. */
export function visitor(app: FastifyInstance, host: string = testTenants.erlenau.hosts[0] ?? '', userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'): Visitor {
  let cookie: string | undefined
  const ask = async (method: 'GET' | 'POST', path: string, payload?: string): Promise<Page> => {
    const response = await app.inject({
      method,
      url: path,
      headers: { host, accept: 'text/html', 'user-agent': userAgent, ...(cookie !== undefined && { cookie: `mr=${cookie}` }), ...(payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }) },
      ...(payload !== undefined && { payload }),
    })
    for (const set of response.cookies) if (set.name === 'mr') cookie = set.value === '' ? undefined : set.value
    return { status: response.statusCode, text: response.body, location: response.headers.location, headers: response.headers }
  }
  return {
    get cookie() {
      return cookie
    },
    set cookie(value) {
      cookie = value
    },
    get: (path) => ask('GET', path),
    post: async (path, { from = '/sign-in', fields = {} } = {}) => {
      const { text } = await ask('GET', from)
      const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
      return await ask('POST', path, new URLSearchParams({ _csrf: token, ...fields }).toString())
    },
  }
}
