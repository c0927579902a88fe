import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { demoAccountId, eraseAll, enqueue, newId, sql, type Platform, type UnitOfWork } from '@modellregion/kernel'
import type { ReuseFile, ReuseKind } from '@modellregion/contracts'
import { localDate, plainDateOf } from '@modellregion/standards'
import { startTown, type Town } from '@modellregion/testing'
import { inCommons, publishEntry, withdrawEntry } from '../shelf/keep.ts'
import { findEntryVersion, getEntry } from '../shelf/queries.ts'
import { unit } from './acting.ts'
import { beginInstallation } from './begin.ts'
import { carryOut, endAdoption } from './carry-out.ts'
import { scoresOf, settleEvidence } from './evidence.ts'
import { finishJob } from './finish.ts'
import { evidenceJob } from './jobs.ts'
import { adoptionPanelOf } from './panel.ts'
import { countAdoptions, findOwnAdoption, listAdopters, listLessons } from './queries.ts'
import { listEvidence } from './queries/evidence.ts'
import { findInstallation, listInstallationVersions } from './queries/installation.ts'
import { changeConsent, keepReport } from './report.ts'
import { filesIn } from './rules/parts.ts'
import { listRows } from './stand.ts'
import { handsOf, kind, lines, md } from './town-testing.ts'
import { mergeOf, restore, takeOver } from './update.ts'

let town: Town
before(async () => {
  town = await startTown({ services: ['portfolio'] })
})
after(() => town.close())

const now = new Date()
const platform = () => town.running.platform
const { who, write, read, tenantOf, next, offer, begin, adopt, edit, standing, filesOf } = handsOf(platform, 'lindenhafen', now)
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
  await edit('hohenried', ref, { files: ours })
  assert.equal((await standing('hohenried', id)).standing, 'ours')
  await next(entry, '2.0', [md(lines('ihr Anfang', 'eins', 'ihr zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben')), { path: 'bild.pdf', mediaType: 'application/pdf', base64: 'Qg==' }])
  const stand = await standing('hohenried', id)
  assert.equal(stand.standing, 'both')
  const { seen } = stand
  assert.equal(mergeOf(stand).filter(({ kind: one }) => one === 'whole').length, 0, 'both have the same picture')
  const open = await takeOver(who('hohenried'), stand, seen, no)
  assert.deepEqual(open, { ok: false, why: 'open', findings: [] })
  assert.deepEqual(await filesOf('hohenried', id), ours, 'nothing is written without a decision')

  assert.deepEqual(await takeOver(who('hohenried'), stand, seen, () => ({ take: 'both' })), { ok: true })
  assert.equal((await filesOf('hohenried', id))?.[1]?.text, lines('ihr Anfang', 'eins', 'unser zwei', 'ihr zwei', 'drei', 'vier', 'fünf', 'unser sechs', 'sieben', 'unser Ende'))
  const after = await standing('hohenried', id)
  assert.deepEqual([after.standing, after.installation.versionNumber, after.installation.updates, after.installation.merges], ['ours', 2, 1, 1])

  const [kept] = await read('hohenried', (db) => listInstallationVersions(db, id))
  assert.deepEqual([kept?.number, kept?.reason, kept?.versionNumber, filesIn(kept?.files ?? [])], [1, 'before-update', 1, ours])
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
  await edit('hohenried', seen.installation.localRef, { files: [md('a\nunser\n')] })
  const fresh = await standing('hohenried', id)
  assert.deepEqual(await takeOver(who('hohenried'), fresh, seen.seen, no), { ok: false, why: 'changed', findings: [] })
  // Somebody writes between the comparison and the writing.
  await edit('hohenried', seen.installation.localRef, { files: [md('a\nunser anderes\n')] })
  assert.deepEqual(await takeOver(who('hohenried'), fresh, fresh.seen, () => ({ take: 'ours' })), { ok: false, why: 'changed', findings: [] })
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

