// Field names of an uploaded table are its own.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { dbfOf, shpOf, xlsxOf, zipOf } from '../inspect/files-testing.ts'
import { loadBytes } from './load-testing.ts'

const fields = (result: Awaited<ReturnType<typeof loadBytes>>) => result.table?.fields.map(({ id, type }) => `${id} ${type}`)

describe('spreadsheets', () => {
  test('titles above, a merged header of two lines, dates, zeros, formulas, a sum and a note below', async () => {
    const file = xlsxOf(
      [
        {
          name: 'Bericht',
          rows: [
            ['Kindertagesstätten 2026'], ['Stand: 1. März'], [],
            ['Einrichtung', 'Plätze', null, 'PLZ', 'Eröffnet', 'Kosten'], [null, 'unter 3', 'über 3', null, null, null],
            ['Sonnenschein', 12, 40, { value: 1067, style: 3 }, { value: 45_292, style: 1 }, { value: 1234.5, formula: 'B6*C6' }],
            ['Regenbogen', 8, 30, { value: 52_062, style: 3 }, { value: 45_323, style: 1 }, { value: 99.125, formula: 'B7*C7' }],
            ['Summe', 20, 70], ['Quelle: Jugendamt'],
          ],
          merges: ['A1:F1', 'B4:C4'],
        },
        { name: 'Versteckt', rows: [['geheim']], hidden: true },
        { name: 'Zweites', rows: [['a', 'b'], [1, 2]] },
      ],
    ) // prettier-ignore
    const result = await loadBytes(file, 'kita.xlsx')
    assert.deepEqual(fields(result), ['Einrichtung text', 'Plätze unter 3 int', 'Plätze über 3 int', 'PLZ text', 'Eröffnet date', 'Kosten numeric'])
    assert.deepEqual(result.rows[0], { _id: '1', Einrichtung: 'Sonnenschein', 'Plätze unter 3': '12', 'Plätze über 3': '40', PLZ: '01067', Eröffnet: '2024-01-01', Kosten: 1234.5 })
    assert.equal(result.rows[1]?.['Kosten'], 99.125)
    assert.equal(result.inspection.headerLine, 4)
    assert.deepEqual(result.inspection.sheets, ['Bericht', 'Zweites'])
    for (const code of ['several-sheets', 'hidden-sheets', 'cached-formulas', 'sum-rows', 'titles-above', 'header-of-two', 'rejected-note-below']) assert.ok(result.find(code), code)
    const other = await loadBytes(file, 'kita.xlsx', { sheet: 'Zweites' })
    assert.deepEqual(other.rows, [{ _id: '1', a: '1', b: '2' }])
  })

  test('moments, truth, errors and formulas without a value', async () => {
    const result = await loadBytes(xlsxOf([{ name: 'T', rows: [['wann', 'offen', 'wert'], [{ value: 45_292.5, style: 2 }, true, { error: '#DIV/0!' }], [{ value: 45_293.25, style: 2 }, false, { formula: 'A1' }]] }]), 'a.xlsx')
    assert.deepEqual(result.rows.map(({ wann, offen, wert }) => [wann, offen, wert]), [['2024-01-01 12:00:00', true, null], ['2024-01-02 06:00:00', false, null]])
    assert.ok(result.find('cell-errors') && result.find('formulas-without-value'))
  })

  test('macros are not run and the file is refused; old Excel is no table', async () => {
    const macros = await loadBytes(xlsxOf([{ name: 'T', rows: [['a'], [1]] }], [{ name: 'xl/vbaProject.bin', content: 'macro' }]), 'a.xlsm')
    assert.deepEqual([macros.state, macros.refusal?.code], ['refused', 'macros'])
    assert.equal((await loadBytes(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'a.xls')).refusal?.code, 'old-excel')
  })

  test('a zip that unpacks to far more than it says or may is refused', async () => {
    const zeros = Buffer.alloc(120_000_000)
    const bomb = await loadBytes(xlsxOf([{ name: 'T', rows: [['a'], [1]] }], [{ name: 'xl/media/image1.png', content: zeros }]), 'a.xlsx')
    assert.deepEqual([bomb.state, bomb.refusal?.code], ['refused', 'zip-bomb'])
    const lying = await loadBytes(zipOf([{ name: 'xl/workbook.xml', content: Buffer.alloc(70_000_000, 0x20), saysSize: 1_000 }, { name: 'xl/_rels/workbook.xml.rels', content: '<a/>' }]), 'a.xlsx')
    assert.equal(lying.state, 'refused')
    assert.equal((await loadBytes(Buffer.from('PK\u0003\u0004 broken'), 'a.xlsx')).refusal?.code, 'zip-broken')
  })

  test('OpenDocument', async () => {
    const cell = (text: string, attributes = '') => `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
    const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="Liste">
      <table:table-row>${cell('Ort')}${cell('Wert')}${cell('Tag')}</table:table-row>
      <table:table-row>${cell('Köln')}${cell('1,5', 'office:value-type="float" office:value="1.5"')}${cell('1.1.24', 'office:value-type="date" office:date-value="2024-01-01"')}</table:table-row>
      <table:table-row>${cell('Aachen')}${cell('2,25', 'office:value-type="float" office:value="2.25"')}${cell('2.1.24', 'office:value-type="date" office:date-value="2024-01-02"')}</table:table-row>
      <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
      </table:table></office:spreadsheet></office:body></office:document-content>`
    const result = await loadBytes(zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'content.xml', content }]), 'a.ods')
    assert.deepEqual(result.rows, [{ _id: '1', Ort: 'Köln', Wert: '1.50', Tag: '2024-01-01' }, { _id: '2', Ort: 'Aachen', Wert: '2.25', Tag: '2024-01-02' }])
  })
})

