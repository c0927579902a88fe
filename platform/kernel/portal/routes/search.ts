import { Type } from 'typebox'
import type { Suggestions as Shown, Tab } from '@modellregion/ui'
import { addressWith } from '../../http/address.ts'
import { json, page } from '../../http/answer.ts'
import { get, title, type Ask } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { highlight, search, suggest, type SearchHit } from '../../search/index.ts'
import { enabledServices, nameIn, offersOf, sayTitle } from '../catalogue.ts'
import { findPages, type Page } from '../find-pages.ts'
import { fixedPages } from '../fixed-pages.ts'
import { SearchPage, type ShownHit } from '../pages/search.tsx'

const perPage = 20
const mostPages = 3
const mostSuggestions = 7

const Question = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200 })),
    service: Type.Optional(Type.String({ maxLength: 60 })),
    kind: Type.Optional(Type.String({ maxLength: 60 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    exact: Type.Optional(Type.String()),
  },
  { additionalProperties: true },
)

type Asks = Pick<Ask, 'platform' | 'tenant' | 'say' | 'locale' | 'url'>

/** One question to all services. */
export const searchRoutes = [
  get('/search', { access: 'anyone', everyTown: true, query: Question, rate: { max: 120, per: 'minute' }, title: title(kernelWords, 'portal.search-all') }, async (ask) => {
    const t = ask.say(kernelWords)
    const q = (ask.query.q ?? '').trim()
    const { service, kind } = scopeOf(ask, ask.query)
    const at = ask.query.page ?? 1
    const found =
      q === ''
        ? undefined
        : await ask.read((db) => search(db, { q, service, kind, count: false, from: (at - 1) * perPage, size: perPage, asTyped: ask.query.exact !== undefined }))
    const used = found && found.corrected.length > 0 ? found.corrected.reduce((text, { from, to }) => replaceWord(text, from, to), q) : undefined
    const total = found?.total ?? 0
    const props = {
      t,
      q,
      total,
      hits: (found?.hits ?? []).map((hit) => shown(ask, hit, q)),
      pages: at === 1 && service === undefined ? findPages(pagesOf(ask), q, mostPages) : [],
      scopes: scopesOf(ask, service),
      kinds: kindsOf(ask, service, kind),
      corrected: used === undefined ? undefined : { used, href: addressWith(ask.url.pathname + ask.url.search, 'exact', '1') },
      keep: service === undefined ? [] : [{ name: 'service', value: service }],
      page: at,
      pageCount: Math.ceil(total / perPage),
      hrefOf: (wanted: number) => addressWith(ask.url.pathname + ask.url.search, 'page', String(wanted)),
      phone: ask.tenant.contact.phone,
    }
    return page(SearchPage, props, { frame: 'list', noindex: true, title: q === '' ? t('portal.search-all') : t('search.searched-for', { query: q }), crumbs: [{ label: t('search.title') }] })
  }),

  get('/suggest', { access: 'anyone', everyTown: true, query: Question, rate: { max: 600, per: 'minute' }, api: { summary: 'Suggestions while somebody types in the search of the town.', tag: 'portal' } }, async (ask) => {
    const q = (ask.query.q ?? '').trim()
    if (q.length < 2) return json({ suggestions: [] } satisfies Shown)
    const { service } = scopeOf(ask, ask.query)
    const { words, titles } = await ask.read((db) => suggest(db, q, { size: mostSuggestions, ...(service !== undefined && { service }) }))
    const rows: Shown['suggestions'] = [
      ...(service === undefined ? findPages(pagesOf(ask), q, 2).map((found) => ({ text: found.title, kind: found.kind, href: found.href })) : []),
      ...words.slice(0, 3).map((text) => ({ text })),
      ...titles.map((hit) => ({ text: hit.title, kind: kindName(ask, hit.service, hit.kind), href: hit.url })),
    ]
    return json({ suggestions: rows.slice(0, mostSuggestions) } satisfies Shown, 200, { 'cache-control': 'private, max-age=60' })
  }),
]

// A scope that the town does not have is no scope.
function scopeOf(ask: Asks, { service, kind }: { service?: string; kind?: string }): { service: string | undefined; kind: string | undefined } {
  const known = enabledServices(ask).find(({ id, searchKinds }) => id === service && searchKinds)
  return { service: known?.id, kind: known?.searchKinds && kind !== undefined && kind in known.searchKinds ? kind : undefined }
}

function without(url: URL, ...names: string[]): string {
  const next = new URL(url)
  for (const name of ['page', 'exact', ...names]) next.searchParams.delete(name)
  return next.pathname + next.search
}

function scopesOf(ask: Asks, current: string | undefined): Tab[] {
  const base = without(ask.url, 'kind', 'service')
  const searchable = enabledServices(ask).filter(({ searchKinds }) => searchKinds)
  return [
    { href: base, label: ask.say(kernelWords)('portal.search-scope-all'), current: current === undefined },
    ...searchable.map((service) => ({ href: addressWith(base, 'service', service.id), label: nameIn(ask, service), current: current === service.id })),
  ]
}

function kindsOf(ask: Asks, service: string | undefined, current: string | undefined): Tab[] {
  const base = without(ask.url, 'kind')
  const kinds = Object.entries(enabledServices(ask).find(({ id }) => id === service)?.searchKinds ?? {})
  return [
    { href: base, label: ask.say(kernelWords)('search.filter-any'), current: current === undefined },
    ...kinds.map(([kind, words]) => ({ href: addressWith(base, 'kind', kind), label: sayTitle(ask, words) ?? kind, current: current === kind })),
  ]
}

function kindName(ask: Asks, service: string, kind: string): string {
  const words = ask.platform.registry.byId(service)?.searchKinds?.[kind]
  return (words && sayTitle(ask, words)) ?? ''
}

function shown(ask: Asks, hit: SearchHit, q: string): ShownHit {
  const service = ask.platform.registry.byId(hit.service)
  return {
    href: hit.url,
    title: highlight(hit.title, q),
    plainTitle: hit.title,
    kind: kindName(ask, hit.service, hit.kind),
    service: service && service.id !== 'platform' ? nameIn(ask, service) : '',
    updated: hit.updated,
    loose: hit.loose,
  }
}

function pagesOf(ask: Asks): Page[] {
  const t = ask.say(kernelWords)
  return [
    ...offersOf(ask).map((offer) => ({ href: offer.href, title: offer.name, summary: offer.sentence, kind: t('portal.search-service-kind') })),
    ...fixedPages(t).map((fixed) => ({ ...fixed, summary: '', kind: t('portal.search-page-kind') })),
  ]
}

// Words are corrected in their folded form; the question is shown with the typed word replaced, whatever its capitals.
const replaceWord = (text: string, from: string, to: string): string =>
  text
    .split(/(\s+)/)
    .map((word) => (word.toLowerCase() === from.toLowerCase() ? to : word))
    .join('')
