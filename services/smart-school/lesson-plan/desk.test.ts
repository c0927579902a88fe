import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { findPlan, installPlan, makePlan, openPlan, restorePlan, retirePlan, revisePlan } from './desk.ts'
import { findPlanVersion, findTownPlan, listPlanVersions, listRetiredPlans, listTownPlans } from './queries.ts'
import { sourceOf } from './rules/write.ts'

let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(() => temporary.close())
const write = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau'): Promise<T> => temporary.unit(tenant, 'smart-school', work)

const source = (body: string, title = 'Lärm in der Pause'): string =>
  sourceOf({ title, summary: 'Kinder messen, wie laut es wird.', gradeFrom: 3, gradeTo: 4, subjects: 'Sachunterricht', minutes: 45, licence: 'CC0 1.0', body }, '2026-11-29')
const facts = { basedOn: null, open: false, installed: false }
const made = async (id: string): Promise<string> => {
  await write((db) => makePlan(db, { id, source: source('Erster Text'), note: '' }, facts))
  return id
}

test('making a plan twice makes one; a hidden one is found by writers only, and by no other town', async () => {
  const id = await made('laerm-00000001')
  await made(id)
  assert.equal((await write((db) => listPlanVersions(db, id))).length, 1)
  assert.equal(await write((db) => findPlan(db, id, false)), undefined)
  assert.equal((await write((db) => findPlan(db, id, true)))?.title, 'Lärm in der Pause')
  assert.equal(await write((db) => findPlan(db, id, true), 'moorbek'), undefined)
  assert.deepEqual((await write((db) => listTownPlans(db, false))).map((plan) => plan.id), [])
  await write((db) => openPlan(db, id, true))
  assert.deepEqual((await write((db) => listTownPlans(db, false))).map(({ id: found, grades }) => [found, grades]), [[id, [3, 4]]])
  assert.equal((await write((db) => findPlan(db, 'wann-muessen-wir-lueften', false)))?.minutes, 90, 'shipped ones are there in every town')
})

test('the same text again is no version; a text from before somebody else’s is told so and writes nothing', async () => {
  const id = await made('laerm-00000002')
  const revise = (body: string, since: number) => write((db) => revisePlan(db, { id, source: source(body, 'Neuer Titel'), note: 'neu' }, since))
  assert.deepEqual(await write((db) => revisePlan(db, { id, source: source('Erster Text'), note: '' }, 1)), { version: 1, outdated: false })
  assert.deepEqual(await revise('Zweiter Text', 1), { version: 2, outdated: false })
  assert.deepEqual(await revise('Von jemand anderem', 1), { version: 2, outdated: true })
  assert.deepEqual((await write((db) => findTownPlan(db, id)))?.title, 'Neuer Titel', 'lists follow the text')
  assert.equal((await write((db) => listPlanVersions(db, id))).length, 2)
})

test('an earlier version comes back as the next one, and nothing between is lost', async () => {
  const id = await made('laerm-00000003')
  await write((db) => revisePlan(db, { id, source: source('Zweiter Text'), note: '' }, 1))
  const first = await write((db) => findPlanVersion(db, id, 1))
  assert.ok(first)
  assert.equal(await write((db) => restorePlan(db, first, 'zurück')), 3)
  assert.deepEqual((await write((db) => listPlanVersions(db, id))).map(({ version, note, source: text }) => [version, note, text.includes('Erster Text')]), [[3, 'zurück', true], [2, '', false], [1, '', true]])
})

test('out of use it is nobody’s any more, and comes back as it was', async () => {
  const id = await made('laerm-00000004')
  await write((db) => retirePlan(db, id, true))
  assert.equal(await write((db) => findPlan(db, id, true)), undefined)
  assert.deepEqual((await write((db) => listRetiredPlans(db))).map((plan) => plan.id), [id])
  await write((db) => retirePlan(db, id, false))
  assert.equal((await write((db) => findPlan(db, id, true)))?.id, id)
})

test('an order into a plan that teachers have changed makes their next version', async () => {
  const id = await made('laerm-00000005')
  await write((db) => revisePlan(db, { id, source: source('Von hier'), note: '' }, 1))
  const order = { id: 'egal-00000006', source: source('Von nebenan'), note: 'Katalog', installKey: '0193e000-0000-7000-8000-0000000000f1' }
  assert.equal(await write((db) => installPlan(db, order, id)), id)
  assert.equal(await write((db) => installPlan(db, order, id)), id)
  assert.deepEqual((await write((db) => listPlanVersions(db, id))).map(({ version, note }) => [version, note]), [[3, 'Katalog'], [2, ''], [1, '']])
})
