import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoAccountId, newId, sql, type UnitOfWork } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { findDatasetById } from '../dataset/queries.ts'
import { emptyDataset } from '../dcat/empty.ts'
import type { Dataset } from '../dcat/schema.ts'
import { findDraft, insertDraft, saveDraft } from '../draft/queries.ts'
import { keepOrganisation } from '../organisation/queries.ts'
import { usualCatalogue } from './criteria/usual.ts'
import { checkReview, decideReview, type Step } from './decide.ts'
import { findReview, listDueReleases, listRefused } from './queries.ts'
import { releaseReview } from './release.ts'
import type { VoteWish } from './rules.ts'
import type { Review, Stage, Verdict } from './schema.ts'
import { submitDraft } from './submit.ts'

let town: Town
let clock = 0
before(async () => void (town = await startTown({ services: ['open-data'] })))
after(() => town.close())

const now = (): Date => new Date(Date.now() + clock)
const tenant = () => town.running.platform.directory.byHost('localhost')?.id ?? ''
const as = <T>(person: string, work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
  town.running.platform.database.unit({ tenant: tenant(), service: 'open-data', access: 'write', now: now(), actor: demoAccountId(tenant(), person) }, work)

const described: Dataset = { ...emptyDataset, title: { de: 'Trinkbrunnen' }, description: { de: 'Wo es in der Stadt Wasser gibt, mit den Zeiten, in denen es läuft.' }, publisher: { name: { de: 'Umweltamt' } } }

/** A draft of Dana's, sent in. */
async function sent(more: { releaseAt?: Date; document?: Dataset } = {}): Promise<string> {
  const id = newId(now())
  await as('dana', async (db) => {
    const organisation = await keepOrganisation(db, { id: newId(db.now), name: 'umweltamt', title: 'Umweltamt', description: '', homepage: null, email: null, uri: null })
    await insertDraft(db, { id, name: null, organisationId: organisation.id, document: more.document ?? described, basedOn: null })
  })
  assert.equal(await as('dana', (db) => submitDraft(db, { id, revision: 1, releaseAt: more.releaseAt })), undefined)
  return id
}

const wish = (stage: Stage, verdict: Verdict): VoteWish => ({
  verdict,
  answers: Object.fromEntries(usualCatalogue.criteria.filter((one) => one.stage === stage).map(({ code }) => [code, 'yes' as const])),
  grounds: verdict === 'refuse' ? ['data-protection'] : [],
  reasons: verdict === 'accept' ? '' : 'Einzelne sind zu erkennen.',
  publicReason: verdict === 'refuse' ? 'Einzelne Personen wären zu erkennen.' : '',
})
const review = (id: string): Promise<Review> => as('eva', async (db) => (await findReview(db, id)) ?? assert.fail('no review'))
const check = async (person: string, id: string, verdict: Verdict = 'accept'): Promise<Step> => { const one = await review(id); return as(person, (db) => checkReview(db, one, wish('check', verdict))) } // prettier-ignore
const decide = async (person: string, id: string, verdict: Verdict = 'accept'): Promise<Step> => { const one = await review(id); return as(person, (db) => decideReview(db, one, wish('decide', verdict))) } // prettier-ignore
const published = (id: string) => as('eva', (db) => findDatasetById(db, id))
const codeOf = (step: Step): string => (step.ok ? step.state : step.code)
const mails = () => town.running.platform.database.unit({ tenant: tenant(), service: 'platform', access: 'read', now: now() }, (db) => db.many(sql<{ payload: { news: string } }>`select payload from platform.job where tenant_id = ${db.tenant} and name = 'open-data.review-tell'`))

describe('two steps before publication', () => {
  test('check by the department, two agreeing votes, published at once', async () => {
    const id = await sent()
    assert.equal(codeOf(await check('dana', id)), 'own-draft')
    assert.equal(codeOf(await check('eva', id)), 'deciding')
    assert.equal(codeOf(await check('eva', id)), 'moved-on')
    assert.equal(codeOf(await decide('eva', id)), 'own-check')
    assert.equal(codeOf(await decide('dana', id)), 'own-draft')
    assert.equal(codeOf(await decide('gesa', id)), 'deciding')
    assert.equal(codeOf(await decide('gesa', id)), 'deciding', 'one person has one vote')
    assert.equal(await published(id), undefined)
    assert.equal(codeOf(await decide('gerd', id)), 'released')
    assert.equal((await published(id))?.title, 'Trinkbrunnen')
    assert.equal(await as('eva', (db) => findDraft(db, id)), undefined)
  })

  test('two who vote at the same moment decide together', async () => {
    const id = await sent()
    await check('eva', id)
    const states = (await Promise.all([decide('gesa', id), decide('gerd', id)])).map(codeOf)
    assert.deepEqual(states.sort(), ['deciding', 'released'])
  })

  test('those who differ may change their vote; a return goes back to the author and comes again', async () => {
    const id = await sent()
    await check('eva', id)
    assert.equal(codeOf(await decide('gesa', id, 'accept')), 'deciding')
    assert.equal(codeOf(await decide('gerd', id, 'return')), 'deciding')
    assert.equal(codeOf(await decide('gesa', id, 'return')), 'returned')
    assert.equal((await as('dana', (db) => findDraft(db, id)))?.state, 'returned')
    assert.equal(await as('dana', (db) => submitDraft(db, { id, revision: 1 })), undefined)
    assert.equal((await review(id)).round, 2)
    assert.equal(codeOf(await check('eva', id, 'return')), 'returned')
  })

  test('a refusal is final and public without people', async () => {
    const id = await sent()
    await check('eva', id)
    await decide('gesa', id, 'refuse')
    assert.equal(codeOf(await decide('gerd', id, 'refuse')), 'refused')
    assert.equal((await as('dana', (db) => submitDraft(db, { id, revision: 1 })))?.code, 'already-sent')
    const page = await (await fetch(town.url('/open-data/refused'))).text()
    assert.match(page, /Trinkbrunnen/)
    assert.match(page, /Einzelne Personen wären zu erkennen\./)
    assert.ok(!/Dana|Gesa|Gerd/.test(page))
    const [line] = await as('eva', (db) => listRefused(db, { from: 0, size: 1 }))
    assert.deepEqual(line?.grounds, ['data-protection'])
  })
})

describe('what is not sent in or not handed on', () => {
  test('an older revision, a draft that is under way, a day too far ahead', async () => {
    const id = await sent()
    assert.equal((await as('dana', (db) => submitDraft(db, { id, revision: 1 })))?.code, 'already-sent')
    await check('eva', id, 'return')
    assert.equal((await as('dana', (db) => submitDraft(db, { id, revision: 2 })))?.code, 'changed-meanwhile')
    const far = new Date(now().getTime() + 400 * 86_400_000)
    assert.equal((await as('dana', (db) => submitDraft(db, { id, revision: 1, releaseAt: far })))?.code, 'release-too-late')
  })

  test('a description that breaks DCAT-AP.de, with the reason', async () => {
    const id = newId(now())
    await sent()
    const refusal = await as('dana', async (db) => {
      const organisation = await keepOrganisation(db, { id: newId(db.now), name: 'umweltamt', title: 'Umweltamt', description: '', homepage: null, email: null, uri: null })
      await insertDraft(db, { id, name: null, organisationId: organisation.id, document: emptyDataset, basedOn: null })
      return await submitDraft(db, { id, revision: 1 })
    })
    assert.equal(refusal?.code, 'obstacles')
    assert.ok(refusal?.code === 'obstacles' && refusal.obstacles.some((one) => one.kind === 'description' && one.field === 'title'))
  })

  test('a draft that was changed after it was sent', async () => {
    const id = await sent()
    const draft = await as('eva', (db) => findDraft(db, id))
    await as('emil', (db) => saveDraft(db, { id, name: null, organisationId: draft?.organisationId ?? '', document: described, basedOn: null, revision: 1 }))
    assert.equal(codeOf(await check('eva', id)), 'draft-changed')
  })
})

test('an accepted draft waits for its moment and is published exactly once, however many processes try', async () => {
  const moment = new Date(now().getTime() + 3_600_000)
  const id = await sent({ releaseAt: moment })
  await check('eva', id)
  await decide('gesa', id)
  assert.equal(codeOf(await decide('gerd', id)), 'accepted')
  assert.deepEqual((await as('eva', (db) => listDueReleases(db, 10))).filter(({ draftId }) => draftId === id), [])
  clock = 3_700_000
  const due = (await as('eva', (db) => listDueReleases(db, 10))).filter(({ draftId }) => draftId === id)
  assert.equal(due.length, 1)
  const [one] = due
  assert.ok(one)
  const tried = await Promise.all(Array.from({ length: 4 }, () => as('otto', (db) => releaseReview(db, one))))
  assert.deepEqual(tried.filter((released) => released === 'published').length, 1)
  const changes = await as('eva', (db) => db.many(sql`select 1 from open_data.dataset_change where tenant_id = ${db.tenant} and dataset_id = ${id}`))
  assert.equal(changes.length, 1)
  assert.equal((await review(id)).state, 'released')
  clock = 0
})

test('the author is told of each step, once', async () => {
  const news = (await mails()).map(({ payload }) => payload.news)
  for (const one of ['handed-on', 'returned', 'refused', 'accepted', 'released']) assert.ok(news.includes(one), one)
})
