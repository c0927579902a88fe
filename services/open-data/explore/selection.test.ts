import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Field } from '../store/schema.ts'
import { readDays, readNumber } from './read-value.ts'
import { hows, pictures, steps, viewKinds, type Selection } from './schema.ts'
import { hrefOf, misreadIn, pairsOf, readSelection, withoutFilter } from './selection.ts'
import { listOf, rowsOf } from './to-query.ts'

const fields: Field[] = [
  { id: 'raum', type: 'text' },
  { id: 'jahr', type: 'int' },
  { id: 'zahl', type: 'numeric' },
  { id: 'stand', type: 'date' },
  { id: 'gemessen', type: 'timestamp' },
  { id: 'offen', type: 'bool' },
  { id: '-seltsam.=&', type: 'text' },
]
const read = (search: string): Selection => readSelection(new URLSearchParams(search), fields)

describe('selection in the address', () => {
  it('becomes a question to the table', () => {
    const selection = read('q=ehren+feld&in.raum=Ehrenfeld&in.raum=Nippes&from.jahr=2010&to.zahl=1.000,5&state.offen=present&columns=zahl&columns=raum&sort=-jahr')
    assert.deepEqual(listOf(selection, fields), {
      where: [
        { field: 'raum', is: 'in', values: ['Ehrenfeld', 'Nippes'] },
        { field: 'jahr', is: 'gte', value: 2010 },
        { field: 'zahl', is: 'lte', value: 1000.5 },
        { field: 'offen', is: 'present' },
      ],
      words: { text: 'ehren feld', prefix: true },
      fields: ['raum', 'zahl'],
      sort: [{ field: 'jahr', descending: true }],
    })
  })

  it('includes both ends of days, also for moments', () => {
    assert.deepEqual(rowsOf(read('from.stand=2020&to.stand=02.2020&to.gemessen=31.12.2020'), fields).where, [
      { field: 'stand', is: 'gte', value: '2020-01-01' },
      { field: 'stand', is: 'lte', value: '2020-02-29' },
      { field: 'gemessen', is: 'lt', value: '2021-01-01T00:00:00' },
    ])
  })

  it('knows values of the table by their type, the empty one too', () => {
    assert.deepEqual(rowsOf(read('in.jahr=2010&in.jahr=&in.offen=false'), fields).where, [
      { field: 'jahr', is: 'in', values: [2010, null] },
      { field: 'offen', is: 'in', values: [false] },
    ])
  })

  it('says what it cannot read and does not filter by it', () => {
    const selection = read('from.jahr=viele&to.stand=31.02.2020')
    assert.deepEqual(misreadIn(selection, fields), [{ name: 'from.jahr', reason: 'number' }, { name: 'to.stand', reason: 'day' }])
    assert.equal(rowsOf(selection, fields).where, undefined)
  })

  it('leaves out columns the table does not have', () => {
    assert.deepEqual(pairsOf(read('in.gibtsnicht=1&sort=gibtsnicht&by=gibtsnicht&value=x&columns=raum')), [['columns', 'raum']])
  })

  it('takes one more filter from a form without script', () => {
    assert.deepEqual(pairsOf(read('in.raum=A&add-field=zahl&add-is=from&add-value=5')), [['in.raum', 'A'], ['from.zahl', '5']])
    assert.deepEqual(pairsOf(read('add-field=zahl&add-is=empty&add-value=')), [['state.zahl', 'empty']])
  })

  it('loses one value or a whole filter', () => {
    const selection = read('in.raum=A&in.raum=B&in.jahr=1')
    assert.deepEqual(withoutFilter(selection, 'raum', 'A'), [{ field: 'raum', values: ['B'] }, { field: 'jahr', values: ['1'] }])
    assert.deepEqual(withoutFilter(selection, 'jahr'), [{ field: 'raum', values: ['A', 'B'] }])
  })

  it('goes to the first page when anything but the page changes', () => {
    const selection = read('page=7&q=x')
    assert.equal(hrefOf('/t', selection), '/t?q=x&page=7')
    assert.equal(hrefOf('/t', selection, { q: 'y' }), '/t?q=y')
    assert.equal(hrefOf('/t', selection, { page: 8 }), '/t?q=x&page=8')
    assert.equal(hrefOf('/t', read('sort=jahr'), { sort: undefined }), '/t')
  })

  const text = fc.string({ minLength: 1, maxLength: 20 }).map((value) => value.trim()).filter((value) => value !== '')
  const ids = fc.constantFrom(...fields.map(({ id }) => id))
  const filter = fc.record({ values: fc.uniqueArray(fc.string({ maxLength: 10 }), { minLength: 1, maxLength: 3 }), contains: text, from: text, to: text, state: fc.constantFrom('empty' as const, 'present' as const) }, { requiredKeys: [], noNullPrototype: true }).filter((parts) => Object.keys(parts).length > 0)
  const selections: fc.Arbitrary<Selection> = fc.record(
    {
      view: fc.constantFrom(...viewKinds),
      q: fc.oneof(fc.constant(''), text),
      filters: fc.array(fc.option(filter), { minLength: fields.length, maxLength: fields.length }).map((all) => all.flatMap((parts, at) => (parts ? [{ field: fields[at]?.id ?? '', ...parts }] : []))),
      columns: fc.uniqueArray(ids),
      page: fc.integer({ min: 1, max: 9_999_999 }),
      by: fc.uniqueArray(ids, { maxLength: 2 }),
      sort: fc.record({ field: ids, descending: fc.boolean() }, { noNullPrototype: true }),
      value: ids,
      how: fc.constantFrom(...hows),
      picture: fc.constantFrom(...pictures),
      step: fc.constantFrom(...steps),
      version: fc.integer({ min: 1, max: 999 }),
    },
    { requiredKeys: ['view', 'q', 'filters', 'columns', 'page', 'by'], noNullPrototype: true },
  )
  it('is read as it was written', () => {
    fc.assert(fc.property(selections, (selection) => void assert.deepEqual(readSelection(new URLSearchParams(new URLSearchParams(pairsOf(selection)).toString()), fields), selection)))
  })
})

describe('what people type', () => {
  it('numbers', () => {
    assert.deepEqual(['1.234', '1.234,5', '0,5', '-3', '1234.5', '1 000', 'zehn', '1,2,3', ''].map(readNumber), [1234, 1234.5, 0.5, -3, 1234.5, 1000, undefined, undefined, undefined])
  })
  it('days, months and years', () => {
    assert.deepEqual(readDays('2024'), { first: '2024-01-01', last: '2024-12-31' })
    assert.deepEqual(readDays('2.2023'), { first: '2023-02-01', last: '2023-02-28' })
    assert.deepEqual(readDays('2024-02'), { first: '2024-02-01', last: '2024-02-29' })
    assert.deepEqual(readDays('1.3.2024'), { first: '2024-03-01', last: '2024-03-01' })
    for (const text of ['31.02.2024', '2024-13', 'gestern', '24']) assert.equal(readDays(text), undefined)
  })
})
