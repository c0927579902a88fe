import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Writable } from 'node:stream'
import fastify, { LogController, type FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { openPool } from '@modellregion/testing'
import { complaintsAbout } from '../boot/registry.ts'
import { defineService, type Service } from '../boot/service.ts'
import { openTestTown, type TestTown } from '../identity/town-for-tests.ts'
import { kernelWords } from '../locales/index.ts'
import { observeRequests } from '../observe/index.ts'
import { json } from './answer.ts'
import { get, post, title, type Ask, type Route } from './route.ts'
import { buildServer } from './server.ts'

const heading = title(kernelWords, 'portal.return-title')
const said = (ask: Ask) => json({ actor: ask.actor.id ?? null, cookie: ask.headers['cookie'] ?? null })
const attempts: Record<string, (ask: Ask) => unknown> = { session: (ask) => ask.session.data, csrf: (ask) => ask.csrf(), network: (ask) => ask.network() }
const routes: Route[] = [
  get('/quiet', { access: 'anyone', everyTown: true, traceless: true, title: heading }, said),
  post('/quiet', { access: 'anyone', everyTown: true, traceless: true }, said),
  post('/quiet/:what', { access: 'anyone', everyTown: true, traceless: true, params: Type.Object({ what: Type.String() }) }, async (ask) => json(await attempts[ask.params.what]?.(ask as never))),
  get('/loud', { access: 'anyone', everyTown: true, title: heading }, (ask) => json({ token: ask.csrf() })),
]
const service = (list: Route[]): Service => ({ ...defineService({ id: 'quiet', version: '0', folder: import.meta.dirname, words: kernelWords, title: heading, summary: heading, home: '/quiet', routes: list, access: [], privacy: [], pages: [] }) })

let here: TestTown
let app: FastifyInstance
let superuser: ReturnType<typeof openPool>
before(async () => {
  here = await openTestTown({ demo: true, rateLimit: 5 }, [service(routes)])
  app = await buildServer({ ...here.platform, config: { ...here.platform.config, logLevel: 'silent', rateLimit: 5 } })
  await app.ready()
  superuser = openPool(here.town.superuserUrl, { name: 'traceless', size: 1 })
})
after(async () => {
  await superuser.end()
  await app.close()
  await here.close()
})

const host = 'erlenau.localhost'
const rows = async () => {
  const { rows: counted } = await superuser.query('select (select count(*) from platform.session)::int as sessions, (select count(*) from platform.kept_form)::int as forms, (select count(*) from platform.audit_entry)::int as audit')
  return counted
}

test('a traceless route reads no session, sets no cookie, leaves no row, and knows no limit by address', async () => {
  const loud = await app.inject({ url: '/loud', headers: { host } })
  const cookie = String(loud.headers['set-cookie']).split(';')[0] ?? ''
  assert.match(cookie, /^mr=/, 'an ordinary route begins a session')
  const before = await rows()
  for (let i = 0; i < 12; i++) {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await app.inject({ method, url: '/quiet?lang=en', headers: { host, cookie, accept: 'text/html' } })
      assert.equal(answer.statusCode, 200)
      assert.deepEqual(answer.json(), { actor: null, cookie: null })
      assert.equal(answer.headers['set-cookie'], undefined)
      assert.ok(!Object.keys(answer.headers).some((name) => name.startsWith('x-ratelimit')))
    }
  }
  assert.deepEqual(await rows(), before)
  const statuses = []
  for (let i = 0; i < 7; i++) statuses.push((await app.inject({ url: '/loud', headers: { host } })).statusCode)
  assert.ok(statuses.includes(429), 'the limit is there for everything else')
})

test('its handler cannot leave a trace by mistake', async () => {
  for (const what of Object.keys(attempts)) assert.equal((await app.inject({ method: 'POST', url: `/quiet/${what}`, headers: { host } })).statusCode, 500, what)
})

test('it is not in the log', async () => {
  const lines: string[] = []
  const stream = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) })
  const logging = fastify({ logger: { level: 'info', stream }, logController: new LogController({ disableRequestLogging: true }) })
  observeRequests(logging, {} as never)
  logging.get('/quiet', { config: { traceless: true } }, async () => 'ok')
  logging.get('/loud', async () => 'ok')
  await logging.inject('/quiet')
  assert.deepEqual(lines, [])
  await logging.inject('/loud')
  assert.equal(lines.length, 1)
})

test('a route that asks who somebody is, or limits by address, is not traceless: the start is refused', () => {
  for (const wrong of [{ access: 'quiet.read' }, { access: 'anyone', rate: { max: 1, per: 'hour' } as const }])
    assert.ok(complaintsAbout(service([get('/quiet', { everyTown: true, traceless: true, title: heading, ...wrong }, said)])).some((line) => /traceless/.test(line)))
})
