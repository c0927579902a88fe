import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvCell, csvFile, decimalText, englishCsv, germanCsv, unguarded } from './rules.ts'
import { rowsOf } from '../programme/rules/rows.ts'

test('no text is ever a formula, however it goes on', () => {
  for (const evil of ['=1+1', '+1', '-1+cmd|calc', '-1', '@SUM(A1)', '\tx', '\rx', '\n=x']) assert.match(csvCell(evil, germanCsv), /^"?'/, JSON.stringify(evil))
  fc.assert(fc.property(fc.string(), fc.constantFrom(germanCsv, englishCsv), (text, style) => !/^"?[=+\-@\t\r\n]/.test(csvCell(text, style))))
})

test('amounts are exact and stay numbers, negative ones too; nothing is an empty cell', () => {
  assert.deepEqual([{ cents: -123_456 }, { cents: 5 }, { cents: 0 }, 7, null, undefined].map((cell) => csvCell(cell, germanCsv)), ['-1234,56', '0,05', '0,00', '7', '', ''])
  assert.equal(csvCell({ cents: 123_456 }, englishCsv), '1234.56')
  assert.equal(csvFile([['a', 1, null, 'b"c,d']], englishCsv), '\uFEFFa,1,,"b""c,d"\r\n')
  fc.assert(fc.property(fc.integer(), (cents) => assert.equal(Math.round(Number(decimalText(cents)) * 100), cents)))
})

test('property: what is written is read again, cell by cell', () => {
  const text = fc.string({ unit: 'binary' }).map((one) => one.replaceAll(/[\r\uFEFF]/g, '')).filter((one) => !one.startsWith("'"))
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), fc.constantFrom(germanCsv, englishCsv), (rows, style) => {
      const read = rowsOf(csvFile([['a', 'b'], ...rows], style))
      assert.ok(read.ok)
      assert.deepEqual(read.rows.slice(1).map(({ cells }) => cells.map(unguarded)), rows)
    }),
  )
})
