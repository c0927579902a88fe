import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import type { UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import { countDatasets } from '../dataset/queries.ts'
import * as queries from './queries.ts'
import { harvest } from './run.ts'
import type { SourceKind } from './schema.ts'

const tenant = testTenants.erlenau
const now = new Date('2026-03-04T09:00:00Z')
let temporary: TemporaryDatabase
let server: Server
let host = ''

const head = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:hydra="http://www.w3.org/ns/hydra/core#">'
const dataset = (key: string, title: string, more = ''): string => `<dcat:Dataset rdf:about="https://data.example.org/${key}"><dct:title>${title}</dct:title><dct:publisher><foaf:Agent><foaf:name>Amt</foaf:name></foaf:Agent></dct:publisher>
  <dcat:distribution><dcat:Distribution><dcat:accessURL rdf:resource="https://data.example.org/${key}.csv"/></dcat:Distribution></dcat:distribution>${more}</dcat:Dataset>`
const catalogue = (...parts: string[]): string => `${head}${parts.join('')}</rdf:RDF>`
const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join('')}]>${catalogue(dataset('a', '&lol9;'))}`

const answers: Record<string, (response: ServerResponse) => void> = {
  '/laughs': (response) => response.end(laughs),
  '/lies': (response) => response.setHeader('content-type', 'application/rdf+xml').end('<!doctype html><html><body>Anmelden</body></html>'),
  '/broken-utf8': (response) => response.end(Buffer.concat([Buffer.from(head), Buffer.from(dataset('a', 'Stra')), Buffer.from([0xff, 0xfe]), Buffer.from('</rdf:RDF>')])),
  '/cut': (response) => response.end(`${head}${dataset('a', 'Erster')}${dataset('b', 'Zweiter').slice(0, 60)}`),
  '/circle': (response) => response.end(catalogue(dataset('a', 'Erster'), `<hydra:PartialCollectionView rdf:about="http://${host}/circle"><hydra:next rdf:resource="http://${host}/circle"/></hydra:PartialCollectionView>`)),
  '/odd': (response) =>
    response.end(catalogue(dataset('long', 'T'.repeat(10_000)), dataset('script', 'Parken', '<dct:description>Gut &lt;script&gt;alert(1)&lt;/script&gt; zu wissen</dct:description>'), dataset('old', 'Urzeit', '<dct:modified>0000-01-01</dct:modified>'), dataset('nameless', ''))),
  '/endless': endless,
  '/nothing': (response) => response.end(''),
  '/json': (response) => response.end('{"success": false, "error": {"__type": "Not Found Error"}}'),
}

before(async () => {
  temporary = await temporaryDatabase()
  server = createServer((request, response) => (answers[(request.url ?? '').split('?')[0] ?? ''] ?? ((missing) => missing.writeHead(404).end()))(response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  host = `127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has a port
})
after(async () => {
  server.closeAllConnections()
  server.close()
  await temporary.close()
})

const unit = <T>(work: (db: UnitOfWork) => Promise<T>, access: 'read' | 'write' = 'read') => temporary.database.unit({ tenant: tenant.id, service: 'open-data', access, now }, work)

async function harvestFrom(path: string, kind: SourceKind = 'dcat', allow = [host]) {
  const name = `source${path.replaceAll('/', '-')}-${kind}`
  const url = path.startsWith('http') ? path : `http://${host}${path}`
  const source = { id: crypto.randomUUID(), name, title: name, kind, url, options: {}, removal: 'withdraw' as const, paused: false }
  await unit((db) => queries.insertSource(db, source), 'write')
  const platform = { database: temporary.database, config: { demo: false, harvest: { allow } }, now: () => now }
  const { run, counts } = await harvest({ platform, tenant, signal: new AbortController().signal, progress: () => {} }, name)
  return { run, counts, items: await unit((db) => queries.listItems(db, run.id, undefined, { from: 0, size: 50 })) }
}

const refused: [path: string, kind: SourceKind, code: string][] = [
  ['/laughs', 'dcat', 'open-data.harvest.doctype-forbidden'],
  ['/lies', 'dcat', 'open-data.harvest.type-mismatch'],
  ['/broken-utf8', 'dcat', 'open-data.harvest.invalid-utf8'],
  ['/cut', 'dcat', 'open-data.harvest.syntax'],
  ['/nothing', 'dcat', 'open-data.harvest.empty'],
  ['/missing', 'dcat', 'open-data.fetch.status'],
  ['/json', 'ckan', 'open-data.fetch.status'],
  ['/endless', 'dcat', 'open-data.fetch.too-large'],
]
for (const [path, kind, code] of refused)
  test(`${path} as ${kind} leaves a report that says ${code}, and nothing half-imported`, { timeout: 120_000 }, async () => {
    const memory = process.memoryUsage.rss()
    const before = (await unit((db) => countDatasets(db))).n
    const { run } = await harvestFrom(path, kind)
    assert.equal(run.state, 'failed')
    assert.equal(run.refusal?.code, code)
    assert.equal((await unit((db) => countDatasets(db))).n, before)
    assert.ok(process.memoryUsage.rss() - memory < 250 * 1024 * 1024, 'memory stays within bounds')
  })

test('an address inside the own network is refused unless the operator allows it', async () => {
  const { run } = await harvestFrom('/circle', 'ckan', [])
  assert.equal(run.refusal?.code, 'open-data.fetch.address-forbidden')
})

test('a catalogue whose pages lead in a circle ends with that reason', async () => {
  const { run, counts } = await harvestFrom('/circle')
  assert.equal(run.refusal?.code, 'open-data.harvest.page-loop')
  assert.equal(counts.added, 1)
})

test('odd datasets are judged one by one: refused with a reason, or taken with a doubt', async () => {
  const { run, counts, items } = await harvestFrom('/odd')
  assert.equal(run.state, 'done')
  assert.deepEqual([counts.added, counts.refused], [2, 2])
  const notes = (key: string) => items.find(({ sourceKey }) => sourceKey.endsWith(key))?.notes.map(({ code }) => code) ?? []
  assert.ok(notes('/long').includes('open-data.dataset.title-too-long'))
  assert.ok(notes('/nameless').includes('open-data.dataset.title-missing'))
  assert.ok(notes('/script').includes('open-data.dataset.html-removed'))
  assert.ok(notes('/old').some((code) => code.startsWith('open-data.dataset.date-')))
  const quarantined = await unit((db) => queries.listQuarantine(db, { from: 0, size: 10 }))
  assert.equal(quarantined.filter(({ sourceKey }) => /long|nameless/.test(sourceKey)).length, 2)
})

// Two gigabytes are offered; the limit cuts them off after 256 MB.
function endless(response: ServerResponse): void {
  const block = Buffer.from(Array.from({ length: 2_000 }, (_, at) => dataset(`e${at}`, 'Endlos')).join(''))
  const blocks = function* () {
    yield Buffer.from(head)
    for (let sent = 0; sent < 2 * 1024 ** 3; sent += block.length) yield block
  }
  response.setHeader('content-type', 'application/rdf+xml')
  Readable.from(blocks()).pipe(response)
}
