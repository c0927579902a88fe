import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'
import { ckanClient, CkanRefusal, keysOf, type CkanClient, type Record_ } from './client-for-tests.ts'

let town: Town
let admin: CkanClient
let clerk: CkanClient
let guest: CkanClient
let office: Record_

before(async () => {
  town = await startTown({ services: ['open-data'] })
  const address = town.url('')
  const { key, join } = keysOf(town)
  guest = ckanClient(address)
  admin = ckanClient(address, await key('tina', 'admin'))
  office = await admin.call('organization_create', { name: 'testamt', title: 'Testamt', image_url: 'https://example.org/logo.png', extras: [{ key: 'phone', value: '115' }], mood: 'good' })
  clerk = ckanClient(address, await key('dana', 'write'))
  await join('dana', office.id, 'editor')
})
after(() => town.close())

const refusal = async (work: Promise<unknown>): Promise<{ type: string; status: number; detail: Readonly<Record<string, unknown>> }> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown)
  assert.ok(error instanceof CkanRefusal, String(error))
  return error
}
const filesOf = (pack: Record_): Record<string, unknown>[] => pack['resources'] as Record<string, unknown>[]
const dataset = (name: string, more: object = {}) => ({ name, title: `Titel ${name}`, owner_org: 'testamt', notes: '**Fett** und <b>mehr</b>', license_id: 'dl-de-by-2.0', tags: [{ name: 'Baum' }], extras: [{ key: 'own', value: 'thing' }], resources: [{ name: 'Liste', url: 'https://example.org/a.csv', format: 'csv', odd: 'x' }], ...more })

