import assert from 'node:assert/strict'
import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { reuseKindPort, type ReuseItem, type ReuseKind } from '@modellregion/contracts'
import { newId, search, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { addVersion, inCommons, keepEntry, publishEntry } from '../shelf/keep.ts'
import { indexEntryJob } from '../shelf/jobs.ts'
import { findEntry, getEntry, listEntryVersions, retireEntry, setEntryPublished } from '../shelf/queries.ts'
import { demoEntryId } from '../demo/catalogue.ts'
import { findEntries, findLoosening } from './find.ts'
import { listShippedStates, listSuppliers, upsertSupplier } from './queries.ts'
import { addEntryOfSupplier, findOwnCompany } from './queries/supplier.ts'
import { entryFrom } from './rules/entry-form.ts'
import { servedAfter } from './rules/served.ts'
import { shippedId } from './rules/shipped.ts'
import type { ListQuery, PublicEntry } from './schema.ts'
import { placeShipped } from './shipped.ts'

let town: Town
before(async () => {
  town = await startTown({ services: ['portfolio'] })
})
after(() => town.close())

const now = new Date()
const platform = (): Platform => town.running.platform
const unit = <T>(tenant: string, work: (db: UnitOfWork) => Promise<T>) => platform().database.unit({ tenant, service: 'portfolio', access: 'write', now }, work)
const asTown = (tenant: string) => ({ platform: platform(), now, read: <T>(work: (db: UnitOfWork) => Promise<T>) => platform().database.unit({ tenant, service: 'portfolio', access: 'read', now }, work) })
const find = async (tenant: string, query: ListQuery) => await findEntries(asTown(tenant), query)
const index = async (tenant: string, id: string) => {
  const found = platform().directory.byId(tenant)
  assert.ok(found)
  await indexEntryJob.run({ platform: platform(), tenant: found, payload: { id }, now, write: (work: (db: UnitOfWork) => Promise<unknown>) => unit(tenant, work) } as never) // what the job reads of its run
}
const form = { title: 'Zwiebelturmkataster', summary: 'Alle Zwiebeltürme auf einen Blick.', class: 'concept', licence: 'CC-BY-4.0' } as const
const bound = (id: string, published: boolean) => ({ id, published, kind: 'reading', itemRef: null, service: null, languages: [] })
// `fetch` sends the host of the address whatever the headers say: then the default town would answer for all.
const page = (path: string, tenant: string): Promise<Response> =>
  new Promise((resolve, reject) => {
    const { host, port } = new URL(town.url(path, tenant))
    const sent = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      buffer(answer).then((bytes) => resolve(new Response(bytes, { status: answer.statusCode ?? 0, headers: Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]) })), reject)
    })
    sent.on('error', reject).end()
  })

// A kind whose content the test changes, in the place of all offers.
function platformShipping(items: readonly ReuseItem[]): Platform {
  const service = platform().registry.byId('portfolio')
  assert.ok(service)
  const kind: Pick<ReuseKind<Platform>, 'id' | 'title' | 'use' | 'shipped'> = { id: 'probe', title: { de: 'Probe', en: 'Probe' }, use: { de: 'Probe', en: 'Probe' }, shipped: () => items }
  return { ...platform(), registry: { ...platform().registry, offersOf: <T>(port: string) => (port === reuseKindPort ? [{ service, offer: [kind] as T }] : []) } }
}
const item = (text: string): ReuseItem => ({ ref: 'eins', class: 'building-block', title: { de: 'Probestück', en: 'Probe piece' }, summary: { de: 'Zum Probieren', en: 'To try' }, licence: 'MIT', version: '1', languages: ['de'], files: [{ path: 'a.md', mediaType: 'text/markdown', text }] })

