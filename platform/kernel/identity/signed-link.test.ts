import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { isLinkToken, linkToken, type SignedLink } from './signed-link.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())

test('a link does one thing with one row of one town, for one use', async () => {
  const keeper = { database: temporary.database, now: () => new Date(testMoment) }
  const link: SignedLink = { use: 'test-links', tenant: 'erlenau', purpose: 'confirm', id: 'a' }
  const token = await linkToken(keeper, link)
  assert.match(token, /^[\w-]{43}$/)
  assert.equal(await linkToken(keeper, link), token, 'the same letter again holds the same link')
  assert.equal(await isLinkToken(keeper, link, token), true)
  for (const other of [{ use: 'other-links' }, { tenant: 'moorbek' }, { purpose: 'withdraw' }, { id: 'b' }]) assert.equal(await isLinkToken(keeper, { ...link, ...other }, token), false, JSON.stringify(other))
  for (const wrong of ['', token.slice(1), `${token}A`, 'ü'.repeat(43), token.toLowerCase()]) assert.equal(await isLinkToken(keeper, link, wrong), false)
})
