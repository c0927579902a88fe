import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { findDocument, findLesson } from '../library.ts'
import { printDocument, type Print } from './document.ts'
import { openKeep } from './keep.ts'
import { printPoster } from './poster.ts'

const here = { town: 'Stadt Musterhausen', service: 'Offenes Ohr', address: 'https://musterhausen.example.org/help-chat' }
const brand = { h: 250, c: 0.1, accentH: 80, accentC: 0.14, radius: 8 }
const words = { page: (at: number, of: number) => `Seite ${at} von ${of}`, facts: ['Version 1.0'] }
const common = { town: here.town, service: here.service, origin: 'https://musterhausen.example.org', brand, words }

type Element = { tag: string; dictionary: string; kids: Element[] }

/** A PDF opened as far as the test needs it: objects by number, the structure tree, the drawing commands of each page. */
function open(file: Buffer) {
  const text = file.toString('latin1')
  const objects = new Map([...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number = '', body = '']) => [number, body]))
  const refs = (value: string): string[] => [...value.matchAll(/(\d+) 0 R/g)].map(([, number = '']) => number)
  const catalogue = [...objects.values()].find((body) => body.includes('/Type /Catalog')) ?? ''
  const element = (number: string): Element => {
    const dictionary = objects.get(number) ?? ''
    const kids = /\/K \[([^\]]*)\]|\/K (\d+ 0 R)/.exec(dictionary)
    return { tag: /\/S \/(\w+)/.exec(dictionary)?.[1] ?? '', dictionary, kids: refs(kids?.[1] ?? kids?.[2] ?? '').map(element).filter(({ tag }) => tag !== '' && tag !== 'URI') }
  }
  const root = objects.get(refs(/\/StructTreeRoot \d+ 0 R/.exec(catalogue)?.[0] ?? '')[0] ?? '') ?? ''
  const tree = refs(/\/K (?:\[[^\]]*\]|\d+ 0 R)/.exec(root)?.[0] ?? '').map(element)
  const flat = (elements: Element[]): Element[] => elements.flatMap((one) => [one, ...flat(one.kids)])
  const streams = [...text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)].map((match) => {
    const from = match.index + match[0].length
    return inflateSync(file.subarray(from, text.indexOf('\nendstream', from))).toString('latin1')
  })
  const resolved = catalogue.replaceAll(/(\d+) 0 R/g, (whole, number: string) => (objects.get(number)?.startsWith('<<') && !/StructTreeRoot|Outlines|Pages|Metadata/.test(objects.get(number) ?? '') ? (objects.get(number) ?? whole) : whole))
  return { text, catalogue: resolved, tree, all: flat(tree), pages: streams.filter((stream) => stream.includes('BDC')) }
}

const print = async (over: Partial<Print> = {}): Promise<Buffer> => {
  const { front, blocks } = findDocument('data-protection-impact', 'de', here)
  return await printDocument({ ...common, front, parts: [{ blocks }], lang: 'de', byLine: false, ...over })
}

test('a document is tagged: language, title, structure, PDF/UA', async () => {
  const { catalogue, text, tree, all } = open(await print())
  assert.match(catalogue, /\/MarkInfo <<\s*\/Marked true/)
  assert.match(catalogue, /\/Lang \(de\)/)
  assert.match(catalogue, /\/DisplayDocTitle true/)
  assert.match(catalogue, /\/Outlines/)
  assert.match(text, /<pdfuaid:part>1<\/pdfuaid:part>/)
  assert.deepEqual(tree.map(({ tag }) => tag), ['Document'])
  const count = (tag: string) => all.filter((one) => one.tag === tag).length
  assert.equal(count('H1'), 1)
  assert.ok(count('H2') >= 6 && count('Table') === 4 && count('L') >= 2 && count('Link') >= 1)
  assert.equal(count('LI'), count('LBody'))
})

test('no level of heading is left out', async () => {
  const { front, blocks } = findLesson('two-lanes', 'de', here)
  const { all } = open(await print({ front, parts: [{ title: 'Lektion', blocks }] }))
  const levels = all.flatMap(({ tag }) => (/^H\d$/.test(tag) ? [Number(tag[1])] : []))
  assert.equal(levels[0], 1)
  levels.forEach((level, at) => assert.ok(at === 0 || level <= (levels[at - 1] ?? 0) + 1, levels.join(' ')))
})

