import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Refusal } from '../dcat/refusals.ts'
import { parseRdf } from './parse.ts'
import type { ParseOptions } from './parse.ts'

const from = (...chunks: (string | Uint8Array)[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)))

async function graphOf(text: string | Uint8Array, options: ParseOptions = {}) {
  const parsed = await parseRdf(from(text), options)
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return parsed.graph
}
async function refusalOf(text: string | Uint8Array, options: ParseOptions = {}): Promise<Refusal> {
  const parsed = await parseRdf(from(text), options)
  assert.ok(!parsed.ok, 'this should have been refused')
  return parsed.refusal
}

const rdf = (body: string, head = '<?xml version="1.0"?>') => `${head}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/" xmlns:dcat="http://www.w3.org/ns/dcat#">${body}</rdf:RDF>`
const dataset = '<dcat:Dataset rdf:about="https://example.org/1"><dct:title xml:lang="de">Fußwege &amp; Plätze</dct:title></dcat:Dataset>'
const title = (graph: Awaited<ReturnType<typeof graphOf>>) => graph.describe({ kind: 'iri', value: 'https://example.org/1' }).get('http://purl.org/dc/terms/title')?.[0]

describe('reading RDF', () => {
  it('reads the same statements from all syntaxes', async () => {
    const turtle = '@prefix dct: <http://purl.org/dc/terms/> . <https://example.org/1> a <http://www.w3.org/ns/dcat#Dataset> ; dct:title "Fußwege & Plätze"@de .'
    const triples = '<https://example.org/1> <http://purl.org/dc/terms/title> "Fu\\u00DFwege & Pl\\u00E4tze"@de .\n<https://example.org/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .'
    const json = JSON.stringify({ '@context': { dct: 'http://purl.org/dc/terms/' }, '@id': 'https://example.org/1', '@type': 'http://www.w3.org/ns/dcat#Dataset', 'dct:title': { '@value': 'Fußwege & Plätze', '@language': 'de' } })
    for (const text of [rdf(dataset), turtle, triples, json]) {
      const graph = await graphOf(text)
      assert.equal(graph.size, 2)
      assert.deepEqual(title(graph), { kind: 'literal', value: 'Fußwege & Plätze', language: 'de' })
      assert.equal(graph.ofType('http://www.w3.org/ns/dcat#Dataset').length, 1)
    }
  })

  it('does not care where the bytes are cut', async () => {
    const bytes = Buffer.from(rdf(dataset.repeat(3)))
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 8 }), async (cuts) => {
      const points = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
      const parsed = await parseRdf(from(...points.slice(1).map((end, index) => bytes.subarray(points[index], end))))
      assert.ok(parsed.ok)
      assert.deepEqual(title(parsed.graph), { kind: 'literal', value: 'Fußwege & Plätze', language: 'de' })
    }), { numRuns: 150 })
  })

  it('reads a byte order mark, and the encodings older XML declares', async () => {
    assert.equal((await graphOf(`\ufeff${rdf(dataset)}`)).size, 2)
    const latin = Buffer.from(rdf(dataset, '<?xml version="1.0" encoding="ISO-8859-1"?>'), 'latin1')
    assert.deepEqual(title(await graphOf(latin)), { kind: 'literal', value: 'Fußwege & Plätze', language: 'de' })
    assert.equal((await refusalOf(rdf(dataset, '<?xml version="1.0" encoding="EBCDIC"?>'))).code, 'open-data.harvest.encoding-unknown')
  })

  it('brings the namespaces of all German versions together', async () => {
    const names = ['http://dcat-ap.de/def/dcatde/1_0contributorID', 'https://www.dcat-ap.de/def/dcatde/1.1/contributorID', 'http://dcat-ap.de/def/dcatde/1.0.1/contributorID', 'http://dcat-ap.de/def/dcatde/contributorID']
    const graph = await graphOf(names.map((name, index) => `<https://example.org/1> <${name}> "${index}" .`).join('\n'))
    assert.equal(graph.describe({ kind: 'iri', value: 'https://example.org/1' }).get('http://dcat-ap.de/def/dcatde/contributorID')?.length, 4)
  })
})

