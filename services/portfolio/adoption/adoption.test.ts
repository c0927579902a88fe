import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { demoAccountId, eraseAll, enqueue, newId, sql, type Platform, type UnitOfWork } from '@modellregion/kernel'
import type { ReuseFile, ReuseKind } from '@modellregion/contracts'
import { localDate } from '@modellregion/standards'
import { startTown, type Town } from '@modellregion/testing'
import { documentKinds } from '../document/kind.ts'
import { addVersion, inCommons, keepEntry, publishEntry, withdrawEntry } from '../shelf/keep.ts'
import { findEntryVersion, getEntry } from '../shelf/queries.ts'
import { beginInstallation } from './begin.ts'
import { carryOut, endAdoption, unit, type Acting } from './carry-out.ts'
import { scoresOf, settleEvidence } from './evidence.ts'
import { finishJob } from './finish.ts'
import { fetchPackage, keepPackage, packageOf } from './package.ts'
import { adoptionPanelOf } from './panel.ts'
import { findOwnAdoption, listAdopters, listLessons } from './queries.ts'
import { listEvidence } from './queries/evidence.ts'
import { findInstallation, listInstallationVersions } from './queries/installation.ts'
import { changeConsent, keepReport } from './report.ts'
import type { Consent } from './schema.ts'
import { listRows, standOf } from './stand.ts'
import { mergeOf, restore, takeOver } from './update.ts'

let town: Town
before(async () => {
  town = await startTown({ services: ['portfolio'] })
})
after(() => town.close())

const now = new Date()
const platform = () => town.running.platform
const who = (id: string): Acting => ({ platform: platform(), town: id, now, actor: demoAccountId(id, 'petra') })
const [document] = documentKinds
assert.ok(document)
const kind: ReuseKind<Platform> = document
const write = <T>(at: string, work: (db: UnitOfWork) => Promise<T>) => unit(who(at), 'write', work)
const read = <T>(at: string, work: (db: UnitOfWork) => Promise<T>) => unit(who(at), 'read', work)
const tenantOf = (id: string) => platform().directory.byId(id) ?? assert.fail(id)
const standing = (at: string, id: string) => standOf({ platform: platform(), tenant: tenantOf(at), now, actor: { id: demoAccountId(at, 'petra') } }, id).then((stand) => stand ?? assert.fail(id))
const md = (text: string, path = 'text.md'): ReuseFile => ({ path, mediaType: 'text/markdown', text })
const lines = (...all: string[]) => `${all.join('\n')}\n`

/** An entry that lindenhafen offers, with a first version. */
async function offer(files: readonly ReuseFile[]): Promise<string> {
  const id = newId(now)
  await write('lindenhafen', async (db) => {
    await keepEntry(db, { id, published: true, class: 'templates-and-procedures', kind: 'portfolio.document', itemRef: id, title: { de: 'Ablaufplan' }, summary: { de: 'Schritt für Schritt' }, problem: '', description: '', licence: 'CC-BY-4.0', languages: ['de'], topics: [], origin: 'own', sourceUrl: null, pageUrl: null, contact: {}, effort: {}, cost: {}, service: null, project: null })
    await addVersion(db, id, { label: '1.0', note: '', files })
  })
  return id
}
const next = (id: string, label: string, files: readonly ReuseFile[]) => write('lindenhafen', (db) => addVersion(db, id, { label, note: '', files }))

const begin = (at: string, entryId: string, consent: Consent = 'named', id = newId(now)) =>
  write(at, async (db) => {
    const entry = await getEntry(db, entryId)
    const version = await findEntryVersion(db, entryId, entry.currentVersion ?? 0)
    assert.ok(version)
    return await beginInstallation(db, { id, entry, version, consent })
  })
async function adopt(at: string, entryId: string, consent?: Consent): Promise<string> {
  const { id } = await begin(at, entryId, consent)
  const outcome = await carryOut(who(at), kind, id)
  assert.ok(outcome.ok)
  return id
}
const edit = async (at: string, ref: string | null, files: readonly ReuseFile[]) => {
  const item = await kind.read(platform(), { id: at }, ref ?? '', now)
  assert.ok(item && ref)
  const done = await kind.install(platform(), { id: at }, { key: newId(now), item: { ...item, files }, into: ref }, now)
  assert.ok(done.ok)
}
const filesOf = async (at: string, id: string) => {
  const installation = await read(at, (db) => findInstallation(db, id))
  return (await kind.read(platform(), { id: at }, installation?.localRef ?? '', now))?.files
}
const no = () => undefined

