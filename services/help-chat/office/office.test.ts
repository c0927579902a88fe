import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Value } from 'typebox/value'
import { demoAccountId } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { checkWords, verifyStatements } from '../crypto/keys.ts'
import { sodium } from '../crypto/sodium.ts'
import { readSecret } from '../crypto/secret.ts'
import { openVault } from '../crypto/vault.ts'
import { demoConfidants } from '../demo/confidants.ts'
import { deskSelves } from './directory.ts'
import { Directory } from './schema.ts'

let town: Town
before(async () => {
  await sodium()
  town = await startTown({ services: ['help-chat'] })
})
after(() => town.close())

async function ask(path: string, tenant: string) {
  const answer = await town.running.app?.inject({ url: path, headers: { host: new URL(town.url('/', tenant)).host } })
  if (!answer) throw new Error('This town serves nothing.')
  return answer
}

async function directory(tenant: string): Promise<Directory> {
  const answer = await ask('/help-chat/app/directory', tenant)
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['set-cookie'], undefined)
  return Value.Decode(Directory, JSON.parse(answer.body))
}

test('each town has its own directory, and keys of its own for confidants who serve both', async () => {
  const [city, village] = [await directory('aachen'), await directory('hohenried')]
  assert.deepEqual(city.confidants.map(({ name }) => name), ['Vera Vertrauen', 'Viktor Beistand', 'Yasemin Zuhören'])
  assert.deepEqual(village.confidants.map(({ name }) => name), ['Vera Vertrauen', 'Yasemin Zuhören'])
  assert.equal(village.office, 'Offenes Ohr')
  for (const { tenant, confidants } of [city, village]) for (const { id, statements } of confidants) assert.ok(verifyStatements(statements, tenant, id), `${tenant} ${id}`)
  const [here, there] = [city, village].map(({ confidants }) => confidants[0])
  assert.notDeepEqual(checkWords(here?.statements ?? []), checkWords(there?.statements ?? []))
})

test('the pictures of confidants are shown in both towns and are pictures', async () => {
  for (const tenant of ['aachen', 'hohenried'])
    for (const { photo, photoText } of (await directory(tenant)).confidants) {
      const answer = await ask(photo ?? '', tenant)
      assert.deepEqual([answer.statusCode, answer.headers['content-type']], [200, 'image/png'])
      assert.ok((photoText ?? '').length > 20)
    }
})

test('the key phrases of the demonstration can be typed and open the locked keys', async () => {
  const selves = await deskSelves(town.running.platform, { homeTown: 'aachen', accountId: demoAccountId('aachen', 'vera') })
  assert.deepEqual(selves.map((self) => self.town), ['aachen', 'hohenried'])
  for (const { phrase } of demoConfidants) assert.deepEqual(readSecret(phrase.join(' ')), { words: [...phrase] })
  for (const { vault } of selves) assert.ok(vault && (await openVault(vault, demoConfidants[0]?.phrase ?? [])))
  assert.deepEqual(await deskSelves(town.running.platform, { homeTown: 'hohenried', accountId: demoAccountId('hohenried', 'vera') }), [], 'the village has no confidants of its own')
})