// The process stops after the order was given and before the kind has written.
async function interrupted(entry: string): Promise<string> {
  const id = await adopt('hohenried', entry)
  await next(entry, '2', [md(lines('ihr eins', 'zwei', 'drei'))])
  const stand = await standing('hohenried', id)
  const dead: ReuseKind<Platform> = { ...kind, install: () => Promise.reject(new Error('killed')) }
  await assert.rejects(takeOver(who('hohenried'), { ...stand, kind: { ...(stand.kind ?? assert.fail()), kind: dead } }, stand.seen, no), /killed/)
  return id
}

test('an update that stopped in between is finished late, together with what the town wrote meanwhile', async () => {
  const id = await interrupted(await offer([md(lines('eins', 'zwei', 'drei'))]))
  const { installation } = await standing('hohenried', id)
  await edit('hohenried', installation.localRef, { files: [md(lines('eins', 'zwei', 'unser drei'))] })
  assert.ok((await carryOut(who('hohenried'), kind, id, true)).ok)
  assert.equal((await filesOf('hohenried', id))?.[0]?.text, lines('ihr eins', 'zwei', 'unser drei'))
  const after = await standing('hohenried', id)
  assert.deepEqual([after.standing, after.installation.versionNumber, after.installation.updates, after.installation.merges], ['ours', 2, 1, 1])
  const kept = await read('hohenried', (db) => listInstallationVersions(db, id))
  assert.deepEqual(kept.map(({ reason, files }) => [reason, filesIn(files)[0]?.text]), [['found', lines('eins', 'zwei', 'unser drei')], ['before-update', lines('eins', 'zwei', 'drei')]])
})

test('where the town has changed the same place meanwhile, nothing is written and a person is asked', async () => {
  const id = await interrupted(await offer([md(lines('eins', 'zwei', 'drei'))]))
  await edit('hohenried', (await standing('hohenried', id)).installation.localRef, { files: [md(lines('unser eins', 'zwei', 'drei'))] })
  const outcome = await carryOut(who('hohenried'), kind, id, true)
  assert.deepEqual([outcome.ok, !outcome.ok && outcome.why], [false, 'changed'])
  const stand = await standing('hohenried', id)
  assert.deepEqual([stand.installation.state, stand.installation.versionNumber, stand.standing, stand.ours?.files[0]?.text], ['running', 1, 'both', lines('unser eins', 'zwei', 'drei')])
})

test('what was written before the process stopped stays, whatever the town made of it since', async () => {
  const entry = await offer([md(lines('eins', 'zwei', 'drei'))])
  const id = await adopt('hohenried', entry)
  await next(entry, '2', [md(lines('ihr eins', 'zwei', 'drei'))])
  const stand = await standing('hohenried', id)
  const dying: ReuseKind<Platform> = { ...kind, install: async (...order) => (await kind.install(...order), await Promise.reject(new Error('killed'))) }
  await assert.rejects(takeOver(who('hohenried'), { ...stand, kind: { ...(stand.kind ?? assert.fail()), kind: dying } }, stand.seen, no), /killed/)
  await edit('hohenried', stand.installation.localRef, { files: [md(lines('unser eins', 'zwei', 'drei'))] })
  assert.ok((await carryOut(who('hohenried'), kind, id, true)).ok)
  const after = await standing('hohenried', id)
  assert.deepEqual([after.standing, after.installation.versionNumber, after.ours?.files[0]?.text], ['ours', 2, lines('unser eins', 'zwei', 'drei')])
})

test('an edit in the moment before the kind writes is never written over', async () => {
  const entry = await offer([md(lines('eins', 'zwei', 'drei'))])
  const id = await adopt('hohenried', entry)
  await next(entry, '2', [md(lines('ihr eins', 'zwei', 'drei'))])
  const stand = await standing('hohenried', id)
  let edits = 0
  const late: ReuseKind<Platform> = {
    ...kind,
    install: async (...order) => {
      if (edits++ === 0) await edit('hohenried', stand.installation.localRef, { files: [md(lines('eins', 'zwei', 'unser drei'))] })
      return await kind.install(...order)
    },
  }
  const between = { ...stand, kind: { ...(stand.kind ?? assert.fail()), kind: late } }
  assert.deepEqual(await takeOver(who('hohenried'), between, stand.seen, no), { ok: false, why: 'changed', findings: [] })
  const fresh = await standing('hohenried', id)
  assert.deepEqual([fresh.standing, fresh.ours?.files[0]?.text], ['both', lines('eins', 'zwei', 'unser drei')])
  assert.deepEqual(await takeOver(who('hohenried'), fresh, fresh.seen, no), { ok: true })
  assert.equal((await filesOf('hohenried', id))?.[0]?.text, lines('ihr eins', 'zwei', 'unser drei'))
})

