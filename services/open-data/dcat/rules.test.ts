import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readDate, readPeriod } from './dates.ts'
import { formatOf, hashAlgorithmOf, languageOf, licenceOf, mediaTypeOf, themeOf } from './normalise.ts'
import { hasMarkup, safeText } from './safe-text.ts'
import { fileTypes, licences, themes, vocabularies } from '../vocabulary/lists.ts'

describe('dates', () => {
  for (const [text, date] of [
    ['2024', '2024'], ['2024-05', '2024-05'], ['2024-05-31', '2024-05-31'], ['2024-05-31T10:00', '2024-05-31T10:00:00'], ['2021-01-28T05:25:54.181493', '2021-01-28T05:25:54'],
    ['2024-05-31T10:00:00+0200', '2024-05-31T10:00:00+02:00'], ['31.05.2024', '2024-05-31'], ['Mittwoch, 26. Juni 2013 - 13:25', '2013-06-26T13:25:00'], ['2. März 2013', '2013-03-02'], ['2024-02-29', '2024-02-29'],
  ] as const) it(`reads ${text}`, () => assert.deepEqual(readDate(text, 'x'), { date }))

  for (const text of ['2023-02-29', '2024-13-01', '2024-04-31', '0000', '0999-01-01', '9999-12-31', '32.01.2024', 'morgen', '', '2024-05-31T25:00', '20240531']) it(`refuses "${text}"`, () => assert.ok('refusal' in readDate(text, 'x')))

  it('agrees with the calendar', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1000-01-01'), max: new Date('2500-12-31T00:00:00Z'), noInvalidDate: true }), (time) => {
      const day = time.toISOString().slice(0, 10)
      assert.deepEqual(readDate(day, 'x'), { date: day })
    }))
  })

  it('drops an end before the start', () => {
    assert.deepEqual(readPeriod('2024-05', '2024-05-01', 't').period, { startDate: '2024-05', endDate: '2024-05-01' })
    const reversed = readPeriod('2024', '2020', 't')
    assert.deepEqual([reversed.period, reversed.refusals[0]?.code], [{ startDate: '2024' }, 'open-data.dataset.period-reversed'])
  })
})

describe('spellings', () => {
  const code = (value: string | undefined) => value?.split('/').slice(-1)[0]
  for (const [text, expected] of [['CSV', 'CSV'], ['text/csv', 'CSV'], ['.csv', 'CSV'], ['SHP', 'SHP'], ['Esri Shapefile', 'SHP'], ['OGC:WMS', 'WMS_SRVC'], ['http://publications.europa.eu/resource/authority/file-type/WMS', 'WMS_SRVC'], ['https://www.iana.org/assignments/media-types/application/geo+json', 'GEOJSON'], ['https://publications.europa.eu/resource/authority/file-type/CSV', 'CSV'], ['Excel', 'XLS'], ['xlsx', 'XLSX'], ['ttl', 'RDF_TURTLE']] as const) {
    it(`format ${text}`, () => assert.equal(code(formatOf(text)?.value), expected))
  }
  for (const [text, expected] of [['cc-zero', 'cc-zero'], ['https://www.dcat-ap.de/def/licenses/cc-zero', 'cc-zero'], ['https://creativecommons.org/licenses/by/4.0/deed.de', 'cc-by/4.0'], ['http://creativecommons.org/licenses/by-sa/3.0/de/', 'cc-by-sa-de/3.0'], ['Datenlizenz Deutschland – Namensnennung – Version 2.0', 'dl-by-de/2.0'], ['https://www.govdata.de/dl-de/zero-2-0', 'dl-zero-de/2.0'], ['Creative Commons Namensnennung 3.0 DE\r', 'cc-by-de/3.0'], ['odc-odbl', 'odbl']] as const) {
    it(`licence ${text.trim()}`, () => assert.equal(licenceOf(text)?.value, `http://dcat-ap.de/def/licenses/${expected}`))
  }
  it('leaves unknown words alone', () => {
    assert.equal(licenceOf('Nutzungsbedingungen der LHP'), undefined)
    assert.equal(formatOf('irgendwas'), undefined)
    assert.equal(themeOf('https://example.org/theme/unbekannt'), undefined)
  })
  it('reads languages, media types and hash algorithms', () => {
    assert.equal(code(languageOf('http://id.loc.gov/vocabulary/iso639-1/de')?.value), 'DEU')
    assert.equal(code(languageOf('de-DE')?.value), 'DEU')
    assert.equal(mediaTypeOf('text/csv; charset=utf-8')?.value, 'text/csv')
    assert.deepEqual(['https://www.dcat-ap.de/def/hashAlgorithms/sha/256', 'http://spdx.org/rdf/terms#checksumAlgorithm_md5', 'SHA-512', 'x'].map(hashAlgorithmOf), ['sha256', 'md5', 'sha512', undefined])
  })
  it('gives nothing a rule that was right already', () => {
    for (const concept of themes.concepts) assert.deepEqual(themeOf(concept.uri), { value: concept.uri })
    for (const concept of fileTypes.concepts) assert.deepEqual(formatOf(concept.uri), { value: concept.uri })
    for (const concept of licences.concepts) assert.deepEqual(licenceOf(concept.uri), { value: concept.uri })
  })
})

