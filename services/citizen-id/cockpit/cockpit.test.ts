import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId, type JobRun } from '@modellregion/kernel'
import { startTown, testClock, type Town } from '@modellregion/testing'
import { levelExpiryJob } from '../level/jobs.ts'
import { findPerson, insertPerson, insertUse, listLevelEvents, listPersonsByMail, touchPerson, updateProofed } from '../person/queries.ts'
import { upsertArtifact } from '../provider/queries.ts'
import { importPeople } from '../people-import/import-people.ts'
import { plainBrowser } from '../sign-in/browser-for-tests.ts'
import { inactivityJob } from './jobs.ts'

const clock = testClock('2026-03-10T09:00:00Z')
let town: Town
before(async () => void (town = await startTown({ services: ['citizen-id'], now: clock.now })))
after(() => town.close())

type Work = Parameters<Town['running']['platform']['database']['unit']>[1]
const platform = () => town.running.platform
const unit = <T>(work: (db: Parameters<Work>[0]) => Promise<T>, service = 'citizen-id') => platform().database.unit({ tenant: 'aachen', service, access: 'write', now: clock.now() }, work)

const signIn = async (person: string, back = '/citizen-id') => {
  const browser = plainBrowser()
  await browser.open(town.url(`/sign-in?${new URLSearchParams({ return: back })}`, 'aachen'))
  await browser.send(`/demo/${person}`)
  return browser
}
const idOf = async (browser: Awaited<ReturnType<typeof signIn>>): Promise<string> => {
  const { text } = await browser.open(town.url('/account/data.json', 'aachen'))
  return (JSON.parse(text) as { account: string }).account
}
/** Runs a job of the night as the worker does. */
async function night(job: typeof levelExpiryJob): Promise<void> {
  const tenant = platform().directory.byId('aachen')
  if (!tenant) throw new Error('aachen')
  const enter = (access: 'read' | 'write') => ({ tenant: 'aachen', service: 'citizen-id', access, now: clock.now() })
  const run: JobRun<object> = {
    platform: platform(), tenant, payload: {}, id: newId(clock.now()), attempt: 1, now: clock.now(), progress: () => {}, signal: new AbortController().signal,
    read: (work) => platform().database.unit(enter('read'), work),
    write: (work) => platform().database.unit(enter('write'), work),
  }
  await (job.run as (run: JobRun<object>) => Promise<void>)(run)
}
const mailsTo = async (address: string): Promise<string[]> => {
  const { text } = await plainBrowser().open(town.url('/demo/mail', 'aachen'))
  return text.split(address).slice(1)
}
const newPerson = (email: string | undefined, proofedUntil?: Date) =>
  unit(async (db) => {
    const id = newId(clock.now())
    await insertPerson(db, { id, givenNames: 'Test', familyName: 'Person', ...(email !== undefined && { email, emailVerified: true }), proofedLevel: proofedUntil ? 'substantial' : 'low', proofedBy: 'eid', ...(proofedUntil && { proofedUntil }) })
    return id
  })

test('a person sees who got which data, for whom and why, filters, pages and takes it along; nobody else sees it', async () => {
  const mia = await signIn('mia')
  const id = await idOf(mia)
  await unit(async (db) => {
    for (let at = 0; at < 30; at++)
      await insertUse(db, { id: newId(clock.now()), personId: id, clientId: 'library', clientName: '=Bücherei, "Mitte"', purpose: 'Ausweis der Bücherei', legalBasis: '§ 1 Satzung', claims: ['profile', 'birthdate', 'unheard_of'], level: 'substantial', method: 'pass' })
  })
  const first = await mia.open('/citizen-id/uses')
  assert.match(first.text, /31 Weitergaben/)
  assert.match(first.text, /Ausweis der Bücherei · § 1 Satzung/)
  assert.match(first.text, /Geburtsdatum.*unheard_of/)
  assert.equal((await mia.open('/citizen-id/uses?office=library&page=2')).text.match(/<th scope="row"/g)?.length, 5)
  assert.match((await mia.open('/citizen-id/uses?office=nobody')).text, /0 Weitergaben/)
  assert.equal((await mia.open('/citizen-id/uses?span=7')).status, 400, 'spans are those of the form')
  const csv = (await mia.open('/citizen-id/uses.csv?office=library')).text.split('\r\n')
  assert.equal(csv.length, 32)
  assert.ok(csv[1]?.includes(`"'=Bücherei, ""Mitte"""`), 'a spreadsheet runs nothing of it')
  const eva = await signIn('eva')
  assert.doesNotMatch((await eva.open('/citizen-id/uses')).text, /Bücherei/)
  const guest = plainBrowser()
  for (const path of ['uses', 'uses.csv', 'sessions', 'consents', 'level', 'export', 'delete']) {
    await guest.open(town.url(`/citizen-id/${path}`, 'aachen'))
    assert.match(guest.page.url.pathname, /^\/citizen-id\/sign-in\//, path)
  }
})

test('a session on another device ends at once, this one is named; another person\'s changes nothing', async () => {
  const [desk, phone] = [await signIn('otto'), await signIn('otto')]
  const { text } = await desk.open('/citizen-id/sessions')
  assert.equal(text.match(/diese Sitzung/g)?.length, 1)
  const other = /\/citizen-id\/sessions\/([\w-]+)\/end/.exec(text)?.[1] ?? ''
  const eva = await signIn('eva', '/citizen-id/sessions')
  const csrf = /name="_csrf" value="([^"]+)"/.exec(eva.page.text)?.[1] ?? ''
  await eva.open(`/citizen-id/sessions/${other}/end`, { body: new URLSearchParams({ _csrf: csrf }) })
  assert.match((await phone.open('/citizen-id')).text, /Otto Betrieb/, 'Eva cannot end it')
  await desk.open('/citizen-id/sessions')
  await desk.send(`/sessions/${other}/end`)
  assert.match(desk.page.text, /Die Sitzung ist beendet/)
  await phone.open(town.url('/citizen-id/uses', 'aachen'))
  assert.match(phone.page.url.pathname, /^\/citizen-id\/sign-in\//)
  assert.match((await desk.open('/citizen-id')).text, /Otto Betrieb/)
})

