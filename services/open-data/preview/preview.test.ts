import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import { createGunzip } from 'node:zlib'
import fc from 'fast-check'
import { previewFile } from './preview.ts'
import type { Preview, PreviewLimits } from './schema.ts'

const fileType = (code: string) => `http://publications.europa.eu/resource/authority/file-type/${code}`
const outcome = (text: string | Uint8Array, code = 'CSV', limits: Partial<PreviewLimits> = {}) => previewFile(Readable.from([Buffer.from(text)]), fileType(code), limits)
async function preview(text: string | Uint8Array, code = 'CSV', limits: Partial<PreviewLimits> = {}): Promise<Preview> {
  const result = await outcome(text, code, limits)
  assert.ok(result.ok, JSON.stringify(result))
  return result.preview
}
const types = (shown: Preview) => Object.fromEntries(shown.columns.map(({ name, type }) => [name, type]))

describe('preview of tables', () => {
  it('keeps keys as text and reads German numbers and dates', async () => {
    const shown = await preview('AGS;PLZ;Ort;Menschen;Anteil;Stand;offen\n05334002;52062;Aachen;249.070;12,5;31.12.2023;ja\n01001000;01067;"Flens;burg";92.550;-0,75;01.01.2024;nein\n')
    assert.deepEqual(types(shown), { AGS: 'text', PLZ: 'text', Ort: 'text', Menschen: 'integer', Anteil: 'decimal', Stand: 'date', offen: 'boolean' })
    assert.deepEqual(shown.rows[1], ['01001000', '01067', 'Flens;burg', 92550, -0.75, '2024-01-01', false])
    assert.deepEqual([shown.total, shown.delimiter, shown.truncated], [2, ';', false])
  })

  it('tells decimal points from thousands', async () => {
    const shown = await preview('a,b,c\n1.5,1.234,1e3\n2.25,2.500,x\n')
    assert.deepEqual(types(shown), { a: 'decimal', b: 'decimal', c: 'text' })
    assert.deepEqual(types(await preview('a;b\n1.234;1.234.567\n2.500,5;1\n')), { a: 'decimal', b: 'integer' })
  })

  it('takes types from the whole file, not from the first rows', async () => {
    const shown = await preview(`n;m\n${'1;2\n'.repeat(5000)}x;\n`, 'CSV', { rows: 10 })
    assert.deepEqual(types(shown), { n: 'text', m: 'integer' })
    assert.deepEqual([shown.total, shown.rows.length, shown.columns[1]?.nullable], [5001, 10, true])
  })

  it('recognises encodings', async () => {
    for (const [bytes, encoding] of [[Buffer.from('\ufeffStraße;n\nÄ;1\n'), 'utf-8'], [Buffer.from('Straße;n\nGrößenwahn in Köln;1\n', 'latin1'), 'windows-1252'], [Buffer.from('\ufeffStraße;n\nÄ;1\n', 'utf16le'), 'utf-16le']] as const) {
      const shown = await preview(bytes)
      assert.equal(shown.encoding, encoding)
      assert.equal(shown.columns[0]?.name, 'Straße')
    }
  })

  it('recognises delimiters, titles above and missing headers', async () => {
    for (const delimiter of [';', ',', '\t', '|']) assert.equal((await preview(`a${delimiter}b${delimiter}c\n1${delimiter}2${delimiter}3\n`)).delimiter, delimiter)
    assert.deepEqual(types(await preview('Statistik der Stadt;;\n;;\nOrt;Jahr;Wert\nA;2020;1\nB;2021;2\n')), { Ort: 'text', Jahr: 'integer', Wert: 'integer' })
    assert.deepEqual((await preview('1;2\n3;4\n')).columns.map(({ name }) => name), ['1', '2'])
    assert.equal((await preview('1;2\n3;4\n')).total, 2)
    assert.deepEqual(types(await preview('Bezirk;2020;2021\nA;1;2\nB;3;4\n')), { Bezirk: 'text', 2020: 'integer', 2021: 'integer' })
    assert.deepEqual((await preview('a;a;\nx;y;z\n')).columns.map(({ name }) => name), ['a', 'a (2)', '3'])
  })

  it('survives broken rows', async () => {
    const shown = await preview('a;b\n1;2;3\n"x;4\n5\n')
    assert.deepEqual([shown.rows, shown.truncated], [[[1, 2, 3]], true])
  })

  it('says what a file is when it is no table', async () => {
    for (const [text, code, refusal] of [['<!DOCTYPE html><html>', 'CSV', 'unsupported'], ['PK\u0003\u0004', 'CSV', 'unsupported'], ['', 'CSV', 'empty'], ['a;b\u0000\u0001', 'CSV', 'syntax'], ['x', 'SHP', 'unsupported'], ['{"a":', 'JSON', 'syntax'], ['a;b', 'JSON', 'syntax']] as const) {
      const result = await outcome(text, code)
      assert.equal(result.ok ? '' : result.refusal.code, `open-data.preview.${refusal}`, text)
    }
  })

  it('stops at its limits', async () => {
    const shown = await preview(`a;b\n${'1;2\n'.repeat(100_000)}`, 'CSV', { bytes: 100_000 })
    assert.deepEqual([shown.truncated, shown.total], [true, undefined])
    const json = await outcome(JSON.stringify(Array.from({ length: 1000 }, () => ({ a: 1 }))), 'JSON', { jsonBytes: 1000 })
    assert.equal(json.ok ? '' : json.refusal.code, 'open-data.preview.too-large')
  })

  it('never throws', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('CSV', 'TSV', 'JSON', 'GEOJSON'), async (bytes, code) => { await outcome(bytes, code) }), { numRuns: 400 })
  })
})

