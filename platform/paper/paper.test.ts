import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMarkdown } from '@modellregion/standards'
import fc from 'fast-check'
import { bars, box, finishPaper, heading, keyValues, lines, list, markdown, openPaper, paragraph, signatureLines, table, type Paper, type Table } from './index.ts'
import { linesOf, openFace } from './face.ts'
import { readPaper } from './reading.ts'

const about = { title: 'Verwendungsnachweis', subject: 'Prüfung', author: 'Stadt Musterhausen', at: new Date('2026-11-29T12:00:00Z'), lang: 'de', brand: { h: 250, c: 0.1, accentH: 80, accentC: 0.14, radius: 8 } }
const write = async (draw: (paper: Paper) => void): Promise<Buffer> => {
  const paper = openPaper(about)
  draw(paper)
  return await finishPaper(paper, 'Stadt Musterhausen · Projektbüro', (at, of) => `Seite ${at} von ${of}`)
}
const rowsOf = (count: number): string[][] => Array.from({ length: count }, (_, at) => [String(at + 1), `Rechnung ${at * 17}`, at % 40 === 7 ? 'Personalausgaben der Projektkoordinierungsstelle, Öffentlichkeitsarbeit und Übertragbarkeit über alle beteiligten Kommunen' : 'Größe', `${at * 13},40 €`])
const bookings = (count: number, more: Partial<Table> = {}): Table => ({ head: ['Nr.', 'Beleg', 'Zweck', 'Betrag'], rows: rowsOf(count), align: ['right', 'left', 'left', 'right'], ...more })

test('a paper says its language and title, and its tree has what was written in the order of reading', async () => {
  const { catalogue, tree, all, texts, artifacts } = readPaper(
    await write((paper) => {
      heading(paper, 1, 'Verwendungsnachweis')
      keyValues(paper, [{ term: 'Bescheid', value: 'WEG-17' }, { term: 'Leer', value: '' }])
      heading(paper, 2, 'Übersicht')
      paragraph(paper, [{ kind: 'text', text: 'Fördermaßnahme nach ' }, { kind: 'link', text: 'LHO', href: 'https://recht.example.org' }, { kind: 'text', text: '.' }])
      list(paper, ['erstens', [{ kind: 'strong', text: 'zweitens' }]], { ordered: true })
      table(paper, bookings(2, { caption: 'Buchungen', foot: [['', '', 'Summe', '13,40 €']] }))
      lines(paper, 2)
      box(paper, 'Stempel', 60)
      signatureLines(paper, ['Ort, Datum', 'Unterschrift', 'Zweite Unterschrift'])
    }),
  )
  assert.match(catalogue, /\/Lang \(de\)/)
  assert.match(catalogue, /\/Outlines/)
  assert.deepEqual(tree.map(({ tag }) => tag), ['Document'])
  assert.deepEqual(tree[0]?.kids.map(({ tag }) => tag), ['H1', 'L', 'H2', 'P', 'L', 'Table', 'P', 'P', 'P', 'P'])
  assert.match(texts[0] ?? '', /Verwendungsnachweis Bescheid WEG-17 Leer – Übersicht Fördermaßnahme nach LHO \. 1\. erstens 2\. zweitens Buchungen Nr\. Beleg Zweck Betrag 1 Rechnung 0 Größe 0,40 € 2 .* Summe 13,40 € Stempel Ort, Datum Unterschrift Zweite Unterschrift$/)
  assert.equal(artifacts[0]?.trim(), 'Stadt Musterhausen · Projektbüro Seite 1 von 1')
  assert.equal(all.filter(({ tag }) => tag === 'Link').length, 1)
  const whole = all.find(({ tag }) => tag === 'Table')
  assert.deepEqual(whole?.kids.map(({ tag, kids }) => `${tag} ${kids.map((cell) => `${cell.tag}${/Scope ?\/(\w+)/.exec(cell.dictionary)?.[1] ?? ''}`).join(' ')}`), ['Caption ', 'TR THColumn THColumn THColumn THColumn', 'TR THRow TD TD TD', 'TR THRow TD TD TD', 'TR THRow TD TD TD'])
})

