import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { ReuseFile, ReuseItem } from '@modellregion/contracts'
import { newId, readForm, type UnitOfWork } from '@modellregion/kernel'
import { speak } from '@modellregion/kernel/words'
import { startTown, type Town } from '@modellregion/testing'
import { makeDocument, retireDocument } from './desk.ts'
import { documentKinds } from './kind.ts'
import { findDocument, getDocumentVersion } from './queries.ts'
import { readDocumentForm } from './read-form.ts'
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
const write = <T>(work: (db: UnitOfWork) => Promise<T>) => town.running.platform.database.unit({ tenant: here.id, service: 'portfolio', access: 'write', now }, work)
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
  for (const files of [[], [text('../x.md', 'a')], [text('a.md', 'a'), text('a.md', 'b')], [{ path: 'a.bin', mediaType: 'application/octet-stream', base64: '???' }], [text('a.md', 'x'.repeat(6 * 1024 * 1024))], [text('a.md', 'a\0b')]]) {
    const done = await kind.install(town.running.platform, here, { key: newId(now), item: item(files) }, now)
    assert.equal(done.ok, false, JSON.stringify(files).slice(0, 80))
  }
  assert.equal((await kind.list(town.running.platform, here, now)).length, before)
})

test('documents made at the same moment under one title are all there', async () => {
  const draft = (text_: string) => ({ title: { de: 'Gleicher Titel' }, summary: { de: 'Kurz' }, class: 'concept' as const, licence: 'CC0-1.0', languages: ['de'], label: '1', note: '', files: [text('text.md', text_)] })
  const texts = ['eins', 'zwei', 'drei', 'vier']
  const refs = await Promise.all(texts.map((one) => write((db) => makeDocument(db, draft(one)))))
  assert.equal(new Set(refs).size, texts.length)
  const back = await Promise.all(refs.map((ref) => write((db) => getDocumentVersion(db, ref, 1))))
  assert.deepEqual(back.map(({ files }) => files[0]?.text), texts)
  const [ref = ''] = refs
  for (let twice = 0; twice < 2; twice++) await write((db) => retireDocument(db, ref, true))
  assert.notEqual((await write((db) => findDocument(db, ref)))?.retiredAt, null, 'a click that counts twice says the same twice')
})

test('an order that names another state than the one that stands writes nothing', async () => {
  assert.ok(kind)
  const read = () => kind.read(town.running.platform, here, 'zustand', now)
  const order = (content: string, over: string | null, key = newId(now)) => ({ key, item: item([text('text.md', content)], 'zustand'), into: 'zustand', over })
  const install = (one: ReturnType<typeof order>) => kind.install(town.running.platform, here, one, now)
  assert.deepEqual(await install(order('eins', '1')), { ok: false, changed: true, findings: [] }, 'there is nothing')
  const first = order('eins', null)
  assert.ok((await install(first)).ok)
  const { state } = (await read()) ?? assert.fail()
  assert.deepEqual(await install(order('zwei', null)), { ok: false, changed: true, findings: [] }, 'there is something')
  // Whatever the order of those who have read the same state: one writes.
  const all = await Promise.all(['a', 'b', 'c', 'd'].map((content) => install(order(content, state)).then(({ ok }) => ({ content, ok }))))
  const winners = all.filter(({ ok }) => ok)
  assert.deepEqual([winners.length, (await read())?.files[0]?.text], [1, winners[0]?.content])
  assert.ok((await install(first)).ok, 'an old order repeated is done')
  assert.equal((await read())?.files[0]?.text, winners[0]?.content)
})

type Sent = Readonly<Record<string, string | readonly string[]>>
const sent = (fields: Sent, files: readonly { name: string; bytes: string }[] = []): Parameters<typeof readDocumentForm>[0] => ({
  say: (words) => speak(words, { locale: 'de' }),
  form: (schema) => readForm(schema, fields),
  uploads: async function* () {
    for (const { name, bytes } of files) yield { field: 'files', name, declaredType: 'text/x-odd\r\nX: y', content: Readable.from([Buffer.from(bytes)]) }
  },
})
const typed = { title: 'Muster', summary: 'Kurz gesagt', class: 'concept', licence: 'CC0-1.0', label: '1', text: 'Text' }

test('a text that was taken over keeps its licence and its languages when it is changed here', async () => {
  const known = { licence: 'GPL-3.0-or-later', languages: ['de', 'tr'] }
  const kept = await readDocumentForm(sent({ ...typed, licence: known.licence }), known)
  assert.ok(kept.ok)
  assert.deepEqual([kept.draft.licence, kept.draft.languages], ['GPL-3.0-or-later', ['de', 'tr']])
  const fresh = await readDocumentForm(sent({ ...typed, titleEn: 'Pattern' }), known)
  assert.deepEqual(fresh.ok && [fresh.draft.licence, fresh.draft.languages], ['CC0-1.0', ['de', 'tr', 'en']])
  const foreign = await readDocumentForm(sent({ ...typed, licence: known.licence }))
  assert.deepEqual(!foreign.ok && Object.keys(foreign.errors), ['licence'], 'who writes something new chooses one of those that are offered')
})

test('who goes on from an earlier version keeps its files, and nothing is there twice', async () => {
  const files = (names: readonly string[]) => names.map((path) => ({ path, mediaType: 'application/pdf', base64: 'QQ==' }))
  const keptOf = (from: number | undefined) => Promise.resolve(files(from === 1 ? ['alt.pdf', 'beide.pdf'] : ['neu.pdf']))
  const known = { licence: 'CC0-1.0', languages: ['de'] }
  const paths = async (fields: Sent, uploads: { name: string; bytes: string }[] = []) => {
    const read = await readDocumentForm(sent({ ...typed, ...fields }, uploads), known, keptOf)
    return read.ok ? read.draft.files.map(({ path }) => path) : { ...read.errors, remove: read.typed['remove'] }
  }
  assert.deepEqual(await paths({ from: '1', remove: ['beide.pdf'] }), ['text.md', 'alt.pdf'])
  assert.deepEqual(await paths({}), ['text.md', 'neu.pdf'])
  assert.deepEqual(await paths({ remove: ['neu.pdf'] }, [{ name: 'TEXT.md', bytes: 'b' }]), { files: 'Der Text im Feld darüber wird als text.md gespeichert. Bitte die Datei umbenennen oder das Feld leeren.', remove: ['neu.pdf'] })
  assert.match(JSON.stringify(await paths({}, [{ name: 'A.txt', bytes: 'a' }, { name: 'a.txt', bytes: 'b' }])), /Zwei Dateien heißen/)
  assert.equal(mediaTypeOf('x.odd', 'text/x-odd\r\nX: y'), 'application/octet-stream', 'what is no media type never stands in the head of an answer')
})

test('names become addresses and paths, and endings tell what is text', () => {
  assert.equal(refOf('Straßen & Plätze (2026)'), 'strassen-plaetze-2026')
  assert.equal(pathOf('Überblick Gesamt.PDF'), 'ueberblick-gesamt.pdf')
  assert.equal(refOf('???'), 'datei')
  assert.ok(isText(mediaTypeOf('ablauf.bpmn', 'application/octet-stream')))
  assert.ok(!isText(mediaTypeOf('bild.png', 'image/png')))
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => findingsOf(item([text(pathOf(name), 'a')])).length === 0))
})
