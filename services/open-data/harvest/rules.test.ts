import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvLine, freeSourceName, readColumns, reportLines } from './rules.ts'

test('a source never takes the address of a page or of another source', () => {
  assert.equal(freeSourceName('bochum', new Set()), 'bochum')
  assert.equal(freeSourceName('bochum', new Set(['bochum', 'bochum-2'])), 'bochum-3')
  assert.equal(freeSourceName('quarantine', new Set()), 'quarantine-2')
})

test('columns are read line by line, and the first line that is none is named', () => {
  assert.deepEqual(readColumns('title = Titel des Satzes\n\n url=Datei = neu '), { ok: true, columns: { title: 'Titel des Satzes', url: 'Datei = neu' } })
  assert.deepEqual(readColumns('title = Titel\nBeschreibung'), { ok: false, broken: 'Beschreibung' })
})

test('a report is safe to open in a spreadsheet', () => {
  assert.equal(csvLine(['a;b', 'er sagt "ja"', 'zwei\nZeilen', '=1+1']), '"a;b";"er sagt ""ja""";"zwei\nZeilen";\'=1+1\r\n')
  const item = { sourceKey: 'k', outcome: 'refused', title: 'T', datasetId: null, notes: [{ code: 'open-data.dataset.title-missing', field: 'dct:title' }, { code: 'open-data.dataset.url-invalid', detail: '@x' }] } as const
  assert.deepEqual(reportLines(item, 'abgelehnt', (code) => code.slice(-7)), ["abgelehnt;k;T;dct:title;open-data.dataset.title-missing;missing;\r\n", "abgelehnt;k;T;;open-data.dataset.url-invalid;invalid;'@x\r\n"])
  assert.deepEqual(reportLines({ ...item, notes: [] }, 'neu', String), ['neu;k;T;;;;\r\n'])
})