describe('a client of CKAN with a key', () => {
  it('makes, changes, orders and removes a dataset', async () => {
    const made = await admin.call('package_create', dataset('eins', { unheard: { of: 1 } }))
    assert.deepEqual([made['state'], made['private'], made['notes'], made['license_id'], made['isopen'], made['unheard']], ['active', false, '**Fett** und <b>mehr</b>', 'dl-de-by-2.0', true, { of: 1 }])
    assert.deepEqual(made['extras'], [{ key: 'own', value: 'thing' }])
    assert.deepEqual(await guest.call('package_show', { id: 'eins' }), made)
    const patched = await admin.call('package_patch', { id: 'eins', title: 'Neu' })
    assert.deepEqual([patched['title'], patched['notes'], filesOf(patched).length], ['Neu', made['notes'], 1])
    const second = await admin.call('resource_create', { package_id: 'eins', url: 'https://example.org/b.json', name: 'B', format: 'JSON' })
    const first = filesOf(made)[0]
    assert.deepEqual(await guest.call('resource_show', { id: second.id }), second)
    assert.deepEqual(await admin.call('package_resource_reorder', { id: 'eins', order: [second.id] }), { id: 'eins', order: [second.id, first?.['id']] })
    const mended = await admin.call('resource_patch', { id: second.id, description: 'Beschrieben' })
    assert.deepEqual([mended['description'], mended['url'], mended['position']], ['Beschrieben', 'https://example.org/b.json', 0])
    await admin.call('resource_update', { id: second.id, url: 'https://example.org/c.json', package_id: made.id })
    assert.deepEqual((await guest.call('resource_show', { id: second.id }))['description'], '')
    await admin.call('resource_delete', { id: second.id })
    assert.equal(filesOf(await guest.call('package_show', { id: 'eins' })).length, 1)
    const renamed = await admin.call('package_update', { ...(await guest.call('package_show', { id: 'eins' })), name: 'eins-neu' })
    assert.equal(renamed.id, made.id)
    await admin.call('package_delete', { id: made.id })
    assert.equal((await refusal(guest.call('package_show', { id: made.id }))).type, 'Not Found Error')
    assert.equal((await admin.call('package_show', { id: made.id }))['state'], 'deleted')
    assert.equal((await admin.call('package_update', { ...renamed }))['state'], 'active')
    await admin.call('dataset_purge', { id: made.id })
    assert.equal((await refusal(admin.call('package_show', { id: made.id }))).type, 'Not Found Error')
  })

  it('tells what it changed and what should be mended, and changes nothing twice', async () => {
    const made = await admin.whole('package_create', dataset('erzaehlt'))
    const pack = made.result as Record_
    assert.deepEqual(made.changed_entities, { packages: [pack.id] })
    assert.ok(made.findings?.some(({ code }) => code.startsWith('open-data.check.')))
    const again = await admin.whole('package_update', pack)
    assert.deepEqual(again.changed_entities, { packages: [] })
    assert.deepEqual(again.result, pack)
    assert.equal(await admin.call('package_update', { ...pack, title: 'Anders', return_id_only: true }), pack.id)
  })

  it('finds a dataset it has just written by search', async () => {
    await admin.call('package_create', dataset('findbar', { title: 'Quittenbäume der Innenstadt' }))
    const found = await guest.call<{ results: Record_[] }>('package_search', { q: 'Quittenbäume' })
    assert.deepEqual(found.results.map(({ name }) => name), ['findbar'])
  })

  it('hears what is wrong in the words of CKAN', async () => {
    const fails = (more: object, without: readonly string[] = []) => refusal(admin.call('package_create', Object.fromEntries(Object.entries(dataset('falsch', more)).filter(([key]) => !without.includes(key)))))
    assert.deepEqual((await fails({}, ['name'])).detail, { __type: 'Validation Error', name: ['Missing value'] })
    assert.deepEqual((await fails({ name: 'Groß' })).detail['name'], ['Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_'])
    assert.deepEqual((await fails({}, ['owner_org'])).detail['owner_org'], ['An organization must be provided'])
    assert.deepEqual((await fails({ owner_org: 'niemand' })).detail['owner_org'], ['Organization does not exist'])
    assert.deepEqual((await fails({ extras: [{ key: 'a', value: 'b' }, { key: 'a', value: 'c' }] })).detail['extras'], ['Duplicate key "a"'])
    assert.deepEqual((await fails({ resources: [{ url: 'https://example.org/x', size: 'viel' }] })).detail['resources'], [{ size: ['Invalid integer'] }])
    assert.deepEqual((await fails({ tags: [{ name: 'x' }] })).detail['tags'], [{ name: ['Tag "x" length is less than minimum 2'] }])
    assert.deepEqual((await fails({ maintainer_email: 'nobody' })).detail['maintainer_email'], ['Email nobody is not a valid format'])
    assert.deepEqual((await fails({ id: 'nr-1' })).detail['id'], ['Invalid id: must be a UUID'])
    const made = await admin.call('package_create', dataset('vergeben'))
    assert.deepEqual((await fails({ name: 'vergeben' })).detail['name'], ['That URL is already in use.'])
    assert.deepEqual((await fails({ id: made.id })).detail['id'], ['Dataset id already exists'])
    assert.deepEqual((await fails({ resources: filesOf(made) })).detail['resources'], [{ id: ['Resource id already exists.'] }])
    assert.equal((await refusal(admin.call('resource_create', { package_id: 'keiner', url: 'https://example.org' }))).type, 'Not Found Error')
    assert.equal((await refusal(admin.call('resource_patch', { id: 'keine', name: 'x' }))).type, 'Not Found Error')
    assert.deepEqual((await refusal(guest.call('package_create', dataset('gast')))).type, 'Authorization Error')
    const [harvested] = (await guest.call<{ results: Record_[] }>('package_search', { fq: '-organization:testamt', rows: 1 })).results
    assert.equal((await refusal(admin.call('package_patch', { id: harvested?.id, title: 'x' }))).type, 'Authorization Error')
  })

  it('keeps private datasets and drafts from everybody else', async () => {
    const made = await admin.call('package_create', dataset('geheim', { private: true }))
    assert.deepEqual([made['private'], made['state']], [true, 'active'])
    assert.equal((await refusal(guest.call('package_show', { id: 'geheim' }))).type, 'Not Found Error')
    assert.equal((await refusal(guest.call('resource_show', { id: filesOf(made)[0]?.['id'] }))).type, 'Not Found Error')
    assert.deepEqual(await admin.call('package_show', { id: 'geheim' }), made)
    const search = async (client: CkanClient, more: object) => (await client.call<{ count: number; results: Record_[] }>('package_search', { fq: 'name:geheim organization:testamt res_format:CSV', q: 'Titel', ...more })).results.map(({ name }) => name)
    assert.deepEqual(await search(admin, { include_private: true }), ['geheim'])
    assert.deepEqual([await search(admin, {}), await search(guest, { include_private: true }), await search(admin, { include_private: true, fq: 'name:geheim res_format:XLSX' })], [[], [], []])
    const open = await admin.call('package_patch', { id: 'geheim', private: false })
    assert.deepEqual([open['private'], open['state'], open['metadata_created']], [false, 'active', made['metadata_created']])
    assert.ok(await guest.call('package_show', { id: 'geheim' }))
    await admin.call('bulk_update_private', { org_id: office.id, datasets: [made.id] })
    assert.equal((await refusal(guest.call('package_show', { id: 'geheim' }))).type, 'Not Found Error')
    await admin.call('bulk_update_public', { org_id: 'testamt', datasets: [made.id] })
    assert.ok(await guest.call('package_show', { id: 'geheim' }))
    await admin.call('bulk_update_delete', { org_id: 'testamt', datasets: [made.id] })
    assert.equal((await refusal(guest.call('package_show', { id: 'geheim' }))).type, 'Not Found Error')
  })

  it('sends into the department’s check what may not be published at once', async () => {
    const sent = await clerk.call('package_create', dataset('zur-pruefung'))
    assert.deepEqual([sent['state'], sent['private'], sent['review_state']], ['draft', false, 'checking'])
    assert.equal((await refusal(guest.call('package_show', { id: sent.id }))).type, 'Not Found Error')
    assert.match(String((await refusal(clerk.call('package_patch', { id: sent.id, title: 'x' }))).detail['state']), /being reviewed/)
    await admin.call('package_create', dataset('offen'))
    const beside = await clerk.call('package_patch', { id: 'offen', title: 'Vorschlag' })
    assert.deepEqual([beside['title'], beside['state']], ['Vorschlag', 'draft'])
    assert.equal((await guest.call('package_show', { id: 'offen' }))['title'], 'Titel offen')
    assert.equal((await clerk.call('package_show', { id: 'offen' }))['title'], 'Vorschlag')
    assert.equal((await refusal(clerk.call('package_delete', { id: 'offen' }))).type, 'Authorization Error')
    assert.equal((await refusal(clerk.call('dataset_purge', { id: 'offen' }))).type, 'Authorization Error')
    const foreign = await admin.call('organization_create', { name: 'anderes-amt' })
    assert.equal((await refusal(clerk.call('package_create', dataset('fremd', { owner_org: foreign.id })))).type, 'Authorization Error')
  })

  it('revises only what is as it believes', async () => {
    const made = await admin.call('package_create', dataset('revidiert'))
    const fileId = String(filesOf(made)[0]?.['id'])
    const revise = (parameters: object) => admin.call<{ package: Record_ }>('package_revise', parameters)
    const first = await revise({ match: { name: 'revidiert', metadata_modified: made['metadata_modified'] }, update: { notes: 'Neu' } })
    assert.equal(first.package['notes'], 'Neu')
    assert.deepEqual((await refusal(revise({ match: { id: made.id, metadata_modified: made['metadata_modified'] }, update: { notes: 'Zu spät' } }))).detail['match'], ['metadata_modified'])
    const grown = await revise({ match__name: 'revidiert', update__resources__extend: [{ name: 'zwei', url: 'https://example.org/2.csv' }], [`update__resources__${fileId.slice(0, 8)}__description`]: 'eins' })
    assert.deepEqual(filesOf(grown.package).map(({ name, description }) => [name, description]), [['Liste', 'eins'], ['zwei', '']])
    const short = await revise({ match: { id: made.id }, filter: ['-resources__1'], include: ['+package__resources', '-package__*'] })
    assert.equal(filesOf(short.package).length, 1)
    assert.deepEqual((await refusal(revise({ match: { id: made.id }, update__resources__7__name: 'x' }))).detail['update__resources__7__name'], ['Unmatched key resources__7'])
  })

  it('lets one of two who revise the same state win', async () => {
    const made = await admin.call('package_create', dataset('wettlauf'))
    const results = await Promise.allSettled([1, 2, 3, 4].map((n) => admin.call('package_revise', { match: { id: made.id, metadata_modified: made['metadata_modified'] }, update: { notes: `Fassung ${n}` } })))
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
  })

  it('uploads files, as form and by revision, each upload a version', async () => {
    const made = await admin.call('package_create', dataset('mit-datei', { resources: [] }))
    const text = 'jahr;anzahl\n2024;3\n'
    const file = await admin.upload('resource_create', { package_id: made.id, name: 'Zahlen', mood: 'good' }, 'upload', new File([text], 'zahlen.csv', { type: 'text/csv' }))
    assert.deepEqual([file['url_type'], file['format'], file['name'], file['mood'], file['size']], ['upload', 'CSV', 'Zahlen', 'good', text.length])
    assert.equal(await (await fetch(String(file['url']))).text(), text)
    const next = await admin.upload('package_revise', { match__id: made.id, update__resources__0__description: 'neu' }, 'update__resources__0__upload', new File([`${text}2025;4\n`], 'zahlen.csv'))
    assert.equal(filesOf((next as unknown as { package: Record_ }).package)[0]?.['description'], 'neu')
    assert.equal(await (await fetch(String(file['url']))).text(), `${text}2025;4\n`)
    await admin.call('resource_patch', { id: file.id, url: 'https://example.org/weg.csv', url_type: '' })
    assert.equal((await guest.call('resource_show', { id: file.id }))['url'], 'https://example.org/weg.csv')
    assert.equal((await refusal(guest.upload('resource_create', { package_id: made.id }, 'upload', new File(['x'], 'x.csv')))).type, 'Authorization Error')
  })

  it('keeps organisations, members, views and keys', async () => {
    assert.deepEqual([office['image_url'], office['mood'], office['state']], ['https://example.org/logo.png', 'good', 'active'])
    const named = await admin.call('organization_patch', { id: 'testamt', description: 'Für Tests' })
    assert.deepEqual([named['title'], named['description'], named['mood']], ['Testamt', 'Für Tests', 'good'])
    assert.match(String((await refusal(admin.call('organization_delete', { id: 'testamt' }))).detail['message']), /still has datasets/)
    const empty = await admin.call('organization_create', { name: 'leeres-amt' })
    await admin.call('organization_delete', { id: empty.id })
    assert.equal((await refusal(guest.call('organization_show', { id: empty.id }))).type, 'Not Found Error')
    assert.equal((await admin.call('organization_update', { id: empty.id, name: 'leeres-amt' }))['state'], 'active')
    await admin.call('organization_purge', { id: empty.id })
    assert.equal((await refusal(clerk.call('organization_create', { name: 'zu-viel' }))).type, 'Authorization Error')
    const member = await admin.call('organization_member_create', { id: 'testamt', username: 'eva.muster@example.org', role: 'editor' })
    assert.equal(member['capacity'], 'editor')
    await admin.call('organization_member_delete', { id: 'testamt', username: String(member['table_id']) })
    const own = await clerk.call<Record_[]>('organization_list_for_user')
    assert.equal(own.find(({ name }) => name === 'testamt')?.['capacity'], 'editor')
    const made = await admin.call('package_create', dataset('ansichten'))
    const fileId = filesOf(made)[0]?.['id']
    const views = [await admin.call('resource_view_create', { resource_id: fileId, title: 'Karte', view_type: 'recline_map_view', zoom: 7 }), await admin.call('resource_view_create', { resource_id: fileId, title: 'Tabelle', view_type: 'datatables_view' })]
    await admin.call('resource_view_reorder', { id: fileId, order: [views[1]?.id] })
    assert.deepEqual((await guest.call<Record_[]>('resource_view_list', { id: fileId })).map(({ title, zoom }) => [title, zoom]), [['Tabelle', undefined], ['Karte', 7]])
    await admin.call('resource_view_delete', { id: views[0]?.id })
    assert.equal((await guest.call<Record_[]>('resource_view_list', { id: fileId })).length, 1)
    await admin.call('member_create', { id: 'tran', object: made.id, object_type: 'package', capacity: 'public' })
    assert.equal((await guest.call<{ count: number }>('package_search', { fq: 'groups:tran name:ansichten' })).count, 1)
    const { token } = await clerk.call<{ token: string }>('api_token_create', { name: 'noch einer', scope: 'read' })
    const reader = ckanClient(town.url(''), token)
    assert.ok(await reader.call('package_show', { id: 'zur-pruefung' }))
    assert.equal((await refusal(reader.call('package_create', dataset('lesend')))).type, 'Authorization Error')
    assert.equal((await refusal(clerk.call('api_token_create', { name: 'zu viel', scope: 'admin' }))).type, 'Authorization Error')
    await clerk.call('api_token_revoke', { token })
    assert.equal((await refusal(reader.call('package_show', { id: 'zur-pruefung' }))).type, 'Not Found Error')
  })
})
