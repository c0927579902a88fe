import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { newId, sql } from '@modellregion/kernel'
import { speak } from '@modellregion/kernel/words'
import { startTown, type Town } from '@modellregion/testing'
import type { words } from '../locales/index.ts'
import { hashOfFiles, publishEntry, withdrawEntry } from '../shelf/keep.ts'
import { findEntryVersion, getEntry, listEntryVersions } from '../shelf/queries.ts'
import { adoptionMatters } from './matters.ts'
import { originName } from './names.ts'
import { fetchPackage, keepPackage, packageOf, refreshPackages, type Imported } from './package.ts'
import { findPackageSource } from './queries/package.ts'
import type { ReusePackage } from './rules/package.ts'
import { handsOf, lines, md, titles } from './town-testing.ts'
import { mergeOf, takeOver } from './update.ts'

// Two installations: two databases, two ports. The second one reads over HTTP what the first one offers.
let there: Town
let here: Town
/** Between the two: gives on what the first one says, changed as a test wants it. */
let relay: ReturnType<typeof createServer>
let spoil: (text: string) => string = (text) => text
before(async () => {
  there = await startTown({ services: ['portfolio'] })
  relay = createServer((request, response) => {
    fetch(there.url(request.url ?? '')).then(async (answer) => response.writeHead(answer.status, { 'content-type': 'application/json' }).end(spoil(await answer.text())), () => response.destroy())
  }).listen(0, '127.0.0.1')
  await once(relay, 'listening')
  here = await startTown({ services: ['portfolio'], config: { harvest: { allow: [new URL(there.url('/')).host, relayHost()] } } })
})
after(async () => {
  relay.close()
  await here.close()
  await there.close()
})

const relayHost = () => `127.0.0.1:${(relay.address() as AddressInfo).port}` // a TCP server has a port
const now = new Date()
const giver = handsOf(() => there.running.platform, 'lindenhafen', now)
const taker = handsOf(() => here.running.platform, 'hohenried', now)
const at = 'hohenried'
const who = (days = 0) => ({ ...taker.who(at), now: new Date(now.getTime() + days * 86_400_000) })
const pathOf = (entry: string) => `/portfolio/reuse/${entry}`
const codes = (result: Imported) => (result.ok ? [] : result.faults.map(({ code }) => code))
const fetched = async (entry: string) => {
  const result = await fetchPackage(taker.who(at), there.url(pathOf(entry)))
  assert.ok(result.ok, JSON.stringify(result))
  return result.entryId
}
const sourceOf = async (entryId: string) => (await taker.read(at, (db) => findPackageSource(db, entryId))) ?? assert.fail()
const refresh = (days: number) => refreshPackages(who(days), new AbortController().signal)
const no = () => undefined
const say = ((dictionary: typeof words) => speak(dictionary, { locale: 'de' })) as Parameters<typeof adoptionMatters>[2] // only this room's words are asked for

test('an installation fetches from another one, takes over, sees what is new there line by line, and takes that over', async () => {
  const entry = await giver.offer([md(lines('eins', 'zwei', 'drei'))])
  const entryId = await fetched(entry)
  const own = await taker.read(at, (db) => getEntry(db, entryId))
  assert.deepEqual([own.origin, own.published, own.licence, own.sourceUrl, own.title], ['package', false, 'CC-BY-4.0', there.url(pathOf(entry)), titles.title])
  assert.equal(originName(here.running.platform, { id: at }, { entry: own }), 'Lindenhafen', 'it is from whoever made it, not from the town whose catalogue it stands in')
  const id = await taker.adopt(at, entryId)
  const { localRef } = (await taker.standing(at, id)).installation
  assert.match(localRef ?? '', /^ablaufplan/, 'an id of elsewhere is no address here')
  await taker.edit(at, localRef, { files: [md(lines('eins', 'zwei', 'unser drei'))] })

  await giver.next(entry, '2.0', [md(lines('ihr eins', 'zwei', 'drei'))])
  await giver.keep(entry, { ...titles, title: { de: 'Ablaufplan 2', en: 'Schedule 2' } })
  await refresh(1)
  const stand = await taker.standing(at, id)
  assert.deepEqual([stand.standing, stand.theirs?.label], ['both', '2.0'])
  assert.deepEqual(mergeOf(stand).filter((merge) => merge.kind !== 'clear' || merge.from !== 'same').map(({ path, kind }) => [path, kind]), [['about:title.de', 'clear'], ['about:title.en', 'clear'], ['text.md', 'text']])
  assert.deepEqual(await takeOver(taker.who(at), stand, stand.seen, no), { ok: true })
  const item = await taker.itemOf(at, id)
  assert.deepEqual([item?.title.de, item?.files[0]?.text], ['Ablaufplan 2', lines('ihr eins', 'zwei', 'unser drei')])
  const source = await sourceOf(entryId)
  assert.deepEqual([source.versionNumber, source.failed, source.readAt, source.origin], [2, null, who(1).now, [there.url(pathOf(entry))]])
})

