import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { DatasetFeeds } from '@modellregion/contracts'
import { sql, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { readPaper } from '@modellregion/paper/reading'
import { localDate, partsOf } from '@modellregion/standards'
import { startTown, type Town } from '@modellregion/testing'
import { portfolioFeeds } from './feed.ts'
import { figuresOf } from './figures.ts'
import { hashOf, keepForeword, markOf, publishYearbook } from './publish.ts'
import { findYearbook } from './queries.ts'

let town: Town
before(async () => {
  town = await startTown({ services: ['portfolio', 'open-data'] })
})
after(() => town.close())

const platform = () => town.running.platform
const now = new Date()
const unit = <T>(tenant: string, work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform().database.unit({ tenant, service: 'portfolio', access: 'write', now }, work)
const lastYear = partsOf(localDate(now)).year - 1
// Without a network in between: names below localhost are known to browsers only.
const at = (path: string, tenant = 'aachen') => platform().loopback.fetch(town.url(`/portfolio/yearbook${path}`, tenant), { headers: { 'accept-language': 'de' } })

test('the yearbook of the demonstration is public, and its letters give the hash that stands on its page', async () => {
  const page = await (await at(`/${lastYear}`)).text()
  assert.match(page, new RegExp(`Jahresbericht ${lastYear}`))
  const frozen = await (await at(`/${lastYear}.json`)).text()
  assert.match(page, new RegExp(createHash('sha256').update(frozen).digest('hex')))
  assert.ok((JSON.parse(frozen) as { figures: { projects: unknown[] } }).figures.projects.length >= 14)
})

test('the paper of a published yearbook is the same file each time and says what the page says', async () => {
  const [one, two] = await Promise.all([at(`/${lastYear}.pdf`), at(`/${lastYear}.pdf`)])
  const file = Buffer.from(await one.arrayBuffer())
  assert.deepEqual(file, Buffer.from(await two.arrayBuffer()))
  const { texts, all } = readPaper(file)
  assert.match(texts.join(' '), /Vorwort .*Was gelungen ist.*übernehmen/s)
  assert.equal(all.filter(({ tag }) => tag === 'H1').length, 1)
  assert.ok(texts.some((text) => /1\.062\.248,77\s€/.test(text)), 'an amount stays on one line, with its euro')
})

test('a draft is for the town alone; published it never changes', async () => {
  const tenant = 'lindenhafen'
  assert.equal((await at(`/${lastYear}`, tenant)).status, 404)
  assert.equal((await at(`/${lastYear}.pdf`, tenant)).status, 404)
  const figures = await figuresOf({ platform: platform(), tenant: { id: tenant }, now }, lastYear)
  assert.equal(await unit(tenant, (db) => publishYearbook(db, figures)), false, 'without a foreword there is nothing to publish')
  assert.equal(await unit(tenant, (db) => keepForeword(db, lastYear, 'Ein Jahr voller Arbeit.')), undefined)
  assert.equal((await at(`/${lastYear}`, tenant)).status, 404)
  assert.equal(await unit(tenant, (db) => publishYearbook(db, figures)), true)
  const book = await unit(tenant, (db) => findYearbook(db, lastYear))
  assert.equal(book?.sha256, hashOf(book?.frozen ?? ''))
  assert.deepEqual(await unit(tenant, (db) => keepForeword(db, lastYear, 'Anders.')), { code: 'frozen' })
  assert.equal(await unit(tenant, (db) => publishYearbook(db, { ...figures, entries: [] })), false)
  assert.deepEqual(await unit(tenant, (db) => findYearbook(db, lastYear)), book)
  assert.equal((await at(`/${lastYear}`, tenant)).status, 200)
})

test('a foreword that somebody else has written meanwhile is neither lost nor published unread', async () => {
  const [tenant, year] = ['lindenhafen', lastYear - 1]
  const keep = (text: string, since: string) => unit(tenant, (db) => keepForeword(db, year, text, since))
  assert.equal(await keep('Erste Fassung.', markOf('')), undefined)
  assert.deepEqual(await keep('Zweite Fassung.', markOf('')), { code: 'changed', now: 'Erste Fassung.' })
  const figures = await figuresOf({ platform: platform(), tenant: { id: tenant }, now }, year)
  assert.equal(await unit(tenant, (db) => publishYearbook(db, figures, markOf(''))), 'changed')
  assert.equal(await keep('Zweite Fassung.', markOf('Erste Fassung.')), undefined)
  assert.equal(await unit(tenant, (db) => publishYearbook(db, figures, markOf('Zweite Fassung.'))), true)
})

test('a year that still runs is not published', async () => {
  const tenant = 'lindenhafen'
  const figures = await figuresOf({ platform: platform(), tenant: { id: tenant }, now }, lastYear + 1)
  assert.equal(await unit(tenant, (db) => keepForeword(db, lastYear + 1, 'Noch mitten im Jahr.')), undefined)
  assert.equal(await unit(tenant, (db) => publishYearbook(db, figures)), false)
})

test('the yearbook counts the projects of the report as the programme does, and names the example as one', async () => {
  const page = (await (await at(`/${lastYear}`)).text()).replaceAll('\u00AD', '')
  assert.match(page, /von 14</)
  assert.match(page, /Digitaler Wegweiser \(erfundenes Beispiel\)/)
})

async function rowsOf(id: string, tenant = 'aachen'): Promise<(readonly unknown[])[]> {
  const rows: (readonly unknown[])[] = []
  for await (const row of (portfolioFeeds as DatasetFeeds<Platform>).find((feed) => feed.id === id)?.files[0]?.rows(platform(), { id: tenant }, now) ?? []) rows.push(row)
  return rows
}

test('projects come with amounts in euros, and rows have as many values as fields', async () => {
  const rows = await rowsOf('projekte')
  assert.ok(rows.length >= 14)
  const office = rows.find((row) => row[9] === 573_075.51)
  assert.ok(office, 'the office itself, 573,075.51 euros')
  for (const feed of portfolioFeeds) for (const row of await rowsOf(feed.id)) assert.equal(row.length, feed.files[0]?.fields.length, feed.id)
})

test('the portal takes all four datasets', async () => {
  const tenant = platform().directory.byId('aachen')
  const portal = platform().registry.services.find(({ id }) => id === 'open-data')
  const job = portal?.jobs?.find(({ name }) => name === 'open-data.feed')
  assert.ok(tenant && job)
  const inPortal = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform().database.unit({ tenant: tenant.id, service: 'open-data', access, now }, work)
  const payload = { all: true } as never // the register does not say what a job of another service is ordered with
  await job.run({ platform: platform(), tenant, payload, id: 'test', attempt: 1, now, progress: () => undefined, signal: new AbortController().signal, read: (work) => inPortal('read', work), write: (work) => inPortal('write', work) })
  type Row = { feed: string; state: string; failure: string }
  const rows = await inPortal('read', (db) => db.many(sql<Row>`select feed, state, failure from open_data.dataset_feed where tenant_id = ${db.tenant} and service = 'portfolio' order by feed`))
  assert.deepEqual(rows.map(({ feed, failure }) => [feed, failure]), portfolioFeeds.map(({ id }) => [id, '']).sort())
  assert.ok(rows.every(({ state }) => state === 'loading' || state === 'published'), JSON.stringify(rows))
})