describe('preview of JSON and maps', () => {
  it('finds the list in a JSON file', async () => {
    const shown = await preview('{"meta": {}, "data": [{"a": 1, "b": "x"}, {"a": 2.5, "c": true}]}', 'JSON')
    assert.deepEqual(types(shown), { a: 'decimal', b: 'text', c: 'boolean' })
    assert.deepEqual(shown.rows, [[1, 'x', null], [2.5, null, true]])
  })

  it('reads geometries and their extent', async () => {
    const shown = await preview(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'A' }, geometry: { type: 'Polygon', coordinates: [[[6, 50], [6.2, 50], [6.2, 51], [6, 50]]] } }, { type: 'Feature', properties: { name: 'B' }, geometry: null }] }), 'GEOJSON')
    assert.equal(shown.kind, 'map')
    assert.deepEqual([shown.geometry?.bbox, shown.geometry?.types, shown.geometry?.geometries[1]], [[6, 50, 6.2, 51], ['Polygon'], null])
  })
})

describe('preview of real files', () => {
  const demo = (name: string) => createReadStream(join(import.meta.dirname, '../demo/data', name)).pipe(createGunzip())
  for (const [name, code, total, column, type] of [
    ['koeln-bevoelkerung.csv.gz', 'CSV', 29135, 'zahl', 'decimal'], ['koeln-bevoelkerung.csv.gz', 'CSV', 29135, 'raum_id', 'text'], ['koeln-haushalt-ergebnisplan.csv.gz', 'CSV', 504, 'Produktbereich', 'text'],
    ['koeln-haushalt-teilergebnisplan.csv.gz', 'CSV', 2828, 'Plan 2015', 'integer'], ['koeln-wahl-2013-stimmbezirke.csv.gz', 'CSV', 1024, 'CDU_Proz', 'decimal'], ['koeln-aed.csv.gz', 'CSV', 145, 'last_edited', 'date'],
    ['koeln-ampelanlagen.geojson.gz', 'GEOJSON', 986, 'LSA_Nr_', 'text'],
  ] as const) {
    it(`${name}: ${column} is ${type}`, async () => {
      const result = await previewFile(demo(name), fileType(code))
      assert.ok(result.ok)
      assert.deepEqual([result.preview.total, types(result.preview)[column]], [total, type])
    })
  }
})
