import { Type } from 'typebox'
import { get, NotFound, page, post, seeOther, title, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { listSummaries } from '../../dataset/queries.ts'
import { words } from '../../locales/index.ts'
import { listByIds } from '../../request/queries.ts'
import { listShowcasesByIds } from '../../showcase/queries.ts'
import { HackdayPage } from '../pages/hackday.tsx'
import { HackdayListPage } from '../pages/list.tsx'
import * as queries from '../queries.ts'
import { keepUntil, whyNotRegister } from '../rules.ts'
import type { Hackday } from '../schema.ts'

export const ByName = Type.Object({ name: Type.String({ maxLength: 120 }) })
export const dayOf = (db: UnitOfWork, { name }: { name: string }): Promise<Hackday> => queries.getHackday(db, name)
const Done = Type.Object({ done: Type.Optional(Type.Enum(['registered', 'ended'])) }, { additionalProperties: true })
const register = { access: 'hackday.register', params: ByName, subject: dayOf, rate: { max: 60, per: 'hour' } } as const

/** Reading about hackdays and coming to one. */
export const readRoutes = [
  get('/open-data/hackday', { access: 'anyone', title: title(words, 'hackday.title') }, async (ask) => {
    const t = ask.say(words)
    const writes = ask.may('hackday.write')
    const hackdays = await ask.read((db) => queries.listHackdays(db, { drafts: writes, size: 100 }))
    return page(HackdayListPage, { t, hackdays, now: ask.now, writes }, { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('hackday.title') }] })
  }),

  get('/open-data/hackday/:name', { access: 'anyone', params: ByName, query: Done, subject: dayOf, title: title(words, 'hackday.title') }, async (ask) => {
    const { subject: day, actor } = ask
    const writes = ask.may('hackday.write')
    if (day.state === 'draft' && !writes) throw new NotFound()
    const t = ask.say(words)
    const content = await ask.read(async (db) => {
      const challenges = await queries.listChallenges(db, day.id)
      const datasets = await listSummaries(db, [...new Set(challenges.flatMap(({ datasetIds }) => datasetIds))])
      const requests = await listByIds(db, challenges.flatMap(({ requestId }) => requestId ?? []))
      return {
        challenges,
        datasets: new Map(datasets.map((dataset) => [dataset.id, dataset])),
        requests: new Map(requests.map((request) => [request.id, request])),
        results: await listShowcasesByIds(db, (await queries.resultIds(db, day.id)).map(({ id }) => id)),
        isRegistered: actor.id !== undefined && (await queries.isRegistered(db, day.id, actor.id)).yes,
      }
    })
    const { isRegistered, ...shown } = content
    return page(
      HackdayPage,
      { t, csrf: ask.csrf(), now: ask.now, day, refusal: whyNotRegister(day, ask.now), done: ask.query.done, me: { isSignedIn: actor.id !== undefined, isRegistered, writes }, ...shown },
      { title: day.title, frame: 'object', description: day.title, crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('hackday.title'), href: '/open-data/hackday' }, { label: day.title }], ...(day.state === 'draft' && { noindex: true, private: true }) },
    )
  }),

  post('/open-data/hackday/:name/register', register, async (ask) => {
    const done = await ask.write(async (db) => {
      await queries.lockHackday(db, ask.subject.id)
      const day = await queries.getHackday(db, ask.params.name)
      if (day.state === 'draft' || whyNotRegister(day, db.now)) return false
      await queries.insertRegistration(db, day.id, idOf(ask), keepUntil(day.endsAt))
      return true
    })
    return seeOther(`/open-data/hackday/${ask.params.name}${done ? '?done=registered' : ''}`)
  }),

  post('/open-data/hackday/:name/unregister', register, async (ask) => {
    await ask.write((db) => queries.deleteRegistration(db, ask.subject.id, idOf(ask)))
    return seeOther(`/open-data/hackday/${ask.params.name}?done=ended`)
  }),
]

function idOf({ actor }: Pick<Ask, 'actor'>): string {
  if (actor.id === undefined) throw new Error('hackday.register was allowed to a guest; see access.ts.')
  return actor.id
}