test('a town takes a result over once, keeps where it is from, and is in the register by consent', async () => {
  const entry = await offer([md(lines('eins', 'zwei'))])
  const id = await adopt('hohenried', entry)
  const again = await begin('hohenried', entry)
  assert.deepEqual(again, { id, isNew: false })
  const stand = await standing('hohenried', id)
  const { state, entryTown, versionNumber, versionLabel, licence, pending } = stand.installation
  assert.deepEqual([stand.standing, state, entryTown, versionNumber, versionLabel, licence, pending], ['current', 'running', 'lindenhafen', 1, '1.0', 'CC-BY-4.0', null])
  assert.deepEqual(stand.ours?.files, [md(lines('eins', 'zwei'))])
  const [line] = await read('lindenhafen', (db) => listAdopters(db, entry))
  assert.deepEqual([line?.town, line?.state, line?.since, line?.versionLabel], ['hohenried', 'running', localDate(now), '1.0'])
  assert.equal(await read('lindenhafen', (db) => findInstallation(db, id)), undefined, 'another town sees no installation')
})

test('upstream changes, both sides edit: the merge is shown and nothing is lost', async () => {
  const entry = await offer([md(lines('eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben')), { path: 'bild.pdf', mediaType: 'application/pdf', base64: 'QQ==' }])
  const id = await adopt('hohenried', entry)
  const ref = (await standing('hohenried', id)).installation.localRef
  const ours = [{ path: 'bild.pdf', mediaType: 'application/pdf', base64: 'Qg==' }, md(lines('eins', 'unser zwei', 'drei', 'vier', 'fünf', 'unser sechs', 'sieben', 'unser Ende'))] satisfies ReuseFile[]
  await edit('hohenried', ref, ours)
  assert.equal((await standing('hohenried', id)).standing, 'ours')
  await next(entry, '2.0', [md(lines('ihr Anfang', 'eins', 'ihr zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben')), { path: 'bild.pdf', mediaType: 'application/pdf', base64: 'Qg==' }])
  const stand = await standing('hohenried', id)
  assert.equal(stand.standing, 'both')
  const seen = { ours: stand.oursSha, number: 2 }
  assert.equal(mergeOf(stand).filter(({ kind: one }) => one === 'whole').length, 0, 'both have the same picture')
  const open = await takeOver(who('hohenried'), stand, seen, no)
  assert.deepEqual(open, { ok: false, why: 'open', findings: [] })
  assert.deepEqual(await filesOf('hohenried', id), ours, 'nothing is written without a decision')

  assert.deepEqual(await takeOver(who('hohenried'), stand, seen, () => ({ take: 'both' })), { ok: true })
  assert.equal((await filesOf('hohenried', id))?.[1]?.text, lines('ihr Anfang', 'eins', 'unser zwei', 'ihr zwei', 'drei', 'vier', 'fünf', 'unser sechs', 'sieben', 'unser Ende'))
  const after = await standing('hohenried', id)
  assert.deepEqual([after.standing, after.installation.versionNumber, after.installation.updates, after.installation.merges], ['ours', 2, 1, 1])

  const [kept] = await read('hohenried', (db) => listInstallationVersions(db, id))
  assert.deepEqual([kept?.number, kept?.reason, kept?.versionNumber, kept?.files], [1, 'before-update', 1, ours])
  assert.deepEqual(await restore(who('hohenried'), after, 1), { ok: true })
  assert.deepEqual(await filesOf('hohenried', id), ours)
  assert.equal((await standing('hohenried', id)).standing, 'both', 'the change of the original stands open again')
  assert.equal((await read('hohenried', (db) => listInstallationVersions(db, id))).length, 2)
})

test('who decided on an older state is told, and what was written meanwhile stays', async () => {
  const entry = await offer([md('a\n')])
  const id = await adopt('hohenried', entry)
  await next(entry, '2', [md('b\n')])
  const seen = await standing('hohenried', id)
  await edit('hohenried', seen.installation.localRef, [md('a\nunser\n')])
  const fresh = await standing('hohenried', id)
  assert.deepEqual(await takeOver(who('hohenried'), fresh, { ours: seen.oursSha, number: 2 }, no), { ok: false, why: 'changed', findings: [] })
  // Somebody writes between the comparison and the writing.
  await edit('hohenried', seen.installation.localRef, [md('a\nunser anderes\n')])
  assert.deepEqual(await takeOver(who('hohenried'), fresh, { ours: fresh.oursSha, number: 2 }, () => ({ take: 'ours' })), { ok: false, why: 'changed', findings: [] })
  assert.equal((await filesOf('hohenried', id))?.[0]?.text, 'a\nunser anderes\n')
  const rest = await standing('hohenried', id)
  assert.deepEqual([rest.installation.state, rest.standing], ['running', 'both'])
})