test('cells know their heads', async () => {
  const { all } = open(await print())
  const heads = all.filter(({ tag }) => tag === 'TH')
  assert.ok(heads.length > 10 && heads.every(({ dictionary }) => /\/Scope \/(Row|Column)/.test(dictionary)))
  const widths = all.filter(({ tag }) => tag === 'Table').map(({ kids }) => new Set(kids.map((row) => row.kids.length)))
  assert.ok(widths.every((set) => set.size === 1), 'rows of one table have the same number of cells')
})

test('everything drawn is either content with a place in the tree or marked as decoration', async () => {
  const { pages } = open(await print())
  assert.ok(pages.length >= 4)
  for (const page of pages) {
    let depth = 0
    for (const line of page.split('\n')) {
      if (/ BDC$| BMC$/.test(line)) depth++
      else if (line === 'EMC') depth--
      else if (/ T[jJ]$/.test(line)) assert.equal(depth > 0, true, `text outside of marks: ${line.slice(0, 60)}`)
      assert.ok(depth >= 0)
    }
    assert.equal(depth, 0)
  }
})

test('the leaflet fits on one sheet in both languages', async () => {
  for (const locale of ['de', 'en'] as const) {
    const { front, blocks } = findDocument('leaflet', locale, here)
    const file = await print({ front, parts: [{ blocks }], lang: locale, oneSheet: true, words: { ...words, facts: ['Version 1.0 vom 29. November 2026', 'Rechtsstand: HinSchG, gelesen im November 2026', 'Lizenz: CC BY 4.0. Der Text darf verändert und weitergegeben werden, wenn „Modellregion“ als Quelle genannt ist.'] } })
    assert.equal(open(file).pages.length, 1, locale)
  }
})

test('the same text makes the same file', async () => {
  assert.deepEqual(await print(), await print())
})

test('a poster is one page with a picture that says what it is', async () => {
  for (const [locale, lang] of [['de', 'de'], ['en', 'en'], ['de-x-leicht', 'de-simple-x-leicht']] as const) {
    const { front, blocks } = findDocument('poster', locale, here)
    const file = await printPoster({ ...common, front, blocks, address: here.address, lang, words: { code: 'QR-Code mit der Adresse', name: 'Name', checkWords: 'Wörter', office: here.service } })
    const { text, all, pages, catalogue } = open(file)
    assert.equal(text.match(/\/Type \/Page\n/g)?.length, 1, locale)
    assert.equal(pages.length, 1)
    assert.match(catalogue, new RegExp(`/Lang \\(${lang}\\)`))
    const figures = all.filter(({ tag }) => tag === 'Figure')
    assert.equal(figures.length, 1)
    assert.match(figures[0]?.dictionary ?? '', /\/Alt \(/)
    assert.equal(all.filter(({ tag }) => tag === 'H1').length, 1)
  }
})

test('a file is made once, the longest unused one goes, and too many at once are sent away', async () => {
  const keep = openKeep({ files: 2, bytes: 100, atOnce: 1, waiting: 1 })
  let made = 0
  const make = (size = 10) => async () => {
    made++
    await new Promise((done) => setImmediate(done))
    return Buffer.alloc(size)
  }
  await Promise.all([keep.get('a', make()), keep.get('a', make())])
  assert.equal(made, 1)
  await keep.get('b', make())
  await keep.get('a', make())
  await keep.get('c', make())
  assert.equal(made, 3)
  await keep.get('a', make()) // b was the longest unused
  assert.equal(made, 3)
  await keep.get('b', make())
  assert.equal(made, 4)
  assert.deepEqual((await Promise.all(['x', 'y', 'z'].map((key) => keep.get(key, make())))).map((answer) => answer === 'busy'), [false, false, true])
  await assert.rejects(keep.get('bad', () => Promise.reject(new Error('no'))), /no/)
  assert.ok(Buffer.isBuffer(await keep.get('bad', make())), 'a failure is not kept')
})
