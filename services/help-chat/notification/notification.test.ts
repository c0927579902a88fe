import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { after, before, test } from 'node:test'
import { demoAccountId, sql, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { startTown, type Town } from '@modellregion/testing'
import { findConfidantOf } from '../office/queries/confidant.ts'
import { lookupHash } from '../thread/lookup.ts'
import { deleteCase, insertCase } from '../thread/queries/case.ts'
import { onlyDay } from '../thread/only-day.ts'
import { confidantLooked, newsSeen, notifyConfidants, notifyPerson, personLooked } from './notify.ts'
import { findWish, listDeskDevices, putDeskDevice, putWish } from './queries.ts'
import { openSeal } from './seal.ts'
import { deskContext, tellAll } from './tell.ts'

const tenant = 'aachen'
const village = 'hohenried'
type Knock = { path: string; headers: IncomingHttpHeaders; size: number }
const knocks: Knock[] = []
const answers = new Map<string, number>()
const service = createServer((request, response) => {
  let size = 0
  request.on('data', (chunk: Buffer) => (size += chunk.length))
  request.on('end', () => {
    knocks.push({ path: request.url ?? '', headers: request.headers, size })
    response.writeHead(answers.get(request.url ?? '') ?? 201).end()
  })
})
let town: Town
let port = 0
before(async () => {
  await new Promise<void>((ready) => service.listen(0, '127.0.0.1', ready))
  const at = service.address()
  port = typeof at === 'object' && at ? at.port : 0
  town = await startTown({ services: ['help-chat'], config: { push: { allow: [`127.0.0.1:${port}`] } } })
})
after(async () => {
  service.close()
  await town.close()
})

const platform = () => town.running.platform
const unit = <T>(work: (db: UnitOfWork) => Promise<T>, at = tenant, room = 'help-chat') => platform().database.unit({ tenant: at, service: room, access: 'write', now: new Date() }, work)
const placeOf = (id: string): Tenant => {
  const found = platform().directory.byId(id)
  assert.ok(found)
  return found
}
/** So many runs of the job that everything drawn at random is over. */
async function runs(at = tenant, n = 6): Promise<void> {
  for (let run = 0; run < n; run++) await tellAll(platform(), placeOf(at), AbortSignal.timeout(20_000))
}
const knocksAt = (path: string): Knock[] => knocks.filter((knock) => knock.path === path)
const device = (path: string) => ({ endpoint: `http://127.0.0.1:${port}${path}`, keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) } })

async function newCase(): Promise<{ id: string; lookup: string }> {
  const [id, lookup] = [randomUUID(), randomBytes(32).toString('base64url')]
  const hash = await lookupHash(platform(), tenant, lookup)
  await unit((db) => insertCase(onlyDay(db), { id, lookupHash: hash, signKey: 's', boxKey: 'b', day: localDate(db.now) }))
  return { id, lookup }
}
// The name of a town below localhost is known to browsers, not to Node.
async function call(method: 'GET' | 'POST' | 'DELETE', path: string, { at = tenant, lookup, value }: { at?: string; lookup?: string; value?: unknown } = {}): Promise<{ status: number; text: string }> {
  const headers = { host: new URL(town.url('/', at)).host, ...(lookup !== undefined && { authorization: `Case ${lookup}` }), ...(value !== undefined && { 'content-type': 'application/json' }) }
  const answer = await town.running.app?.inject({ method, url: path, headers, ...(value !== undefined && { payload: JSON.stringify(value) }) })
  return { status: answer?.statusCode ?? 0, text: answer?.body ?? '' }
}
const ask = (method: 'POST' | 'DELETE', lookup: string, value: unknown) => call(method, '/help-chat/app/case/push', { lookup, value })
const devicesOf = (id: string) => unit((db) => db.many(sql<{ sealed: string; hash: Buffer; at: Date; told: boolean; waits: number | null }>`select sealed, device_hash as hash, created_at as at, told, waits from help_chat.case_device where tenant_id = ${db.tenant} and case_id = ${id}`))

const vera = demoAccountId(tenant, 'vera')
const confidantId = async (at = tenant): Promise<string> => {
  const found = await unit((db) => findConfidantOf(db, { homeTown: tenant, accountId: vera }), at)
  assert.ok(found, `Vera is a confidant in ${at}`)
  return found.id
}
const lettersSince = (since: Date) => unit((db) => db.many(sql<{ subject: string; text: string; recipient: string }>`select subject, text, recipient from platform.mail_outbox where tenant_id = ${db.tenant} and created_at >= ${since} order by created_at`), tenant, 'platform')