describe('vocabularies', () => {
  it('have unique codes, both labels, and a version', () => {
    for (const { concepts, byUri, scheme, version } of vocabularies) {
      assert.equal(byUri.size, concepts.length, scheme)
      assert.ok(version !== '' && concepts.length > 3, scheme)
      for (const concept of concepts) assert.ok(concept.label.de !== '' && concept.label.en !== '', concept.uri)
    }
  })
  it('never call a licence open that forbids commerce or changes', () => {
    for (const licence of licences.concepts) if (licence.commercialUse === false || licence.changesAllowed === false) assert.equal(licence.open, false, licence.code)
  })
})

describe('safe text', () => {
  it('keeps paragraphs, lists and web links', () => {
    assert.equal(safeText('<h2>Titel</h2><p>Ein&nbsp;Text mit <a href="https://example.org/x">Seite</a>.</p><ul><li>eins</li><li>zwei</li></ul>'), 'Titel\n\nEin Text mit [Seite](https://example.org/x).\n\n- eins\n- zwei')
  })
  it('leaves plain text alone', () => {
    for (const text of ['5 < 6 und 7 > 3', 'a & b', 'Zeile\n\nZeile', '[Karte](https://example.org)']) assert.equal(safeText(text), text)
  })
  for (const hostile of ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;', '&amp;lt;img src=x onerror=alert(1)&amp;gt;', '<scr<script>ipt>alert(1)</script>', '<svg/onload=alert(1)>', '<img src=x onerror=alert(1)', '<<b>script>', '<!--><script>x</script>-->', '[x](javascript:alert(1))', '<a href="javascript:alert(1)">x</a>', '<iframe src="//x">', '\u202eabc', '<math><mi//xlink:href="data:x,<script>">', '<<&lt;b-->javascript:x', '[<](x)img src=y', '&lt;[&](x)lt;b', '</!--x']) {
    it(`disarms ${hostile}`, () => {
      const text = safeText(hostile)
      assert.ok(!/<[a-z!/]|javascript:|\u202e/i.test(text), text)
    })
  }
  it('never lets markup or a link that runs code through', () => {
    const bits = fc.array(fc.constantFrom('<', '<', '\u0000', '>', 'script', '/', 'a', ' href="', 'javascript:', 'https://example.org', '"', '&lt;', '&gt;', '&amp;', '!--', '-->', '[', '](', ')', ' ', '\n', 'b', 'img onerror=x'), { maxLength: 40 }).map((parts) => parts.join(''))
    fc.assert(fc.property(fc.oneof(bits, fc.string({ unit: 'binary' })), (raw) => {
      const once = safeText(raw)
      assert.ok(!/<[a-z!/]/i.test(once), once)
      assert.ok(!/\]\(\s*javascript:/i.test(once), once)
      assert.equal(safeText(once), once)
    }), { numRuns: 3000 })
  })
  for (const part of ['<a href="https://x">', '<', '<<<a>', '<script', '<script>', '<svg></', '<li> ', '<!--', '[', '[](', '](', '&', '&lt;', '&amp;lt;b'])
    it(`takes no more than linear time for many ${part}`, () => {
      const [short, long] = [8_000, 64_000].map((length) => processorTime(part.repeat(length / part.length)))
      // Eight times the text: linear takes 8 times as long, quadratic 64 times. Below 20 ms the clock is too coarse to tell.
      assert.ok((long ?? 0) < 24 * Math.max(short ?? 0, 20 / 24), `${short} ms, ${long} ms`)
    })
  it('knows a sign from a tag', () => assert.equal(hasMarkup('a < b'), false))
})

/** Milliseconds of this process alone, the best of three: other work on the machine does not count. */
function processorTime(text: string): number {
  return Math.min(...[1, 2, 3].map(() => {
    const begun = process.cpuUsage()
    safeText(text)
    return process.cpuUsage(begun).user / 1_000
  }))
}
