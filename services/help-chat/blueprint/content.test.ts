import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { lintGerman, lintLeicht } from '@modellregion/kernel/words'
import { documents, findBank, findDocument, findLesson, isEasy, lessons, type Found } from './library.ts'
import { partsOf } from './pdf/poster.ts'
import { plainOf, type Block, type Line } from './text.ts'

const here = { town: 'Stadt Musterhausen', service: 'Offenes Ohr', address: 'https://musterhausen.example.org/help-chat' }
const texts: [string, (locale: 'de' | 'en' | 'de-x-leicht') => Found][] = [
  ...documents.map(({ id }): [string, (locale: 'de' | 'en' | 'de-x-leicht') => Found] => [id, (locale) => findDocument(id, locale, here)]),
  ...lessons.map((id): [string, (locale: 'de' | 'en' | 'de-x-leicht') => Found] => [`course/${id}`, (locale) => findLesson(id, locale, here)]),
  ['course/test', (locale) => findBank(locale, here)],
]

const shapeOf = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `h${block.level}`
    case 'list':
      return `list ${block.ordered} ${block.items.length}`
    case 'checklist':
      return `check ${block.items.map(({ done }) => (done ? 'x' : '-')).join('')}`
    case 'table':
      return `table ${block.head.length} x ${block.rows.length}`
    case 'note':
      return `note ${block.paragraphs.length}`
    case 'paragraph':
      return `paragraph ${block.lines.length}`
  }
}

/** Everything a person reads, line by line. */
const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): (Line | string)[] => {
    switch (block.kind) {
      case 'heading':
        return [block.line]
      case 'paragraph':
        return [...block.lines]
      case 'list':
        return block.items.flat()
      case 'checklist':
        return block.items.map(({ line }) => line)
      case 'table':
        return [...block.head, ...block.rows.flat()]
      case 'note':
        return [block.title, ...block.paragraphs.flat()]
    }
  }).map((line) => (typeof line === 'string' ? line : plainOf(line)))

for (const [name, find] of texts) {
  test(`${name} says the same in German and English, piece by piece`, () => {
    const de = find('de')
    const en = find('en')
    assert.equal(en.tongue, 'en', 'the English text is missing')
    assert.deepEqual(en.blocks.map(shapeOf), de.blocks.map(shapeOf))
    for (const key of ['version', 'date', 'licence', 'review'] as const) assert.equal(en.front[key], de.front[key], key)
    assert.equal(en.front.law === undefined, de.front.law === undefined)
    assert.ok(de.front.changes.some((change) => change.startsWith(de.front.version)), 'the list of changes lacks this version')
    assert.match(de.front.summary, /\.$/)
  })

  test(`${name} follows the rules of German texts`, () => {
    // Sentences of a draft of rules may be long, and quoted speech has marks of its own.
    const lines = linesOf(find('de').blocks)
    // A single person of an exercise has a gender, and a pair names both.
    const isPerson = (line: string): boolean => /innen (?:und|oder) |[Ee]in Kollege|der Kollege|Kollege[n]? A/.test(line)
    const found = lines.flatMap((line) => lintGerman(line, 'sie', 'help-chat').filter(({ rule, level }) => level === 'error' && rule !== 'length' && !(rule === 'masculine' && isPerson(line))).map(({ rule, found }) => `${rule}: ${found} in: ${line}`))
    assert.deepEqual(found, [])
  })
}

test('no file lies around that nobody reads', () => {
  const known = new Set(texts.map(([name]) => `${name}.md`))
  for (const tongue of ['de', 'en', 'leicht']) {
    const files = readdirSync(join(import.meta.dirname, 'content', tongue), { recursive: true }).map(String).filter((file) => file.endsWith('.md'))
    assert.deepEqual(files.filter((file) => !known.has(file)), [])
  }
})

test('poster and leaflet exist in Leichte Sprache and pass the linter', () => {
  for (const id of ['poster', 'leaflet'] as const) {
    assert.ok(isEasy(id))
    const { tongue, blocks } = findDocument(id, 'de-x-leicht', { ...here, address: 'offenes-ohr' })
    assert.equal(tongue, 'leicht')
    const wrong = linesOf(blocks).flatMap((line) => lintLeicht(line).filter(({ level }) => level === 'error').map(({ rule, found }) => `${rule}: ${found} in: ${line}`))
    assert.deepEqual(wrong, [])
  }
})

test('a document without Leichte Sprache falls back to German, and says so', () => {
  assert.equal(findDocument('works-agreement', 'de-x-leicht', here).tongue, 'de')
})

test('drafts of rules say that lawyers must read them, and by which law they were written', () => {
  for (const { id, group } of documents) {
    const { front } = findDocument(id, 'de', here)
    if (group === 'rules') assert.ok(front.review === 'legal' && front.law, id)
  }
})

test('every link leads to a document of the blueprint, to a heading of the same one, or out of the house', () => {
  const pages = new Set(documents.map(({ id }) => `/help-chat/blueprint/${id}`))
  for (const [name, find] of texts)
    for (const locale of ['de', 'en'] as const) {
      const { source, blocks } = find(locale)
      const ids = new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [`#${block.id}`] : [])))
      const links = JSON.stringify(blocks).match(/"href":"[^"]+"/g) ?? []
      assert.equal(links.length, (source.match(/\]\(/g) ?? []).length, name)
      for (const link of links) {
        const href = link.slice('"href":"'.length, -1)
        assert.ok(pages.has(href) || ids.has(href) || /^(?:https|mailto|tel):/.test(href), `${name}: ${href}`)
      }
    }
})

test('the handbook in Leichte Sprache passes the linter', () => {
  const lines = readFileSync(join(import.meta.dirname, '../docs/employee-leicht.md'), 'utf8').split('\n').map((line) => line.replace(/^(?:#+|\d+\.|-) /, ''))
  assert.deepEqual(lines.flatMap((line) => lintLeicht(line).filter(({ level }) => level === 'error').map(({ rule, found }) => `${rule}: ${found} in: ${line}`)), [])
})

test('posters have the four parts that the sheet shows', () => {
  for (const locale of ['de', 'en', 'de-x-leicht'] as const) assert.equal(partsOf(findDocument('poster', locale, here).blocks).length, 4)
})

test('numbers of the law stand as the law has them', () => {
  const whole = texts.map(([, find]) => find('de').source).join('\n').replaceAll('\u00A0', ' ')
  assert.ok(!/bis 500\.000 Euro/.test(whole))
  for (const fact of [/bis 50\.000 Euro/, /bis 20\.000 Euro/, /bis 10\.000 Euro/, /spätestens nach sieben Tagen/, /drei Monaten und|drei Monate und sieben Tage/, /zwei Monaten/, /drei Jahre/]) assert.ok(fact.test(whole), String(fact))
})

test('every lesson has two exercises and says what to take along', () => {
  for (const id of lessons) {
    const { blocks } = findLesson(id, 'de', here)
    assert.ok(blocks.filter((block) => block.kind === 'note' && block.title.startsWith('Übung')).length >= 2, id)
    assert.ok(blocks.at(-1)?.kind === 'checklist', id)
  }
})