test('a person who asks for notices gets one knock without content, and no second one before they look', async () => {
  const { id, lookup } = await newCase()
  assert.equal((await ask('POST', lookup, { device: device('/one') })).status, 204)
  const [row] = await devicesOf(id)
  assert.ok(row && !row.sealed.includes('127') && !Buffer.from(row.sealed, 'base64url').includes('/one'))
  assert.equal(localDate(row.at), localDate(new Date()))
  assert.equal(row.at.toISOString().slice(14), '00:00.000Z', 'the day, not the moment')
  await runs()
  assert.equal(knocksAt('/one').length, 0, 'nothing new, nothing said')

  await unit((db) => notifyPerson(db, id))
  await unit((db) => notifyPerson(db, id))
  await runs()
  await unit((db) => notifyPerson(db, id))
  await runs()
  const [knock, ...more] = knocksAt('/one')
  assert.deepEqual([knock?.size, more.length], [0, 0])
  assert.match(String(knock?.headers.authorization), /^vapid t=.*, k=/)
  assert.equal(knock?.headers['topic'], 'neu')
  const claims = Buffer.from(String(knock?.headers.authorization).split('.')[1] ?? '', 'base64url').toString()
  assert.doesNotMatch(claims, new RegExp(id), 'the service of the browser learns the town and nothing of the case')

  await unit((db) => personLooked(db, id))
  await unit((db) => notifyPerson(db, id))
  await runs()
  assert.equal(knocksAt('/one').length, 2)
})

test('the delay is drawn for each message: between none and half an hour, and all of it happens', async () => {
  const seen = new Set<number | null>()
  const { id, lookup } = await newCase()
  await ask('POST', lookup, { device: device('/jitter') })
  for (let n = 0; n < 80; n++) {
    await unit((db) => notifyPerson(db, id))
    seen.add((await devicesOf(id))[0]?.waits ?? null)
    await unit((db) => personLooked(db, id))
  }
  assert.deepEqual([...seen].toSorted(), [0, 1, 2, 3, 4, 5])
})

test('two cases of one device have nothing in common in the database', async () => {
  const [first, second] = [await newCase(), await newCase()]
  for (const { lookup } of [first, second]) await ask('POST', lookup, { device: device('/same') })
  const [[a], [b]] = [await devicesOf(first.id), await devicesOf(second.id)]
  assert.ok(a && b && !a.hash.equals(b.hash) && a.sealed !== b.sealed)
})

test('devices that are gone are forgotten; a service that fails is asked again', async () => {
  const { id, lookup } = await newCase()
  await ask('POST', lookup, { device: device('/fails') })
  answers.set('/fails', 503)
  await unit((db) => notifyPerson(db, id))
  await runs()
  assert.ok(knocksAt('/fails').length >= 1)
  answers.set('/fails', 410)
  await runs(tenant, 1)
  assert.deepEqual(await devicesOf(id), [])
  answers.set('/fails', 201)
})

test('whoever does not know the secret registers nothing, and inner addresses are not taken', async () => {
  const { id, lookup } = await newCase()
  assert.equal((await ask('POST', 'x'.repeat(43), { device: device('/stranger') })).status, 404)
  for (const endpoint of ['http://10.0.0.1/x', 'https://localhost/x', 'https://169.254.169.254/latest', 'http://push.example.org/x']) assert.equal((await ask('POST', lookup, { device: { ...device('/'), endpoint } })).status, 422, endpoint)
  assert.deepEqual(await devicesOf(id), [])
})

test('a fourth device takes the place of the others, and the same one registers as often as it likes', async () => {
  const { id, lookup } = await newCase()
  for (const path of ['/a', '/b', '/c', '/c', '/a']) await ask('POST', lookup, { device: device(path) })
  assert.equal((await devicesOf(id)).length, 3)
  await ask('POST', lookup, { device: device('/d') })
  assert.equal((await devicesOf(id)).length, 1)
})

test('a row that does not open any more keeps nobody else from being told', async () => {
  const [broken, whole] = [await newCase(), await newCase()]
  for (const { id, lookup } of [broken, whole]) {
    await ask('POST', lookup, { device: device('/whole') })
    await unit((db) => notifyPerson(db, id))
  }
  await unit((db) => db.run(sql`update help_chat.case_device set sealed = 'AAAA' where tenant_id = ${db.tenant} and case_id = ${broken.id}`))
  await runs()
  assert.equal(knocksAt('/whole').length, 1)
  assert.deepEqual(await devicesOf(broken.id), [])
})

