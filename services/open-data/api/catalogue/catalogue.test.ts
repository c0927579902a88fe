import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, it, test } from 'node:test'
import { SaxesParser } from 'saxes'
import { useTown } from '@modellregion/testing'
import { readCatalogue } from '../../dcat/read-catalogue.ts'
import type { Dataset } from '../../dcat/schema.ts'
import { shapesAbsent, validateTurtle, violations } from '../../dcat/shacl-testing.ts'

const town = useTown()
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(path.startsWith('http') ? path : town.url(path), { redirect: 'manual', headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const result = async <T>(path: string): Promise<T> => ((JSON.parse((await get(`/api/3/action/${path}`)).text) as { result: T }).result) // the caller names the type of the result

async function read(text: string) {
  const reading = await readCatalogue(Readable.from([Buffer.from(text)]))
  assert.ok(reading.ok, JSON.stringify(reading))
  return reading
}

async function walk(start: string): Promise<{ datasets: Dataset[]; pages: number; total: number | undefined }> {
  const datasets: Dataset[] = []
  let total: number | undefined
  let pages = 0
  for (let next: string | undefined = start; next !== undefined; pages++) {
    const page = await read((await get(next)).text)
    datasets.push(...[...page.datasets()].flatMap((mapped) => (mapped.kind === 'dataset' ? [mapped.dataset] : [])))
    total = page.paging.totalItems
    next = page.paging.nextPage
  }
  return { datasets, pages, total }
}

describe('the catalogue as RDF', () => {
  for (const [extension, type] of [['ttl', 'text/turtle'], ['rdf', 'application/rdf+xml']] as const)
    it(`is complete as ${type}, page by page`, async () => {
      const names = await result<string[]>('package_list')
      assert.match((await get(`/catalog.${extension}`)).headers.get('content-type') ?? '', new RegExp(`^${type.replace('+', '\\+')}; charset=utf-8$`))
      const { datasets, pages, total } = await walk(`/catalog.${extension}`)
      assert.equal(total, names.length)
      assert.equal(pages, Math.ceil(names.length / 100))
      assert.equal(new Set(datasets.map(({ uri }) => uri)).size, names.length)
    })

  it('holds the same in JSON-LD', async () => {
    const { headers, text } = await get('/catalog.jsonld?page=2')
    assert.match(headers.get('content-type') ?? '', /^application\/ld\+json/)
    const { '@graph': graph } = JSON.parse(text) as { '@graph': { '@id': string; '@type': string }[] }
    const datasets = [...(await read((await get('/catalog.ttl?page=2')).text)).datasets()].flatMap((mapped) => (mapped.kind === 'dataset' ? [mapped.dataset.uri] : []))
    assert.deepEqual(graph.filter(({ '@type': kind }) => kind === 'dcat:Dataset').map(({ '@id': id }) => id).toSorted(), datasets.toSorted())
  })

  it('takes queries and moments, and refuses what it cannot read', async () => {
    const { count } = await result<{ count: number }>('package_search?fq=groups:tran&rows=0')
    assert.equal((await walk('/catalog.ttl?fq=groups:tran')).datasets.length, count)
    assert.equal((await walk('/catalog.ttl?modified_since=2000-01-01')).total, (await result<string[]>('package_list')).length)
    assert.equal((await read((await get('/catalog.ttl?modified_since=2100-01-01T00:00:00Z')).text)).count, 0)
    for (const query of ['page=0', 'page=x']) assert.equal((await get(`/catalog.ttl?${query}`)).status, 400)
    for (const query of ['modified_since=soon', 'fq=nothing:x', 'q=title:']) {
      const refused = await get(`/catalog.ttl?${query}`)
      assert.equal(refused.status, 400, query)
      assert.match(refused.headers.get('content-type') ?? '', /^application\/problem\+json/)
    }
  })

  it('is not sent again to who has it', async () => {
    for (const path of ['/catalog.ttl', '/catalog.jsonld?page=2', '/open-data/feed.atom']) {
      const { headers } = await get(path)
      const tag = headers.get('etag') ?? ''
      const moment = headers.get('last-modified') ?? ''
      assert.equal((await get(path, { 'if-none-match': tag })).status, 304)
      assert.equal((await get(path, { 'if-none-match': `"x", ${tag.replace('W/', '')}` })).status, 304)
      assert.equal((await get(path, { 'if-modified-since': moment })).status, 304)
      assert.equal((await get(path, { 'if-none-match': '"other"', 'if-modified-since': moment })).status, 200)
      assert.equal((await get(path, { 'if-modified-since': new Date(Date.parse(moment) - 1_000).toUTCString() })).status, 200)
    }
    assert.notEqual((await get('/catalog.ttl')).headers.get('etag'), (await get('/catalog.ttl?page=2')).headers.get('etag'))
  })

  it('chooses the syntax a client accepts', async () => {
    assert.match((await get('/catalog', { accept: 'text/turtle, application/rdf+xml;q=0.5' })).headers.get('content-type') ?? '', /^text\/turtle/)
    assert.match((await get('/catalog')).headers.get('content-type') ?? '', /^application\/rdf\+xml/)
    assert.equal((await get('/catalog', { accept: 'text/html' })).headers.get('location'), '/open-data')
  })

  it('knows one dataset in every syntax, and the addresses CKAN gave it', async () => {
    const [name = ''] = await result<string[]>('package_list?limit=1&offset=40')
    const as = async (extension: string) => [...(await read((await get(`/open-data/dataset/${name}.${extension}`)).text)).datasets()].flatMap((mapped) => (mapped.kind === 'dataset' ? [mapped.dataset] : []))
    const [turtle] = await as('ttl')
    assert.ok(turtle)
    for (const extension of ['n3', 'rdf', 'xml', 'jsonld', 'json']) assert.deepEqual((await as(extension))[0], turtle, extension)
    assert.equal((await get('/open-data/dataset/there-is-none.ttl')).status, 404)
    for (const [from, to] of [[`/dataset/${name}`, `/open-data/dataset/${name}`], [`/dataset/${name}.rdf`, `/open-data/dataset/${name}.rdf`], ['/dataset?q=a', '/open-data/dataset?q=a'], ['/organization/x', '/open-data/organisation/x'], ['/group/tran', '/open-data/theme/TRAN']] as const) {
      const moved = await get(from)
      assert.deepEqual([moved.status, moved.headers.get('location')], [308, to])
    }
  })
})

/** The shapes import the ontology, by which every dataset is a resource: the conclusion is drawn here without loading it. */
const concluded = (turtle: string): string => turtle.replaceAll('\n  a dcat:Dataset ', '\n  a dcat:Dataset, dcat:Resource ')
/** What this portal says itself: the catalogue, its publisher, records, pages. */
const isOwn = (node: string, site: string): boolean => node.startsWith(site) && !/#(dataset|file-[^#]*)$/.test(node)

test('what the portal itself says breaks no shape of DCAT-AP.de 3.0', { skip: shapesAbsent }, async (context) => {
  const site = town.url('')
  for (const path of ['/catalog.ttl?modified_since=2100-01-01', '/catalog.ttl?page=1', '/catalog.ttl?fq=organization:statistisches-bundesamt']) {
    const broken = violations(await validateTurtle(concluded((await get(path)).text)))
    assert.deepEqual(broken.filter(({ node }) => isOwn(node, site)), [])
    context.diagnostic(`${path}: 0 violations of the portal's own statements, ${broken.length} in what sources delivered`)
    for (const message of new Set(broken.map((finding) => finding.message))) context.diagnostic(`  source: ${message} (${broken.filter((finding) => finding.message === message).length})`)
  }
  // The check can fail: without its title the catalogue breaks a shape.
  const spoilt = (await get('/catalog.ttl?modified_since=2100-01-01')).text.replace(/\n  dct:title "[^"]*"@de ;/, '')
  assert.ok(violations(await validateTurtle(spoilt)).some(({ node }) => isOwn(node, site)))
})

type Element = { name: string; attributes: Record<string, string>; text: string; children: Element[] }
function parseXml(text: string): Element {
  const stack: Element[] = [{ name: '', attributes: {}, text: '', children: [] }]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '', children: [] } // without namespaces attributes are texts
    stack.at(-1)?.children.push(element)
    stack.push(element)
  })
  parser.on('text', (part) => void ((stack.at(-1) as Element).text += part)) // the stack is never empty
  parser.on('closetag', () => void stack.pop())
  parser.write(text).close()
  return stack[0]?.children[0] as Element // a document has a root
}

