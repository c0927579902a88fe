import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { areSameBytes, fromBase64, fromUtf8, joinBytes, toBase64, uint32, uint64, utf8 } from './bytes.ts'
import { canonicalBytes, type Field } from './canonical.ts'

test('base64url is the one of RFC 4648, and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64url'))
      assert.deepEqual(fromBase64(toBase64(bytes)), Uint8Array.from(bytes))
    }),
  )
})

test('each sequence of bytes has exactly one text', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{0,12}$/), (text) => {
      const bytes = fromBase64(text)
      if (bytes) assert.equal(toBase64(bytes), text)
    }),
    { numRuns: 1_000 },
  )
  for (const wrong of ['A', 'AB', 'AAB', 'AA==', 'AA+A', 'AA/A', 'AA A', 'ÄAAA']) assert.equal(fromBase64(wrong), undefined, wrong)
})

test('numbers are big endian', () => {
  assert.deepEqual([...uint32(258)], [0, 0, 1, 2])
  assert.deepEqual([...uint64(2 ** 32 + 1)], [0, 0, 0, 1, 0, 0, 0, 1])
})

test('text that is no UTF-8 is refused', () => {
  assert.equal(fromUtf8(Uint8Array.from([0xff])), undefined)
  assert.equal(fromUtf8(utf8('\uFEFFGrüße')), '\uFEFFGrüße')
})

test('secrets are compared whole', () => {
  assert.ok(areSameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2)))
  assert.ok(!areSameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3)))
  assert.ok(!areSameBytes(Uint8Array.of(1), Uint8Array.of(1, 3)))
  assert.deepEqual(joinBytes([Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3)]), Uint8Array.of(1, 2, 3))
})

test('two different lists of fields never have the same canonical bytes', () => {
  const plain = fc.oneof(fc.string({ maxLength: 4 }), fc.nat(), fc.constant(null))
  const field: fc.Arbitrary<Field> = fc.oneof(plain, fc.array(fc.tuple(plain, plain), { maxLength: 3 }))
  const fields = fc.array(field, { minLength: 2, maxLength: 2 })
  fc.assert(
    fc.property(fields, fields, (one, other) => {
      const sameKinds = one.every((part, at) => kindOf(part) === kindOf(other[at] ?? null))
      if (sameKinds && JSON.stringify(one) !== JSON.stringify(other)) assert.notDeepEqual(canonicalBytes('x', one), canonicalBytes('x', other))
    }),
    { numRuns: 2_000 },
  )
  assert.notDeepEqual(canonicalBytes('x', ['ab', 'c']), canonicalBytes('x', ['a', 'bc']))
  assert.notDeepEqual(canonicalBytes('x', ['']), canonicalBytes('x', [null]))
})

// Which kind stands where is fixed by the schema; only null is allowed beside text.
const kindOf = (field: Field): string => (field === null ? 'string' : Array.isArray(field) ? 'list' : typeof field)
