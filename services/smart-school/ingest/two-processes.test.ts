import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectAsync } from 'mqtt'
import { boot, keepTenant, readConfig, sql, type Config, type Running } from '@modellregion/kernel'
import { root, temporaryDatabase, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import { mqttPortOf } from './companions.ts'
import { heardOf } from './heard.ts'
import { plantSource, unitOf } from './town-testing.ts'

// One process answers HTTP, another one has the broker, as in docs/operations.md.

let temporary: TemporaryDatabase
let web: Running
let worker: Running
const data = mkdtempSync(join(tmpdir(), 'modellregion-smart-school-'))
const user = 'Wetterstation'
let secret = ''
before(async () => {
  temporary = await temporaryDatabase()
  const { appUrl, ownerUrl, jobsUrl } = temporary
  const start = (role: Config['role']) =>
    boot({
      root,
      config: {
        ...readConfig({ env: {}, options: { config: undefined, data, port: '0', services: undefined }, root: data }),
        services: ['smart-school'],
        database: { url: appUrl, ownerUrl, jobsUrl, listenUrl: appUrl, poolSize: 5 },
        demo: false,
        role,
        logLevel: 'error',
        host: '127.0.0.1',
        mqtt: { port: 0 },
      },
    })
  web = await start('web')
  await keepTenant(web.platform, { ...testTenants.erlenau, services: ['smart-school'], hosts: ['erlenau.localhost'] })
  await web.platform.directory.refresh()
  worker = await start('worker')
  secret = (await plantSource(web.platform, { name: user, kind: 'sensorthings', mayWrite: true, audiences: ['public', 'school'] })).secret
})
after(async () => {
  await web.close()
  await worker.close()
  await temporary.close()
  rmSync(data, { recursive: true, force: true })
})

const post = (path: string, body: unknown): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { host: 'erlenau.localhost', authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`, 'content-type': 'application/json' }
    const asking = request({ host: '127.0.0.1', port: web.port, path: `/sensorthings/v1.1/${path}`, method: 'POST', headers }, (answer) => answer.resume().on('end', () => resolve(answer.statusCode ?? 0)))
    asking.on('error', reject)
    asking.end(JSON.stringify(body))
  })

test('what one process takes by HTTP is heard once by a subscriber of the broker in another', async () => {
  assert.equal(mqttPortOf(web.platform), undefined)
  const made = await post('Things', { name: 'Kiste', description: 'a box', Datastreams: [{
    name: 'Temperatur', description: '', properties: { audience: 'school' }, observationType: 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
    unitOfMeasurement: { name: 'degree Celsius', symbol: '°C', definition: 'http://qudt.org/vocab/unit/DEG_C' },
    Sensor: { name: 'DS18B20', description: 'thermometer', encodingType: 'text/html', metadata: 'https://example.org' },
    ObservedProperty: { name: 'Lufttemperatur', definition: 'http://qudt.org/vocab/quantitykind/CelsiusTemperature', description: '' },
  }] })
  assert.equal(made, 201)
  const [series] = await unitOf(web.platform)((db) => db.many(sql<{ id: number }>`select id from smart_school.series where tenant_id = ${db.tenant}`))
  const topic = `v1.1/Datastreams(${series?.id})/Observations`
  const client = await connectAsync(`mqtt://127.0.0.1:${mqttPortOf(worker.platform)}`, { username: `erlenau/${user}`, password: secret, reconnectPeriod: 0 })
  const heard: unknown[] = []
  client.on('message', (name, payload) => void heard.push([name, JSON.parse(payload.toString()).result]))
  await client.subscribeAsync([topic, 'v1.1/Things'])
  assert.equal(await post(topic.slice(5), { result: 21.5 }), 201)
  // The broker's own process tells, too, and is not heard twice.
  await client.publishAsync(topic, JSON.stringify({ result: 22.5 }), { qos: 1 })
  for (let tries = 0; tries < 250 && heard.length < 2; tries++) await sleep(20)
  await sleep(200)
  assert.deepEqual(heard.sort(), [[topic, 21.5], [topic, 22.5]])
  await client.endAsync()
  await heardOf(web.platform).flush()
  const [source] = await unitOf(web.platform)((db) => db.many(sql<{ messages: number; heard: boolean }>`select messages::int, last_message_at is not null as heard from smart_school.source where tenant_id = ${db.tenant} and name = ${user}`))
  assert.ok(source?.heard && source.messages >= 2, 'who writes by HTTP was heard')
})
