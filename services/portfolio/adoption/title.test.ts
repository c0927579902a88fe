import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { findInstallation } from './queries/installation.ts'
import { openQuestions } from './rules/merge-files.ts'
import { listRows } from './stand.ts'
import { handsOf, lines, md, titles } from './town-testing.ts'
import { licenceAfter, mergeOf, restore, takeOver } from './update.ts'

let town: Town
before(async () => {
  town = await startTown({ services: ['portfolio'] })
})
after(() => town.close())

const now = new Date()
const { who, write, read, tenantOf, keep, next, offer, adopt, edit, standing, itemOf } = handsOf(() => town.running.platform, 'lindenhafen', now)
const at = 'hohenried'
const no = () => undefined
const listed = async (id: string) => (await listRows({ platform: town.running.platform, tenant: tenantOf(at), now }, { from: 0, size: 100 })).find(({ adoption }) => adoption.id === id)?.standing
const renamed = { title: { de: 'Ablaufplan für Ämter', en: 'Schedule for offices' }, summary: titles.summary }

test('the original gets another title: it is shown, taken over, and the earlier one can come back', async () => {
  const entry = await offer([md('eins\n')])
  const id = await adopt(at, entry)
  assert.deepEqual([(await standing(at, id)).standing, await listed(id)], ['current', 'current'])
  await keep(entry, renamed)
  const stand = await standing(at, id)
  assert.deepEqual([stand.standing, await listed(id)], ['upstream', 'upstream'])
  assert.deepEqual(mergeOf(stand).filter((merge) => merge.kind === 'clear' && merge.from === 'theirs').map(({ path }) => path), ['about:title.de', 'about:title.en'])
  assert.deepEqual(await takeOver(who(at), stand, stand.seen, no), { ok: true })
  const { title, summary, files } = (await itemOf(at, id)) ?? assert.fail()
  assert.deepEqual({ title, summary, files }, { ...renamed, files: [md('eins\n')] })
  const after = await standing(at, id)
  assert.deepEqual([after.standing, after.installation.title, await listed(id)], ['current', renamed.title, 'current'])
  assert.deepEqual(await takeOver(who(at), after, after.seen, no), { ok: false, why: 'changed', findings: [] }, 'where nothing is new, nothing is written and nothing counted')
  assert.deepEqual(await restore(who(at), after, 1), { ok: true })
  assert.deepEqual((await itemOf(at, id))?.title, titles.title)
})

test('both sides give another title: a question, and one answer for each language', async () => {
  const entry = await offer([md(lines('eins', 'zwei'))])
  const id = await adopt(at, entry)
  await edit(at, (await standing(at, id)).installation.localRef, { title: { de: 'Unser Ablaufplan', en: 'Schedule' } })
  assert.deepEqual([(await standing(at, id)).standing, await listed(id)], ['ours', 'ours'])
  await keep(entry, renamed)
  const stand = await standing(at, id)
  assert.deepEqual([stand.standing, await listed(id)], ['both', 'both'])
  assert.deepEqual(openQuestions(mergeOf(stand)).map(({ path }) => path), ['about:title.de'])
  assert.deepEqual(await takeOver(who(at), stand, stand.seen, no), { ok: false, why: 'open', findings: [] })
  assert.deepEqual(await takeOver(who(at), stand, stand.seen, () => ({ take: 'own', text: 'Unser Ablaufplan\r\nfür Ämter ' })), { ok: true })
  assert.deepEqual((await itemOf(at, id))?.title, { de: 'Unser Ablaufplan für Ämter', en: 'Schedule for offices' })
})

test('whoever decided before the original was renamed is told', async () => {
  const entry = await offer([md('eins\n')])
  const id = await adopt(at, entry)
  await keep(entry, renamed)
  const { seen } = await standing(at, id)
  await keep(entry, { ...renamed, summary: { de: 'Neu', en: 'New' } })
  assert.deepEqual(await takeOver(who(at), await standing(at, id), seen, no), { ok: false, why: 'changed', findings: [] })
})