test('a process that stops before or after the kind has written leaves one thing, finished by the job', async () => {
  for (const where of ['before', 'after'] as const) {
    const entry = await offer([md(`${where}\n`)])
    const { id } = await begin('hohenried', entry)
    const dying: ReuseKind<Platform> = {
      ...kind,
      install: async (...order) => {
        if (where === 'after') await kind.install(...order)
        throw new Error('killed')
      },
    }
    await assert.rejects(carryOut(who('hohenried'), dying, id), /killed/)
    assert.equal((await standing('hohenried', id)).standing, 'installing')
    await write('hohenried', (db) => enqueue(db, finishJob, { id }, { key: `finish ${id}` }))
    await until(async () => (await standing('hohenried', id)).standing === 'current')
    const things = (await kind.list(platform(), { id: 'hohenried' }, now)).filter(({ files }) => files[0]?.text === `${where}\n`)
    assert.equal(things.length, 1)
    assert.equal((await read('hohenried', (db) => findOwnAdoption(db, id)))?.state, 'running')
  }
})

test('an update that stopped in between is finished late, and what the town wrote meanwhile is kept first', async () => {
  const entry = await offer([md('a\n')])
  const id = await adopt('hohenried', entry)
  await next(entry, '2', [md('b\n')])
  const stand = await standing('hohenried', id)
  const dead: ReuseKind<Platform> = { ...kind, install: () => Promise.reject(new Error('killed')) }
  await assert.rejects(takeOver(who('hohenried'), { ...stand, kind: { ...(stand.kind ?? assert.fail()), kind: dead } }, { ours: stand.oursSha, number: 2 }, no), /killed/)
  await edit('hohenried', stand.installation.localRef, [md('a\nin der Zwischenzeit\n')])
  assert.ok((await carryOut(who('hohenried'), kind, id, true)).ok)
  assert.equal((await filesOf('hohenried', id))?.[0]?.text, 'b\n')
  const kept = await read('hohenried', (db) => listInstallationVersions(db, id))
  assert.deepEqual(kept.map(({ reason, files }) => [reason, files[0]?.text]), [['found', 'a\nin der Zwischenzeit\n'], ['before-update', 'a\n']])
})

test('a refused installation leaves nothing behind, a reported use stays', async () => {
  const refusing: ReuseKind<Platform> = { ...kind, install: () => Promise.resolve({ ok: false, findings: [{ level: 'error', message: { de: 'Nein', en: 'No' } }] }) }
  const entry = await offer([md('x\n')])
  const { id } = await begin('hohenried', entry)
  assert.deepEqual(await carryOut(who('hohenried'), refusing, id), { ok: false, why: 'refused', findings: [{ level: 'error', message: { de: 'Nein', en: 'No' } }] })
  assert.deepEqual(await read('hohenried', async (db) => [await findInstallation(db, id), await findOwnAdoption(db, id)]), [undefined, undefined])
  const used = newId(now)
  await write('aachen', (db) => keepReport(db, used, entry, { consent: 'counted', state: 'running', since: '2026-01-10' }))
  const later = { ...who('aachen'), now: new Date(now.getTime() + 60_000) }
  const begun = await unit(later, 'write', async (db) => beginInstallation(db, { id: newId(now), entry: await getEntry(db, entry), version: (await findEntryVersion(db, entry, 1)) ?? assert.fail(), consent: 'counted' }))
  assert.equal(begun.id, used, 'it goes on under the id of the report')
  assert.equal((await carryOut(later, refusing, used)).ok, false)
  assert.equal((await read('aachen', (db) => findOwnAdoption(db, used)))?.state, 'running')
})

