import { get, NotFound, page, title } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { words } from '../../locales/index.ts'
import { RequestListPage } from '../pages/list.tsx'
import { countByState, listRequests } from '../queries.ts'
import { isPublic } from '../rules.ts'
import { ListWish, publicStates } from '../schema.ts'

const size = 20

/** The list of all public requests. */
export const listRoutes = [
  get('/open-data/request', { access: 'anyone', query: ListWish, title: title(words, 'request.title') }, async (ask) => {
    const t = ask.say(words)
    const { state, sort = 'newest', page: number = 1 } = ask.query
    const { requests, counts } = await ask.read(async (db) => ({
      requests: await listRequests(db, { states: state === undefined ? publicStates : [state], sort, from: (number - 1) * size, size }),
      counts: new Map((await countByState(db)).filter((row) => isPublic(row.state)).map((row) => [row.state, row.n])),
    }))
    if (number > 1 && requests.length === 0) throw new NotFound()
    const total = state === undefined ? [...counts.values()].reduce((sum, n) => sum + n, 0) : (counts.get(state) ?? 0)
    return page(
      RequestListPage,
      { t, wish: ask.query, today: localDate(ask.now), requests, counts, total, pages: Math.ceil(total / size), handles: ask.may('request.handle') },
      { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('request.title') }], alternates: [{ type: 'application/atom+xml', href: '/open-data/request.atom', title: t('request.feed-title') }] },
    )
  }),
]