test('what is shipped twice is written once, a change is one version, and what is gone is retired', async () => {
  const again = await placeShipped(platform(), now)
  assert.deepEqual({ written: again.written, versions: again.versions, retired: again.retired }, { written: 0, versions: 0, retired: 0 })
  assert.ok(again.standing >= 4)
  const id = shippedId('portfolio.probe', 'eins')
  assert.equal((await placeShipped(platformShipping([item('eins')]), now)).versions, 1)
  assert.equal((await placeShipped(platformShipping([item('eins')]), now)).written, 0)
  assert.deepEqual(await placeShipped(platformShipping([item('zwei')]), now).then(({ written, versions }) => [written, versions]), [1, 1])
  assert.deepEqual((await unit('hohenried', (db) => listEntryVersions(db, id))).map(({ number, files }) => [number, files?.[0]?.text]), [[2, 'zwei'], [1, 'eins']])
  assert.equal((await find('hohenried', { q: 'Probestück' })).entries[0]?.id, id)
  assert.equal((await placeShipped(platform(), now)).retired, 1)
  assert.notEqual((await unit('hohenried', (db) => getEntry(db, id))).retiredAt, null)
  assert.equal((await find('hohenried', { q: 'Probestück', kind: ['portfolio.probe'] })).result.total, 0)
  await placeShipped(platformShipping([item('zwei')]), now)
  assert.equal((await unit('hohenried', (db) => getEntry(db, id))).retiredAt, null)
  await placeShipped(platform(), now)
  assert.equal((await inCommons(platform(), 'read', now, listShippedStates)).length, again.standing + 1)
})

test('another town can read what is published, and change nothing', async () => {
  const id = demoEntryId('lindenhafen', 'krisenkarte')
  const before = await unit('hohenried', (db) => getEntry(db, id))
  await assert.rejects(unit('hohenried', (db) => keepEntry(db, entryFrom(form, bound(id, true)))), /belongs to another town/)
  await assert.rejects(unit('hohenried', (db) => addVersion(db, id, { label: '9', note: '', files: [] })), /belongs to another town/)
  await unit('hohenried', (db) => setEntryPublished(db, id, false))
  assert.equal(await unit('hohenried', (db) => retireEntry(db, id, now)), 0)
  assert.deepEqual(await unit('hohenried', (db) => getEntry(db, id)), before)
  const [supplier] = await unit('lindenhafen', (db) => listSuppliers(db, { region: 'Küste' }, { from: 0, size: 1 }))
  assert.ok(supplier)
  assert.equal(await unit('hohenried', (db) => upsertSupplier(db, { ...supplier, company: 'Anders' })), 0)
})

test('what is not published is seen by its town alone: page, interface, file, search', async () => {
  const id = newId(now)
  await unit('hohenried', async (db) => {
    await keepEntry(db, entryFrom(form, bound(id, false)))
    await addVersion(db, id, { label: '1', note: '', files: [{ path: 'geheim.md', mediaType: 'text/markdown', text: 'geheim' }] })
  })
  await index('hohenried', id)
  const paths = [`/portfolio/reuse/${id}`, `/portfolio/api/reuse/${id}`, `/portfolio/reuse/${id}/download?path=geheim.md`, `/portfolio/reuse/${id}/file?path=geheim.md`, `/portfolio/reuse/${id}/files.zip`]
  for (const reader of ['lindenhafen', 'hohenried']) for (const path of paths) assert.equal((await page(path, reader)).status, 404, `${reader} ${path}: nobody has signed in`)
  assert.equal(await unit('lindenhafen', (db) => findEntry(db, id)), undefined)
  assert.equal((await find('lindenhafen', { q: 'Zwiebelturmkataster' })).entries.some((entry) => entry.id === id), false)
  assert.equal((await inCommons(platform(), 'read', now, (db) => search(db, { q: 'Zwiebelturmkataster', asTyped: true, from: 0, size: 5 }))).hits.some(({ ref }) => ref === id), false)

  await unit('hohenried', (db) => publishEntry(db, id, true))
  await index('hohenried', id)
  assert.equal((await find('lindenhafen', { q: 'Zwiebelturmkataster' })).entries[0]?.id, id)
  for (const path of paths) assert.equal((await page(path, 'lindenhafen')).status, 200, path)
  const file = await page(`/portfolio/reuse/${id}/download?path=geheim.md`, 'lindenhafen')
  assert.deepEqual([await file.text(), file.headers.get('x-content-type-options'), /attachment/.test(file.headers.get('content-disposition') ?? '')], ['geheim', 'nosniff', true])

  const archive = await page(`/portfolio/reuse/${id}/files.zip`, 'lindenhafen')
  assert.equal(archive.headers.get('content-disposition'), 'attachment; filename="zwiebelturmkataster-1.zip"')
  const bytes = Buffer.from(await archive.arrayBuffer())
  assert.deepEqual([bytes.subarray(0, 4).toString('latin1'), bytes.readUInt16LE(bytes.length - 12), bytes.includes('geheim.md') && bytes.includes('herkunft.txt')], ['PK\u0003\u0004', 2, true])

  // Hidden again, before the search has heard of it: row security has the last word.
  await unit('hohenried', (db) => publishEntry(db, id, false))
  assert.equal((await find('lindenhafen', { q: 'Zwiebelturmkataster' })).entries.length, 0)
  await index('hohenried', id)
  assert.equal((await find('lindenhafen', { q: 'Zwiebelturmkataster' })).result.hits.some(({ ref }) => ref === id), false)
})