describe('geodata', () => {
  const dom: [number, number] = [6.0839, 50.7747]

  test('GeoJSON with NaN, missing geometry and coordinates the wrong way round', async () => {
    const feature = (properties: string, geometry: string) => `{"type":"Feature","properties":${properties},"geometry":${geometry}}`
    const text = `{"type":"FeatureCollection","features":[${[
      feature('{"name":"Dom","wert":1.234,"plz":"01067"}', `{"type":"Point","coordinates":[${dom.join(',')}]}`),
      feature('{"name":"Elisengarten","wert":NaN}', `{"type":"Point","coordinates":[${dom.toReversed().join(',')}]}`),
      feature('{"name":"Nichts","wert":2}', 'null'),
      '{"type":"Feature",broken}',
    ].join(',\n')}]}`
    const result = await loadBytes(text, 'a.geojson')
    assert.deepEqual(fields(result), ['name text', 'wert numeric', 'plz text', 'geometry geometry'])
    assert.equal(result.table?.rows, 3)
    assert.equal(result.rows[0]?.['wert'], 1.234)
    assert.deepEqual(JSON.parse(String(result.rows[1]?.['geometry'])), { type: 'Point', coordinates: dom })
    assert.equal(result.rows[2]?.['geometry'], null)
    for (const code of ['json-not-a-number', 'geometry-missing', 'coordinates-swapped', 'json-broken-objects']) assert.equal(result.find(code)?.count, 1, code)
  })

  test('the traffic lights of the demonstration', async () => {
    const result = await loadBytes(gunzipSync(readFileSync(join(import.meta.dirname, '../demo/data/koeln-ampelanlagen.geojson.gz'))), 'a.geojson')
    assert.ok((result.table?.rows ?? 0) > 500)
    assert.equal(result.table?.fields.at(-1)?.type, 'geometry')
    assert.equal(result.find('coordinates-outside'), undefined)
  })

  test('a shapefile: code page, projection, shapes without geometry; missing parts are named', async () => {
    const shp = shpOf([[294_410, 5_628_900], null])
    const dbf = dbfOf(['NAME', 'PLZ'], [['Große Straße', '01067'], ['Öl', '52062']])
    const prj = 'PROJCS["ETRS_1989_UTM_Zone_32N",GEOGCS["GCS_ETRS_1989"]]'
    const whole = await loadBytes(zipOf([{ name: 'a.shp', content: shp }, { name: 'a.dbf', content: dbf }, { name: 'a.shx', content: 'x' }, { name: 'a.prj', content: prj }, { name: 'a.cpg', content: '1252' }]), 'a.zip')
    assert.deepEqual(fields(whole), ['NAME text', 'PLZ text', 'geometry geometry'])
    assert.deepEqual(whole.rows.map(({ NAME, PLZ }) => [NAME, PLZ]), [['Große Straße', '01067'], ['Öl', '52062']])
    const [longitude, latitude] = JSON.parse(String(whole.rows[0]?.['geometry'])).coordinates
    assert.ok(Math.abs(longitude - 6.08) < 0.02 && Math.abs(latitude - 50.77) < 0.02, `${longitude} ${latitude}`)
    assert.equal(whole.inspection.coordinateSystem, 25832)
    const bare = await loadBytes(zipOf([{ name: 'a.shp', content: shp }, { name: 'a.dbf', content: dbf }]), 'a.zip')
    for (const code of ['shapefile-without-prj', 'shapefile-without-shx', 'shapefile-without-cpg']) assert.ok(bare.find(code), code)
    assert.equal(bare.inspection.coordinateSystem, 25832)
    assert.deepEqual((await loadBytes(zipOf([{ name: 'a.shp', content: shp }]), 'a.zip')).refusal?.code, 'shapefile-without-dbf')
    assert.deepEqual((await loadBytes(zipOf([{ name: 'a.dbf', content: dbf }]), 'a.zip')).refusal?.code, 'shapefile-without-shp')
    assert.equal((await loadBytes(zipOf([{ name: 'a.shp', content: shp.subarray(0, 115) }, { name: 'a.dbf', content: dbf }]), 'a.zip')).refusal?.code, 'shapefile-broken')
  })

  test('a GeoPackage with two layers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'modellregion-gpkg-'))
    const path = join(folder, 'a.gpkg')
    const database = new DatabaseSync(path)
    database.exec(`create table gpkg_contents (table_name text, data_type text); create table gpkg_geometry_columns (table_name text, column_name text, srs_id int); create table gpkg_spatial_ref_sys (srs_id int, organization_coordsys_id int);
      insert into gpkg_spatial_ref_sys values (25832, 25832); insert into gpkg_contents values ('brunnen', 'features'), ('liste', 'attributes'); insert into gpkg_geometry_columns values ('brunnen', 'geom', 25832);
      create table brunnen (fid integer primary key, geom blob, name text); create table liste (fid integer primary key, wert real); insert into liste values (1, 1.5)`)
    const point = Buffer.alloc(29)
    point.write('GP', 0, 'latin1')
    point[3] = 1
    point[8] = 1
    point.writeUInt32LE(1, 9)
    point.writeDoubleLE(294_410, 13)
    point.writeDoubleLE(5_628_900, 21)
    database.prepare('insert into brunnen values (1, ?, ?), (2, null, ?)').run(point, 'Elisenbrunnen', 'ohne Ort')
    database.close()
    const bytes = readFileSync(path)
    rmSync(folder, { recursive: true })
    const result = await loadBytes(bytes, 'a.gpkg')
    assert.deepEqual(fields(result), ['fid int', 'name text', 'geometry geometry'])
    assert.match(String(result.rows[0]?.['geometry']), /"coordinates":\[6\.0[78]\d*,50\.7\d*\]/)
    assert.deepEqual(result.inspection.layers, ['brunnen', 'liste'])
    assert.deepEqual((await loadBytes(bytes, 'a.gpkg', { layer: 'liste' })).rows, [{ _id: '1', fid: '1', wert: '1.5' }])
    assert.equal((await loadBytes(bytes.subarray(0, 5_000), 'a.gpkg')).refusal?.code, 'geopackage-broken')
  })
})

