import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { newId, sql, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import { findEntry, retireEntry } from '../shelf/queries.ts'
import type { Entry } from '../shelf/schema.ts'
import { crawl, waitAfter } from './crawl.ts'
import { keepPubliccode } from './keep.ts'
import { listSoftware } from './queries.ts'
import { readAddress } from './read-address.ts'
import { checkPubliccode } from './rules/check.ts'
import { publiccodeOf } from './rules/entry.ts'

const day = 86_400_000
const now = new Date(testMoment)
let temporary: TemporaryDatabase
let server: Server
let port = 0
let answer: RequestListener = (_, response) => void response.writeHead(404).end()
let asked: IncomingMessage[] = []

before(async () => {
  temporary = await temporaryDatabase()
  server = createServer((request, response) => { asked.push(request); answer(request, response) })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
after(async () => {
  server.closeAllConnections()
  server.close()
  await temporary.close()
})

const write = <T>(work: (db: UnitOfWork) => Promise<T>, moment = now) => temporary.database.unit({ tenant: 'erlenau', service: 'portfolio', access: 'write', now: moment }, work)
const entryOf = async (id: string): Promise<Entry> => (await write((db) => findEntry(db, id))) ?? assert.fail('no entry')
const platformOf = (allow: readonly string[]) => ({ config: { harvest: { allow } } }) as unknown as Platform // all that reading addresses asks of it
const night = (moment: Date, allow = [`127.0.0.1:${port}`]) =>
  crawl({ platform: platformOf(allow), tenant: testTenants.erlenau as Tenant, now: moment, signal: new AbortController().signal, write: (work) => write(work, moment), pause: 0 })

const file = (version: string, more = '') => `publiccodeYmlVersion: "0"
name: Terminbuch
url: http://127.0.0.1:${port}/stadt/terminbuch
softwareVersion: "${version}"
releaseDate: 2026-01-15
platforms: [web]
developmentStatus: stable
softwareType: standalone/web
description:
  de:
    shortDescription: Termine im Amt.
    longDescription: ${'Ein erfundenes Programm, mit dem ein Amt seine Termine vergibt. '.repeat(4)}
    features: [Termine buchen]
legal: { license: EUPL-1.2 }
maintenance:
  type: internal
  contacts:
    - name: Erika Muster
      email: erika.muster@example.org
localisation: { localisationReady: true, availableLanguages: [de] }
${more}`
const address = () => `http://127.0.0.1:${port}/stadt/terminbuch/raw/HEAD/publiccode.yml`
const parsed = (text: string) => checkPubliccode(new TextEncoder().encode(text)).publiccode ?? assert.fail(JSON.stringify(checkPubliccode(new TextEncoder().encode(text)).findings))

describe('software is read again', () => {
  let id = ''

  it('is kept without people, once however often it is taken', async () => {
    id = await write((db) => keepPubliccode(db, { id: newId(now), publiccode: parsed(file('1.0')), published: true, address: address() }))
    assert.equal(await write((db) => keepPubliccode(db, { id: newId(now), publiccode: parsed(file('1.0')), published: true, address: address() })), id)
    const entry = await entryOf(id)
    assert.doesNotMatch(JSON.stringify(entry), /Erika|erika/)
    assert.deepEqual((await write((db) => listSoftware(db, 10))).map(({ name }) => name), ['Terminbuch'])
    assert.ok(entry.vitality?.score)
  })

  it('is left alone until the next night', async () => {
    asked = []
    assert.deepEqual(await night(now), { read: 0, failed: 0 })
    assert.equal(asked.length, 0)
  })

  it('takes over what has changed and says how alive it is', async () => {
    answer = (request, response) => void (request.url?.endsWith('publiccode.yml') ? response.writeHead(200, { etag: '"2"' }).end(file('2.0')) : response.writeHead(200).end('page'))
    const moment = new Date(now.getTime() + day)
    assert.deepEqual(await night(moment), { read: 1, failed: 0 })
    const entry = await entryOf(id)
    assert.equal(publiccodeOf(entry)?.softwareVersion, '2.0')
    assert.equal(entry.vitality?.signs.find((sign) => sign.id === 'reachable')?.points, 10)
  })

  it('asks only for what is new, and keeps the rest', async () => {
    asked = []
    answer = (request, response) => void (request.headers['if-none-match'] === '"2"' ? response.writeHead(304).end() : response.writeHead(request.url?.endsWith('.yml') ? 500 : 200).end())
    assert.deepEqual(await night(new Date(now.getTime() + 2 * day)), { read: 1, failed: 0 })
    assert.equal(asked[0]?.headers['user-agent'], 'Modellregion/1.0')
    assert.equal(publiccodeOf(await entryOf(id))?.softwareVersion, '2.0')
  })

  it('marks what does not answer or is broken, keeps what it knew, and waits longer each time', async () => {
    const before = await entryOf(id)
    answer = (_, response) => void response.writeHead(404).end()
    assert.deepEqual(await night(new Date(now.getTime() + 3 * day)), { read: 0, failed: 1 })
    const after = await entryOf(id)
    assert.equal(after.vitality?.failed, 'status')
    assert.equal(after.vitality?.checkedOn, before.vitality?.checkedOn)
    answer = (_, response) => void response.writeHead(200).end('name: nothing else')
    assert.deepEqual(await night(new Date(now.getTime() + 4 * day)), { read: 0, failed: 1 })
    assert.equal((await entryOf(id)).vitality?.failed, 'invalid')
    // The second failure in a row waits for two days.
    assert.deepEqual(await night(new Date(now.getTime() + 5 * day)), { read: 0, failed: 0 })
    assert.deepEqual([0, 1, 2, 10].map((n) => Math.round(waitAfter(n) / day)), [1, 2, 4, 30])
    answer = (_, response) => void response.writeHead(200, { etag: '"3"' }).end(file('3.0'))
    assert.deepEqual(await night(new Date(now.getTime() + 7 * day)), { read: 1, failed: 0 })
    assert.equal((await entryOf(id)).vitality?.failed, undefined)
  })

  it('goes on under its entry when the file names another repository', async () => {
    answer = (_, response) => void response.writeHead(200, { etag: '"4"' }).end(file('4.0').replace('/stadt/terminbuch', '/anders'))
    assert.deepEqual(await night(new Date(now.getTime() + 9 * day)), { read: 1, failed: 0 })
    assert.equal(publiccodeOf(await entryOf(id))?.softwareVersion, '4.0')
    assert.equal((await write((db) => listSoftware(db, 10))).length, 1)
  })

  it('keeps its distance to each host, and leaves alone what is not offered any more', async () => {
    answer = (_, response) => void response.writeHead(200, { etag: '"5"' }).end(file('5.0'))
    const calls: number[] = []
    server.on('request', () => calls.push(performance.now()))
    const moment = new Date(now.getTime() + 11 * day)
    const run = { platform: platformOf([`127.0.0.1:${port}`]), tenant: testTenants.erlenau as Tenant, now: moment, signal: new AbortController().signal, write: <T>(work: (db: UnitOfWork) => Promise<T>) => write(work, moment), pause: 150 }
    assert.deepEqual(await crawl(run), { read: 1, failed: 0 })
    assert.equal(calls.length, 2, 'the file, and whether the repository answers')
    assert.ok((calls[1] ?? 0) - (calls[0] ?? 0) >= 140)
    await write((db) => retireEntry(db, id, moment), moment)
    assert.deepEqual(await night(new Date(now.getTime() + 13 * day)), { read: 0, failed: 0 })
  })

  it('gives all others their turn when one file brings a surprise', async () => {
    answer = (_, response) => void response.writeHead(200).end(file('6.0'))
    const moment = new Date(now.getTime() + 20 * day)
    await write((db) => retireEntry(db, id, null), moment)
    const odd = await write((db) => keepPubliccode(db, { id: newId(now), publiccode: { ...parsed(file('1.0')), url: 'https://git.example.org/seltsam' }, published: true, address: address() }))
    await write((db) => db.run(sql`update portfolio.publiccode_watch set file_url = 'seltsam', next_at = ${now} where tenant_id = ${db.tenant} and entry_id = ${odd}`))
    await assert.rejects(night(moment), AggregateError)
    assert.equal(publiccodeOf(await entryOf(id))?.softwareVersion, '6.0')
    assert.deepEqual(await night(moment), { read: 0, failed: 0 }, 'it waits like any other that failed')
  })

  it('never calls inside the own network unless the operator allows exactly that', async () => {
    asked = []
    const refused = await readAddress(address(), { platform: platformOf([]) })
    assert.equal(refused.ok, false)
    const inside = await readAddress(`https://127.0.0.1:${port}/publiccode.yml`, { platform: platformOf([]) })
    assert.deepEqual([inside.ok, !inside.ok && inside.refusal.reason], [false, 'address-forbidden'])
    assert.equal(asked.length, 0)
  })
})
