import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBaseline, readWeather, wrongYears } from './baseline-text.ts'

test('years to compare with are read line by line; what cannot be read is named', () => {
  assert.deepEqual(readBaseline('Wärme; 2021; 476.150,5; 3972; Rechnung\n\nStrom;2021;45630;;Rechnung\r\nwasser; 2021; 508'), {
    rows: [{ quantity: 'heat', year: 2021, amount: 476_150.5, degreeDays: 3_972, source: 'Rechnung' }, { quantity: 'electricity', year: 2021, amount: 45_630, degreeDays: null, source: 'Rechnung' }, { quantity: 'water', year: 2021, amount: 508, degreeDays: null, source: '' }],
    wrong: [],
  })
  assert.deepEqual(readBaseline('Wärme; 2021; 476150; ; ohne Gradtage\nÖl; 2021; 5\nStrom; 21; 5\nStrom; 2021; viel').wrong, [1, 2, 3, 4])
})

test('a year to compare with lies before the account, and stands there once for each kind', () => {
  const { rows } = readBaseline('Strom; 2024; 1; ; a\nStrom; 2025; 2; ; a\nWasser; 2024; 3; ; a\nStrom; 2024; 4; ; b')
  assert.deepEqual(wrongYears(rows, 2025).map(({ quantity, year, amount }) => [quantity, year, amount]), [['electricity', 2025, 2], ['electricity', 2024, 4]])
  assert.deepEqual(wrongYears(rows.slice(0, 3), 2026), [])
})

test('degree days of years need their source', () => {
  assert.deepEqual(readWeather('2024; 3.663; Station'), { rows: [{ year: 2024, degreeDays: 3_663, source: 'Station' }], wrong: [] })
  assert.deepEqual(readWeather('2024; 3663\n2024; 0; Station').wrong, [1, 2])
})