test('a device goes when it is switched off, and with the case', async () => {
  const { id, lookup } = await newCase()
  await ask('POST', lookup, { device: device('/off') })
  assert.equal((await ask('DELETE', lookup, { endpoint: device('/off').endpoint })).status, 204)
  assert.deepEqual(await devicesOf(id), [])
  await ask('POST', lookup, { device: device('/off') })
  await unit((db) => deleteCase(db, id))
  assert.deepEqual(await devicesOf(id), [])
})

test('a confidant gets one mail that says nothing, whichever town it is about, and the next one after a look', async () => {
  const [here, there] = [await confidantId(), await confidantId(village)]
  await unit((db) => confidantLooked(db, vera))
  const since = new Date()
  await unit((db) => notifyConfidants(db, [here, here]))
  await runs(tenant, 3)
  await unit((db) => notifyConfidants(db, [there]), village)
  await runs(village, 3)
  const letters = await lettersSince(since)
  assert.equal(letters.length, 1, 'the village’s message is behind the same notice')
  const [letter] = letters
  assert.equal(letter?.subject, 'Es gibt etwas Neues')
  assert.doesNotMatch(`${letter?.subject} ${letter?.text}`, new RegExp(`Vera|${placeOf(village).name}|Fall|Anlauf`))
  assert.match(letter?.text ?? '', /\/help-chat\/desk\n/)

  await unit((db) => confidantLooked(db, vera))
  await unit((db) => notifyConfidants(db, [there]), village)
  await runs(village, 3)
  assert.equal((await lettersSince(since)).length, 2)
})

test('what a confidant has seen before the notice left is not told', async () => {
  const since = new Date()
  const id = await confidantId()
  await unit((db) => confidantLooked(db, vera))
  await unit((db) => notifyConfidants(db, [id]))
  await unit((db) => newsSeen(db, id))
  await runs()
  assert.deepEqual(await lettersSince(since), [])
})

test('quiet hours hold a notice back until they end', async () => {
  const since = new Date()
  const id = await confidantId()
  await unit((db) => confidantLooked(db, vera))
  await unit((db) => putWish(db, vera, { byLetter: true, byPush: true, quietFrom: '00:00', quietUntil: '23:59' }))
  await unit((db) => notifyConfidants(db, [id]))
  await runs()
  assert.deepEqual(await lettersSince(since), [])
  await unit((db) => putWish(db, vera, { byLetter: true, byPush: true, quietFrom: null, quietUntil: null }))
  await runs(tenant, 1)
  assert.equal((await lettersSince(since)).length, 1)
})

test('a device of a confidant is told where mail is off, and again later where its service fails', async () => {
  const since = new Date()
  const id = await confidantId()
  const context = deskContext(tenant, vera)
  const seal = await openSeal(platform())
  await unit(async (db) => {
    await confidantLooked(db, vera)
    await putWish(db, vera, { byLetter: false, byPush: true, quietFrom: null, quietUntil: null })
    await putDeskDevice(db, vera, { hash: seal.hash('d', context), sealed: seal.close(JSON.stringify(device('/desk')), context) })
    await notifyConfidants(db, [id])
  })
  answers.set('/desk', 500)
  await runs(tenant, 3)
  assert.equal((await unit((db) => findWish(db, vera)))?.told, false)
  answers.set('/desk', 201)
  await runs(tenant, 1)
  assert.equal((await unit((db) => findWish(db, vera)))?.told, true)
  assert.deepEqual(await lettersSince(since), [])
  answers.set('/desk', 404)
  await unit((db) => confidantLooked(db, vera))
  await unit((db) => notifyConfidants(db, [id]))
  await runs(tenant, 3)
  assert.deepEqual(await unit((db) => listDeskDevices(db, vera)), [])
})

test('the town’s key is made once and its private half is sealed', async () => {
  const keys = await Promise.all([1, 2, 3].map(async () => (await call('GET', '/help-chat/app/push-key')).text))
  assert.equal(new Set(keys).size, 1)
  const other = (await call('GET', '/help-chat/app/push-key', { at: village })).text
  assert.notEqual(other, keys[0], 'each town has its own')
})
