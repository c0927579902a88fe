import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoAccountId, newId, type UnitOfWork } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { emptyDataset } from '../dcat/empty.ts'
import { findDraft, insertDraft } from '../draft/queries.ts'
import { keepOrganisation } from '../organisation/queries.ts'
import { questions } from './questions.ts'
import { saveAnswers } from './save.ts'

const tenant = 'hohenried'
let town: Town
const as = <T>(person: string, work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
  town.running.platform.database.unit({ tenant, service: 'open-data', access: 'write', now: town.running.platform.now(), actor: demoAccountId(tenant, person) }, work)
const unit = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => as('dana', work)
const answers = (revision: number, typed: Record<string, string>, choices = {}) => ({ revision, questions: questions.what.filter(({ name }) => name in typed), typed, choices })

async function begin(): Promise<string> {
  const id = newId(town.running.platform.now())
  await unit(async (db) => {
    const office = await keepOrganisation(db, { id: newId(db.now), name: 'schreibstube', title: 'Schreibstube', description: '', homepage: null, email: null, uri: null })
    await insertDraft(db, { id, name: null, organisationId: office.id, document: { ...emptyDataset, title: { de: 'Brunnen' }, keyword: { de: ['Wasser'] } }, basedOn: null })
  })
  return id
}

before(async () => {
  town = await startTown({ services: ['open-data'] })
})
after(() => town.close())

test('who has read an older revision meets the newer one: different answers and keywords of both are saved', async () => {
  const id = await begin()
  await unit((db) => saveAnswers(db, id, answers(1, { title: 'Trinkbrunnen', keyword: 'Wasser, Sommer' })))
  const second = await as('eva', (db) => saveAnswers(db, id, answers(1, { title: 'Brunnen', description: 'Alle Brunnen.', keyword: 'Wasser, Hitze' })))
  assert.equal(second.kind, 'saved')
  const { document, revision } = second.draft
  assert.deepEqual([document.title, document.description, document.keyword, revision], [{ de: 'Trinkbrunnen' }, { de: 'Alle Brunnen.' }, { de: ['Wasser', 'Sommer', 'Hitze'] }, 3])
  assert.deepEqual(second.news?.questions.map(({ name }) => name), ['title', 'keyword'])
})

test('the same answer given twice differently: nothing is saved, and the choice of a person ends it', async () => {
  const id = await begin()
  await unit((db) => saveAnswers(db, id, answers(1, { description: 'Text der ersten.' })))
  const typed = { description: 'Text der zweiten.' }
  const second = await as('eva', (db) => saveAnswers(db, id, answers(1, typed)))
  assert.equal(second.kind, 'conflict')
  assert.equal(second.news?.by, demoAccountId(tenant, 'dana'))
  assert.deepEqual((await unit((db) => findDraft(db, id)))?.document.description, { de: 'Text der ersten.' })
  const ended = await as('eva', (db) => saveAnswers(db, id, answers(second.draft.revision, typed, { 'choose-description': 'both' })))
  assert.deepEqual(ended.draft.document.description, { de: 'Text der ersten.\n\nText der zweiten.' })
})

test('nobody collides with themselves: what was typed last stands, and another window is told', async () => {
  const id = await begin()
  await unit((db) => saveAnswers(db, id, answers(1, { title: 'Trinkbr', description: 'Alle' })))
  const last = await unit((db) => saveAnswers(db, id, answers(1, { title: 'Brunnen', description: 'Alle Brunnen.' })))
  assert.equal(last.kind, 'saved')
  assert.deepEqual([last.draft.document.title, last.draft.document.description, last.news], [{ de: 'Trinkbr' }, { de: 'Alle Brunnen.' }, undefined])
  assert.deepEqual(last.kind === 'saved' && last.moved.map(({ name }) => name), ['title', 'description'])
})

test('what cannot be read stays out, what can is saved; saving the same again makes no revision', async () => {
  const id = await begin()
  const typed = { 'contact-email': 'keine Adresse', 'contact-office': 'Schreibstube' }
  const asked = { revision: 1, questions: questions.who.filter(({ name }) => name in typed), typed }
  const saved = await unit((db) => saveAnswers(db, id, asked))
  assert.deepEqual([...saved.problems], [['contact-email', 'mail']])
  assert.deepEqual(saved.draft.document.contactPoint, [{ kind: 'Organization', organisationName: 'Schreibstube' }])
  assert.equal((await unit((db) => saveAnswers(db, id, { ...asked, revision: 2 }))).draft.revision, 2)
})

test('a category of high value brings its regulation', async () => {
  const id = await begin()
  const saved = await unit((db) => saveAnswers(db, id, { revision: 1, questions: questions.legal.filter(({ name }) => name === 'hvd'), typed: { hvd: ['http://data.europa.eu/bna/c_b79e35eb'] } }))
  assert.deepEqual(saved.draft.document.applicableLegislation, ['http://data.europa.eu/eli/reg_impl/2023/138/oj'])
})