test('whoever edits and whoever takes over at the same time: what was acknowledged is there', async () => {
  for (let round = 0; round < 12; round++) {
    const entry = await offer([md(lines('eins', 'zwei', 'drei'))])
    const id = await adopt('hohenried', entry)
    await next(entry, '2', [md(lines('ihr eins', 'zwei', 'drei'))])
    const stand = await standing('hohenried', id)
    const ours = stand.ours ?? assert.fail()
    const editing = async () => (await sleep(round * 6), await kind.install(platform(), { id: 'hohenried' }, { key: newId(now), item: { ...ours, files: [md(lines('eins', 'zwei', 'unser drei'))] }, into: ours.ref, over: ours.state }, now))
    const [edited, taken] = await Promise.all([editing(), takeOver(who('hohenried'), stand, stand.seen, no)])
    assert.notEqual(edited.ok, taken.ok, 'both have read the same state: one is quicker, the other one is told')
    assert.equal((await filesOf('hohenried', id))?.[0]?.text, edited.ok ? lines('eins', 'zwei', 'unser drei') : lines('ihr eins', 'zwei', 'drei'))
  }
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
  const begun = await unit(later, 'write', async (db) => beginInstallation(db, { id: newId(now), entry: await getEntry(db, entry), version: (await findEntryVersion(db, entry, 1)) ?? assert.fail(), kind, consent: 'counted' }))
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

test('what a town has reported is hidden at once when it takes the thing over without its name', async () => {
  const entry = await offer([md('x\n')])
  const used = newId(now)
  await write('aachen', (db) => keepReport(db, used, entry, { consent: 'named-report', state: 'running', since: '2026-01-10', worked: 'Gut' }))
  const seen = () => read('lindenhafen', async (db) => [(await listAdopters(db, entry)).length, (await listLessons(db, entry)).length])
  assert.deepEqual(await seen(), [1, 1])
  await begin('aachen', entry, 'counted')
  assert.deepEqual(await seen(), [0, 0], 'before anything is written')
})

test('a use ends only when nothing is being written, and a form that comes late begins a new one', async () => {
  const entry = await offer([md('x\n')])
  const form = newId(now)
  const { id } = await begin('hohenried', entry, 'named', form)
  assert.equal(await endAdoption(who('hohenried'), id), false)
  assert.ok((await carryOut(who('hohenried'), kind, id)).ok)
  assert.equal(await endAdoption(who('hohenried'), id), true)
  const again = await begin('hohenried', entry, 'named', form)
  assert.notEqual(again.id, id)
  assert.ok((await carryOut(who('hohenried'), kind, again.id)).ok)
  const [first, second] = [await standing('hohenried', id), await standing('hohenried', again.id)]
  assert.deepEqual([first.standing, second.standing, first.installation.localRef === second.installation.localRef], ['ended', 'current', false])
})

test('a report about one result never changes the line of another one', async () => {
  const [one, other] = [await offer([md('x\n')]), await offer([md('y\n')])]
  const id = await adopt('hohenried', one, 'counted')
  await assert.rejects(write('hohenried', (db) => keepReport(db, id, other, { consent: 'named', state: 'running', since: '2026-01-10' })), /another entry/)
  assert.equal((await read('hohenried', (db) => findOwnAdoption(db, id)))?.consent, 'counted')
})

test('what somebody reported while an installation hung stays when it is undone', async () => {
  const entry = await offer([md('x\n')])
  const { id } = await begin('hohenried', entry)
  await unit({ ...who('hohenried'), now: new Date(now.getTime() + 1_000) }, 'write', (db) => keepReport(db, id, entry, { consent: 'named', state: 'running', since: '2026-01-10', effortDays: 4 }))
  const refusing: ReuseKind<Platform> = { ...kind, install: () => Promise.resolve({ ok: false, findings: [] }) }
  assert.equal((await carryOut(who('hohenried'), refusing, id)).ok, false)
  assert.equal((await read('hohenried', (db) => findOwnAdoption(db, id)))?.effortDays, 4)
})

test('the night finds what no job looks after any more', async () => {
  const entry = await offer([md('x\n')])
  const { id } = await begin('hohenried', entry)
  await write('hohenried', (db) => db.run(sql`update platform.job set state = 'dead' where tenant_id = ${db.tenant} and name = 'portfolio.finish-adoption'`))
  await write('hohenried', (db) => enqueue(db, evidenceJob, {}))
  await until(async () => (await standing('hohenried', id)).standing === 'current')
})

test('who ordered an installation is forgotten with the account', async () => {
  const petra = demoAccountId('hohenried', 'petra')
  const ordered = () => read('hohenried', (db) => db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.installation where tenant_id = ${db.tenant} and account_id = ${petra}`))
  assert.ok((await ordered()).n > 0)
  await eraseAll(platform(), { tenant: 'hohenried', now }, petra)
  assert.equal((await ordered()).n, 0)
})

test('what was planned for later and is installed runs from today on; until then it is not counted as begun', async () => {
  const entry = await offer([md('x\n')])
  const planned = newId(now)
  const [year] = localDate(now).split('-').map(Number)
  const later = `${(year ?? 0) + 1}-03-01` as const
  const span = { from: plainDateOf(year ?? 0, 1, 1), until: plainDateOf((year ?? 0) + 2, 1, 1) }
  const before = await read('aachen', (db) => countAdoptions(db, span))
  await write('aachen', (db) => keepReport(db, planned, entry, { consent: 'named', state: 'planned', since: later }))
  assert.deepEqual(await read('aachen', (db) => countAdoptions(db, span)), before)
  const id = await adopt('aachen', entry)
  assert.equal(id, planned)
  const line = await read('aachen', (db) => findOwnAdoption(db, id))
  assert.deepEqual([line?.state, line?.since], ['running', localDate(now)])
  assert.equal((await read('aachen', (db) => countAdoptions(db, span))).taken, before.taken + 1)
})

test('two people of the office write about one use at the same time: neither undoes the other', async () => {
  const entry = await offer([md('x\n')])
  const id = await adopt('hohenried', entry, 'named-report')
  const stale = (await read('hohenried', (db) => findOwnAdoption(db, id))) ?? assert.fail()
  await write('hohenried', (db) => keepReport(db, id, entry, { consent: 'named-report', state: 'running', since: '2026-02-01', effortDays: 3 }))
  await write('hohenried', (db) => changeConsent(db, stale, 'counted'))
  const line = await read('hohenried', (db) => findOwnAdoption(db, id))
  assert.deepEqual([line?.consent, line?.effortDays, line?.versionLabel], ['counted', 3, '1.0'])
  await endAdoption(who('hohenried'), id)
  assert.equal(await write('hohenried', (db) => keepReport(db, id, entry, { consent: 'named', state: 'running', since: '2026-02-01' })), false)
  assert.equal((await read('hohenried', (db) => findOwnAdoption(db, id)))?.state, 'ended')
})

test('the night takes back what an ended use had proved, also when the process stopped before', async () => {
  const entry = await offer([md('x\n')])
  const id = await adopt('hohenried', entry)
  await write('hohenried', (db) => db.run(sql`update portfolio.adoption set state = 'ended', published = false where town = ${db.tenant} and id = ${id}`))
  assert.equal((await scoresOf(platform(), [entry], now)).get(entry)?.towns, 1)
  await write('hohenried', (db) => enqueue(db, evidenceJob, {}))
  await until(async () => (await scoresOf(platform(), [entry], now)).get(entry)?.towns === 0)
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await holds()) return
    await sleep(100)
  }
  assert.fail('not within 15 seconds')
}