test('what is written again without a change is no news, and versions at the same moment all stay', async () => {
  const id = newId(now)
  const at = <T>(minutes: number, work: (db: UnitOfWork) => Promise<T>) => platform().database.unit({ tenant: 'hohenried', service: 'portfolio', access: 'write', now: new Date(now.getTime() + minutes * 60_000) }, work)
  const entry = { ...entryFrom({ ...form, once: '12', office: 'Bauamt', email: 'bau@example.org', titleEn: 'Onion towers' }, bound(id, true)), publiccode: { b: 1, a: { d: [1, 2], c: 'x' } } }
  await at(0, (db) => keepEntry(db, entry))
  await at(1, (db) => keepEntry(db, { ...entry, publiccode: { a: { c: 'x', d: [1, 2] }, b: 1 }, vitality: { checkedOn: '2026-01-01', score: 7, signs: [] } }))
  const same = await at(1, (db) => getEntry(db, id))
  assert.deepEqual([same.changedAt, same.vitality?.score], [now, 7])
  await at(2, (db) => keepEntry(db, { ...entry, cost: { onceCents: 1_300 } }))
  assert.deepEqual((await at(2, (db) => getEntry(db, id))).changedAt, new Date(now.getTime() + 120_000))
  const texts = ['a', 'b', 'c', 'd', 'e']
  await Promise.all(texts.map((text) => at(3, (db) => addVersion(db, id, { label: text, note: '', files: [{ path: 'a.md', mediaType: 'text/markdown', text }] }))))
  const versions = await at(3, (db) => listEntryVersions(db, id))
  assert.deepEqual([versions.map(({ number }) => number), versions.map(({ label }) => label).toSorted()], [[5, 4, 3, 2, 1], texts])
})

test('what is one’s own is not offered for taking over, and no address of a foreign file runs as code', async () => {
  const id = newId(now)
  await unit('hohenried', async (db) => {
    await keepEntry(db, { ...entryFrom(form, bound(id, true)), kind: 'portfolio.document', itemRef: 'zwiebel', sourceUrl: 'javascript:alert(1)' })
    await addVersion(db, id, { label: '1', note: '', files: [{ path: 'a.md', mediaType: 'text/markdown', text: 'a' }] })
  })
  const seen = async (reader: string) => {
    const text = await (await page(`/portfolio/reuse/${id}`, reader)).text()
    return [text.includes(`/portfolio/reuse/${id}/adopt`), text.includes('href="javascript:')]
  }
  assert.deepEqual([await seen('aachen'), await seen('hohenried')], [[true, false], [false, false]])
})

