import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { excelCsv, featureCollection, jsonArray } from './formats.ts'
import type { Field } from '../store/schema.ts'

/** The rows as NDJSON in chunks of `size` bytes, which cut rows and letters anywhere. */
function ndjson(rows: readonly object[], size: number): Readable {
  const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return Readable.from((function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  })())
}

// The consumer of Node takes the mark away.
const textWithMark = async (stream: Readable): Promise<string> => (await buffer(stream)).toString()

const rows = fc.array(fc.record({ name: fc.string({ unit: 'grapheme' }), zahl: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })) }, { noNullPrototype: true }), { maxLength: 30 })

describe('downloads', () => {
  it('JSON has every row, wherever the chunks end', async () => {
    await fc.assert(fc.asyncProperty(rows, fc.integer({ min: 1, max: 50 }), async (all, size) => void assert.deepEqual(JSON.parse(await text(ndjson(all, size).pipe(jsonArray()))), JSON.parse(JSON.stringify(all)))))
  })

  it('GeoJSON takes points from two columns and geometries from one', async () => {
    const points = JSON.parse(await text(ndjson([{ a: 'x', lon: 6.1, lat: 50.7 }, { a: 'y', lon: null, lat: 50 }], 7).pipe(featureCollection({ kind: 'point', lon: 'lon', lat: 'lat' }))))
    assert.deepEqual(points.features.map((one: { geometry: unknown }) => one.geometry), [{ type: 'Point', coordinates: [6.1, 50.7] }, null])
    const shapes = JSON.parse(await text(ndjson([{ a: 'x', form: '{"type":"Point","coordinates":[1,2]}' }, { a: 'y', form: 'kaputt' }], 7).pipe(featureCollection({ kind: 'geometry', field: 'form' }))))
    assert.deepEqual(shapes.features, [{ type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] }, properties: { a: 'x' } }, { type: 'Feature', geometry: null, properties: { a: 'y' } }])
  })

  const fields: Field[] = [{ id: 'name', type: 'text' }, { id: 'zahl', type: 'numeric' }, { id: 'tag', type: 'date' }, { id: '=kopf', type: 'bool' }]
  it('the CSV for Excel runs no formula and writes as people do here', async () => {
    const csv = await textWithMark(ndjson([{ name: '=cmd|calc', zahl: -1234.5, tag: '2024-03-01', '=kopf': true }, { name: 'a;"b"', zahl: null, tag: null, '=kopf': false }], 9).pipe(excelCsv(fields)))
    assert.equal(csv, '\ufeffname;zahl;tag;\'=kopf\r\n\'=cmd|calc;-1234,5;01.03.2024;ja\r\n"a;""b""";;;nein\r\n')
  })

  it('no text cell of it begins as a formula does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'a', ';', '"') }), { minLength: 1, maxLength: 5 }), async (names) => {
        const csv = await textWithMark(ndjson(names.map((name) => ({ name })), 5).pipe(excelCsv([{ id: 'name', type: 'text' }])))
        for (const line of csv.slice(1).split('\r\n')) assert.doesNotMatch(line.replace(/^"/, ''), /^[=+\-@\t]/)
      }),
    )
  })

  it('an empty table is an empty list', async () => {
    assert.equal(await text(ndjson([], 5).pipe(jsonArray())), '[\n]\n')
  })
})
