import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codeAlphabet, codeInPicture, codeOf, grouped, readCode, threeNumbers } from './rules.ts'

test('a code is read back however it is grouped and in whatever case', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 32 })
  fc.assert(
    fc.property(bytes, (random) => {
      const code = codeOf(Buffer.from(random))
      for (const typed of [code, grouped(code), code.toLowerCase(), ` ${grouped(code).replace('-', ' – ')} `]) assert.equal(readCode(typed), code)
      assert.equal(codeInPicture(`https://town.example/pass/open?code=${grouped(code)}`, 'https://town.example'), code)
    }),
  )
})

test('what cannot be a code is none', () => {
  for (const typed of ['', 'ACDE-FGH', 'ACDE-FGHJK', 'ACDE-FGH0', 'ACDE-FGHI', 'ACDE\0FGHJ', 'ÄCDE-FGHJ', 'x'.repeat(1_000_000)]) assert.equal(readCode(typed), undefined)
})

test('the camera follows no address but the town’s own', () => {
  for (const text of ['https://evil.example/pass/open?code=ACDE-FGHJ', 'https://town.example.evil.example/pass/open?code=ACDE-FGHJ', 'https://town.example/other?code=ACDE-FGHJ', 'javascript://town.example/pass/open?code=ACDE-FGHJ', '://'])
    assert.equal(codeInPicture(text, 'https://town.example'), undefined, text)
})

test('no two signs of a code look alike', () => {
  for (const alike of ['0OQ', '1IL', '2Z', '5S', '8B', 'UV']) assert.ok([...alike].filter((sign) => codeAlphabet.includes(sign)).length <= 1, alike)
})

test('three numbers: the right one, two others, none nearly the same, always in the same order', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.integer({ min: 10, max: 99 }), (seed, right) => {
      const numbers = threeNumbers(Buffer.from(seed), right)
      assert.deepEqual(numbers, threeNumbers(Buffer.from(seed), right))
      assert.equal(new Set(numbers).size, 3)
      assert.ok(numbers.includes(right))
      for (const one of numbers) assert.ok(one >= 10 && one <= 99 && (one === right || Math.abs(one - right) >= 3))
    }),
  )
})