test('consent decides what others see, at once', async () => {
  const entry = await offer([md('x\n')])
  const id = await adopt('hohenried', entry, 'counted')
  const seen = () => read('lindenhafen', async (db) => [(await listAdopters(db, entry)).length, (await listLessons(db, entry)).length])
  await write('hohenried', (db) => keepReport(db, id, entry, { consent: 'counted', state: 'running', since: '2026-02-01', effortDays: 3, once: '1.200,50', worked: 'Gut', contactOffice: 'IT' }))
  assert.deepEqual(await seen(), [0, 0])
  await write('hohenried', (db) => keepReport(db, id, entry, { consent: 'named-report', state: 'running', since: '2026-02-01', effortDays: 3, once: '1.200,50', worked: 'Gut', beware: 'Zeit lassen' }))
  assert.deepEqual(await seen(), [1, 2])
  const [line] = await read('lindenhafen', (db) => listAdopters(db, entry))
  assert.deepEqual([line?.effortDays, line?.onceCents, line?.yearlyCents], [3, 120_050, null])
  await write('hohenried', async (db) => changeConsent(db, (await findOwnAdoption(db, id)) ?? assert.fail(), 'named'))
  assert.deepEqual(await seen(), [1, 0])
  assert.equal((await read('lindenhafen', (db) => listAdopters(db, entry)))[0]?.effortDays, null, 'the name alone says nothing of the effort')
  await write('hohenried', async (db) => changeConsent(db, (await findOwnAdoption(db, id)) ?? assert.fail(), 'counted'))
  assert.deepEqual(await seen(), [0, 0])
  assert.equal((await read('hohenried', (db) => findOwnAdoption(db, id)))?.effortDays, 3, 'the town itself keeps its report')
  assert.equal(await write('lindenhafen', (db) => db.run(sql`update portfolio.adoption set consent = 'named' where id = ${id}`)), 0, 'nobody consents for another town')
})

test('the score is made of evidence of each town, once, without its name; what ends takes it back', async () => {
  const entry = await offer([md('x\n')])
  const score = async () => (await scoresOf(platform(), [entry], now)).get(entry)
  assert.deepEqual(await score(), { points: 0, score: 0, towns: 0, unnamed: null })
  const id = await adopt('hohenried', entry)
  assert.deepEqual(await score(), { points: 15, score: 13, towns: 1, unnamed: null })
  await write('hohenried', (db) => keepReport(db, id, entry, { consent: 'named', state: 'running', since: '2025-01-10', effortDays: 2 }))
  for (let twice = 0; twice < 2; twice++) await settleEvidence(platform(), 'hohenried', id, now)
  assert.deepEqual(await score(), { points: 45, score: 31, towns: 1, unnamed: null })
  await write('hohenried', async (db) => changeConsent(db, (await findOwnAdoption(db, id)) ?? assert.fail(), 'counted'))
  await settleEvidence(platform(), 'hohenried', id, now)
  assert.deepEqual(await score(), { points: 0, score: 0, towns: 0, unnamed: null }, 'one town without a name cannot be found out')
  const rows = await inCommons(platform(), 'read', now, (db) => listEvidence(db, [entry]))
  assert.equal(rows.length, 5)
  assert.ok(rows.every(({ townHash }) => !townHash.includes('hohenried') && townHash.length === 43))
  await endAdoption(who('hohenried'), id)
  assert.deepEqual(await inCommons(platform(), 'read', now, (db) => listEvidence(db, [entry])), [])
  assert.equal((await standing('hohenried', id)).standing, 'ended')
  const second = await adopt('hohenried', entry)
  assert.notEqual(second, id)
  await settleEvidence(platform(), 'hohenried', id, now)
  assert.equal((await score())?.towns, 1, 'the ended one says nothing against the new one')
})

test('what is gone upstream, deleted here or hidden is said; ours stays', async () => {
  const entry = await offer([md('x\n')])
  const id = await adopt('hohenried', entry)
  await write('lindenhafen', (db) => publishEntry(db, entry, false))
  assert.equal((await standing('hohenried', id)).standing, 'gone')
  await write('lindenhafen', (db) => publishEntry(db, entry, true))
  assert.equal((await standing('hohenried', id)).standing, 'current')
  await write('lindenhafen', (db) => withdrawEntry(db, entry, true))
  assert.equal((await standing('hohenried', id)).standing, 'gone')
  assert.deepEqual(await filesOf('hohenried', id), [md('x\n')])
  const rows = await listRows({ platform: platform(), tenant: tenantOf('hohenried'), now }, { from: 0, size: 100 })
  assert.equal(rows.find(({ adoption }) => adoption.id === id)?.standing, 'gone')
})

