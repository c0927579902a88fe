import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from '@modellregion/kernel'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { bytesLiteralOf, jsonLiteralOf, literalOf } from './literals.ts'

let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(() => temporary.close())

test('whatever a text, a number, a JSON value or bytes hold comes back as it was', async () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'))
  const some = fc.tuple(fc.oneof(text, fc.constantFrom("'", "\\'", "'; drop table x; --", '\\', '$1', "E'")), fc.double({ noNaN: true }), fc.uint8Array({ maxLength: 40 }))
  await fc.assert(
    fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 30 }), async (rows) => {
      const values = rows.map(([word, number, bytes]) => `(${literalOf(word)}::text, ${literalOf(number)}::float8, ${jsonLiteralOf({ word })}::jsonb, ${bytesLiteralOf(bytes)}::bytea, ${literalOf(null)}::int)`)
      const read = await temporary.read('erlenau', 'smart-school', (db) => db.many(sql<{ a: string; b: number; c: { word: string }; d: Buffer; e: null }>`select * from (values ${sql.raw(values.join())}) v(a, b, c, d, e)`))
      for (const [n, [word, number, bytes]] of rows.entries()) {
        assert.deepEqual([read[n]?.a, read[n]?.c.word, read[n]?.e], [word, word, null])
        assert.ok(Object.is(read[n]?.b, number) || read[n]?.b === number)
        assert.deepEqual(new Uint8Array(read[n]?.d ?? []), bytes)
      }
    }),
    { numRuns: 60 },
  )
  assert.throws(() => literalOf('a\0b'), /zero byte/)
})