test('consent is said in plain words, and taking it back takes the tokens with it', async () => {
  const mia = await signIn('mia')
  const id = await idOf(mia)
  const expiresAt = new Date(clock.now().getTime() + 86_400_000)
  const count = () => unit(async (db) => (await import('./queries.ts')).listConsents(db, id, 'modellregion'))
  await unit(async (db) => {
    const grant = { accountId: id, clientId: 'library', expiresAt, payload: { openid: { scope: 'openid profile birthdate offline_access' } } }
    await upsertArtifact(db, { kind: 'Grant', idHash: 'g', ...grant })
    await upsertArtifact(db, { kind: 'RefreshToken', idHash: 'r', ...grant, grantId: 'g' })
    await upsertArtifact(db, { kind: 'Grant', idHash: 'other', ...grant, accountId: newId(clock.now()) })
  })
  const { text } = await mia.open('/citizen-id/consents')
  assert.match(text, /Name und Anmeldename/)
  assert.match(text, /auch dann abrufen/)
  await mia.send('/consents/library/revoke')
  assert.match(mia.page.text, /Die Zustimmung ist zurückgenommen/)
  assert.deepEqual(await count(), [])
  const left = await unit(async (db) => (await import('../provider/queries.ts')).findArtifact(db, 'RefreshToken', 'r'))
  assert.equal(left, undefined)
  assert.ok(await unit(async (db) => (await import('../provider/queries.ts')).findArtifact(db, 'Grant', 'other')), 'that of somebody else stays')
})

test('reminders come 60, 14 and 3 days before the end, each once; the end is written into the history once, and a renewed proof begins anew', async () => {
  clock.set('2026-04-01T01:50:00Z')
  const until = new Date('2026-06-15T12:00:00Z')
  const id = await newPerson('reminded@example.org', until)
  const letters: number[] = []
  for (const day of ['2026-04-01', '2026-04-17', '2026-04-18', '2026-06-01', '2026-06-02', '2026-06-02', '2026-06-13', '2026-06-14', '2026-06-16', '2026-06-17']) {
    clock.set(`${day}T13:00:00Z`)
    await night(levelExpiryJob)
    letters.push((await mailsTo('reminded@example.org')).length)
  }
  assert.deepEqual(letters, [0, 1, 1, 2, 2, 2, 3, 3, 4, 4])
  const events = await unit((db) => listLevelEvents(db, id))
  assert.deepEqual(events.map(({ cause, level }) => [cause, level]), [['expired', 'low']])
  await unit((db) => updateProofed(db, id, { level: 'substantial', by: 'eid', until: new Date('2026-08-10T12:00:00Z') }))
  await night(levelExpiryJob)
  assert.equal((await mailsTo('reminded@example.org')).length, 5)
})