test('what the town has noted about an entry of its own catalogue stays when the package is read again', async () => {
  const entry = await giver.offer([md('eins\n')])
  const entryId = await fetched(entry)
  await taker.write(at, (db) => db.run(sql`update portfolio.entry set effort = '{"daysMin":2}'::jsonb, published = true where id = ${entryId} and town = ${db.tenant}`))
  const before = await taker.read(at, (db) => getEntry(db, entryId))
  await refresh(1)
  assert.deepEqual((await taker.read(at, (db) => getEntry(db, entryId))).changedAt, before.changedAt, 'what is the same there is no news here')
  await giver.next(entry, '2.0', [md('zwei\n')])
  await refresh(1)
  const own = await taker.read(at, (db) => getEntry(db, entryId))
  assert.deepEqual([own.effort, own.published, own.currentVersion], [{ daysMin: 2 }, true, 2])
})

test('two people who fetch the same address at once get one entry', async () => {
  const entry = await giver.offer([md('eins\n')])
  const ids = await Promise.all(Array.from({ length: 5 }, () => fetched(entry)))
  assert.equal(new Set(ids).size, 1)
  assert.equal((await taker.read(at, (db) => listEntryVersions(db, ids[0] ?? ''))).length, 1)
})

test('on the way nobody can change a package, its hash, its format or its origin', async () => {
  const entry = await giver.offer([md('eins\n')])
  const through = async (change: (read: ReusePackage) => object) => {
    spoil = (text) => JSON.stringify(change(JSON.parse(text)))
    return codes(await fetchPackage(taker.who(at), `http://${relayHost()}${pathOf(entry)}`))
  }
  assert.deepEqual(await through((read) => ({ ...read, files: [md('eingeschmuggelt\n')] })), ['hash'])
  assert.deepEqual(await through((read) => ({ ...read, sha256: '0'.repeat(64) })), ['hash'])
  assert.deepEqual(await through((read) => ({ ...read, formatVersion: 2 })), ['format'])
  assert.deepEqual(await through((read) => ({ ...read, files: [md('eingeschmuggelt\n')], sha256: hashOfFiles([md('eingeschmuggelt\n')]) })), ['source'], 'whoever computes the hash anew still cannot speak for another installation')
  assert.deepEqual(await through((read) => ({ ...read, source: 'javascript:alert(1)' })), ['shape'])
  assert.deepEqual(await through((read) => ({ ...read, version: { ...read.version, note: 'a\0b' } })), ['text'])
  assert.deepEqual(await through((read) => ({ ...read, entry: { ...read.entry, title: { de: '\ud800' } } })), ['text'])
})

test('an older version, and a version that was rewritten, change nothing', async () => {
  const entry = await giver.offer([md('eins\n')])
  const first = await (await fetch(there.url(`${pathOf(entry)}/package.json?version=1`))).text()
  await giver.next(entry, '2.0', [md('zwei\n')])
  const entryId = await fetched(entry)
  assert.deepEqual(codes(await keepPackage(taker.who(at), first, null)), ['older'])
  const other = hashOfFiles([md('heimlich\n')])
  await giver.write('lindenhafen', (db) => db.run(sql`update portfolio.entry_version set files = ${JSON.stringify([md('heimlich\n')])}::jsonb, sha256 = ${other} where entry_id = ${entry} and number = 2 and town = ${db.tenant}`))
  assert.deepEqual(codes(await fetchPackage(taker.who(at), there.url(pathOf(entry)))), ['rewritten'])
  const version = await taker.read(at, (db) => findEntryVersion(db, entryId, 1))
  assert.deepEqual([version?.label, version?.files], ['2.0', [md('zwei\n')]])
})