test('a new version under another licence brings that licence; what was taken before keeps its own and comes back with it', async () => {
  const entry = await offer([md('eins\n')])
  const id = await adopt(at, entry)
  await keep(entry, titles, 'MIT')
  const told = await standing(at, id)
  assert.deepEqual([told.standing, licenceAfter(told), (await itemOf(at, id))?.licence], ['current', 'MIT', 'CC-BY-4.0'], 'the text is the same, so nothing changes but what is told')
  await next(entry, '2.0', [md('zwei\n')])
  const before = await standing(at, id)
  await keep(entry, titles, 'EUPL-1.2')
  const stand = await standing(at, id)
  assert.deepEqual(await takeOver(who(at), stand, before.seen, no), { ok: false, why: 'changed', findings: [] }, 'whoever decided under another licence is told')
  assert.deepEqual(await takeOver(who(at), stand, stand.seen, no), { ok: true })
  const after = await standing(at, id)
  assert.deepEqual([(await itemOf(at, id))?.licence, after.installation.licence, licenceAfter(after)], ['EUPL-1.2', 'EUPL-1.2', undefined])
  assert.deepEqual(await restore(who(at), after, 1), { ok: true })
  const restored = await standing(at, id)
  assert.deepEqual([(await itemOf(at, id))?.files[0]?.text, (await itemOf(at, id))?.licence, licenceAfter(restored)], ['eins\n', 'CC-BY-4.0', 'EUPL-1.2'])
})

test('what was taken over before titles were compared keeps its own title and takes part from the next version on', async () => {
  const entry = await offer([md('eins\n')])
  const id = await adopt(at, entry)
  await write(at, (db) => db.run(sql`update portfolio.installation set base = ${JSON.stringify([md('eins\n')])}::jsonb where tenant_id = ${db.tenant} and id = ${id}`))
  await keep(entry, renamed)
  assert.deepEqual([(await standing(at, id)).standing, await listed(id)], ['current', 'current'])
  await write('lindenhafen', (db) => db.run(sql`update portfolio.entry_version set files = ${JSON.stringify([md('zwei\n')])}::jsonb, sha256 = 'other', number = 2 where entry_id = ${entry} and town = ${db.tenant}`))
  await write('lindenhafen', (db) => db.run(sql`update portfolio.entry set current_version = 2 where id = ${entry} and town = ${db.tenant}`))
  const stand = await standing(at, id)
  assert.deepEqual(await takeOver(who(at), stand, stand.seen, no), { ok: true })
  assert.deepEqual([(await itemOf(at, id))?.title, (await itemOf(at, id))?.files[0]?.text], [titles.title, 'zwei\n'])
  assert.equal((await standing(at, id)).standing, 'ours', 'from here on the titles are compared')
})

test('a state from before comes back although the thing was deleted here and its original is gone', async () => {
  const entry = await offer([md('eins\n')])
  const id = await adopt(at, entry)
  await keep(entry, renamed)
  const stand = await standing(at, id)
  await takeOver(who(at), stand, stand.seen, no)
  const ref = (await read(at, (db) => findInstallation(db, id)))?.localRef ?? assert.fail()
  await write(at, async (db) => {
    await db.run(sql`delete from portfolio.document_version where tenant_id = ${db.tenant} and ref = ${ref}`)
    await db.run(sql`delete from portfolio.document where tenant_id = ${db.tenant} and ref = ${ref}`)
  })
  await write('lindenhafen', (db) => db.run(sql`update portfolio.entry set published = false where id = ${entry} and town = ${db.tenant}`))
  const lost = await standing(at, id)
  assert.equal(lost.standing, 'lost')
  assert.deepEqual(await restore(who(at), lost, 1), { ok: true })
  const { title, summary, files, licence, languages } = (await itemOf(at, id)) ?? assert.fail()
  assert.deepEqual({ title, summary, files, licence, languages }, { ...titles, files: [md('eins\n')], licence: 'CC-BY-4.0', languages: ['de'] })
})