test('nobody is deleted for silence without two notices; a sign-in begins the time anew', async () => {
  clock.set('2027-01-15T02:10:00Z')
  const [silent, returning, unreachable] = [await newPerson('silent@example.org'), await newPerson('back@example.org'), await newPerson(undefined)]
  const alive = async (id: string) => (await unit((db) => findPerson(db, id))) !== undefined
  const letters: number[][] = []
  const at = async (moment: string) => {
    clock.set(`${moment}T02:10:00Z`)
    await night(inactivityJob)
    await night(inactivityJob) // twice is once
    letters.push([(await mailsTo('silent@example.org')).length, (await mailsTo('back@example.org')).length])
  }
  await at('2028-11-01')
  await at('2028-11-20')
  await at('2028-12-20')
  await unit((db) => touchPerson(db, returning))
  await at('2029-01-20')
  assert.deepEqual(letters, [[0, 0], [1, 1], [2, 2], [3, 2]])
  assert.deepEqual([await alive(silent), await alive(returning), await alive(unreachable)], [false, true, false])
  clock.set('2030-10-30T02:10:00Z')
  await night(inactivityJob)
  assert.equal((await mailsTo('back@example.org')).length, 3, 'notices count from the return on')
})

test('an account is deleted only after a fresh sign-in and the typed word; everything goes, and a letter says so', async () => {
  clock.set('2030-11-01T09:00:00Z')
  const eva = await signIn('eva')
  const id = await idOf(eva)
  clock.advance({ minutes: 11 })
  assert.match((await eva.open('/citizen-id/delete')).text, /Vorher neu anmelden/)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(eva.page.text)?.[1] ?? ''
  await eva.open('/citizen-id/delete', { body: new URLSearchParams({ _csrf: csrf, word: 'löschen' }) })
  assert.ok(await unit((db) => findPerson(db, id)), 'an old sign-in deletes nothing')
  const before = (await mailsTo('eva.muster@example.org')).length
  await eva.open('/citizen-id/delete')
  await eva.send('/delete/prove')
  assert.match(eva.page.url.pathname, /^\/citizen-id\/sign-in\//, 'the provider has forgotten the browser, too')
  await eva.send('/demo/eva')
  assert.equal(eva.page.url.pathname, '/citizen-id/delete')
  await eva.send('/citizen-id/delete', { word: 'loeschen' })
  assert.equal(eva.page.status, 422)
  assert.match(eva.page.text, /Das Konto ist noch da/)
  await eva.send('/citizen-id/delete', { word: 'Löschen' })
  assert.match(eva.page.text, /Das Konto ist gelöscht/)
  assert.equal(await unit((db) => findPerson(db, id)), undefined)
  assert.equal((await unit((db) => listLevelEvents(db, id))).length, 0)
  assert.equal((await mailsTo('eva.muster@example.org')).length, before + 1)
  await eva.open(town.url('/account', 'aachen'))
  assert.match(eva.page.url.pathname, /^\/citizen-id\/sign-in\//)
})

test('people move over by a list: looked at first, once, at the lowest level unless the operator answers for it, invited on demand', async () => {
  const tenant = platform().directory.byId('aachen')
  if (!tenant) throw new Error('aachen')
  const text = 'name,mail,user_name,level,source\nUli Umzug,uli@example.org,uli.u,hoch,BundID\nAnna Alt,anna.alt@example.org,,STORK-QAA-Level-3,Servicekonto\nKein Mail,keine,,,'
  const found = (email: string) => unit((db) => listPersonsByMail(db, email))
  const wish = { dryRun: false, trustLevel: false, invite: false }
  const dry = await importPeople(platform(), tenant, text, { ...wish, dryRun: true, invite: true })
  assert.deepEqual(dry.map(({ outcome }) => outcome), ['new', 'new', 'refused'])
  assert.deepEqual([(await found('uli@example.org')).length, (await mailsTo('uli@example.org')).length], [0, 0], 'a look changes nothing')
  await importPeople(platform(), tenant, text, { ...wish, invite: true })
  const again = await importPeople(platform(), tenant, text, { ...wish, invite: true })
  assert.deepEqual(again.map(({ outcome }) => outcome), ['known', 'known', 'refused'])
  assert.equal((await mailsTo('uli@example.org')).length, 1)
  assert.deepEqual((await found('uli@example.org')).map(({ proofedLevel, proofedUntil }) => [proofedLevel, proofedUntil]), [['low', null]])
  const [trusted] = await importPeople(platform(), tenant, 'name;mail;level\nVera Vertraut;vera@example.org;hoch', { ...wish, trustLevel: true })
  assert.deepEqual([trusted?.claimed, trusted?.taken], ['high', 'substantial'])
  const [vera] = await found('vera@example.org')
  assert.ok(vera?.proofedUntil && vera.proofedUntil.getTime() - clock.now().getTime() < 190 * 86_400_000)
  await assert.rejects(importPeople(platform(), tenant, 'Uli Umzug', wish), RangeError)
})
