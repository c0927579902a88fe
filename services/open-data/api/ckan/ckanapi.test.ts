import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { useTown } from '@modellregion/testing'
import { actionNames, findAction } from './actions.ts'

const town = useTown({ services: ['open-data'] })

type Envelope = { help: string; success: boolean; result?: unknown; error?: { __type: string; message?: string } & Record<string, unknown> }
type Pack = { id: string; name: string; title: string; resources: { id: string; package_id: string; format: string; url: string; datastore_active: boolean }[]; organization: { name: string }; tags: { name: string }[]; groups: { name: string }[]; license_id: string | null; metadata_modified: string }
type Found = { count: number; sort: string; results: Pack[]; facets: Record<string, Record<string, number>>; search_facets: Record<string, { title: string; items: { name: string; display_name: string; count: number }[] }> }

class CkanError extends Error {
  readonly type: string | undefined
  readonly status: number
  constructor(type: string | undefined, message: string, status: number) {
    super(message)
    this.type = type
    this.status = status
  }
}

/** Calls as ckanapi's RemoteCKAN does: JSON by POST to the unversioned address, both key headers, redirects refused. */
async function call(action: string, parameters: object = {}): Promise<never> {
  const response = await fetch(town.url(`/api/action/${action}`), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', 'user-agent': 'ckanapi/4.8 (+https://github.com/ckan/ckanapi)', 'X-CKAN-API-Key': 'some-key', authorization: 'some-key' },
    body: JSON.stringify(parameters),
  })
  const parsed = JSON.parse(await response.text()) as Envelope | string
  if (typeof parsed === 'string') throw new CkanError(undefined, parsed, response.status)
  if (parsed.success) return parsed.result as never // the caller names the type of the result
  throw new CkanError(parsed.error?.__type, (parsed.error?.message ?? '').split(': ').slice(1).join(': '), response.status)
}
const search = (parameters: object): Promise<Found> => call('package_search', parameters)
const fails = async (action: string, parameters: object): Promise<[string | undefined, number]> => {
  const error = await call(action, parameters).then(() => undefined, (thrown: unknown) => thrown)
  assert.ok(error instanceof CkanError, `${action} ${JSON.stringify(parameters)} was answered`)
  return [error.type, error.status]
}
const get = async (path: string) => {
  const response = await fetch(town.url(path), { redirect: 'manual' })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const sample = async (): Promise<Pack> => {
  const { results } = await search({ fq: 'res_format:CSV', rows: 1, sort: 'name asc' })
  assert.ok(results[0])
  return results[0]
}

describe('a client of CKAN', () => {
  it('dumps datasets, organisations and groups', async () => {
    const names: string[] = await call('package_list')
    assert.ok(names.length >= 350)
    assert.deepEqual(names, names.toSorted())
    assert.deepEqual(await call('package_list', { limit: 3, offset: 5 }), names.slice(5, 8))
    for (const name of names.slice(0, 25)) {
      const pack: Pack = await call('package_show', { id: name })
      assert.equal(pack.name, name)
      assert.deepEqual(await call('package_show', { id: pack.id }), pack)
      for (const resource of pack.resources.slice(0, 3)) {
        assert.equal(resource.package_id, pack.id)
        assert.deepEqual(await call('resource_show', { id: resource.id }), resource)
        assert.deepEqual(await call('resource_view_list', { id: resource.id }), [])
      }
    }
    for (const kind of ['organization', 'group'] as const) {
      const listed: string[] = await call(`${kind}_list`)
      assert.ok(listed.length > 0)
      for (const id of listed.slice(0, 5)) {
        const shown: { name: string; package_count: number; packages: Pack[] } = await call(`${kind}_show`, { id, include_datasets: true })
        assert.equal(shown.name, id)
        assert.equal(shown.packages.length, shown.package_count)
        assert.equal((await search({ fq: `${kind === 'group' ? 'groups' : 'organization'}:${id}`, rows: 0 })).count, shown.package_count)
      }
    }
  })

  it('walks through all datasets by search', async () => {
    const names: string[] = await call('package_list')
    const seen: string[] = []
    for (let start = 0; ; start += 100) {
      const { results, count } = await search({ q: '*:*', rows: 100, start, sort: 'id asc' })
      assert.equal(count, names.length)
      if (results.length === 0) break
      seen.push(...results.map(({ name }) => name))
    }
    assert.deepEqual(seen.toSorted(), names)
    const all = await search({ fq: 'metadata_modified:[2000-01-01T00:00:00Z TO *]', rows: 5_000 })
    assert.equal(all.results.length, Math.min(1_000, names.length))
    assert.equal((await search({ fq: 'metadata_modified:[NOW+1DAY TO *]' })).count, 0)
  })

  it('finds by words, fields and their combination, in a fixed order', async () => {
    const pack = await sample()
    const organisation = pack.organization.name
    const inOrganisation = await search({ fq: `organization:${organisation}`, rows: 1_000 })
    assert.ok(inOrganisation.results.every(({ organization }) => organization.name === organisation))
    const csv = await search({ fq: [`organization:"${organisation}"`, 'res_format:CSV'], rows: 1_000 })
    assert.ok(csv.count > 0 && csv.count <= inOrganisation.count)
    assert.ok(csv.results.every(({ resources }) => resources.some(({ format }) => format === 'CSV')))
    const without = await search({ fq: `organization:${organisation} -res_format:CSV`, rows: 0 })
    assert.equal(without.count + csv.count, inOrganisation.count)
    const either = await search({ fq: 'res_format:(CSV OR XLSX)', rows: 1_000 })
    const [one, other, both] = await Promise.all(['res_format:CSV', 'res_format:XLSX', 'res_format:CSV AND res_format:XLSX'].map((fq) => search({ fq, rows: 0 })))
    assert.equal(either.count, (one?.count ?? 0) + (other?.count ?? 0) - (both?.count ?? 0))
    assert.deepEqual((await search({ q: `name:${pack.name}` })).results.map(({ name }) => name), [pack.name])
    assert.ok((await search({ q: `title:"${pack.title.replaceAll(/["\\]/g, '')}"`, rows: 1_000 })).results.some(({ id }) => id === pack.id))
    const words = await search({ q: 'Verkehr', rows: 1_000 })
    assert.ok(words.count > 0)
    const narrowed = await search({ q: 'Verkehr', fq: 'groups:tran', rows: 1_000 })
    assert.ok(narrowed.count > 0 && narrowed.results.every(({ groups }) => groups.some(({ name }) => name === 'tran')))
    const byName = await search({ q: 'Verkehr', sort: 'name asc', rows: 1_000 })
    assert.deepEqual(byName.results.map(({ name }) => name), words.results.map(({ name }) => name).toSorted())
    const licensed = await search({ q: 'Verkehr', fq: 'license_id:dl-de-by-2.0', rows: 1_000 })
    assert.ok(licensed.results.every(({ license_id: id }) => id === 'dl-de-by-2.0'))
    assert.deepEqual((await search({ q: 'Verkehr', rows: 3, start: 2 })).results.map(({ id }) => id), words.results.slice(2, 5).map(({ id }) => id))
  })

  it('counts facets, whether the search or the catalogue answers', async () => {
    const names = ['organization', 'groups', 'tags', 'res_format', 'license_id']
    const { facets, search_facets: listed, results, count } = await search({ q: 'Verkehr', 'facet.field': names, 'facet.limit': -1, rows: 1_000 })
    assert.equal(results.length, count)
    const expected = (values: (pack: Pack) => (string | null)[]) => {
      const counts: Record<string, number> = {}
      for (const pack of results) for (const value of new Set(values(pack))) if (value) counts[value] = (counts[value] ?? 0) + 1
      return counts
    }
    assert.deepEqual({ ...facets['organization'] }, expected(({ organization }) => [organization.name]))
    assert.deepEqual({ ...facets['groups'] }, expected(({ groups }) => groups.map(({ name }) => name)))
    assert.deepEqual({ ...facets['tags'] }, expected(({ tags }) => tags.map(({ name }) => name)))
    assert.deepEqual({ ...facets['license_id'] }, expected(({ license_id: id }) => [id]))
    for (const name of names) assert.deepEqual(Object.fromEntries(listed[name]?.items.map((item) => [item.name, item.count]) ?? []), facets[name])
    const quick = await search({ q: 'Verkehr', 'facet.field': '["organization","groups"]', rows: 0 })
    assert.deepEqual(quick.facets['organization'], facets['organization'])
    assert.deepEqual(quick.facets['groups'], facets['groups'])
  })

  it('is told what is wrong by type and status', async () => {
    assert.deepEqual(await fails('package_show', { id: 'there-is-none' }), ['Not Found Error', 404])
    assert.deepEqual(await fails('package_show', {}), ['Validation Error', 409])
    assert.deepEqual(await fails('package_show', { id: { a: 1 } }), ['Validation Error', 409])
    assert.deepEqual(await fails('package_search', { rows: 'many' }), ['Validation Error', 409])
    assert.deepEqual(await fails('package_search', { start: -1 }), ['Validation Error', 409])
    for (const q of ['title:', 'nothing:x', 'title:"a', 'title:/a.*/', '[1 TO 2]', 'metadata_modified:[soon TO *]', 'num_resources:[few TO *]']) assert.deepEqual(await fails('package_search', { q }), ['Search Query Error', 400], q)
    assert.deepEqual(await fails('package_search', { sort: 'beauty desc' }), ['Search Query Error', 400])
    assert.deepEqual(await fails('package_create', { name: 'x' }), ['Authorization Error', 403])
    assert.deepEqual(await fails('am_following_dataset', { id: 'x' }), ['Authorization Error', 403])
    assert.deepEqual(await fails('user_show', { id: 'admin' }), ['Not Found Error', 404])
    assert.deepEqual(await fails('resource_search', { query: 'colour:red' }), ['Validation Error', 409])
    assert.deepEqual(await fails('make_coffee', {}), [undefined, 400])
  })
})

describe('the Action API', () => {
  const parametersOf: Readonly<Record<string, () => Promise<object>>> = {
    package_show: async () => ({ id: (await sample()).name }),
    package_relationships_list: async () => ({ id: (await sample()).name }),
    package_autocomplete: async () => ({ q: 'verkehr' }),
    resource_show: async () => ({ id: (await sample()).resources[0]?.id }),
    resource_view_list: async () => ({ id: (await sample()).resources[0]?.id }),
    resource_search: async () => ({ query: 'format:CSV', limit: 5 }),
    organization_show: async () => ({ id: (await sample()).organization.name }),
    organization_autocomplete: async () => ({ q: 'stadt' }),
    group_show: async () => ({ id: 'tran' }),
    group_package_show: async () => ({ id: 'tran', limit: 3 }),
    group_autocomplete: async () => ({ q: 'verkehr' }),
    tag_show: async () => ({ id: (await sample()).tags[0]?.name }),
    help_show: async () => ({ name: 'package_search' }),
    datastore_info: async () => ({ id: await tabled() }),
    datastore_search: async () => ({ resource_id: await tabled(), limit: 5 }),
  }
  const tabled = async (): Promise<string | undefined> => (await search({ rows: 1_000 })).results.flatMap(({ resources }) => resources).find((file) => file.datastore_active)?.id
  const refusing = new Set(['datastore_search_sql', 'resource_view_show', 'vocabulary_show', 'user_show', 'api_token_list', 'am_following_dataset', 'am_following_group', 'am_following_organization', 'am_following_user'])

  for (const name of actionNames.filter((action) => findAction(action)?.readOnly))
    it(`${name} answers GET and POST, at both addresses, with the same envelope`, async () => {
      const parameters = { ...(await parametersOf[name]?.()) }
      const query = new URLSearchParams(Object.entries(parameters).map(([key, value]) => [key, String(value)]))
      const byGet = await get(`/api/3/action/${name}?${query}`)
      const byPost = await fetch(town.url(`/api/action/${name}`), { method: 'POST', body: JSON.stringify(parameters), headers: { 'content-type': 'application/json' }, redirect: 'manual' })
      const envelope = JSON.parse(byGet.text) as Envelope
      assert.deepEqual(JSON.parse(await byPost.text()), envelope)
      assert.equal(byPost.status, byGet.status)
      assert.match(byGet.headers.get('content-type') ?? '', /^application\/json/)
      assert.equal(byGet.headers.get('access-control-allow-origin'), '*')
      assert.ok(envelope.help.endsWith(`/api/3/action/help_show?name=${name}`))
      assert.equal(envelope.success, !refusing.has(name), byGet.text)
      assert.deepEqual(Object.keys(envelope), ['help', 'success', refusing.has(name) ? 'error' : 'result'])
    })

  it('refuses each writing action to GET and, without a sign-in, to POST', async () => {
    for (const name of actionNames.filter((action) => !findAction(action)?.readOnly)) {
      const byGet = await get(`/api/3/action/${name}`)
      assert.equal(byGet.status, 400)
      assert.match(JSON.parse(byGet.text) as string, /^Bad request - JSON Error: Invalid request/)
      assert.deepEqual(await fails(name, {}), ['Authorization Error', 403])
    }
  })

  it('takes parameters as forms, multipart, lists and bare JSON', async () => {
    const { name, id } = await sample()
    const post = async (body: BodyInit, type?: string) => ((await (await fetch(town.url('/api/3/action/package_show'), { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) })).json()) as { result: Pack }).result.id
    const multipart = new FormData()
    multipart.set('id', name)
    assert.equal(await post(new URLSearchParams({ id: name })), id)
    assert.equal(await post(multipart), id)
    assert.equal(await post(JSON.stringify({ id: name }), 'application/x-www-form-urlencoded'), id)
    assert.equal(await post(JSON.stringify({ id: name }), 'text/plain'), id)
    const repeated = JSON.parse((await get('/api/3/action/package_search?fq=res_format:CSV&fq=groups:tran&rows=0')).text) as { result: Found }
    assert.equal(repeated.result.count, (await search({ fq_list: ['res_format:CSV', 'groups:tran'], rows: 0 })).count)
    assert.ok(repeated.result.count > 0)
  })

  it('answers what is no dictionary with a JSON string', async () => {
    for (const body of ['{"id":', '[1]', '"x"', '12'])
      assert.match((await (await fetch(town.url('/api/action/package_show'), { method: 'POST', body, headers: { 'content-type': 'application/json' } })).json()) as string, /^Bad request - JSON Error: /)
  })

  it('wraps answers for script elements when asked by a harmless name', async () => {
    const wrapped = await get('/api/3/action/site_read?callback=jQuery.show_1')
    assert.match(wrapped.headers.get('content-type') ?? '', /^application\/javascript/)
    assert.equal(wrapped.headers.get('cross-origin-resource-policy'), 'cross-origin')
    assert.match(wrapped.text, /^\/\*\*\/jQuery\.show_1\(\{.*\}\);$/s)
    assert.equal((await get('/api/3/action/site_read?callback=alert(1)//')).status, 400)
    assert.match((await get('/api/3/action/package_show?id=none&callback=show')).headers.get('content-type') ?? '', /^application\/json/)
  })

  it('lets other sites ask', async () => {
    const preflight = await fetch(town.url('/api/3/action/package_search'), { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example.org', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } })
    assert.equal(preflight.status, 204)
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /Content-Type/)
    assert.match(preflight.headers.get('access-control-allow-methods') ?? '', /POST/)
  })

  it('answers the older addresses', async () => {
    assert.deepEqual(JSON.parse((await get('/api/3')).text), { version: 3 })
    assert.deepEqual(JSON.parse((await get('/api/1')).text), { version: 1 })
    const tags = JSON.parse((await get('/api/2/util/tag/autocomplete?incomplete=verkehr&limit=3')).text) as { ResultSet: { Result: { Name: string }[] } }
    assert.ok(tags.ResultSet.Result.length > 0 && tags.ResultSet.Result.every(({ Name }) => Name.toLowerCase().includes('verkehr')))
    assert.ok((JSON.parse((await get('/api/util/resource/format_autocomplete?incomplete=cs')).text) as { ResultSet: { Result: { Format: string }[] } }).ResultSet.Result.some(({ Format }) => Format === 'csv'))
    assert.ok((JSON.parse((await get('/api/util/dataset/autocomplete?incomplete=verkehr')).text) as { ResultSet: { Result: unknown[] } }).ResultSet.Result.length > 0)
  })

  it('never breaks, whatever is asked', async () => {
    const bits = fc.array(fc.constantFrom('a', 'verkehr', 'title:', 'tags:', 'metadata_modified:', 'num_resources:', 'res_format:', 'url:', 'extras_theme:', '(', ')', '"', '[', ']', '{', '}', ' TO ', ' ', 'AND', ' OR ', 'NOT ', '+', '-', '*', '?', '^2', '~', '\\', '2024-01-01T00:00:00Z', 'NOW/DAY', '\u0000', '\ud800', 'ä', '😀', '%'), { maxLength: 14 }).map((parts) => parts.join(''))
    const value = fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 20 }), fc.integer(), fc.boolean(), fc.constant(null), fc.array(bits, { maxLength: 3 }), fc.dictionary(fc.string({ maxLength: 3 }), fc.integer()))
    const parameters = fc.record({ q: value, fq: value, fq_list: value, sort: value, rows: value, start: value, 'facet.field': value, 'facet.limit': value, fl: value, id: value, query: value }, { requiredKeys: [] })
    const action = fc.constantFrom('package_search', 'package_search', 'package_search', 'resource_search', 'package_show', 'tag_search', 'organization_list', 'package_autocomplete', 'tag_show')
    await fc.assert(
      fc.asyncProperty(action, parameters, async (name, asked) => {
        const response = await fetch(town.url(`/api/3/action/${name}`), { method: 'POST', body: JSON.stringify(asked), headers: { 'content-type': 'application/json' } })
        const text = await response.text()
        assert.ok(response.status < 500, `${response.status} ${name} ${JSON.stringify(asked)} ${text}`)
        JSON.parse(text)
      }),
      { numRuns: 400 },
    )
    await fc.assert(
      fc.asyncProperty(bits, bits, async (q, fq) => {
        const encoded = (text: string) => encodeURIComponent(text.toWellFormed())
        for (const path of [`/api/3/action/package_search?q=${encoded(q)}&fq=${encoded(fq)}`, `/catalog.ttl?q=${encoded(q)}&page=9`]) assert.ok((await get(path)).status < 500, path)
      }),
      { numRuns: 100 },
    )
  })
})