test('the feed is Atom (RFC 4287)', async () => {
  for (const path of ['/open-data/feed.atom', '/open-data/feed.atom?q=Verkehr&format=CSV', '/open-data/feed.atom?q=xyzzyqwert']) {
    const { text, headers, status } = await get(path)
    assert.equal(status, 200)
    assert.match(headers.get('content-type') ?? '', /^application\/atom\+xml/)
    const feed = parseXml(text)
    assert.equal(feed.name, 'feed')
    assert.equal(feed.attributes['xmlns'], 'http://www.w3.org/2005/Atom')
    const entries = feed.children.filter(({ name }) => name === 'entry')
    if (!path.includes('xyzzy')) assert.ok(entries.length > 0)
    assert.ok(entries.length <= 50)
    assert.ok(feed.children.some(({ name, attributes }) => name === 'link' && attributes['rel'] === 'self' && attributes['href'] === town.url(path)), path)
    for (const element of [feed, ...entries]) {
      // 4.1.1 and 4.1.2: exactly one id, title and updated; an author each; ids are IRIs, moments are RFC 3339.
      for (const name of ['id', 'title', 'updated']) assert.equal(element.children.filter((child) => child.name === name).length, 1, name)
      const said = (name: string) => element.children.find((child) => child.name === name)
      assert.ok(URL.canParse(said('id')?.text ?? ''))
      assert.match(said('updated')?.text ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      assert.ok(said('author')?.children.some((child) => child.name === 'name' && child.text !== ''))
      assert.ok(element.children.every(({ name }) => ['id', 'title', 'link', 'author', 'updated', 'published', 'category', 'summary', 'entry'].includes(name)))
      for (const { name, attributes } of element.children) if (name === 'category') assert.ok(attributes['term'])
    }
    const ids = entries.map((entry) => entry.children.find(({ name }) => name === 'id')?.text)
    assert.equal(new Set(ids).size, ids.length)
    const moments = entries.map((entry) => entry.children.find(({ name }) => name === 'updated')?.text ?? '')
    assert.deepEqual(moments, moments.toSorted().reverse())
    assert.equal(moments[0] ?? '', entries.length > 0 ? feed.children.find(({ name }) => name === 'updated')?.text : '')
  }
})
