import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainOf, type Block } from '@modellregion/standards'
import { entryFrom, mistakesIn, topicsIn, typedFrom } from './entry-form.ts'
import { bytesOf, fileOf, isTooMuch, mergedFiles, pathOf, sizeOf } from './file.ts'
import { isSpdx, licenceHref, licenceKindOf } from './licence.ts'
import { hrefOf, hrefWithout, pairsOf, sortOf, toSearch } from './list-query.ts'
import { changeOf, itemEntry, licenceIn, licenceOfText, shippedId } from './shipped.ts'
import { beginningOf, languageOf, readText } from './text.ts'

const root = join(import.meta.dirname, '../../../..')
const textOf = (block: Block): string => {
  if (block.kind === 'heading' || block.kind === 'code') return block.text
  if (block.kind === 'paragraph') return plainOf(block.pieces)
  return (block.kind === 'list' ? block.items : [block.head, ...block.rows].flat()).map(plainOf).join(' ')
}

test('every text of the repository’s reuse folders is read with its title and loses no word', () => {
  const files = globSync('services/*/reuse/*.md', { cwd: root })
  assert.ok(files.length >= 28)
  for (const file of files) {
    const source = readFileSync(join(root, file), 'utf8')
    const { title, blocks } = readText(source)
    assert.ok(title, file)
    const shown = `${title} ${blocks.map(textOf).join(' ')}`.replaceAll(/\s+/g, ' ')
    for (const word of source.replaceAll(/\]\([^)]*\)/g, '] ').match(/\p{L}{4,}/gu) ?? []) assert.ok(shown.includes(word), `${file}: ${word}`)
    assert.ok(!blocks.some((block) => block.kind === 'paragraph' && /^\|.*\|$/.test(plainOf(block.pieces))), `${file}: a table became a paragraph`)
    assert.ok(beginningOf(source, 260).length <= 262, file)
  }
})

test('what the strict reader refuses is shown as text, never as code of the page', () => {
  const { title, blocks } = readText('# Titel\n\nSiehe [die Vorlage](vorlage.md) und [das Gesetz](https://example.org/a).\n\n<script>x</script>\n\n> Zitat\n\n#### Tief\n\n* Punkt')
  assert.equal(title, 'Titel')
  assert.deepEqual(blocks.map((block) => [block.kind, textOf(block)]), [['paragraph', 'Siehe die Vorlage und das Gesetz.'], ['paragraph', '<script>x</script>'], ['paragraph', 'Zitat'], ['heading', 'Tief'], ['list', 'Punkt']])
  const links = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.pieces.filter(({ kind }) => kind === 'link') : []))
  assert.deepEqual(links, [{ kind: 'link', text: 'das Gesetz', href: 'https://example.org/a' }])
  fc.assert(fc.property(fc.string(), (source) => Array.isArray(readText(source).blocks)), { numRuns: 40 })
  fc.assert(fc.property(fc.array(fc.constantFrom('#', ' ', '\n', '|', '-', '`', '```', '**', '[', '](', ')', 'a', '---')), (parts) => Array.isArray(readText(parts.join('')).blocks)), { numRuns: 40 })
})

test('the language of a text is told by its little words', () => {
  assert.equal(languageOf('Der Dienst ist frei und die Texte sind es auch.'), 'de')
  assert.equal(languageOf('The service is free and so are the texts.'), 'en')
  assert.equal(languageOf(''), 'de')
})

test('licences: what is one, what it allows, where it stands', () => {
  for (const right of ['CC-BY-4.0', 'EUPL-1.2', 'MIT OR Apache-2.0', '(MIT AND CC-BY-4.0)', 'GPL-2.0-only WITH Classpath-exception-2.0', 'LicenseRef-Stadt']) assert.ok(isSpdx(right), right)
  for (const wrong of ['', 'frei', 'CC BY 4.0', 'MIT OR', 'OR', 'MIT Apache-2.0']) assert.ok(!isSpdx(wrong), wrong)
  assert.equal(licenceKindOf('CC-BY-NC-4.0'), 'no-commercial')
  assert.equal(licenceKindOf('NOASSERTION'), 'unstated')
  assert.equal(licenceKindOf('MIT OR Apache-2.0'), 'other')
  assert.equal(licenceHref('CC-BY-4.0'), 'https://spdx.org/licenses/CC-BY-4.0.html')
  assert.equal(licenceHref('javascript:x'), undefined)
})

test('the address holds every choice, and one step back takes one away', () => {
  const query = { q: 'Schule', class: ['concept', 'building-block'], town: ['~commons'], page: 3 }
  assert.equal(hrefOf(query), '/portfolio/reuse?q=Schule&class=concept&class=building-block&town=%7Ecommons')
  assert.deepEqual(pairsOf(query, { page: 2 }).at(-1), ['page', '2'])
  assert.equal(hrefWithout(query, 'class', 'concept'), '/portfolio/reuse?q=Schule&class=building-block&town=%7Ecommons')
  assert.equal(hrefOf({}), '/portfolio/reuse')
  assert.deepEqual([sortOf({}), sortOf({ q: 'x' }), sortOf({ q: ' ' })], ['newest', 'relevance', 'newest'])
  assert.deepEqual(toSearch(query).facets, { class: ['concept', 'building-block'], town: ['~commons'] })
  assert.equal(toSearch(query).from, 40)
})