test('heads are drawn again on each further page as decoration; every row is in the tree once, with its words', async () => {
  const { pages, artifacts, all, texts } = readPaper(await write((paper) => table(paper, bookings(300))))
  assert.ok(pages.length > 5)
  artifacts.forEach((text, at) => assert.equal(/Nr\. ?Beleg ?Zweck ?Betrag/.test(text), at > 0, `page ${at + 1}: ${text}`))
  const rows = all.filter(({ tag }) => tag === 'TR')
  assert.deepEqual(rows.slice(1).map(({ kids }) => kids[1]?.text), rowsOf(300).map(([, document]) => document))
  assert.match(rows[8]?.text ?? '', /^8 Rechnung 119 Personalausgaben der .*Kommunen 91,40 €$/)
  assert.match(texts.at(-1) ?? '', /300 Rechnung 5083/)
})

test('a row that is higher than a page goes on, and loses nothing', async () => {
  const long = Array.from({ length: 900 }, (_, at) => `Wort${at}`).join(' ')
  const { pages, all } = readPaper(await write((paper) => table(paper, { head: ['Frage', 'Antwort'], rows: [['eine', long], ['zweite', 'kurz']], widths: [1, 1] })))
  assert.ok(pages.length >= 2)
  const [, first, second] = all.filter(({ tag }) => tag === 'TR')
  assert.equal(first?.kids[1]?.text, long)
  assert.equal(second?.text, 'zweite kurz')
})

test('everything drawn is either content with a place in the tree or marked as decoration', async () => {
  const { pages } = readPaper(
    await write((paper) => {
      heading(paper, 1, 'Jahr')
      markdown(paper, readMarkdown('---\ntitle: x\n---\n## Eins\n\nText mit **Nachdruck** und `Code`.\n\n- eins\n- zwei\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\n  x\n```\n').blocks)
      bars(paper, { finding: 'Mehr Arbeit als Geld', head: ['Art', 'Wert'], rows: [{ label: 'Arbeit', value: 3, text: '3 Tage' }, { label: 'Geld', value: 0, text: '0 €' }] })
      table(paper, bookings(80))
    }),
  )
  for (const page of pages) {
    let depth = 0
    for (const line of page.split('\n')) {
      if (/ ?BDC$| BMC$/.test(line)) depth++
      else if (line === 'EMC') depth--
      else if (/ T[jJ]\b/.test(line)) assert.equal(depth, 1, `text outside of marks: ${line.slice(0, 60)}`)
      assert.ok(depth >= 0 && depth <= 1)
    }
    assert.equal(depth, 0)
  }
})

test('the same content at the same moment is the same file', async () => {
  const draw = (paper: Paper): void => table(paper, bookings(30))
  assert.deepEqual(await write(draw), await write(draw))
})

test('a row with too few cells is a mistake of the caller', async () => {
  await assert.rejects(write((paper) => table(paper, { head: ['a', 'b'], rows: [['1']] })), RangeError)
})

test('signs that the typeface does not have become question marks', async () => {
  const { texts } = readPaper(await write((paper) => table(paper, { head: ['Name'], rows: [['Σίσυφος 🙂 Łódź']] })))
  assert.match(texts[0] ?? '', /\? Łódź$/)
})

test('lines hold every word, none is wider than its column', () => {
  const paper = openPaper(about)
  const face = openFace(paper.pdf, 'regular')
  const word = fc.oneof(fc.constantFrom('Übertragbarkeit', 'Verwendungsnachweisprüfung', 'a', '1.234,56 €', 'und/oder', 'Rheinisch-Bergischer'), fc.stringMatching(/^[a-zäöüß]{1,40}$/))
  const bare = (text: string): string => text.replaceAll(/[\s-]/gu, '')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), fc.integer({ min: 24, max: 300 }), (words, width) => {
      const text = words.join(' ')
      const found = linesOf(face, text, 9, width)
      for (const line of found) assert.ok(line.length <= 1 || face.widthOf(line, 9) <= width + 0.001, `${line} in ${width}`)
      assert.equal(bare(found.join(' ')), bare(text))
    }),
    { numRuns: 60 },
  )
})

test('ten thousand rows take about a second of work, not ten', async () => {
  const measure = async (count: number): Promise<number> => {
    const from = process.cpuUsage()
    await write((paper) => table(paper, bookings(count)))
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1_000_000
  }
  await measure(2_000)
  const [small, large] = [await measure(2_000), await measure(10_000)]
  assert.ok(large < 5, `${large.toFixed(2)} s`)
  assert.ok(large / small < 9, `five times the rows took ${(large / small).toFixed(1)} times as long`)
})
