import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testTenants } from '@modellregion/testing'
import type { Dataset } from '../dcat/schema.ts'
import { countDatasets, findDatasetByName } from '../dataset/queries.ts'
import * as queries from './queries.ts'
import { harvest } from './run.ts'
import { outcomes, type Counts, type HarvestItem, type HarvestRun, type Quarantined, type SourceKind } from './schema.ts'

export type Answer = (response: ServerResponse, request: IncomingMessage) => void
export type Harvested = { run: HarvestRun; counts: Counts; brought: string; items: HarvestItem[]; quarantined: Quarantined[] }

/** A source of one kind on this machine, whose answers a test writes itself, and a town that harvests it. */
export type TestSource = {
  readonly host: string
  /** By path, the question behind it left out; what is not there answers with 404. */
  readonly answers: Record<string, Answer>
  /** What was asked for, newest last. */
  readonly asked: string[]
  harvest(): Promise<Harvested>
  /** How many datasets the town's catalogue shows. */
  count(): Promise<number>
  unit<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export async function startSource(kind: SourceKind, path: string, options: { publisher?: string } = {}): Promise<TestSource> {
  const temporary = await temporaryDatabase()
  const tenant = testTenants.erlenau
  const now = new Date('2026-03-04T09:00:00Z')
  const answers: Record<string, Answer> = {}
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const answer = answers[(request.url ?? '').split('?')[0] ?? '']
    if (answer) answer(response, request)
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has a port
  const unit = <T>(work: (db: UnitOfWork) => Promise<T>, access: 'read' | 'write' = 'read') => temporary.database.unit({ tenant: tenant.id, service: 'open-data', access, now }, work)
  const source = { id: crypto.randomUUID(), name: 'source', title: 'Messnetz Moorbek', kind, url: `http://${host}${path}`, options, removal: 'withdraw' as const, paused: false }
  await unit((db) => queries.insertSource(db, source), 'write')
  const platform = { database: temporary.database, config: { demo: false, harvest: { allow: [host] } }, now: () => now }
  return {
    host,
    answers,
    asked,
    unit,
    count: async () => (await unit((db) => countDatasets(db))).n,
    harvest: async () => {
      const { run, counts } = await harvest({ platform, tenant, signal: new AbortController().signal, progress: () => {} }, source.name)
      const brought = outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => `${counts[outcome]} ${outcome}`).join(', ')
      return { run, counts, brought, items: await unit((db) => queries.listItems(db, run.id, undefined, { from: 0, size: 50 })), quarantined: await unit((db) => queries.listQuarantine(db, { from: 0, size: 50 })) }
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await temporary.close()
    },
  }
}

export const sends = (type: string, body: unknown): Answer => (response) => void response.setHeader('content-type', type).end(typeof body === 'string' ? body : JSON.stringify(body))
export const json = (body: unknown): Answer => sends('application/json', body)
export const xml = (body: string): Answer => sends('application/xml', body)

/** What no kind of source may take for a page of JSON, and what the report says then. */
export const hostileJson: readonly (readonly [what: string, answer: Answer, code: string])[] = [
  ['a page for people instead', sends('application/json', '<!doctype html><html><body>Anmelden</body></html>'), 'open-data.harvest.type-mismatch'],
  ['nothing at all', json(''), 'open-data.harvest.empty'],
  ['a page cut off in the middle', json('{"type": "FeatureCollection", "value": [{"name": "Halb'), 'open-data.harvest.syntax'],
  ['a page with an error inside', json('{"type": "FeatureCollection",, "value": []}'), 'open-data.harvest.syntax'],
  ['letters that are none', (response) => void response.end(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])), 'open-data.harvest.invalid-utf8'],
  ['brackets without end', json(`{"value": ${'['.repeat(100_000)}`), 'open-data.harvest.nested-too-deep'],
  ['a title of two megabytes', json(`{"value": [{"name": "${'T'.repeat(2 * 1024 * 1024)}"}]}`), 'open-data.harvest.literal-too-long'],
  ['more than a page may hold', huge, 'open-data.harvest.too-large'],
  ['a list', json([{ name: 'Eins' }]), 'open-data.harvest.no-datasets'],
  ['a problem in words', json({ type: 'about:blank', status: 503, title: 'Wartung', detail: 'Wir warten die Datenbank.' }), 'open-data.harvest.no-datasets'],
  ['a list that is none', json({ type: 'FeatureCollection', features: 'alle', value: 7 }), 'open-data.harvest.no-datasets'],
]

function huge(response: ServerResponse): void {
  const block = Buffer.from(`${'{"name":"Endlos"},'.repeat(50_000)}\n`)
  response.write('{"value":[')
  const send = (left: number): unknown => (left === 0 ? response.end() : response.write(block, () => send(left - 1)))
  send(Math.ceil((66 * 1024 * 1024) / block.length))
}

/** The description of a dataset by its name in the catalogue. */
export async function documentOf(source: TestSource, name: string): Promise<Dataset> {
  const row = await source.unit((db) => findDatasetByName(db, name))
  if (!row) throw new Error(`No dataset is called ${name}.`)
  return row.document
}
