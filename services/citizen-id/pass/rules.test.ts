import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { challengeOver, codeAlphabet, shownCode, typedCode, type Shown } from './rules.ts'

test('a code is read back however it is grouped and in whatever case', () => {
  const code = fc.array(fc.constantFrom(...codeAlphabet), { minLength: 8, maxLength: 8 }).map((signs) => signs.join(''))
  fc.assert(
    fc.property(code, (code) => {
      for (const typed of [code, shownCode(code), code.toLowerCase(), ` ${shownCode(code).replace('-', ' – ')} `]) assert.equal(typedCode(typed), code)
    }),
  )
})

test('what cannot be a code is none', () => {
  for (const typed of ['', 'ACDE-FGH', 'ACDE-FGHJK', 'ACDE-FGH0', 'ACDE-FGHI', 'ACDE\0FGHJ', 'ÄCDE-FGHJ', 'x'.repeat(1_000_000)]) assert.equal(typedCode(typed), undefined)
})

test('no two signs of a code look alike', () => {
  for (const alike of ['0OQ', '1IL', '2Z', '5S', '8B', 'UV']) assert.ok([...alike].filter((sign) => codeAlphabet.includes(sign)).length <= 1, alike)
})

test('the challenge changes with every single thing that the phone showed, and not with the order of the data', () => {
  const shown: Shown = { requestId: 'r', clientId: 'library', clientName: 'Bücherei', purpose: 'Ausweis', claims: ['name', 'address'], level: 'low', number: 42 }
  const challenge = challengeOver(shown, 'n')
  assert.equal(challengeOver({ ...shown, claims: ['address', 'name'] }, 'n'), challenge)
  const others: Partial<Shown>[] = [{ requestId: 's' }, { clientId: 'bank' }, { clientName: 'Bank' }, { purpose: 'Konto' }, { claims: ['name'] }, { claims: ['address,name'] }, { level: 'substantial' }, { number: 43 }]
  for (const other of others) assert.notEqual(challengeOver({ ...shown, ...other }, 'n'), challenge, JSON.stringify(other))
  assert.notEqual(challengeOver(shown, 'm'), challenge)
})