test('a look that fails is noted with its reason, shown to the office, and forgotten with the next good one', async () => {
  const entry = await giver.offer([md('eins\n')])
  const entryId = await fetched(entry)
  const id = await taker.adopt(at, entryId)
  const matters = (role: string) => taker.read(at, (db) => adoptionMatters(db, { roles: [{ role }], level: 'substantial' }, say))
  await refresh(0)
  const before = await matters('project-office') // what the tests above have spoiled is told as well
  await giver.write('lindenhafen', (db) => withdrawEntry(db, entry, true))
  await refresh(1)
  const failed = await sourceOf(entryId)
  assert.deepEqual([failed.failed, failed.failedAbout?.slice(0, 10), failed.checkedAt, failed.readAt], ['fetch', 'status 410', who(1).now, now])
  assert.equal((await taker.standing(at, id)).standing, 'current', 'what is here stays')
  const told = (await matters('project-office')).map(({ title, status, href }) => [title, status, href])
  assert.deepEqual(told, Array.from({ length: before.length + 1 }, () => ['Ablaufplan', 'nicht lesbar', '/portfolio/adoption#packages']))
  assert.deepEqual(await matters('project-lead'), [], 'no matter of anybody else')
  await giver.write('lindenhafen', (db) => withdrawEntry(db, entry, false))
  await refresh(2)
  const good = await sourceOf(entryId)
  assert.deepEqual([good.failed, good.failedAbout, good.readAt], [null, null, who(2).now])
  assert.deepEqual(await matters('project-office'), before)
})

test('what is not published is no package for others', async () => {
  const entry = await giver.offer([md('eins\n')])
  await giver.write('lindenhafen', (db) => publishEntry(db, entry, false))
  // `fetch` sends the host of the address whatever the headers say.
  const of = (town: string) =>
    new Promise((resolve, reject) => {
      const { host, port } = new URL(there.url('/', town))
      request({ host: '127.0.0.1', port, path: `${pathOf(entry)}/package.json`, headers: { host } }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end()
    })
  assert.deepEqual([await of('lindenhafen'), await of('aachen')], [404, 404])
})

test('a package that is broken, foreign or dangerous is refused with its reason', async () => {
  const entry = await giver.offer([md('eins\n')])
  const { kept, version } = await giver.read('lindenhafen', async (db) => ({ kept: await getEntry(db, entry), version: (await findEntryVersion(db, entry, 1)) ?? assert.fail() }))
  const good = packageOf(kept, { ...version, files: version.files ?? [] }, 'Lindenhafen', `https://dort.example.org/${newId(now)}`, Array.from({ length: 20 }, (_, n) => `https://example.org/${n}`))
  const said = async (wrong: object) => codes(await keepPackage(taker.who(at), JSON.stringify({ ...good, ...wrong }), null))
  assert.deepEqual(codes(await keepPackage(taker.who(at), '{', null)), ['not-json'])
  assert.deepEqual(codes(await keepPackage(taker.who(at), '[]', null)), ['format'])
  assert.deepEqual(await said({ entry: { ...good.entry, class: 'virus' } }), ['shape'])
  assert.deepEqual(await said({ files: [{ ...md('x'), path: '../x.md' }, md('x'), md('x')] }), ['path', 'twice'])
  assert.deepEqual(await said({ entry: { ...good.entry, licence: 'geheim' } }), ['licence'])
  assert.deepEqual(await said({ files: [md('x'.repeat(5 * 1024 * 1024))] }), ['too-large'])
  assert.deepEqual(codes(await fetchPackage(giver.who('lindenhafen'), 'http://dort.example.org/x')), ['scheme'], 'without encryption only where the operator allows it')
  const inside = await fetchPackage(taker.who(at), 'https://127.0.0.1:1/x')
  assert.ok(!inside.ok && inside.faults[0]?.about.startsWith('address-forbidden'))
  const kept20 = await keepPackage(taker.who(at), JSON.stringify(good), null)
  assert.ok(kept20.ok)
  const { origin } = await sourceOf(kept20.entryId)
  assert.deepEqual([origin.length, origin[0], origin.at(-1)], [20, 'https://example.org/0', good.source], 'a long way keeps its beginning and its end, and can be handed on')
})
