import assert from 'node:assert/strict'
import { argon2Sync, createPublicKey, verify } from 'node:crypto'
import test from 'node:test'
import { argon2, cost } from './argon2.ts'
import { toBase64, utf8 } from './bytes.ts'
import { changesOf, testConfidant, testPerson } from './case-for-tests.ts'
import { checkWords, deriveCaseKeys, isSigned, newConfidantKeys, openSealed, publicKeysOf, sealTo, sign, verifyStatements, wipeKeys } from './keys.ts'
import type { KeyStatement } from './schema.ts'
import { sodium } from './sodium.ts'
import { lockVault, openVault } from './vault.ts'

const cheap = { opslimit: 1, memlimit: 8 * 1024 * 1024 }
const secret = ['amsel', 'bäckerei', 'chor', 'dampflok', 'eisbär', 'fjord', 'gürtel', 'honig']

test('the keys of a case are these, and stay these; another town has others', async () => {
  const { lookup, keys } = await deriveCaseKeys(secret.map((word) => word.replaceAll('ä', 'ae').replaceAll('ü', 'ue').toUpperCase()), 'aachen')
  assert.deepEqual(
    { lookup, ...publicKeysOf(keys) },
    {
      lookup: 'TGRx_mTY1PRkXmuG9yR6S2zGph0h88fWih0qXlD_cUM',
      sign: '2pvEjkE8IjKwIbZhmOYJ90vV_olCNRJPxVh5RQha8jY',
      box: 'xgOxsFAIGVYd30lHIjzWCT7mOy668y6c_zaLVpTTbUQ',
    },
  )
  const elsewhere = await deriveCaseKeys(secret, 'gemünd')
  assert.notEqual(elsewhere.lookup, lookup)
  assert.notDeepEqual(publicKeysOf(elsewhere.keys), publicKeysOf(keys))
})

test('Argon2id and Ed25519 are the same as in OpenSSL', async () => {
  const library = await sodium()
  const [message, nonce] = [utf8('amsel'), utf8('sixteen bytes ok')]
  const expected = argon2Sync('argon2id', { message, nonce, parallelism: 1, tagLength: 32, memory: 64 * 1024, passes: 3 })
  assert.deepEqual(await argon2({ password: message, salt: nonce, ...cost }), Uint8Array.from(expected))
  const { keys } = await testPerson()
  const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: publicKeysOf(keys).sign } })
  assert.ok(verify(null, message, key, library.crypto_sign_detached(message, keys.sign.privateKey)))
})

test('a chain of statements leads from the first keys to the current ones', async () => {
  const chain = await rotated(3)
  const [first, , last] = chain
  assert.deepEqual(verifyStatements(chain, 'aachen', first?.confidant ?? ''), { sign: last?.sign, box: last?.box })
  assert.equal(verifyStatements([], 'aachen', 'x'), undefined)
})

test('any change of any sign of any statement, and any other order, is refused', async () => {
  const chain = await rotated(3)
  const { confidant = '' } = chain[0] ?? {}
  const isRefused = (statements: readonly KeyStatement[]) => assert.equal(verifyStatements(statements, 'aachen', confidant), undefined)
  for (const [at, statement] of chain.entries()) {
    for (const changed of changesOf(statement)) isRefused(chain.with(at, changed))
  }
  isRefused(chain.slice(1))
  isRefused(chain.toSpliced(1, 1))
  isRefused([...chain, ...chain.slice(2)])
  isRefused(chain.toReversed())
  assert.equal(verifyStatements(chain, 'gemünd', confidant), undefined)
  assert.equal(verifyStatements(chain, 'aachen', crypto.randomUUID()), undefined)
  const other = await rotated(2)
  isRefused([...chain.slice(0, 1), ...other.slice(1)])
})

test('whoever has only the new keys cannot continue the chain of somebody else', async () => {
  const { statements, party } = await testConfidant('aachen')
  const thief = await testPerson()
  const [first] = statements
  assert.ok(first)
  const { statement } = newConfidantKeys('aachen', party, { keys: thief.keys, statement: first })
  assert.equal(verifyStatements([first, statement], 'aachen', party), undefined)
})

test('six check words tell chains apart: other first keys or other current keys, other words', async () => {
  const chain = await rotated(2)
  assert.equal(checkWords(chain).length, 6)
  assert.notDeepEqual(checkWords(chain), checkWords(chain.slice(0, 1)))
  assert.notDeepEqual(checkWords(chain), checkWords(await rotated(2)))
  assert.deepEqual(checkWords([]), [])
})

test('a vault opens with its phrase only, and keeps the former keys', async () => {
  const first = await testConfidant('aachen')
  const [statement] = first.statements
  assert.ok(statement)
  const { keys } = newConfidantKeys('aachen', first.party, { keys: first.keys, statement })
  const vault = await lockVault(keys, secret, cheap)
  assert.deepEqual(await openVault(vault, secret.map((word) => word.toUpperCase())), keys)
  assert.equal(await openVault(vault, secret.toReversed()), undefined)
  for (const changed of changesOf(vault, 17)) assert.ok((await openVault(changed, secret)) === undefined)
})

test('what is sealed before a change of keys opens after it', async () => {
  const before = await testConfidant('aachen')
  const [statement] = before.statements
  assert.ok(statement)
  const sealed = sealTo(utf8('Guten Tag'), before.box)
  const { keys } = newConfidantKeys('aachen', before.party, { keys: before.keys, statement })
  assert.deepEqual(openSealed(sealed, before.box, keys), utf8('Guten Tag'))
  assert.equal(openSealed(sealed, before.box, (await testPerson()).keys), undefined)
  assert.equal(openSealed('!', before.box, keys), undefined)
})

test('signatures that are none are refused without an error', async () => {
  await sodium()
  const { keys } = await testPerson()
  const bytes = utf8('x')
  const good = sign(bytes, keys)
  assert.ok(isSigned(bytes, good, toBase64(keys.sign.publicKey)))
  for (const wrong of ['', '!', good.slice(1), `${good}A`, null]) assert.ok(!isSigned(bytes, wrong, toBase64(keys.sign.publicKey)))
  for (const key of ['', 'AA', toBase64(new Uint8Array(32))]) assert.ok(!isSigned(bytes, good, key))
})

test('wiped keys are zeros', async () => {
  const { keys } = await testPerson()
  wipeKeys(keys)
  assert.ok([keys.sign, keys.box].every(({ privateKey }) => privateKey.every((byte) => byte === 0)))
})

async function rotated(count: number): Promise<KeyStatement[]> {
  const { keys, statements, party } = await testConfidant('aachen')
  const chain = [...statements]
  let current = keys
  while (chain.length < count) {
    const last = chain.at(-1)
    assert.ok(last)
    const next = newConfidantKeys('aachen', party, { keys: current, statement: last })
    chain.push(next.statement)
    current = next.keys
  }
  return chain
}