describe('lists of objects and Parquet', () => {
  test('JSON inside an envelope, nested values, lines of JSON', async () => {
    const json = await loadBytes('{"help":"x","result":{"records":[{"id":1,"ort":"Köln","tags":["a"]},{"id":2,"wert":1.25}]}}', 'a.json')
    assert.deepEqual(fields(json), ['id int', 'ort text', 'tags json', 'wert numeric'])
    assert.deepEqual(json.rows[0], { _id: '1', id: '1', ort: 'Köln', tags: '["a"]', wert: null })
    const lines = await loadBytes('{"a":1}\n{"a":2}\nkaputt\n{"a":3}\n', 'a.ndjson')
    assert.deepEqual(lines.rows.map(({ a }) => a), ['1', '2', '3'])
  })

  test('nesting without end and lists of nothing are refused in words', async () => {
    assert.equal((await loadBytes(`[{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}]`, 'a.json')).refusal?.code, 'json-too-deep')
    assert.equal((await loadBytes('{"a": 1}', 'a.json')).refusal?.code, 'json-no-list')
    assert.equal((await loadBytes('[1, 2, 3]', 'a.json')).refusal?.code, 'json-no-list')
  })

  test('Parquet keeps its values; a broken one is said to be broken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'modellregion-parquet-'))
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    await connection.run(`copy (select 7 as a, date '2024-01-01' as tag, '007' as code, 1.234::double as wert union all select 8, null, '12', 2) to '${folder}/a.parquet' (format parquet)`)
    const bytes = readFileSync(join(folder, 'a.parquet'))
    rmSync(folder, { recursive: true })
    const result = await loadBytes(bytes, 'a.parquet')
    assert.deepEqual(fields(result), ['a int', 'tag date', 'code text', 'wert numeric'])
    assert.deepEqual(result.rows[0], { _id: '1', a: '7', tag: '2024-01-01', code: '007', wert: '1.234' })
    assert.equal((await loadBytes(bytes.subarray(0, 100), 'a.parquet')).refusal?.code, 'parquet-broken')
  })

  test('what is no table stays a file', async () => {
    const result = await loadBytes('%PDF-1.7 …', 'a.pdf')
    assert.deepEqual([result.state, result.refusal?.code, result.table], ['ready', 'not-a-table', undefined])
  })
})
