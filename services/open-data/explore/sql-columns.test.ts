import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { arrowTable } from './sql-columns.ts'
import type { Field } from '../store/schema.ts'

const fields: Field[] = [{ id: 'n', type: 'int' }, { id: 'x', type: 'numeric' }, { id: 't', type: 'text' }, { id: 'b', type: 'bool' }, { id: 'd', type: 'date' }, { id: 'z', type: 'time' }]
const maybe = <V>(values: fc.Arbitrary<V>) => fc.option(values)
const row = fc.record({ n: maybe(fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n })), x: maybe(fc.double({ noNaN: true })), t: maybe(fc.string({ unit: 'grapheme' })), b: maybe(fc.boolean()), d: maybe(fc.integer({ min: -100_000, max: 100_000 }).map((day) => new Date(day * 86_400_000))), z: maybe(fc.integer({ min: 0, max: 86_399 }).map((second) => BigInt(second) * 1_000_000n)) })

test('every value of every column arrives, the missing ones too', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 100 }), (rows) => {
      const table = arrowTable(fields, new Map(fields.map(({ id }) => [id, rows.map((one) => one[id as keyof typeof one])])))
      const read = (id: string): unknown[] => [...(table.getChild(id) ?? [])]
      for (const id of ['n', 'x', 't', 'b'] as const) assert.deepEqual(read(id), rows.map((one) => one[id]))
      assert.deepEqual(read('d').map((value) => (value === null ? null : Number(value))), rows.map(({ d }) => (d === null ? null : d.getTime())))
      assert.deepEqual(read('z'), rows.map(({ z }) => (z === null ? null : new Date(Number(z) / 1_000).toISOString().slice(11, 19))))
    }),
  )
})
