import { get, search, type Route } from '@modellregion/kernel'
import { chosenFacets, hrefOf, ListQuery, pairsOf, toSearch } from '../../dataset/list-query.ts'
import { themeLabel } from '../../dataset/labels.ts'
import { words } from '../../locales/index.ts'
import { conditional, validators } from '../catalogue/conditional.ts'
import { listEntries, type Entry } from '../catalogue/queries.ts'
import { pageOf } from '../catalogue/iris.ts'
import { catalogueState } from '../../catalogue/queries.ts'
import { atomFeed, type FeedEntry } from '@modellregion/standards'

const mostEntries = 50
/** With a search the newest among this many best hits are shown. */
const mostHits = 2_000

export const feedRoutes: Route[] = [
  get(
    '/open-data/feed.atom',
    { access: 'anyone', cors: true, query: ListQuery, api: { summary: 'The 50 datasets that changed last, as Atom feed; takes the choices of the search page.', tag: 'Feeds' } },
    async (ask) => {
      const t = ask.say(words)
      const site = ask.url.origin
      const { page: _, ...query } = ask.query
      const isSearch = (query.q ?? '').trim() !== '' || Object.keys(chosenFacets(query)).length > 0
      const state = await ask.read(catalogueState)
      const address = new URLSearchParams(pairsOf(query)).toString()
      const self = `${site}/open-data/feed.atom${address && `?${address}`}`
      return await conditional(validators(state.changedAt, state.deletions, self, t.locale), ask.headers, 'application/atom+xml; charset=utf-8', async () => {
        const entries = await ask.read(async (db) => {
          const hits = isSearch ? (await search(db, { ...toSearch(query), from: 0, size: mostHits, count: false })).hits : undefined
          return await listEntries(db, hits?.map(({ ref }) => ref), mostEntries)
        })
        return atomFeed({
          id: self,
          self,
          title: `${t(isSearch ? 'api.feed-search-title' : 'api.feed-title')} – ${ask.tenant.serviceNames['open-data'] ?? `${t('service.title')} ${ask.tenant.name}`}`,
          page: `${site}${hrefOf(query)}`,
          author: `${ask.tenant.kind} ${ask.tenant.name}`,
          updated: entries[0]?.changedAt ?? state.changedAt ?? ask.now,
          entries: entries.map((entry) => entryOf(site, entry)),
        })
      })
    },
  ),
]

const entryOf = (site: string, { name, title, summary, organisation, theme, createdAt, changedAt }: Entry): FeedEntry => ({
  id: `${pageOf(site, name)}#record`,
  title,
  page: pageOf(site, name),
  summary,
  author: organisation,
  published: createdAt,
  updated: changedAt,
  categories: theme.map((term) => ({ term, label: themeLabel(term, 'de') })),
})