describe('hostile files', () => {
  it('refuses entities before they are expanded', async () => {
    const laughs = `<!DOCTYPE rdf:RDF [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`
    const refusal = await refusalOf(rdf(dataset.replace('Fußwege', '&c;'), `<?xml version="1.0"?>\n${laughs}`))
    assert.equal(refusal.code, 'open-data.harvest.doctype-forbidden')
    assert.deepEqual(refusal.at, { line: 2, column: 19, byte: 40 })
    assert.equal((await refusalOf(rdf(dataset, '<!DOCTYPE rdf:RDF SYSTEM "file:///etc/passwd">'))).code, 'open-data.harvest.doctype-forbidden')
    assert.equal((await refusalOf(rdf(dataset, '<!doctype x PUBLIC "a" "http://example.org/x.dtd">'))).code, 'open-data.harvest.doctype-forbidden')
    assert.equal((await graphOf(rdf(dataset, '<?xml version="1.0"?><!-- <!DOCTYPE x [ --><!DOCTYPE rdf:RDF>'))).size, 2)
  })

  it('refuses a file that lies about its type', async () => {
    for (const [text, found] of [['<!DOCTYPE html><html><body>404</body></html>', 'html'], ['{"error": "not found"}', 'json'], ['PK\u0003\u0004....', 'zip'], ['%PDF-1.4', 'pdf']] as const) {
      const refusal = await refusalOf(text, { format: 'rdf-xml' })
      assert.equal(refusal.code, 'open-data.harvest.type-mismatch')
      assert.equal(refusal.detail, `rdf-xml ≠ ${found}`)
    }
    assert.equal((await refusalOf(rdf(dataset), { format: 'json-ld' })).code, 'open-data.harvest.type-mismatch')
    assert.equal((await refusalOf('  \n ')).code, 'open-data.harvest.empty')
    assert.equal((await refusalOf('Sehr geehrte Damen und Herren')).code, 'open-data.harvest.type-unknown')
  })

  it('says where UTF-8 breaks', async () => {
    const bytes = Buffer.concat([Buffer.from('<https://example.org/1> <https://example.org/p> "ä" .\n<a:b> <a:b> "'), Buffer.from([0xc3, 0x28]), Buffer.from('" .')])
    const refusal = await refusalOf(bytes)
    assert.equal(refusal.code, 'open-data.harvest.invalid-utf8')
    assert.deepEqual(refusal.at, { line: 2, column: 14, byte: bytes.indexOf(0x28, 60) - 1 })
    assert.equal((await refusalOf(Buffer.concat([Buffer.from('<a:b> <a:b> "x'), Buffer.from([0xe2, 0x82])]))).code, 'open-data.harvest.invalid-utf8')
  })

  it('says where the syntax breaks', async () => {
    const broken = await refusalOf(rdf('\n\n<dcat:Dataset></dct:title>'))
    assert.equal(broken.code, 'open-data.harvest.syntax')
    assert.equal(broken.at?.line, 3)
    assert.equal((await refusalOf('<https://example.org/1> <https://example.org/p> .')).code, 'open-data.harvest.syntax')
    assert.equal((await refusalOf('{"@id": "https://example.org/1", ')).code, 'open-data.harvest.syntax')
    assert.equal((await refusalOf(rdf(dataset).slice(0, -12))).code, 'open-data.harvest.syntax')
  })

  const limits = { literalBytes: 1000, nesting: 10, triples: 5, bytes: 100_000, jsonBytes: 100_000 }
  const long = 'x'.repeat(2000)
  const cases: readonly (readonly [string, string, string])[] = [
    ['a long literal in XML', rdf(`<dcat:Dataset><dct:title>${long}</dct:title></dcat:Dataset>`), 'literal-too-long'],
    ['a long attribute', rdf(`<dcat:Dataset dct:title="${long}"/>`), 'literal-too-long'],
    ['a long comment', rdf(`<!--${long}-->`), 'literal-too-long'],
    ['a long CDATA section', rdf(`<dcat:Dataset><dct:title><![CDATA[${'<b>'.repeat(900)}]]></dct:title></dcat:Dataset>`), 'literal-too-long'],
    ['a long XML literal', rdf(`<dcat:Dataset><dct:title rdf:parseType="Literal">${'<b>x</b>'.repeat(300)}</dct:title></dcat:Dataset>`), 'literal-too-long'],
    ['deep XML', rdf('<a>'.repeat(50)), 'nested-too-deep'],
    ['a long literal in Turtle', `<a:b> <a:b> "${long}" .`, 'literal-too-long'],
    ['a long multi-line literal', `<a:b> <a:b> """${'"x\n'.repeat(900)}""" .`, 'literal-too-long'],
    ['an endless IRI', `<a:${long}> <a:b> "x" .`, 'literal-too-long'],
    ['deep Turtle', `<a:b> <a:b> ${'[ <a:b> '.repeat(40)}`, 'nested-too-deep'],
    ['a long string in JSON', `{"@id": "a:b", "a:c": "${long}"}`, 'literal-too-long'],
    ['deep JSON', `{"@id": "a:b", "a:c": ${'['.repeat(60)}`, 'nested-too-deep'],
    ['too many statements', '<a:b> <a:b> "1","2","3","4","5","6" .', 'too-many-triples'],
    ['too many bytes', `# ${'x '.repeat(400)}\n`.repeat(200), 'too-large'],
  ]
  for (const [name, text, code] of cases) {
    it(`refuses ${name}`, async () => { assert.equal((await refusalOf(text, { limits })).code, `open-data.harvest.${code}`) })
  }

  it('takes quotes, brackets and comments inside literals for what they are', async () => {
    const graph = await graphOf('# "a [ <\n<a:b> <a:b> "\\" [[[[ # <", """x" ""y # \\""" ((((""", \'"\', "" . # "\n<a:c> <a:b> 1 .', { limits: { nesting: 2 } })
    assert.equal(graph.size, 5)
    assert.equal((await graphOf(rdf(`<dcat:Dataset dct:title="a > b"><dct:title><![CDATA[<x><y>]]></dct:title></dcat:Dataset>`), { limits: { nesting: 3 } })).size, 3)
  })

  it('never loads a context from the network', async () => {
    assert.equal((await refusalOf('{"@context": "http://169.254.169.254/", "@id": "a:b"}')).code, 'open-data.harvest.remote-context-forbidden')
  })

  it('is cut off at the limit while an endless file still flows, without growing memory', async () => {
    let sent = 0
    async function* endless() {
      yield Buffer.from(rdf('').slice(0, -10))
      for (let i = 0; ; i++) {
        const chunk = Buffer.from(`<dcat:Dataset rdf:about="https://example.org/${i % 100}"><dct:title>${'Radwege '.repeat(4000)}</dct:title></dcat:Dataset>`)
        sent += chunk.length
        yield chunk
      }
    }
    const parsed = await parseRdf(Readable.from(endless()), { limits: { bytes: 30_000_000 } })
    assert.equal(parsed.ok ? '' : parsed.refusal.code, 'open-data.harvest.too-large')
    assert.ok(sent < 33_000_000, `${sent} bytes were read`)
  })

  it('keeps to its budget of memory', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => `<https://example.org/${i}> <a:b> "${'x'.repeat(500)}" .`).join('\n')
    assert.equal((await refusalOf(many, { limits: { memoryBytes: 1_000_000 } })).code, 'open-data.harvest.out-of-memory-budget')
  })

  it('stops when told to, even while the source is silent', async () => {
    const silent = new Readable({ read() { this.push(''); } })
    const late = await parseRdf(silent, { signal: AbortSignal.timeout(30) })
    assert.equal(late.ok ? '' : late.refusal.code, 'open-data.harvest.timeout')
    const stopped = await parseRdf(from(rdf(dataset)), { signal: AbortSignal.abort(new Error('stop')) })
    assert.equal(stopped.ok ? '' : stopped.refusal.code, 'open-data.harvest.cancelled')
  })

  it('reports a broken transfer as such', async () => {
    async function* breaking() { yield Buffer.from(rdf(dataset).slice(0, 1200).padEnd(1200)); throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }) }
    const parsed = await parseRdf(Readable.from(breaking()))
    assert.equal(parsed.ok ? '' : parsed.refusal.code, 'open-data.harvest.source-broken')
  })

  it('never throws, whatever the bytes', async () => {
    const pieces = fc.constantFrom('<', '>', '<?xml?>', '<rdf:RDF', ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"', '"', "'", '{', '}', '[', ']', '@prefix', ':', 'a', '.', '\\', '<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE', '"@context"', '\u0000', 'ä', '{"@id":1}')
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.array(pieces, { maxLength: 25 }).map((parts) => Buffer.from(parts.join('')))), async (bytes) => { await parseRdf(from(bytes)) }), { numRuns: 600 })
  })
})
