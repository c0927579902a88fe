import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findPages } from './find-pages.ts'
import { isReportNumber, reportNumber } from './number.ts'
import { sourceFacts } from './publiccode.ts'
import { atomOf, escapeXml, newsOfPage, pageOf, paragraphsOf, textOf } from './rules.ts'

const de = { title: 'Titel', teaser: 'Satz', body: 'Text' }

test('news falls back to German and says which language it is in', () => {
  assert.deepEqual(textOf({ texts: { de } }, 'en'), { ...de, lang: 'de' })
  assert.equal(textOf({ texts: { de, en: { ...de, title: 'Title' } } }, 'en').title, 'Title')
})

test('the page of a report is a path of this site; foreign addresses stay as typed', () => {
  assert.equal(pageOf('http://aachen.localhost:8080/open-data?q=a', 'aachen.localhost:8080'), '/open-data?q=a')
  assert.equal(pageOf('https://AACHEN.localhost', 'aachen.localhost'), '/')
  assert.equal(pageOf(undefined, 'x'), '/')
  assert.equal(pageOf('https://aachenXlocalhost/a', 'aachen.localhost'), 'https://aachenXlocalhost/a')
  assert.equal(pageOf('x'.repeat(900), 'h').length, 500)
})

test('report numbers can be told on the telephone and recognised again', () => {
  for (let i = 0; i < 200; i++) assert.ok(isReportNumber(reportNumber()))
  for (const wrong of ['', 'M-BCDFGH', 'M-AAAAAAA', 'M-BCDFGHJ ', '<b>M-BCDFGHJ']) assert.ok(!isReportNumber(wrong), wrong)
  assert.equal(new Set(Array.from({ length: 500 }, reportNumber)).size, 500)
})

test('no text breaks the feed: what comes out is escaped and free of control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeXml(text)
      // oxlint-disable-next-line no-control-regex
      return !/[<>"\u0000-\u0008]/.test(escaped) && !/&(?!(amp|lt|gt|quot);)/.test(escaped)
    }),
  )
  const feed = atomOf({ title: 'A & B', self: 's', home: 'h', updated: new Date(0), items: [{ href: 'x', title: '<i>', summary: '', at: new Date(0), lang: 'de' }] })
  assert.match(feed, /<title>A &amp; B<\/title>/)
  assert.match(feed, /<title>&lt;i&gt;<\/title>/)
})

test('page by page, every message of the town and of its services stands exactly once, the newest first', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 40 }).map((n) => ({ at: new Date(n * 1_000) })), { maxLength: 25 })
  fc.assert(
    fc.property(moments, moments, fc.integer({ min: 1, max: 6 }), (town, services, size) => {
      const own = town.toSorted((a, b) => b.at.getTime() - a.at.getTime())
      const pages: { at: Date }[] = []
      for (let from = 0; from === 0 || from < own.length; from += size) pages.push(...newsOfPage(own.slice(from, from + size), services, { above: own[from - 1]?.at, hasMore: own.length > from + size }))
      assert.equal(pages.length, own.length + services.length)
      assert.deepEqual(pages.map(({ at }) => at), [...own, ...services].map(({ at }) => at).toSorted((a, b) => b.getTime() - a.getTime()))
    }),
  )
})

test('empty lines part paragraphs', () => assert.deepEqual(paragraphsOf('a\nb\n\n \nc\n'), ['a\nb', 'c']))

test('pages are found by inflected words and parts of compounds, titles first', () => {
  const pages = [
    { href: '/a', title: 'Anderes', summary: 'Hier stehen auch offene Daten', kind: '' },
    { href: '/b', title: 'Offene Daten', summary: '', kind: '' },
    { href: '/c', title: 'Datenschutz', summary: '', kind: '' },
  ]
  assert.deepEqual(findPages(pages, 'offene daten', 5).map(({ href }) => href), ['/b', '/a'])
  assert.deepEqual(findPages(pages, 'datenschutz', 5).map(({ href }) => href), ['/c'])
  assert.deepEqual(findPages(pages, 'x', 5), [])
})

test('the source page reads publiccode.yml and stands without it', () => {
  assert.deepEqual(sourceFacts('publiccodeYmlVersion: "0.4"\nurl: "https://code.example.org/x.git"\nsoftwareVersion: 1.2.3\nlegal:\n  license: EUPL-1.2\n'), { url: 'https://code.example.org/x.git', version: '1.2.3', licence: 'EUPL-1.2' })
  assert.equal(sourceFacts('').url, undefined)
})
