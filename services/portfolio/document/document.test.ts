import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { ReuseFile, ReuseItem } from '@modellregion/contracts'
import { newId } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { documentKinds } from './kind.ts'
import { getDocumentVersion } from './queries.ts'
import { findingsOf, inOrder, isText, mediaTypeOf, pathOf, refOf } from './rules.ts'

const now = new Date()
const [kind] = documentKinds
let town: Town
before(async () => {
  town = await startTown({ services: ['portfolio'] })
})
after(() => town.close())

const here = { id: 'hohenried' }
const there = { id: 'lindenhafen' }
const item = (files: readonly ReuseFile[], ref = 'muster'): ReuseItem => ({ ref, class: 'concept', title: { de: 'Muster', en: 'Pattern' }, summary: { de: 'Kurz', en: 'Short' }, licence: 'CC0-1.0', version: '1', languages: ['de', 'en'], files })
const text = (path: string, content: string): ReuseFile => ({ path, mediaType: 'text/markdown', text: content })

test('what was installed is read back file by file, also after being installed twice', async () => {
  assert.ok(kind)
  const anyFile = fc.oneof(
    fc.record({ path: fc.stringMatching(/^[a-z][a-z0-9]{0,8}\.md$/), mediaType: fc.constant('text/markdown'), text: fc.string({ unit: 'binary', maxLength: 200 }).map((one) => one.replaceAll('\u0000', '').toWellFormed()) }),
    fc.record({ path: fc.stringMatching(/^[a-z][a-z0-9]{0,8}\.pdf$/), mediaType: fc.constant('application/pdf'), base64: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64')) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(anyFile, { minLength: 1, maxLength: 4, selector: ({ path }) => path }), async (made) => {
      const files: ReuseFile[] = made.map((file) => ({ ...file })) // plain objects, as they come out of the database
      const order = { key: newId(now), item: item(files) }
      const first = await kind.install(town.running.platform, here, order, now)
      const again = await kind.install(town.running.platform, here, order, now)
      assert.ok(first.ok)
      assert.deepEqual(again, first)
      const back = await kind.read(town.running.platform, here, first.ref, now)
      assert.deepEqual(back?.files, inOrder(files))
      assert.equal(await kind.read(town.running.platform, there, first.ref, now), undefined)
    }),
    { numRuns: 12 },
  )
})

test('an installation into a document is its next version; the earlier one stays', async () => {
  assert.ok(kind)
  const made = await kind.install(town.running.platform, here, { key: newId(now), item: item([text('text.md', 'eins\n')], 'ablauf') }, now)
  assert.ok(made.ok)
  const next = await kind.install(town.running.platform, here, { key: newId(now), item: item([text('text.md', 'zwei\n')]), into: made.ref }, now)
  assert.deepEqual(next, made)
  assert.equal((await kind.read(town.running.platform, here, made.ref, now))?.files[0]?.text, 'zwei\n')
  const earlier = await town.running.platform.database.unit({ tenant: here.id, service: 'portfolio', access: 'read', now }, (db) => getDocumentVersion(db, made.ref, 1))
  assert.equal(earlier.files[0]?.text, 'eins\n')
})

test('a refused item changes nothing', async () => {
  assert.ok(kind)
  const before = (await kind.list(town.running.platform, here, now)).length
  for (const files of [[], [text('../x.md', 'a')], [text('a.md', 'a'), text('a.md', 'b')], [{ path: 'a.bin', mediaType: 'application/octet-stream', base64: '???' }], [text('a.md', 'x'.repeat(6 * 1024 * 1024))]]) {
    const done = await kind.install(town.running.platform, here, { key: newId(now), item: item(files) }, now)
    assert.equal(done.ok, false, JSON.stringify(files).slice(0, 80))
  }
  assert.equal((await kind.list(town.running.platform, here, now)).length, before)
})

test('names become addresses and paths, and endings tell what is text', () => {
  assert.equal(refOf('Straßen & Plätze (2026)'), 'strassen-plaetze-2026')
  assert.equal(pathOf('Überblick Gesamt.PDF'), 'ueberblick-gesamt.pdf')
  assert.equal(refOf('???'), 'datei')
  assert.ok(isText(mediaTypeOf('ablauf.bpmn', 'application/octet-stream')))
  assert.ok(!isText(mediaTypeOf('bild.png', 'image/png')))
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => findingsOf(item([text(pathOf(name), 'a')])).length === 0))
})
