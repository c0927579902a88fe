import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { ckanClient, keysOf, type CkanClient, type Record_ } from './client-for-tests.ts'

let town: Town
let admin: CkanClient

before(async () => {
  town = await startTown({ services: ['open-data'] })
  admin = ckanClient(town.url(''), await keysOf(town).key('tina', 'admin'))
})
after(() => town.close())

type Loose = Readonly<Record<string, unknown>>
const files = (pack: Loose): Loose[] => pack['resources'] as Loose[]

/** Moments at which this portal wrote: harvesters read news from them, so they are those of the loading. */
const comparable = (records: readonly Record_[]): unknown[] =>
  records
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ metadata_modified: _, ...record }) => ('resources' in record ? { ...record, resources: files(record).map(({ metadata_modified: __, ...file }) => file) } : record))

/** The catalogue of another portal: what is harvested here, with ids, names and dates of its own. */
async function foreignDump(size: number): Promise<{ organizations: Record_[]; datasets: Record_[] }> {
  const { results } = await admin.call<{ results: Record_[] }>('package_search', { rows: size, sort: 'name asc' })
  const now = town.running.platform.now()
  const owners = new Map<string, Record_>()
  const ownerOf = ({ name, title, description }: Record_): Record_ => {
    const known = owners.get(name) ?? { id: newId(now), name: `kopie-${name}`.slice(0, 100), title, description, created: '2015-03-02T10:00:00.123000', image_url: `https://example.org/${name}.png`, extras: [{ key: 'kürzel', value: name }] }
    owners.set(name, known)
    return known
  }
  const datasets = results.map((pack, index): Record_ => {
    const owner = ownerOf(pack['organization'] as Record_)
    const resources = files(pack).map(({ package_id: _, ...file }) => ({ ...file, id: newId(now), mood: 'good' }))
    return { ...pack, id: newId(now), name: `kopie-${index}-${pack.name}`.slice(0, 100), owner_org: owner.id, organization: owner, metadata_created: `2016-0${1 + (index % 9)}-02T03:04:05.678000`, resources, unheard: { of: index } }
  })
  return { organizations: [...owners.values()], datasets }
}

const ours = /^kopie-/

/** Until the uploaded file has been made a table. */
async function tableOf(id: string): Promise<void> {
  for (let tries = 0; (await admin.call('resource_show', { id }))['datastore_active'] !== true; tries++) {
    assert.ok(tries < 300, 'the uploaded file becomes a table')
    await pause(200)
  }
}

it('takes over a foreign catalogue without a loss, and gives the same back after dump, wipe, load', async () => {
  const foreign = await foreignDump(25)
  assert.deepEqual(await admin.load('organizations', foreign.organizations), { create: foreign.organizations.length, update: 0 })
  assert.deepEqual(await admin.load('datasets', foreign.datasets), { create: foreign.datasets.length, update: 0 })
  const withUpload = await admin.upload('resource_create', { package_id: String(foreign.datasets[0]?.id), name: 'Eigene' }, 'upload', new File(['a;b\n1;2\n'], 'eigene.csv'))
  await tableOf(withUpload.id)
  await admin.call('package_patch', { id: foreign.datasets[1]?.id, private: true })

  const datasets = await admin.dump('datasets', ours)
  const organizations = await admin.dump('organizations', ours)
  assert.equal(datasets.length, foreign.datasets.length - 1, 'a private one is on no list')
  const loaded = new Map(datasets.map((pack) => [pack.id, pack]))
  for (const sent of foreign.datasets.filter(({ id }) => id !== foreign.datasets[0]?.id && loaded.has(id))) {
    const got = loaded.get(sent.id) as Record_ // just filtered
    for (const [key, value] of Object.entries(sent)) if (!['metadata_modified', 'resources', 'organization', 'creator_user_id'].includes(key)) assert.deepEqual(got[key], value, `${sent.name}: ${key}`)
    // Rows are in no dump, here as in CKAN: a copied file has a table when it is uploaded or written anew.
    const described = (pack: Loose) => files(pack).map(({ metadata_modified: _, datastore_active: __, ...file }) => ({ ...file, package_id: '' }))
    assert.deepEqual(described(got), described(sent), sent.name)
  }

  const privateOne = await admin.call('package_show', { id: foreign.datasets[1]?.id })
  const everything = [...datasets, privateOne]
  await admin.remove('datasets', everything.map(({ id }) => id))
  assert.deepEqual(await admin.dump('datasets', ours), [])
  const revived = await admin.load('datasets', everything.slice(0, 5))
  assert.deepEqual(revived, { create: 0, update: 5 }, 'what was deleted is found by its id and comes back')
  assert.deepEqual(comparable(await admin.dump('datasets', ours)), comparable(everything.slice(0, 5)))

  for (const { id } of everything) await admin.call('dataset_purge', { id }) // the private one was public before, and left its trace
  await admin.remove('organizations', organizations.map(({ id }) => id))
  for (const { id } of organizations) await admin.call('organization_purge', { id })
  assert.deepEqual(await admin.dump('organizations', ours), [])
  assert.deepEqual(await admin.load('organizations', organizations), { create: organizations.length, update: 0 })
  assert.deepEqual(await admin.load('datasets', everything), { create: everything.length, update: 0 })
  assert.deepEqual(comparable(await admin.dump('organizations', ours)), comparable(organizations))
  assert.deepEqual(comparable(await admin.dump('datasets', ours)), comparable(datasets))
  assert.deepEqual(comparable([await admin.call('package_show', { id: privateOne.id })]), comparable([privateOne]))
  assert.equal(await (await fetch(String(withUpload['url']))).text(), 'a;b\n1;2\n', 'the uploaded file is still there')
})

it('loads the groups of a dump of its own, which are the themes of the EU', async () => {
  const groups = await admin.dump('groups')
  assert.deepEqual(await admin.load('groups', groups), { create: 0, update: groups.length })
  assert.deepEqual(await admin.dump('groups'), groups)
})
