import { demoAccountId, newId, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, localDate } from '@modellregion/standards'
import { idsByNames } from '../dataset/queries.ts'
import { insertPost, insertThanks, setState } from '../discussion/queries.ts'
import { insertChallenge, insertResult, listHackdays, saveHackday } from '../hackday/queries.ts'
import { showRequest } from '../request/ask-for-data.ts'
import * as requests from '../request/queries.ts'
import { answerBy, isPublic } from '../request/rules.ts'
import { findShowcase } from '../showcase/queries.ts'
import { demoCommunity, type DemoCommunity, type DemoHackday, type DemoRequest } from './community-texts.ts'

const day = 86_400_000
const voters = ['mia', 'eva', 'dana', 'gesa', 'gerd', 'tina', 'otto']

/** A unit in the past: the demonstration looks as if it had been in use for months. */
type At = <T>(daysAgo: number, work: (db: UnitOfWork) => Promise<T>, actor: string) => Promise<T>

/** Adds invented requests, conversations and a hackday, once. */
export async function seedCommunity(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const community = demoCommunity[tenant.id]
  if (!community) return
  const at: At = (daysAgo, work, actor) => platform.database.unit({ tenant: tenant.id, service: 'open-data', access: 'write', now: new Date(now.getTime() - daysAgo * day), actor: demoAccountId(tenant.id, actor) }, work)
  const known = await platform.database.unit({ tenant: tenant.id, service: 'open-data', access: 'read', now }, async (db) => (await requests.countByState(db)).length + (await listHackdays(db, { drafts: true, size: 1 })).length)
  if (known > 0) return
  for (const request of community.requests) await seedRequest(at, tenant.id, request)
  await seedTalk(at, tenant.id, community)
  for (const hackday of community.hackdays ?? []) await seedHackday(at, hackday, now)
}

async function seedRequest(at: At, tenant: string, { title, purpose, daysAgo, votes, steps, datasets = [], original }: DemoRequest): Promise<void> {
  let id = ''
  let number = 0
  await at(daysAgo, async (db) => {
    id = newId(db.now)
    const isGuest = steps[0]?.state === 'waiting'
    const state = isGuest ? ('waiting' as const) : ('new' as const)
    number = (await requests.insertRequest(db, { id, title, purpose, organisationId: null, accountId: isGuest ? null : (db.actor ?? null), returnHash: null, state, answerBy: answerBy(localDate(db.now)), shownAt: isGuest ? null : db.now })).number
    await requests.insertEvent(db, { id: newId(db.now), requestId: id, state: 'asked', text: '', fromOffice: false, shown: true })
    for (const voter of voters.slice(0, votes)) await requests.insertVote(db, id, demoAccountId(tenant, voter))
    if (isPublic(state)) await showRequest(db, { id, number, title, purpose })
  }, 'mia')
  for (const { state, daysAgo: then, text = '', inDays } of steps) {
    if (state === 'waiting') continue
    await at(then, async (db) => {
      if (state === 'published') await requests.linkDatasets(db, id, (await idsByNames(db, datasets)).map((dataset) => dataset.id))
      const duplicateOf = original === undefined ? null : ((await requests.listRequests(db, { states: ['new', 'accepted'], sort: 'newest', from: 0, size: 50 })).find((one) => one.title === original)?.id ?? null)
      await requests.moveRequest(db, { id, state, expectedOn: inDays === undefined ? null : addDays(localDate(db.now), inDays), duplicateOf: state === 'duplicate' ? duplicateOf : null, organisationId: null, isAnswer: true })
      await requests.insertEvent(db, { id: newId(db.now), requestId: id, state, text, fromOffice: true, shown: true })
    }, 'eva')
  }
}

async function seedTalk(at: At, tenant: string, { posts }: DemoCommunity): Promise<void> {
  for (const { dataset, kind, text, daysAgo, answer } of posts) {
    const id = await at(daysAgo, async (db) => {
      const [found] = await idsByNames(db, [dataset])
      if (!found) return undefined
      const postId = newId(db.now)
      await insertPost(db, { id: postId, datasetId: found.id, parentId: null, kind, text, fromOffice: false })
      for (const thankful of voters.slice(0, 3)) await insertThanks(db, found.id, demoAccountId(tenant, thankful))
      return { postId, datasetId: found.id }
    }, 'mia')
    if (!id || !answer) continue
    await at(answer.daysAgo, async (db) => {
      await insertPost(db, { id: newId(db.now), datasetId: id.datasetId, parentId: id.postId, kind: 'answer', text: answer.text, fromOffice: true })
      await setState(db, id.postId, answer.state)
    }, 'dana')
  }
}

async function seedHackday(at: At, { challenges, results, inDays, ...texts }: DemoHackday, now: Date): Promise<void> {
  const date = addDays(localDate(now), inDays)
  await at(inDays < 0 ? 30 - inDays : 30, async (db) => {
    const id = newId(db.now)
    await saveHackday(db, { id, ...texts, startsAt: instantAt(date, 10), endsAt: instantAt(date, 18), state: 'shown' })
    for (const { title, text, datasets } of challenges) await insertChallenge(db, id, { id: newId(db.now), title, text, datasetIds: (await idsByNames(db, datasets)).map((dataset) => dataset.id), requestId: null })
    for (const name of results) {
      const showcase = await findShowcase(db, name)
      if (showcase) await insertResult(db, id, showcase.id)
    }
  }, 'eva')
}
