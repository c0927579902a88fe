import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proveNothingLeaks } from './leaks-for-tests.ts'
import { countIn, needlesOf } from './needles-for-tests.ts'

test('what people write is in no table, backup, file, log, memory or notice of the server, while they go on writing', async () => {
  const { leaks, messages } = await proveNothingLeaks({ cases: 30 })
  assert.ok(messages > 90)
  assert.deepEqual(leaks.filter(({ found }) => found > 0), [])
  for (const { place, control } of leaks) assert.ok(control > 0, `the search in ${place} finds what is there`)
  assert.deepEqual(leaks.map(({ place }) => place).filter((place) => place !== 'memory'), ['database', 'backup', 'data folder', 'logs', 'push'])
})

test('a word is found in every disguise', () => {
  const word = 'Kanari1234567890'
  const disguises = ['', 'x', 'xy'].flatMap((before) => {
    const [plain, wide] = [Buffer.from(`${before}${word}z`), Buffer.from(`${before}${word}z`, 'utf16le')]
    return [plain, wide, ...[plain, wide].flatMap((bytes) => [Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('base64')), Buffer.from(bytes.toString('base64url'))])]
  })
  for (const bytes of disguises) assert.ok(countIn(bytes, needlesOf(word)) > 0, bytes.toString('latin1'))
  assert.equal(countIn(Buffer.from('Kanari123456789'), needlesOf(word)), 0)
})