test('a supplier is recorded once, named at several entries, and shows on its page what the reader may see', async () => {
  const [open, hidden] = [newId(now), newId(now)]
  const [supplier] = await unit('lindenhafen', (db) => listSuppliers(db, {}, { from: 0, size: 50 }).then((all) => all.filter(({ town: of }) => of === 'lindenhafen')))
  assert.ok(supplier)
  await unit('lindenhafen', async (db) => {
    await keepEntry(db, entryFrom({ ...form, title: 'Offener Fahrplan' }, bound(open, true)))
    await keepEntry(db, entryFrom({ ...form, title: 'Geheimer Fahrplan' }, bound(hidden, false)))
    assert.deepEqual([await addEntryOfSupplier(db, supplier.id, open), await addEntryOfSupplier(db, supplier.id, open), await addEntryOfSupplier(db, supplier.id, hidden)], [1, 0, 1])
    assert.equal((await findOwnCompany(db, supplier.company.toUpperCase()))?.id, supplier.id)
  })
  assert.equal(await unit('hohenried', (db) => addEntryOfSupplier(db, supplier.id, open)), 0, 'only the town that recorded it says so')
  for (const reader of ['lindenhafen', 'aachen']) {
    const answer = await page(`/portfolio/supplier/${supplier.id}`, reader)
    const text = (await answer.text()).replaceAll('\u00AD', '')
    assert.equal(answer.status, 200)
    assert.match(text, /Offener Fahrplan/)
    assert.doesNotMatch(text, /Geheimer Fahrplan/)
    assert.doesNotMatch(await (await page('/portfolio/supplier', reader)).text(), /Geheimer/)
  }
  assert.match(await (await page(`/portfolio/reuse/${open}`, 'aachen')).text(), new RegExp(`/portfolio/supplier/${supplier.id}`))
})

test('who changes a supplier takes nothing away that was named since the form was opened', () => {
  const said = { listed: ['a', 'b'], keep: ['b'], added: ['d', 'b'] }
  assert.deepEqual(servedAfter(['a', 'b', 'hidden', 'new'], said), ['b', 'hidden', 'new', 'd'])
  assert.deepEqual(servedAfter(['a'], { listed: [], keep: [], added: [] }), ['a'])
})

test('facets narrow, add up and are told in JSON and CSV; an empty answer knows the smallest step back', async () => {
  const all = await find('hohenried', {})
  const counted = (all.result.facets['class'] ?? []).reduce((sum, { count }) => sum + count, 0)
  assert.equal(counted, all.result.total)
  for (const { value, count } of all.result.facets['class'] ?? []) assert.equal((await find('hohenried', { class: [value] })).result.total, count, value)
  const reply = (await (await page('/portfolio/api/reuse?class=concept&town=hohenried', 'aachen')).json()) as { total: number; entries: PublicEntry[] }
  assert.ok(reply.total > 0 && reply.entries.length === reply.total)
  assert.ok(reply.entries.every((entry) => entry.class === 'concept' && entry.town === 'hohenried'))
  const csv = await (await page('/portfolio/reuse.csv?town=lindenhafen', 'aachen')).text()
  const { total } = (await find('aachen', { town: ['lindenhafen'] })).result
  assert.ok(total >= 3)
  assert.equal(csv.trim().split('\r\n').length, total + 1)
  assert.match(await (await page('/portfolio/reuse.atom', 'aachen')).text(), /<entry>/)
  const loosening = await findLoosening(asTown('hohenried'), { town: ['hohenried'], origin: ['shipped'] })
  assert.ok(loosening && loosening.total > 0)
})

test('a cell that begins like a formula is harmless in the table', async () => {
  const id = newId(now)
  await unit('hohenried', (db) => keepEntry(db, entryFrom({ ...form, title: '=HYPERLINK("x")', topics: 'Formelprobe' }, bound(id, true))))
  await index('hohenried', id)
  const csv = await (await page('/portfolio/reuse.csv?topic=Formelprobe', 'hohenried')).text()
  assert.match(csv, /"'=HYPERLINK\(""x""\)"/)
})
