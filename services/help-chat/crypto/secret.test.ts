import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { newSecret, readSecret, secretCode } from './secret.ts'
import { words } from './words.ts'

const secrets = fc.array(fc.nat(words.length - 1), { minLength: 8, maxLength: 8 }).map((places) => places.map((place) => words[place] ?? ''))

test('a secret is eight words, and never the same', () => {
  const many = Array.from({ length: 200 }, () => newSecret())
  assert.ok(many.every((secret) => secret.length === 8 && secret.every((word) => words.includes(word))))
  assert.equal(new Set(many.map((secret) => secret.join())).size, 200)
})

test('words are read in any spelling', () => {
  fc.assert(
    fc.property(secrets, fc.constantFrom(' ', '-', ', ', '\n', '  \t', '; '), fc.boolean(), fc.constantFrom('', 'numbered', 'ascii', 'bare'), (secret, between, capitals, way) => {
      const written = secret.map((word, at) => (way === 'numbered' ? `${at + 1}. ${word}` : way === 'ascii' ? fold(word) : way === 'bare' ? bare(word) : word)).join(between)
      assert.deepEqual(readSecret(capitals ? written.toUpperCase() : written), { words: secret })
    }),
  )
})

test('forgotten blanks and torn words are mended where only one reading is possible', () => {
  let read = 0
  fc.assert(
    fc.property(secrets, (secret) => {
      const answer = readSecret(secret.join(''))
      if ('words' in answer) read++
      assert.deepEqual('words' in answer ? answer.words : secret, secret)
    }),
    { numRuns: 200 },
  )
  assert.ok(read > 190, `${read} of 200`)
  const torn = newSecret()
  assert.deepEqual(readSecret(torn.map((word, at) => (at === 2 ? `${word.slice(0, 2)}-\n${word.slice(2)}` : word)).join(' ')), { words: torn })
})

test('a wrong word is named with its place and what may be meant', () => {
  const secret = newSecret()
  const wrong = [...secret]
  wrong[3] = `${secret[3]?.slice(0, 2)}q${secret[3]?.slice(3)}`
  const answer = readSecret(wrong.join(' '))
  assert.ok('refusal' in answer && answer.refusal === 'word-unknown' && answer.at === 3 && answer.near?.[0] === secret[3])
  assert.deepEqual(readSecret(secret.slice(0, 7).join(' ')), { refusal: 'length', count: 7 })
  assert.deepEqual(readSecret(''), { refusal: 'length', count: 0 })
})

test('the code says the same as the words', () => {
  fc.assert(
    fc.property(secrets, fc.constantFrom('', ' ', '-'), (secret, between) => {
      const code = secretCode(secret)
      assert.match(code, /^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
      assert.deepEqual(readSecret(code.replaceAll('-', between).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')), { words: secret })
    }),
  )
})

test('any single wrong sign of the code is found, and any two exchanged', () => {
  fc.assert(
    fc.property(secrets, fc.nat(23), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (secret, at, sign) => {
      const code = secretCode(secret).replaceAll('-', '')
      if (code[at] !== sign) assert.deepEqual(readSecret(code.slice(0, at) + sign + code.slice(at + 1)), { refusal: 'code-wrong', at })
      const next = at === 23 ? 22 : at + 1
      const swapped = Array.from(code, (own, place) => (place === at ? code[next] : place === next ? code[at] : own)).join('')
      if (swapped !== code) assert.ok('refusal' in readSecret(swapped))
    }),
    { numRuns: 2_000 },
  )
})

test('a sign too few is a matter of length', () => {
  const code = secretCode(newSecret())
  const answer = readSecret(code.slice(1))
  assert.ok('refusal' in answer)
})

const fold = (word: string): string => word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
const bare = (word: string): string => word.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss')
