import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fillIn } from './inline.ts'
import { readDocument, slugOf } from './reader.ts'
import { plainOf } from './text.ts'

const front = ['---', 'title: Probe', 'summary: Ein Satz.', 'version: 1.0', 'date: 2026-11-29', 'licence: CC-BY-4.0', 'change: 1.0: erste Fassung', '---', ''].join('\n')
const blocksOf = (text: string) => readDocument(`${front}${text}\n`).blocks

test('every kind of block is read', () => {
  const blocks = blocksOf(
    [
      '## Über Wörter',
      '',
      'Zwei Zeilen,',
      'ein **Absatz** mit [Verweis](https://example.org/), *leise* und [[Lücke]].',
      '',
      '1. eins',
      '   und weiter',
      '2. zwei',
      '',
      '- [ ] offen',
      '- [x] fertig',
      '',
      '| Kopf | Zahl |',
      '|---|---|',
      '| a | 1 |',
      '',
      '> **Übung**',
      '> Erster Absatz.',
      '>',
      '> Zweiter.',
    ].join('\n'),
  )
  assert.deepEqual(blocks.map(({ kind }) => kind), ['heading', 'paragraph', 'list', 'checklist', 'table', 'note'])
  const [heading, paragraph, list, checklist, table, note] = blocks
  assert.ok(heading?.kind === 'heading' && heading.id === 'ueber-woerter')
  assert.ok(paragraph?.kind === 'paragraph' && paragraph.lines.length === 2)
  assert.deepEqual(paragraph.lines[1]?.map(({ kind }) => kind), ['text', 'strong', 'text', 'link', 'text', 'soft', 'text', 'blank', 'text'])
  assert.ok(list?.kind === 'list' && list.ordered && list.items.length === 2 && list.items[0]?.length === 2)
  assert.ok(checklist?.kind === 'checklist')
  assert.deepEqual(checklist.items.map(({ done }) => done), [false, true])
  assert.ok(table?.kind === 'table' && table.head.length === 2 && table.rows.length === 1)
  assert.ok(note?.kind === 'note' && note.title === 'Übung' && note.paragraphs.length === 2)
})

test('what is not part of this Markdown is refused, with the line', () => {
  const refused: [string, RegExp][] = [
    ['# Zu groß', /level 2 or 3/],
    ['#### Zu klein', /level 2 or 3/],
    ['```\ncode\n```', /not part/],
    ['<b>fett</b>', /not part/],
    ['Text mit <b>fett</b>', /unknown here/],
    ['* Stern', /not part/],
    ['![Bild](https://example.org/a.png)', /not part|unknown/],
    ['Ein Bild ![x](https://example.org/a.png)', /unknown here/],
    ['- eins\n  - zwei', /list in a list/],
    ['**offen', /without its counterpart/],
    ['`code`', /unknown here/],
    ['[Verweis](javascript:alert)', /a link leads/],
    ['[Verweis](http://example.org)', /a link leads/],
    ['| a | b |\n|---|---|\n| 1 |', /1 cells under 2 heads/],
    ['| a |', /stands \|---\|/],
    ['> ohne Titel', /note begins/],
    ['> **Titel**\n> - Liste', /paragraphs only/],
    ['## Zweimal\n\n## Zweimal', /second heading/],
    ['---', /not part/],
    ['    eingerückt', /not part/],
  ]
  for (const [text, why] of refused) assert.throws(() => blocksOf(text), why, text)
})

test('a link to the file of another document leads to its page', () => {
  const [block] = blocksOf('Siehe [Rollen](roles.md).')
  assert.ok(block?.kind === 'paragraph')
  assert.deepEqual(block.lines[0]?.[1], { kind: 'link', text: 'Rollen', href: '/help-chat/blueprint/roles' })
})

test('front matter is complete, or refused', () => {
  for (const line of ['title: Probe\n', 'version: 1.0\n', 'date: 2026-11-29\n', 'licence: CC-BY-4.0\n']) assert.throws(() => readDocument(front.replace(line, '')), /must stand there once/, line)
  assert.throws(() => readDocument(front.replace('2026-11-29', '29.11.2026')), /is a day/)
  assert.throws(() => readDocument(front.replace('CC-BY-4.0', 'free')), /licence is/)
  assert.throws(() => readDocument(front.replace('title:', 'colour:')), /front matter knows/)
  assert.throws(() => readDocument('## Ohne Kopf'), /front matter/)
})

test('a line of plain words is read as it is', () => {
  const word = fc.stringMatching(/^[A-Za-zäöüÄÖÜß0-9,.;:?!„“()§–' ]{1,80}$/).filter((text) => /^[A-Za-zäöü]/.test(text))
  fc.assert(fc.property(word, (text) => {
    const [block] = blocksOf(text)
    assert.ok(block?.kind === 'paragraph')
    assert.equal(plainOf(block.lines[0] ?? []), text)
  }))
})

test('a town is put in without marks of its own, and nothing else is', () => {
  const here = { town: 'Stadt *Neu*|[x]', service: 'Rat', address: 'https://example.org/help-chat' }
  assert.equal(fillIn('In {town} gibt es {service} unter {address}.', here), 'In Stadt  Neu   x  gibt es Rat unter https://example.org/help-chat.')
  assert.throws(() => fillIn('{name}', here), /unknown/)
})

test('addresses of headings are plain', () => {
  assert.equal(slugOf('§ 5 Keine Überwachung: für wen?'), '5-keine-ueberwachung-fuer-wen')
})