test('a package carries a result into another installation and its next version after it', async () => {
  const entry = await offer([md('eins\n')])
  const packaged = async (origin: readonly string[] = []) => {
    const { kept, version } = await read('lindenhafen', async (db) => {
      const found = await getEntry(db, entry)
      return { kept: found, version: (await findEntryVersion(db, entry, found.currentVersion ?? 0)) ?? assert.fail() }
    })
    return packageOf(kept, { ...version, files: version.files ?? [] }, 'Lindenhafen', `https://dort.example.org/portfolio/reuse/${entry}`, origin)
  }
  const first = await keepPackage(who('aachen'), JSON.stringify(await packaged(['https://zuerst.example.org'])), null)
  assert.ok(first.ok)
  const own = await read('aachen', (db) => getEntry(db, first.entryId))
  assert.deepEqual([own.origin, own.published, own.licence, own.sourceUrl], ['package', false, 'CC-BY-4.0', `https://dort.example.org/portfolio/reuse/${entry}`])
  const id = await adopt('aachen', first.entryId)
  await next(entry, '2', [md('zwei\n')])
  const second = await keepPackage(who('aachen'), JSON.stringify(await packaged()), null)
  assert.deepEqual(second, first)
  const stand = await standing('aachen', id)
  assert.equal(stand.standing, 'upstream')
  assert.deepEqual(await takeOver(who('aachen'), stand, { ours: stand.oursSha, number: 2 }, no), { ok: true })
  assert.equal((await filesOf('aachen', id))?.[0]?.text, 'zwei\n')
})

test('a package that is broken, foreign or dangerous is refused with its reason', async () => {
  const entry = await offer([md('eins\n')])
  const { kept, version } = await read('lindenhafen', async (db) => ({ kept: await getEntry(db, entry), version: (await findEntryVersion(db, entry, 1)) ?? assert.fail() }))
  const good = packageOf(kept, { ...version, files: version.files ?? [] }, 'Lindenhafen', 'https://dort.example.org/x', [])
  const codes = async (text: string) => {
    const result = await keepPackage(who('aachen'), text, null)
    return result.ok ? [] : result.faults.map(({ code }) => code)
  }
  assert.deepEqual(await codes('{'), ['not-json'])
  assert.deepEqual(await codes('[]'), ['format'])
  assert.deepEqual(await codes(JSON.stringify({ ...good, formatVersion: 2 })), ['format'])
  assert.deepEqual(await codes(JSON.stringify({ ...good, entry: { ...good.entry, class: 'virus' } })), ['shape'])
  assert.deepEqual(await codes(JSON.stringify({ ...good, files: [{ ...md('x'), path: '../x.md' }, md('x'), md('x')] })), ['path', 'twice'])
  assert.deepEqual(await codes(JSON.stringify({ ...good, entry: { ...good.entry, licence: 'geheim' } })), ['licence'])
  assert.deepEqual(await codes(JSON.stringify({ ...good, files: [md('zwei\n')] })), ['hash'])
  assert.deepEqual(await codes(JSON.stringify({ ...good, files: [md('x'.repeat(5 * 1024 * 1024))] })), ['too-large'])
  assert.deepEqual(await fetchPackage(who('aachen'), 'http://dort.example.org/x'), { ok: false, faults: [{ code: 'scheme' }] })
  const inside = await fetchPackage(who('aachen'), 'https://127.0.0.1/x')
  assert.ok(!inside.ok && inside.faults[0]?.code === 'fetch' && inside.faults[0].detail.startsWith('address-forbidden'))
})

test('the panel of an entry shows the named ones, and each reader what they can do', async () => {
  const entry = await offer([md('x\n')])
  const ask = (at: string, may: boolean) => ({ platform: platform(), tenant: tenantOf(at), now, may: () => may, read: <T>(work: (db: UnitOfWork) => Promise<T>) => read(at, work) })
  const kept = await read('lindenhafen', (db) => getEntry(db, entry))
  const id = await adopt('hohenried', entry)
  const guest = await adoptionPanelOf(ask('aachen', false), kept)
  assert.deepEqual([guest.adopters.map(({ town: one }) => one), guest.mayAdopt, guest.mayReport, guest.ownId, guest.unnamed], [['hohenried'], false, false, undefined, null])
  const office = await adoptionPanelOf(ask('aachen', true), kept)
  assert.deepEqual([office.mayAdopt, office.mayReport, office.score], [true, true, 13])
  assert.deepEqual((await adoptionPanelOf(ask('hohenried', true), kept)).ownId, id)
  assert.equal((await adoptionPanelOf(ask('lindenhafen', true), kept)).mayAdopt, false, 'nobody takes over what is their own')
})

test('who ordered an installation is forgotten with the account', async () => {
  const petra = demoAccountId('hohenried', 'petra')
  const ordered = () => read('hohenried', (db) => db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.installation where tenant_id = ${db.tenant} and account_id = ${petra}`))
  assert.ok((await ordered()).n > 0)
  await eraseAll(platform(), { tenant: 'hohenried', now }, petra)
  assert.equal((await ordered()).n, 0)
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await holds()) return
    await sleep(100)
  }
  assert.fail('not within 15 seconds')
}
