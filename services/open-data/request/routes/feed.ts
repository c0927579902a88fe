import { body, get, NotFound, type Ask } from '@modellregion/kernel'
import { atomFeed, type FeedEntry } from '@modellregion/standards'
import { words } from '../../locales/index.ts'
import { requestPath } from '../ask-for-data.ts'
import * as queries from '../queries.ts'
import { isPublic } from '../rules.ts'
import { publicStates, type DataRequest, type RequestEvent } from '../schema.ts'
import { ByNumber } from './request.ts'

const atom = (text: string) => body('application/atom+xml; charset=utf-8', text)

/** Feeds of all requests and of each. */
export const feedRoutes = [
  get('/open-data/request.atom', { access: 'anyone', cors: true, cacheFor: 60, api: { summary: 'The 50 newest requests for data, as Atom feed.', tag: 'Feeds' } }, async (ask) => {
    const t = ask.say(words)
    const requests = await ask.read((db) => queries.listRequests(db, { states: publicStates, sort: 'newest', from: 0, size: 50 }))
    const page = `${ask.url.origin}/open-data/request`
    return atom(atomFeed({ id: `${page}.atom`, self: `${page}.atom`, page, title: `${t('request.feed-title')} – ${ask.tenant.name}`, author: authorOf(ask), updated: requests[0]?.changedAt ?? ask.now, entries: requests.map((request) => entryOf(ask, request)) }))
  }),

  get('/open-data/request/:number.atom', { access: 'anyone', cors: true, cacheFor: 60, params: ByNumber, api: { summary: 'What happens to one request for data, as Atom feed.', tag: 'Feeds' } }, async (ask) => {
    const { request, events } = await ask.read(async (db) => {
      const request = await queries.getRequest(db, ask.params.number)
      return { request, events: (await queries.listEvents(db, request.id)).filter(({ shown }) => shown) }
    })
    if (!isPublic(request.state)) throw new NotFound()
    const page = `${ask.url.origin}${requestPath(request.number)}`
    return atom(atomFeed({ id: `${page}.atom`, self: `${page}.atom`, page, title: request.title, author: authorOf(ask), updated: request.changedAt, entries: events.map((event) => eventEntry(ask, request, event)) }))
  }),
]

type Asks = Pick<Ask, 'say' | 'url' | 'tenant'>
const authorOf = ({ tenant }: Pick<Ask, 'tenant'>): string => `${tenant.kind} ${tenant.name}`

function entryOf(ask: Asks, request: DataRequest): FeedEntry {
  const page = `${ask.url.origin}${requestPath(request.number)}`
  const label = ask.say(words)(`request.state.${request.state}`)
  return { id: page, title: request.title, page, summary: request.purpose || label, author: authorOf(ask), published: request.shownAt ?? request.createdAt, updated: request.changedAt, categories: [{ term: request.state, label }] }
}

function eventEntry(ask: Asks, request: DataRequest, { id, state, text, createdAt }: RequestEvent): FeedEntry {
  const t = ask.say(words)
  const label = state === 'asked' || state === 'reply' || state === 'note' ? t(`request.event.${state}`) : t(`request.state.${state}`)
  return { id: `urn:uuid:${id}`, title: label, page: `${ask.url.origin}${requestPath(request.number)}`, summary: text || label, author: authorOf(ask), published: createdAt, updated: createdAt, categories: [{ term: state, label }] }
}