test('names of files become safe paths, bytes stay what they are', () => {
  assert.equal(pathOf('Mein Konzept (2).PDF'), 'mein-konzept-2.pdf')
  assert.equal(pathOf('C:\\Büro\\Größe.csv'), 'groesse.csv')
  for (const wrong of ['', 'ohne-endung', 'virus.exe', '../../etc/passwd', '.md']) assert.equal(pathOf(wrong), undefined, wrong)
  fc.assert(fc.property(fc.string(), (name) => /^$|^[a-z0-9][a-z0-9._-]*$/.test(pathOf(`${name}.md`) ?? '')))
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => bytesOf(fileOf('a.txt', bytes)).equals(Buffer.from(bytes)) && sizeOf(fileOf('a.txt', bytes)) === bytes.length))
  assert.equal(pathOf('__init__.md'), 'init__.md')
  assert.equal(sizeOf(fileOf('a.txt', Buffer.from('\uFEFFa'))), 4, 'a byte order mark stays')
  const [a, b] = [fileOf('a.md', Buffer.from('a')), fileOf('b.md', Buffer.from('b'))]
  assert.deepEqual(mergedFiles([b, a], ['a.md', 'b.md'], [fileOf('b.md', Buffer.from('neu'))]).map((file) => [file.path, file.text]), [['a.md', 'a'], ['b.md', 'neu']])
  assert.deepEqual(mergedFiles([a, b], ['b.md'], []).map(({ path }) => path), ['b.md'])
  assert.ok(isTooMuch([fileOf('x.txt', Buffer.alloc(5_000_001, 'x'))]) && !isTooMuch([fileOf('x.txt', Buffer.alloc(5_000_000, 'x'))]))
})

const form = { title: 'Titel', summary: 'Ein Satz dazu.', class: 'concept', licence: 'CC-BY-4.0' } as const

test('a form says what is wrong, and a right one comes back as it was typed', () => {
  assert.deepEqual(mistakesIn({ ...form, licence: 'frei', daysMin: 5, daysMax: 2, once: 'viel', yearly: '-3' }), [{ field: 'licence', code: 'licence' }, { field: 'daysMax', code: 'days' }, { field: 'once', code: 'money' }, { field: 'yearly', code: 'money' }])
  const full = { ...form, once: '1.200,50', yearly: '40', daysMin: 1, daysMax: 3, topics: 'Schule, Klima', office: 'Amt', email: 'amt@example.org' }
  assert.deepEqual(mistakesIn(full), [])
  const entry = entryFrom(full, { id: 'x', published: false, kind: 'reading', itemRef: null, service: null, languages: [] })
  assert.deepEqual([entry.cost, entry.effort, entry.languages], [{ onceCents: 120_050, yearlyCents: 4_000 }, { daysMin: 1, daysMax: 3 }, ['de']])
  const again = typedFrom({ ...entry, town: 't', publiccode: null, vitality: null, currentVersion: null, retiredAt: null, changedAt: new Date(0), createdAt: new Date(0) })
  assert.deepEqual([again['once'], again['yearly'], again['topics'], again['daysMax'], again['titleEn']], ['1200,50', '40', 'Schule, Klima', '3', ''])
  assert.deepEqual(topicsIn(' a, A ,, b'), ['A', 'b'])
})

test('what is shipped keeps its id, and only a difference is written', () => {
  assert.equal(shippedId('reading', 'example/concept.md'), shippedId('reading', 'example/concept.md'))
  assert.match(shippedId('a', 'b'), /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(licenceIn('legal:\n  license: EUPL-1.2\n'), 'EUPL-1.2')
  assert.equal(licenceOfText(['nichts', 'Texte unter CC BY 4.0.'], 'EUPL-1.2'), 'CC-BY-4.0')
  const shipped = itemEntry('a.b', 'a', { ref: 'r', class: 'concept', title: { de: 'x', en: 'y' }, summary: { de: 'x', en: 'y' }, licence: 'MIT', version: '1', languages: ['de'], files: [] })
  const standing = { ...shipped.entry, title: { en: 'y', de: 'x' }, retiredAt: null, number: 1, label: '1', sha256: 'h' }
  assert.deepEqual(changeOf(shipped, 'h', standing), { entry: false, version: false }, 'the order of keys is no difference')
  assert.deepEqual(changeOf(shipped, 'other', standing), { entry: true, version: true })
  assert.deepEqual(changeOf(shipped, 'h', { ...standing, licence: 'ISC' }), { entry: true, version: false })
  assert.deepEqual(changeOf(shipped, 'h', { ...standing, retiredAt: new Date(0) }), { entry: true, version: false })
  assert.deepEqual(changeOf(shipped, 'h', undefined), { entry: true, version: true })
})
