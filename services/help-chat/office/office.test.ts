import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Value } from 'typebox/value'
import { demoAccountId, eraseAll, type UnitOfWork } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { checkWords, deriveCaseKeys, verifyStatements } from '../crypto/keys.ts'
import { sodium } from '../crypto/sodium.ts'
import { readSecret } from '../crypto/secret.ts'
import { verifyThread } from '../crypto/thread.ts'
import { openVault } from '../crypto/vault.ts'
import { demoCases, demoReturnSecret } from '../demo/cases.ts'
import { demoConfidants } from '../demo/confidants.ts'
import { seed } from '../demo/seed.ts'
import { findCase } from '../thread/queries/case.ts'
import type { CaseFile } from '../thread/schema.ts'
import { viewCase } from '../thread/view.ts'
import { deskSelves } from './directory.ts'
import { Directory } from './schema.ts'
import { listAllConfidants } from './queries/confidant.ts'
import { listStatements } from './queries/key.ts'
import { tidyOffice } from './tidy.ts'
import { unitIn } from './towns.ts'

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

async function getCase(db: UnitOfWork, id: string): Promise<CaseFile> {
  const file = await findCase(db, id)
  if (!file) throw new Error(`The invented case ${id} is missing.`)
  return file
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

test('the invented conversations hold against every check of a confidant’s browser, and the shown secret opens its own', async () => {
  const { platform } = town.running
  for (const place of ['aachen', 'hohenried']) {
    const vera = (await deskSelves(platform, { homeTown: 'aachen', accountId: demoAccountId('aachen', 'vera') })).find((self) => self.town === place)
    const keys = vera?.vault && (await openVault(vera.vault, demoConfidants[0]?.phrase ?? []))
    assert.ok(vera && keys)
    for (const { id, readers } of demoCases.filter((one) => one.town === place)) {
      const view = await unitIn(platform, place, 'read', async (db) => viewCase(db, await getCase(db, id)))
      const read = verifyThread(view.thread, { me: vera.confidant, keys, statements: view.keys, expected: { tenant: place, case: id } })
      assert.ok(read.ok, `${place} ${id}: ${read.ok ? '' : read.code}`)
      assert.ok(read.messages.every(({ message }) => (message !== undefined) === readers.includes('vera')), `${place} ${id}: only its readers read it`)
    }
  }
  const secret = demoReturnSecret(platform, 'aachen') ?? []
  assert.deepEqual(readSecret(secret.join(' ')), { words: [...secret] })
  const { lookup } = await deriveCaseKeys(secret, 'aachen')
  const answer = await town.running.app?.inject({ url: '/help-chat/app/case', headers: { host: new URL(town.url('/', 'aachen')).host, authorization: `Case ${lookup}` } })
  assert.equal(answer?.statusCode, 200)
})

test('filling the demonstration again changes nothing', async () => {
  const { platform } = town.running
  const city = platform.directory.byId('aachen')
  assert.ok(city)
  const before_ = await directory('aachen')
  await seed(platform, city, platform.now())
  assert.deepEqual((await directory('aachen')).confidants.map(({ statements }) => statements), before_.confidants.map(({ statements }) => statements))
})

test('who is erased is no longer in the directory of any town; what they signed can still be verified', async () => {
  const { platform } = town.running
  await eraseAll(platform, { tenant: 'aachen', now: platform.now() }, demoAccountId('aachen', 'vera'))
  await tidyOffice(platform, 'aachen', platform.now())
  for (const place of ['aachen', 'hohenried']) {
    assert.ok((await directory(place)).confidants.every(({ name }) => name !== 'Vera Vertrauen'))
    const { rows, statements } = await unitIn(platform, place, 'read', async (db) => ({ rows: await listAllConfidants(db), statements: await listStatements(db) }))
    const vera = demoConfidants[0]?.id ?? ''
    assert.deepEqual(rows.filter(({ id }) => id === vera).map(({ name, accountId, photoFile }) => [name, accountId, photoFile]), [['', null, null]])
    assert.ok(verifyStatements(statements[vera] ?? [], place, vera))
  }
})
