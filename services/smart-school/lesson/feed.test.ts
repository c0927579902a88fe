import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoAccountId, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { addDays, localDate, partsOf } from '@modellregion/standards'
import { startTown, type Town } from '@modellregion/testing'
import { demoClassCode } from '../demo/lesson-code.ts'
import { demoExperiments, demoPublications } from '../demo/lesson.ts'
import { listMeterPoints } from '../meter/queries.ts'
import { setAudienceOfThing } from '../protection/queries.ts'
import { reachOf } from '../protection/rules.ts'
import { getSchool } from '../store/queries.ts'
import { classCookie, enterClass, memberOf } from './class.ts'
import { schoolFeeds } from './feed.ts'
import { decide, proposePublication, withdraw } from './publication.ts'
import { getExperiment, getPublication, setCode } from './queries.ts'
import { missesPerHour } from './rules/class-code.ts'
import { newClassCode } from './seal.ts'

const tenant = 'aachen'
let town: Town
before(async () => {
  town = await startTown({ services: ['smart-school'] })
})
after(() => town.close())

const platform = () => town.running.platform
const unit = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform().database.unit({ tenant, service: 'smart-school', access: 'write', now: new Date() }, work)
const lena = demoAccountId(tenant, 'lena')
const selma = demoAccountId(tenant, 'selma')

async function rowsOf(id: string): Promise<(readonly unknown[])[]> {
  const rows: (readonly unknown[])[] = []
  for await (const row of schoolFeeds.find((feed) => feed.id === id)?.files[0]?.rows(platform(), { id: tenant }, new Date()) ?? []) rows.push(row)
  return rows
}

test('the published experiment of the demonstration is a dataset: a row for each room, by letter', async () => {
  const rows = await rowsOf('versuche-von-schulklassen')
  assert.deepEqual(rows.map((row) => [row[0], row[10]]), [['Pflanzen und Luft', 'A'], ['Pflanzen und Luft', 'B']])
  assert.ok(rows.every((row) => typeof row[12] === 'number' && row[12] > 400))
  assert.doesNotMatch(JSON.stringify(rows), /Klasse|Selma|Lena/)
})

test('energy is given out by consent only, for what was consented to, and no more after a withdrawal', async () => {
  assert.deepEqual([...new Set((await rowsOf('energie-der-schulen-je-tag')).map((row) => row[2]))].sort(), ['Strom', 'Wasser', 'Wärme'])
  await unit(async (db) => withdraw(db, await getPublication(db, demoPublications.energy), selma))
  assert.deepEqual(await rowsOf('energie-der-schulen-je-tag'), [])
  const id = '0193e000-0000-7000-8000-00000000f001'
  const today = localDate(new Date())
  await unit(async (db) => {
    const school = await getSchool(db, 'ggs-roetgen')
    await proposePublication(db, { id, schoolId: school.id, kind: 'energy', experimentId: null, scope: ['electricity'], from: addDays(today, -1_200), proposedBy: lena })
  })
  assert.deepEqual(await rowsOf('energie-der-schulen-je-tag'), [], 'a proposal gives nothing out')
  await unit(async (db) => decide(db, await getPublication(db, id), 'consented', selma, reachOf(['school-lead'], [])))
  const rows = await rowsOf('energie-der-schulen-je-tag')
  assert.ok(rows.length >= 9, `${rows.length} days`)
  assert.deepEqual([...new Set(rows.map((row) => [row[0], row[2], row[6]].join()))], ['GGS Roetgen,Strom,kWh'])
  assert.ok(rows.every((row) => row[3] !== today), 'the day that runs is not given out')
  assert.ok(rows.every((row) => String(row[3]) >= `${partsOf(today).year - 2}-01-01`), 'before the first reading nothing is known, which is no use of 0 kWh')
  const keep = (audience: 'school' | 'public') =>
    unit(async (db) => {
      const point = (await listMeterPoints(db, (await getSchool(db, 'ggs-roetgen')).id)).find(({ quantity }) => quantity === 'electricity')
      await setAudienceOfThing(db, point?.id ?? -1, 'electricity', audience)
    })
  await keep('school')
  assert.deepEqual(await rowsOf('energie-der-schulen-je-tag'), [], 'a consent opens nothing that the town keeps to the people of the school')
  await keep('public')
  await unit(async (db) => withdraw(db, await getPublication(db, id), selma))
  assert.deepEqual(await rowsOf('energie-der-schulen-je-tag'), [])
})

/** As much of a request as the class's door asks for. */
const asking = (network: string, now = new Date(), cookie?: string) =>
  ({ headers: { cookie }, platform: platform(), tenant: { id: tenant }, now, read: unit, write: unit, network: () => Promise.resolve(network) }) as unknown as Ask

test('a class code opens its experiment until it is revoked, over or closed, and its cookie tells nothing else', async () => {
  const entered = await enterClass(asking('a'), ` ${demoClassCode.toUpperCase().replaceAll('-', ' ')} `)
  assert.equal(entered.ok && entered.experiment.id, demoExperiments.running)
  const cookie = classCookie({ code: demoClassCode, animal: 'fuchs' }, true)
  assert.match(cookie, /HttpOnly; SameSite=Lax; Secure$/)
  const member = await memberOf(asking('a', new Date(), cookie.split(';')[0]))
  assert.equal(member?.group?.animal, 'fuchs')
  assert.equal(await memberOf(asking('a', new Date(Date.now() + 400 * 86_400_000), cookie.split(';')[0])), undefined, 'over')
  const running = await unit((db) => getExperiment(db, demoExperiments.running))
  await unit((db) => setCode(db, running.id, undefined))
  assert.equal(await memberOf(asking('a', new Date(), cookie.split(';')[0])), undefined, 'revoked')
  const { hash, sealed } = await newClassCode(platform(), tenant, running.id, demoClassCode)
  await unit((db) => setCode(db, running.id, { hash, sealed, until: running.codeUntil ?? new Date() }))
})

test('who guesses codes is stopped for the hour, in this network and not in others; slips of the finger do not count', async () => {
  for (let at = 0; at < missesPerHour; at++) assert.deepEqual(await enterClass(asking('guess'), `abend-acker-adler-${10 + (at % 80)}`), { ok: false, reason: 'unknown' })
  assert.deepEqual(await enterClass(asking('guess'), demoClassCode), { ok: false, reason: 'too-many' })
  assert.equal((await enterClass(asking('elsewhere'), demoClassCode)).ok, true)
  for (let at = 0; at < missesPerHour + 5; at++) assert.deepEqual(await enterClass(asking('slips'), 'ottter birke'), { ok: false, reason: 'unknown' })
  assert.equal((await enterClass(asking('slips'), demoClassCode)).ok, true)
})
