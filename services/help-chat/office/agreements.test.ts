import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ensureAccount, grantRole, revokeRole, sql, type Tenant } from '@modellregion/kernel'
import { addDays, localDate, type PlainDate } from '@modellregion/standards'
import { temporaryDatabase, testMoment, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import { newConfidantKeys } from '../crypto/keys.ts'
import type { Vault } from '../crypto/schema.ts'
import { sodium } from '../crypto/sodium.ts'
import { askOffice, leaveOffice, leaveVillage, serveVillage } from './agreements.ts'
import { changeAbsence, changeProfile, emptyProfile, endConfidant, type Acting } from './confidants.ts'
import { deskSelves, directoryOf } from './directory.ts'
import { acceptKeys } from './keys.ts'
import { findVault, listStatements } from './queries/key.ts'
import { getConfidant, listConfidants, putConfidant } from './queries/confidant.ts'
import { syncOffice } from './sync.ts'
import { tidyOffice } from './tidy.ts'
import { confidantIn, isServed, servedTowns, unitIn } from './towns.ts'
import { recordTraining } from './training.ts'
import { listTraining } from './queries/training.ts'

let temporary: TemporaryDatabase
let platform: Acting
before(async () => {
  await sodium()
  temporary = await temporaryDatabase()
  platform = { database: temporary.database, now: () => now, directory: { all: () => towns, byId: (id) => towns.find((town) => town.id === id), byHost: () => undefined, refresh: async () => {} }, registry: { services: [] } as never } // nobody is given a role here
})
after(() => temporary.close())

const now = new Date(testMoment)
const office = 'erlenau'
const village = 'moorbek'
const towns: Tenant[] = Object.values(testTenants).map((town) => ({ ...town, services: town.id === 'steinfurtheim' ? [] : ['help-chat'] }))
const idOf = (n: number): string => `0193e000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [toni, kim] = [idOf(1), idOf(2)]
const account = (id: string) => ({ homeTown: office, accountId: `0193e000-0000-7000-9000-${id.slice(-12)}` })
const head = { tenant: office, actor: idOf(91) }
const mayor = { tenant: village, actor: idOf(92) }
const vault: Vault = { v: 1, salt: 'A'.repeat(22), opslimit: 1, memlimit: 8_388_608, nonce: 'A'.repeat(32), wrapped: 'AAAA' }
const tenantOf = (id: string): Tenant => towns.find((town) => town.id === id) ?? towns[0] ?? testTenants.erlenau

const keysFor = async (town: string, id: string) => {
  const { statement } = newConfidantKeys(town, id)
  assert.equal(await unitIn(platform, town, 'write', (db) => acceptKeys(db, { id }, { statement, vault })), undefined)
}
const namesIn = async (town: string) => (await directoryOf(platform, tenantOf(town), now)).confidants.map(({ name }) => name)
const auditIn = async (town: string, subject: string) =>
  (await temporary.read(town, 'platform', (db) => db.many<{ action: string }>(sql`select action from platform.audit_entry where tenant_id = ${db.tenant} and subject = ${subject} order by seq`))).map(({ action }) => action)

test('an office has confidants, and nobody is in the directory without keys', async () => {
  for (const [id, name] of [[toni, 'Toni'], [kim, 'Kim']] as const) await unitIn(platform, office, 'write', (db) => putConfidant(db, { ...emptyProfile, id, homeTown: office, accountId: account(id).accountId, name, state: 'active' }))
  assert.deepEqual(await namesIn(office), [])
  await keysFor(office, toni)
  assert.deepEqual(await namesIn(office), ['Toni'])
  await keysFor(office, kim)
})

test('one side alone opens nothing: not the village by asking, not the office unasked', async () => {
  assert.equal(await serveVillage(platform, head, village, [toni]), 'not-asked')
  assert.equal(await askOffice(platform, mayor, office), undefined)
  assert.equal(await isServed(platform, office, village), false)
  assert.equal(await confidantIn(platform, account(toni), village), undefined)
  assert.deepEqual(await unitIn(platform, village, 'read', listConfidants), [])
  assert.equal(await askOffice(platform, mayor, office), 'asked-before')
  assert.equal(await askOffice(platform, mayor, village), 'own-town')
  assert.equal(await askOffice(platform, mayor, 'steinfurtheim'), 'unknown-town', 'has no help chat')
})

test('when both agree, those who are sent serve the village with keys of its own, and nobody else', async () => {
  assert.equal(await serveVillage(platform, head, village, [toni]), undefined)
  assert.deepEqual(await servedTowns(platform, office), [{ town: village, townName: 'Moorbek', confidants: [toni] }])
  assert.equal((await confidantIn(platform, account(toni), village))?.name, 'Toni')
  assert.equal(await confidantIn(platform, account(kim), village), undefined)
  assert.deepEqual(await namesIn(village), [], 'no keys for this town yet')
  const { statement } = newConfidantKeys(office, toni)
  assert.equal(await unitIn(platform, village, 'write', (db) => acceptKeys(db, { id: toni }, { statement, vault })), 'foreign', 'keys of another town do not count')
  await keysFor(village, toni)
  assert.deepEqual(await namesIn(village), ['Toni'])
  assert.deepEqual((await deskSelves(platform, account(toni))).map(({ town, statements }) => [town, statements.length]), [[office, 1], [village, 1]])
  assert.deepEqual(await auditIn(village, `confidant/${toni}`), ['confidant.begin', 'key.change'])
})

test('what changes at home is seen in the village, and a substitute who is not sent is none there', async () => {
  await changeProfile(platform, head, toni, { name: 'Toni Neu', languages: ['de', 'tr'] })
  const [from, until] = [localDate(now), addDays(localDate(now), 3)] as [PlainDate, PlainDate]
  await changeAbsence(platform, head, toni, { absentFrom: from, absentUntil: until, substituteId: kim })
  const [there] = (await directoryOf(platform, tenantOf(village), now)).confidants
  assert.deepEqual([there?.name, there?.languages, there?.onDuty, there?.absentUntil, there?.substitute], ['Toni Neu', ['de', 'tr'], false, until, null])
  const here = (await directoryOf(platform, tenantOf(office), now)).confidants.find(({ id }) => id === toni)
  assert.equal(here?.substitute, kim)
  await changeAbsence(platform, head, toni, { absentFrom: null, absentUntil: null, substituteId: null })
})

test('a broken chain, a skipped number and a forged successor are refused; another phrase for the same keys is not', async () => {
  const known = (await unitIn(platform, office, 'read', (db) => listStatements(db, [kim])))[kim] ?? []
  const put = (statement: (typeof known)[number]) => unitIn(platform, office, 'write', (db) => acceptKeys(db, { id: kim }, { statement, vault: { ...vault, wrapped: 'BBBB' } }))
  const [first] = known
  assert.ok(first)
  assert.equal(await put(first), undefined)
  assert.equal((await unitIn(platform, office, 'read', (db) => findVault(db, kim)))?.wrapped, 'BBBB')
  const { statement: other } = newConfidantKeys(office, kim)
  assert.equal(await put(other), 'key-unknown', 'other first keys')
  const stranger = newConfidantKeys(office, kim)
  const forged = newConfidantKeys(office, kim, stranger)
  assert.equal(await put(forged.statement), 'chain-broken', 'not signed by the keys before')
  assert.equal(await put({ ...first, n: 3 }), 'chain-broken')
  assert.deepEqual(await auditIn(office, `confidant/${kim}`), ['key.change', 'key.lock'])
})

test('training is recorded for confidants only, once for one id', async () => {
  const learnt = { title: 'Grundkurs', doneOn: localDate(now), validUntil: null, source: 'course' as const, id: idOf(50) }
  const record = (accountId: string) => unitIn(platform, office, 'write', (db) => recordTraining(db, { ...learnt, accountId }))
  assert.deepEqual([await record(account(toni).accountId), await record(account(toni).accountId), await record(idOf(99))], [true, true, false])
  assert.equal((await unitIn(platform, office, 'read', (db) => listTraining(db, toni))).length, 1)
})

test('the village ends it: at once nobody of the office reaches it, nor their keys there', async () => {
  await leaveOffice(platform, mayor, office)
  assert.equal(await confidantIn(platform, account(toni), village), undefined)
  assert.deepEqual(await servedTowns(platform, office), [])
  assert.deepEqual(await namesIn(village), [])
  assert.deepEqual((await deskSelves(platform, account(toni))).map(({ town }) => town), [office])
  assert.equal((await unitIn(platform, village, 'read', (db) => listStatements(db, [toni])))[toni]?.length, 1, 'what was signed can still be verified')
  await syncOffice(platform, office)
  assert.deepEqual(await unitIn(platform, village, 'read', listConfidants), [], 'the night brings nobody back')
  assert.equal(await serveVillage(platform, head, village, [toni]), 'not-asked')
})

test('after a new question and a new yes it holds again, until the office ends it', async () => {
  await askOffice(platform, mayor, office)
  assert.equal(await isServed(platform, office, village), false)
  await serveVillage(platform, head, village, [toni, kim])
  assert.equal((await unitIn(platform, village, 'read', listConfidants)).length, 2)
  assert.deepEqual(await namesIn(village), ['Toni Neu'], 'with the same keys as before: a second chain cannot begin')
  assert.ok((await deskSelves(platform, account(toni))).find(({ town }) => town === village)?.vault)
  await leaveVillage(platform, head, village)
  assert.equal(await confidantIn(platform, account(toni), village), undefined)
  assert.deepEqual(await unitIn(platform, village, 'read', listConfidants), [])
})

test('whoever leaves is gone everywhere, and no longer anybody’s substitute', async () => {
  await askOffice(platform, mayor, office)
  await serveVillage(platform, head, village, [toni, kim])
  await changeAbsence(platform, head, kim, { absentFrom: null, absentUntil: null, substituteId: toni })
  await endConfidant(platform, head, toni)
  assert.equal(await confidantIn(platform, account(toni), office), undefined)
  assert.equal(await confidantIn(platform, account(toni), village), undefined)
  for (const town of [office, village]) assert.equal(await unitIn(platform, town, 'read', (db) => findVault(db, toni)), undefined)
  assert.equal((await unitIn(platform, office, 'read', (db) => getConfidant(db, kim))).substituteId, null)
  assert.deepEqual((await unitIn(platform, village, 'read', listConfidants)).map(({ id }) => id), [kim])
})

test('whose account is erased is forgotten in the village as well; whoever has lost the role ends in the night; absences end', async () => {
  const tidy = () => tidyOffice(platform, office, now)
  const role = (id: string) => temporary.unit(office, 'platform', async (db) => {
    await ensureAccount(db, { id: account(id).accountId, name: 'Kim', email: `${id.slice(-4)}@example.org` })
    await grantRole(db, account(id).accountId, { role: 'confidant' })
  })
  await role(kim)
  await changeAbsence(platform, head, kim, { absentFrom: addDays(localDate(now), -3), absentUntil: addDays(localDate(now), -1), substituteId: null })
  await keysFor(village, kim)
  await tidy()
  const [there] = await unitIn(platform, village, 'read', listConfidants)
  assert.deepEqual([there?.name, there?.absentUntil], ['Kim', null])
  await temporary.unit(office, 'platform', (db) => revokeRole(db, account(kim).accountId, { role: 'confidant' }))
  await tidy()
  assert.deepEqual([await unitIn(platform, office, 'read', listConfidants), await unitIn(platform, village, 'read', listConfidants)], [[], []])
  assert.equal((await unitIn(platform, village, 'read', (db) => getConfidant(db, kim))).name, 'Kim', 'beside what they wrote the name stays')
  await temporary.unit(office, 'help-chat', (db) => db.run(sql`update help_chat.confidant set account_id = null, name = null where tenant_id = ${db.tenant} and id = ${kim}`))
  await tidy()
  const forgotten = await unitIn(platform, village, 'read', (db) => getConfidant(db, kim))
  assert.deepEqual([forgotten.name, forgotten.accountId, forgotten.about], ['', null, ''])
})

test('a town sees rows of its own only', async () => {
  const stranger = await temporary.read('steinfurtheim', 'help-chat', (db) => db.many<{ n: number }>(sql`select count(*)::int as n from help_chat.confidant`))
  assert.deepEqual(stranger, [{ n: 0 }])
})
