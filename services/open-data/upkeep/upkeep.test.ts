import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { newId, type Mail, type UnitOfWork } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { emptyDataset, emptyDistribution } from '../dcat/empty.ts'
import type { Dataset } from '../dcat/schema.ts'
import { keepOrganisation, putMember } from '../organisation/queries.ts'
import { publishDataset } from '../publish/publish.ts'
import { mqaScore } from '../quality/mqa.ts'
import { askAddress } from './ask-address.ts'
import { checkAddresses } from './check-addresses.ts'
import { findEvidence } from './evidence.ts'
import * as queries from './queries.ts'
import { promises } from './rules.ts'
import { sendReport } from './report.ts'

const tenant = 'hohenried'
let town: Town
let host: Server
let base: string
const asked: string[] = []
const ids = { fresh: newId(new Date(1)), late: newId(new Date(2)) }
let organisationId: string
const unit = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => town.running.platform.database.unit({ tenant, service: 'open-data', access: 'write', now: town.running.platform.now() }, work)

/** 200 for /good, 404 for /gone, no HEAD at /shy, always busy at /busy. */
async function startHost(): Promise<Server> {
  const server = createServer(({ method, url, headers }, answer) => {
    asked.push(`${method} ${url}${headers.range ? ` ${headers.range}` : ''}`)
    const status = url === '/gone' ? 404 : url === '/busy' ? 429 : url === '/shy' && method === 'HEAD' ? 405 : url === '/elsewhere' ? 302 : headers.range ? 206 : 200
    answer.writeHead(status, status === 302 ? { location: '/good' } : {})
    answer.end(method === 'HEAD' ? undefined : 'x')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

const describing = (title: string, modified: string, paths: readonly string[]): Dataset => ({
  ...emptyDataset, title: { de: title }, description: { de: 'Zum Prüfen.' }, modified, accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/MONTHLY',
  distribution: paths.map((path) => ({ ...emptyDistribution, accessURL: [`${base}${path}`], license: 'http://dcat-ap.de/def/licenses/cc-zero' })),
})

before(async () => {
  host = await startHost()
  base = `http://127.0.0.1:${(host.address() as AddressInfo).port}`                    // a listening server has an address
  town = await startTown({ services: ['open-data'], config: { harvest: { allow: [new URL(base).host] } } })
  organisationId = await unit(async (db) => (await keepOrganisation(db, { id: newId(db.now), name: 'pruefamt', title: 'Prüfamt', description: '', homepage: null, email: null, uri: null })).id)
  const today = town.running.platform.now().toISOString().slice(0, 10)
  await unit((db) => publishDataset(db, { id: ids.fresh, organisationId, document: describing('Frisch', today, ['/good', '/shy', '/elsewhere']) }))
  await unit((db) => publishDataset(db, { id: ids.late, organisationId, document: describing('Alt', '2020-01-01', ['/gone', '/busy']) }))
})
after(async () => {
  host.close()
  await town.close()
})

const run = async () => {
  const { platform } = town.running
  const found = platform.directory.byId(tenant)
  if (!found) throw new Error(tenant)
  return await checkAddresses({ platform, tenant: found, signal: new AbortController().signal, wait: 0, ask: async (address, signal) => (address.startsWith(base) ? await askAddress(address, { signal, allow: [new URL(base).host] }) : { state: 'reachable', status: 200, reason: null, movedTo: null }) })
}
/** All that failed is due again. */
const hurry = () => unit(async (db) => {
  for (const { key, address, failures, failingSince } of await queries.listAddresses(db, base)) if (!address.endsWith('/good')) await queries.keepAnswer(db, key, { state: failures > 0 ? 'unreachable' : 'reachable', status: null, reason: null, movedTo: null }, { failures, failingSince, next: new Date(db.now.getTime() - 1_000) })
})

test('addresses are asked by HEAD, then for one byte; one failure is none, two are', async () => {
  assert.ok((await run()) >= 5)
  assert.deepEqual(asked.filter((line) => line.includes('/shy')), ['HEAD /shy', 'GET /shy bytes=0-0'])
  assert.deepEqual(asked.filter((line) => line.includes('/busy')), ['HEAD /busy'])
  assert.deepEqual(await unit((db) => queries.listBroken(db, 2, 10, [organisationId])), [])
  assert.equal(await unit(async (db) => (await findEvidence(db, ids.late)).reachable?.(`${base}/gone`)), undefined)
  asked.length = 0
  await hurry()
  await run()
  assert.ok(asked.includes('HEAD /gone'))
  const broken = await unit((db) => queries.listBroken(db, 2, 10, [organisationId]))
  assert.deepEqual(broken.map(({ address, status, harvested }) => [address, status, harvested]), [[`${base}/gone`, 404, false]])
})

test('points count what the checks found', async () => {
  const evidence = await unit((db) => findEvidence(db, ids.late))
  assert.deepEqual([evidence.reachable?.(`${base}/gone`), evidence.reachable?.(`${base}/busy`)], [false, undefined])
  const score = mqaScore(describing('Alt', '2020-01-01', ['/gone', '/busy']), evidence)
  assert.equal(score.indicators.find(({ id }) => id === 'access-url-status')?.points, 0)
  const fresh = await unit((db) => findEvidence(db, ids.fresh))
  assert.equal(mqaScore(describing('Frisch', '2026-01-01', ['/good', '/shy']), fresh).indicators.find(({ id }) => id === 'access-url-status')?.points, 50)
})

test('what is late is listed, what is harvested stands apart', async () => {
  const late = await unit((db) => queries.listLate(db, promises, 10, [organisationId]))
  assert.deepEqual(late.map(({ name }) => name), ['alt'])
  const own = (await unit((db) => queries.countPromises(db, promises))).filter(({ harvested }) => !harvested)
  assert.deepEqual(own.find(({ name }) => name === 'pruefamt'), { name: 'pruefamt', title: 'Prüfamt', harvested: false, kept: 1, late: 1, unpromised: 0, undated: 0 })
  const page = await town.running.app?.inject({ url: '/open-data/upkeep', headers: { host: new URL(town.url('/', tenant)).host, accept: 'text/html' } })
  assert.equal(page?.statusCode, 200)
  assert.match(page?.body ?? '', /Prüfamt/)
})

test('the report names what is late and what does not answer, and can be refused', async () => {
  const { platform } = town.running
  const found = platform.directory.byId(tenant)
  const account = newId(new Date(3))
  assert.ok(found)
  const sent: Mail[] = []
  const mailer = { way: 'none' as const, send: async (_db: UnitOfWork, mail: Mail) => { sent.push(mail); return 'id' } }
  await unit((db) => putMember(db, organisationId, account, 'editor'))
  assert.ok((await unit(queries.listReaders)).some(({ accountId }) => accountId === account))
  await unit((db) => sendReport(db, { ...platform, mailer }, found, organisationId, 'dana@example.org'))
  assert.match(sent[0]?.subject ?? '', /Prüfamt: 1 überfällig, 1 ohne Antwort/)
  assert.match(sent[0]?.text ?? '', /Alt[^]*\/open-data\/dataset\/alt[^]*\/gone[^]*\/open-data\/upkeep\/work/)
  await unit((db) => queries.setReportRefused(db, account, true))
  assert.ok(!(await unit(queries.listReaders)).some(({ accountId }) => accountId === account))
})
