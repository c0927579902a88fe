import assert from 'node:assert/strict'
import { gunzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { emptyDataset, emptyDistribution } from '../dcat/empty.ts'
import type { Dataset } from '../dcat/schema.ts'
import { toCkanPackage, type PackageContext } from './to-ckan.ts'
import { writtenDataset } from './written.ts'

const at = new Date('2026-03-02T09:00:00Z')
const contextOf = (ids: readonly string[]): PackageContext => ({
  id: '0193e000-0000-7000-8000-000000000001', name: 'baeume', created: at, modified: at, resourceId: (index) => ids[index] ?? '',
  organization: { id: '0193e000-0000-7000-8000-000000000009', name: 'gruen', title: 'Grünflächenamt', description: '', imageUrl: '', created: at },
}) // prettier-ignore
const plain = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value)) as Record<string, unknown>
const idsOf = (pack: Record<string, unknown>): string[] => (pack['resources'] as { id: string }[]).map(({ id }) => id)
const write = (pack: Record<string, unknown>, before?: Dataset): Dataset => writtenDataset({ pack, before, context: contextOf(before ? before.distribution.map(({ id }) => id ?? '') : idsOf(pack)), versions: new Map() })
const show = (dataset: Dataset): Record<string, unknown> => plain(toCkanPackage(dataset, contextOf(dataset.distribution.map(({ id }) => id ?? ''))))

const whole: Dataset = {
  ...emptyDataset,
  identifier: ['x'], title: { de: 'Bäume', en: 'Trees' }, description: { de: 'Alle Bäume.', en: 'All trees.' }, keyword: { de: ['Baum'], en: ['tree'] }, theme: ['http://publications.europa.eu/resource/authority/data-theme/ENVI'],
  publisher: { name: { de: 'Grünflächenamt', en: 'Parks office' } }, creator: [{ name: { de: 'A' } }, { name: { de: 'B' } }], contactPoint: [{ kind: 'Kind', email: 'a@example.org' }, { kind: 'Kind', email: 'b@example.org' }],
  distribution: [{ ...emptyDistribution, id: '0193e000-0000-7000-8000-0000000000f1', title: { de: 'Liste', en: 'List' }, accessURL: ['https://example.org/a.csv'], license: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0' }],
} // prettier-ignore

describe('a package that was written', () => {
  it('is shown as it was said', () => {
    const packs = JSON.parse(gunzipSync(readFileSync(join(import.meta.dirname, '../demo/data/koeln.json.gz'))).toString()) as { result?: unknown } | unknown[]
    const list = (Array.isArray(packs) ? packs : ((packs.result as { results?: unknown[] }).results ?? packs.result)) as Record<string, unknown>[]
    assert.ok(list.length > 20)
    for (const pack of list.filter((one) => Array.isArray(one['resources']))) {
      const said = plain({ ...pack, resources: (pack['resources'] as object[]).map((resource, index) => ({ ...resource, id: `0193e000-0000-7000-8000-${String(index).padStart(12, '0')}` })) })
      const shown = show(write(said))
      for (const key of ['title', 'notes', 'author', 'maintainer', 'maintainer_email', 'url', 'version', 'license_id', 'extras']) if (said[key] !== undefined) assert.deepEqual(bare(shown[key]), bare(said[key]), `${String(said['name'])}: ${key}`)
      assert.deepEqual(show(write(shown)), shown, String(said['name']))
    }
  })

  it('keeps what nobody understands', () => {
    const said = { title: 'T', name: 't', colour: { of: ['sky'] }, extras: [{ key: 'unheard', value: 'of' }, { key: 'issued', value: 'some time' }], resources: [{ id: 'r', url: 'data.csv', name: 'N', format: 'csv', mood: 'good' }] }
    const shown = show(write(said))
    assert.deepEqual(shown['colour'], said.colour)
    assert.deepEqual(shown['extras'], said.extras.toReversed())
    const [file] = shown['resources'] as Record<string, unknown>[]
    assert.deepEqual([file?.['url'], file?.['mood'], file?.['format']], ['data.csv', 'good', 'CSV'])
  })

  it('gives way where the description is changed afterwards, and only there', () => {
    const written = write({ title: 'Alt', notes: '*Alt*', name: 't', mood: 'good', resources: [] })
    const shown = show({ ...written, title: { de: 'Neu' } })
    assert.deepEqual([shown['title'], shown['notes'], shown['mood']], ['Neu', '*Alt*', 'good'])
  })

  it('leaves alone what CKAN cannot see of a dataset', () => {
    const pack = show(whole)
    const same = write(pack, whole)
    const { ckan: _, ...rest } = same
    assert.deepEqual({ ...rest, distribution: rest.distribution.map(({ ckan: __, ...file }) => file) }, whole)
    const changed = write({ ...pack, title: 'Stadtbäume' }, whole)
    assert.deepEqual(changed.title, { de: 'Stadtbäume', en: 'Trees' })
    assert.deepEqual(changed.creator, whole.creator)
    assert.deepEqual(changed.contactPoint, whole.contactPoint)
    assert.deepEqual(changed.distribution[0]?.title, whole.distribution[0]?.title)
  })

  it('changes nothing when it is written again as it is shown', () => {
    const first = write(plain({ id: '0193e000-0000-7000-8000-000000000001', title: 'T', name: 'baeume', notes: '**Fett** und <b>mehr</b>', license_id: 'dl-de-by-2.0', owner_org: 'gruen', tags: [{ name: 'Baum' }], extras: [{ key: 'own', value: 'thing' }], resources: [{ id: '0193e000-0000-7000-8000-0000000000f1', created: '2026-03-02T09:00:00.000000', name: 'Liste', url: 'https://example.org/a.csv', format: 'csv', odd: 'x' }] }))
    assert.deepEqual(plain(write(show(first), first)), plain(first))
  })

  it('property: what is shown can be written again without a change', () => {
    const text = fc.string({ maxLength: 30 })
    const resource = fc.record({ url: fc.oneof(text, fc.webUrl()), name: text, format: fc.constantFrom('csv', 'CSV', 'odd', ''), size: fc.oneof(fc.nat(), text), hash: text, created: fc.constantFrom('2024-01-01T10:00:00.000000', 'x'), thing: fc.jsonValue() }, { requiredKeys: [] })
    const pack = fc.record(
      { title: text, notes: text, url: fc.oneof(text, fc.webUrl()), author: text, author_email: text, version: text, license_id: fc.constantFrom('dl-de-by-2.0', 'cc-by', 'odd', '', null), tags: fc.uniqueArray(text.filter((one) => one.trim() !== ''), { maxLength: 3 }).map((names) => names.map((name) => ({ name }))), groups: fc.constantFrom([], [{ name: 'tran' }], [{ name: 'own' }]), extras: fc.uniqueArray(fc.record({ key: fc.oneof(fc.constantFrom('issued', 'theme', 'spatial', 'contact_email', 'language', 'temporal_start'), text.filter((one) => one !== '')), value: text }), { selector: ({ key }) => key, maxLength: 4 }), resources: fc.array(resource, { maxLength: 3 }), odd: fc.jsonValue() },
      { requiredKeys: ['resources'] },
    )
    fc.assert(
      fc.property(pack, (said) => {
        const first = show(write(plain({ ...said, resources: said.resources.map((one, index) => ({ ...one, id: `r${index}` })) })))
        assert.deepEqual(show(write(first)), first)
      }),
      { numRuns: 300 },
    )
  })
})

const bare = (value: unknown): unknown => (Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value)
