// Field names of an uploaded table are its own.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { loadBytes } from './load-testing.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const typesOf = (result: Awaited<ReturnType<typeof loadBytes>>) => Object.fromEntries((result.table?.fields ?? []).map(({ id, type }) => [id, type]))

describe('CSV as offices write it', () => {
  test('decimals, dates, truth, codes and signs for nothing', async () => {
    const result = await loadBytes('Name;PLZ;Fläche;Einwohner;Stand;Offen;AGS\nAlt;01067;1.234,50;12.345;31.12.2024;ja;05334002\nNeu;52062;7,25;-;01.02.2025;nein;05334004\n', 'a.csv')
    assert.deepEqual(typesOf(result), { Name: 'text', PLZ: 'text', Fläche: 'numeric', Einwohner: 'int', Stand: 'date', Offen: 'bool', AGS: 'text' })
    assert.deepEqual(result.rows[0], { _id: '1', Name: 'Alt', PLZ: '01067', Fläche: '1234.50', Einwohner: '12345', Stand: '2024-12-31', Offen: true, AGS: '05334002' })
    assert.equal(result.rows[1]?.['Einwohner'], null)
    assert.deepEqual(result.table?.fields.map(({ meaning }) => meaning), [undefined, 'postcode', undefined, undefined, undefined, undefined, 'ags'])
    assert.equal(result.find('markers-emptied')?.column, 'Einwohner')
  })

  test('titles above, notes and an empty line below', async () => {
    const result = await loadBytes('Bevölkerung der Stadt;;\nStand: 31.12.2024;;\n;;\nBezirk;Männer;Frauen\nMitte;100;110\nNord;200;220\n;;\nQuelle: Melderegister;;\n', 'a.csv')
    assert.equal(result.inspection.headerLine, 4)
    assert.deepEqual(typesOf(result), { Bezirk: 'text', Männer: 'int', Frauen: 'int' })
    assert.equal(result.table?.rows, 2)
    assert.match(result.rejected, /8;too-few-cells|8;note-below/)
  })

  test('one bad row costs that row and no other', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => `${index};"Straße ${index}";${index},5`)
    rows[500] = '500;zu;viele;Zellen;hier'
    rows[600] = '600;"nie geschlossen;1,5'
    rows[700] = '700'
    rows[800] = '800;Wert;kaputt'
    const result = await loadBytes(`id;strasse;wert\n${rows.join('\n')}\n`, 'a.csv')
    assert.equal(result.state, 'ready')
    assert.deepEqual(typesOf(result), { id: 'int', strasse: 'text', wert: 'numeric' })
    assert.equal(result.table?.rows, 996)
    assert.equal(result.table?.rejected, 4)
    assert.match(result.rejected, /502;too-many-cells/)
    assert.match(result.rejected, /602;quote-open/)
    assert.match(result.rejected, /702;too-few-cells/)
    assert.match(result.rejected, /802;value;wert: kaputt/)
    assert.deepEqual(result.find('values-set-apart')?.fix, { columns: { wert: { type: 'text' } } })
    assert.deepEqual(result.rows.map(({ _id }) => Number(_id)), Array.from({ length: 996 }, (_, index) => index + 1))
  })

  test('Windows-1252, UTF-16, old Mac lines and a mark', async () => {
    const text = 'Straße;Höhe\nGrün;1,5\nÖl;2,5\n'
    const expected = [{ _id: '1', Straße: 'Grün', Höhe: '1.5' }, { _id: '2', Straße: 'Öl', Höhe: '2.5' }]
    for (const [bytes, encoding] of [[latin(text), 'windows-1252'], [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), 'utf-16le'], [Buffer.from(text, 'utf16le'), 'utf-16le'], [Buffer.from(`\ufeff${text}`), 'utf-8'], [Buffer.from(text.replaceAll('\n', '\r')), 'utf-8'], [Buffer.from(text.replaceAll('\n', '\r\n')), 'utf-8']] as const) {
      const result = await loadBytes(bytes, 'a.csv')
      assert.deepEqual(result.rows, expected, encoding)
      assert.equal(result.inspection.encoding, encoding)
    }
  })

  test('single lines in another encoding are read and named', async () => {
    const result = await loadBytes(Buffer.concat([Buffer.from('Ort;Wert\nKöln;1\n'), latin('Düren;2\n'), Buffer.from('Würselen;3\n')]), 'a.csv')
    assert.deepEqual(result.rows.map(({ Ort }) => Ort), ['Köln', 'Düren', 'Würselen'])
    assert.deepEqual(result.find('mixed-encodings')?.lines, [3])
  })

  test('a file whose umlauts come late is Windows-1252 all the same', async () => {
    const result = await loadBytes(latin(`a;b\n${'x;1\n'.repeat(30_000)}Köln;2\n`), 'a.csv')
    assert.equal(result.inspection.encoding, 'windows-1252')
    assert.equal(result.rows.at(-1)?.['a'], 'Köln')
  })

  test('quotes, line breaks in cells, doubled and misplaced quotes', async () => {
    const result = await loadBytes('a,b\n"eins, zwei","Zeile 1\nZeile 2"\n"er sagt ""ja""",x\n5" Rohr,y\n', 'a.csv')
    assert.deepEqual(result.rows.map(({ a, b }) => [a, b]), [['eins, zwei', 'Zeile 1\nZeile 2'], ['er sagt "ja"', 'x'], ['5" Rohr', 'y']])
  })

  test('doubled and empty headers get names of their own', async () => {
    const result = await loadBytes('Wert;;wert;_id\n1;2;3;4\n', 'a.csv')
    assert.deepEqual(result.table?.fields.map(({ id }) => id), ['Wert', 'Spalte 2', 'wert (2)', '_id (2)'])
    assert.ok(result.find('header-empty') && result.find('header-doubled'))
  })

  test('day and month with slashes: believed only when some value tells', async () => {
    const clear = await loadBytes('d,n\n01/31/2024,1\n02/03/2024,2\n', 'a.csv')
    assert.deepEqual(clear.rows.map(({ d }) => d), ['2024-01-31', '2024-02-03'])
    const unclear = await loadBytes('d,n\n01/02/2024,1\n02/03/2024,2\n', 'a.csv')
    assert.equal(typesOf(unclear)['d'], 'text')
    assert.ok(unclear.find('dates-ambiguous'))
  })

  test('a person decides otherwise: name, type, leaving out, header, decimal sign', async () => {
    const text = 'Nr;Wert;Rest\n007;1.234;x\n008;2.345;y\n'
    const result = await loadBytes(text, 'a.csv', { decimal: '.', columns: { Nr: { type: 'int', id: 'nummer', label: 'Nummer' }, Rest: { drop: true } } })
    assert.deepEqual(result.rows, [{ _id: '1', nummer: '7', Wert: '1.234' }, { _id: '2', nummer: '8', Wert: '2.345' }])
    assert.equal(result.table?.fields[0]?.label, 'Nummer')
    assert.deepEqual((await loadBytes(text, 'a.csv')).rows[0], { _id: '1', Nr: '007', Wert: '1234', Rest: 'x' })
  })

  test('a chosen type never rounds: what does not fit is set apart', async () => {
    const whole = await loadBytes('a;b\n1,5;x\n2;y\n', 'a.csv', { columns: { a: { type: 'int' } } })
    assert.deepEqual(whole.rows.map(({ a }) => a), ['2'])
    assert.match(whole.rejected, /2;value;a: 1,5/)
    const many = await loadBytes(`a;b\n${'wort;x\n'.repeat(2_000)}1,25;y\n`, 'a.csv', { columns: { a: { type: 'numeric' } } })
    assert.deepEqual(many.rows.map(({ a }) => a), [1.25])
    assert.equal(many.table?.rejected, 2_000)
  })

  test('three figures behind a point: fractions where the comma separates cells, thousands elsewhere', async () => {
    assert.deepEqual((await loadBytes('a,b\n1.234,x\n2.345,y\n', 'a.csv')).rows.map(({ a }) => a), ['1.234', '2.345'])
    assert.deepEqual((await loadBytes('a;b\n1.234;x\n2.345;y\n', 'a.csv')).rows.map(({ a }) => a), ['1234', '2345'])
  })

  test('tidying takes sums, blanks and signs for nothing away', async () => {
    const text = 'Ort;Zahl;leer\n  Mitte   Nord ;1;\n-;2;\nSumme;3;\n'
    const before = await loadBytes(text, 'a.csv')
    assert.equal(before.table?.rows, 3)
    assert.deepEqual(before.find('sum-rows')?.lines, [4])
    const after = await loadBytes(text, 'a.csv', { tidy: true })
    assert.deepEqual(after.rows, [{ _id: '1', Ort: 'Mitte Nord', Zahl: '1' }, { _id: '2', Ort: null, Zahl: '2' }])
    assert.match(after.rejected, /4;sum-row/)
  })

  test('formulas are found, signed numbers are not', async () => {
    const result = await loadBytes('a;b\n"=HYPERLINK(""http://x"")";-5\n@SUM(A1);+3\nText;1\n', 'a.csv')
    assert.equal(result.find('formulas')?.count, 2)
    assert.equal(typesOf(result)['b'], 'int')
  })

  test('units, spaces between thousands, times and moments', async () => {
    const result = await loadBytes('anteil;preis;gross;zeit;moment\n12,5 %;3,50 €;1 234 567;08:30;31.12.2024 08:30\n7 %;4 €;12;17:45:10;01.01.2025 00:00\n', 'a.csv')
    assert.deepEqual(result.table?.fields.map(({ type, unit }) => [type, unit]), [['numeric', '%'], ['numeric', '€'], ['int', undefined], ['time', undefined], ['timestamp', undefined]])
    assert.deepEqual(result.rows[0], { _id: '1', anteil: '12.5', preis: '3.50', gross: '1234567', zeit: '08:30:00', moment: '2024-12-31 08:30:00' })
  })

  test('bombs are refused in words: columns, endless lines, nothing at all', async () => {
    const wide = Array.from({ length: 5_000 }, (_, index) => `s${index}`).join(';')
    const columns = await loadBytes(`${wide}\n${wide}\n`, 'a.csv')
    assert.equal(columns.state, 'refused')
    assert.deepEqual(columns.refusal?.values, { columns: 5_000, most: 2_000 })
    const endless = await loadBytes(`a;b\n1;2\n${'x'.repeat(9_000_000)}\n3;4\n`, 'a.csv')
    assert.equal(endless.table?.rows, 2)
    assert.match(endless.rejected, /3;too-(long|few-cells)/)
    assert.equal((await loadBytes('', 'a.csv')).refusal?.code, 'empty-file')
    assert.equal((await loadBytes('a;b;c\n', 'a.csv')).refusal?.code, 'no-rows')
  })

  test('real files of the demonstration', async () => {
    const read = (name: string) => gunzipSync(readFileSync(join(import.meta.dirname, '../demo/data', name)))
    for (const name of ['koeln-bevoelkerung.csv.gz', 'koeln-aed.csv.gz', 'koeln-haushalt-ergebnisplan.csv.gz', 'koeln-wahl-2013-stimmbezirke.csv.gz', 'koeln-haushalt-teilergebnisplan.csv.gz']) {
      const bytes = read(name)
      const result = await loadBytes(bytes, name)
      const lines = bytes.toString('latin1').split('\n').filter((line) => line.trim() !== '').length
      assert.equal((result.table?.rows ?? 0) + (result.table?.rejected ?? 0), lines - (result.inspection.headerLine ?? 0), name)
      assert.ok(result.table?.fields.some(({ type }) => type === 'int' || type === 'numeric'), name)
    }
  })
})
