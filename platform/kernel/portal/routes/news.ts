import { Type } from 'typebox'
import type { NewsItem } from '@modellregion/ui'
import { body, page } from '../../http/answer.ts'
import { get, title } from '../../http/route.ts'
import { htmlLang, type Say } from '../../i18n/index.ts'
import { kernelWords, type KernelWords } from '../../locales/index.ts'
import { NewsListPage, NewsPage } from '../pages/news.tsx'
import { getPublishedNews, listPublishedNews } from '../queries.ts'
import { atomOf, textOf } from '../rules.ts'
import type { News } from '../schema.ts'

const perPage = 20

/** A message as the lists show it. */
export function newsItemOf(t: Say<KernelWords>, news: News): NewsItem {
  const { title: heading, teaser } = textOf(news, t.locale)
  const at = news.publishedAt ?? news.createdAt
  return { href: `/news/${news.id}`, title: heading, text: teaser, date: t.format.date(at, 'medium'), dateTime: at.toISOString().slice(0, 10) }
}

/** What the town says to its people. */
export const newsRoutes = [
  get('/news', { access: 'anyone', everyTown: true, query: Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) }, { additionalProperties: true }), title: title(kernelWords, 'portal.news-title') }, async (ask) => {
    const t = ask.say(kernelWords)
    const at = ask.query.page ?? 1
    const news = await ask.read((db) => listPublishedNews(db, { size: perPage + 1, from: (at - 1) * perPage }))
    const items = news.slice(0, perPage).map((item) => newsItemOf(t, item))
    const props = { t, town: ask.tenant.name, items, page: at, hasMore: news.length > perPage }
    return page(NewsListPage, props, { frame: 'text', crumbs: [{ label: t('portal.news-title') }], alternates: [{ type: 'application/atom+xml', href: '/news.atom', title: t('portal.news', { town: ask.tenant.name }) }] })
  }),

  get('/news/:id', { access: 'anyone', everyTown: true, params: Type.Object({ id: Type.String({ format: 'uuid' }) }), title: title(kernelWords, 'portal.news-title') }, async (ask) => {
    const t = ask.say(kernelWords)
    const news = await ask.read((db) => getPublishedNews(db, ask.params.id))
    const text = textOf(news, ask.locale)
    return page(NewsPage, { t, news, text }, { frame: 'text', title: text.title, description: text.teaser, crumbs: [{ label: t('portal.news-title'), href: '/news' }, { label: text.title }] })
  }),

  get('/news.atom', { access: 'anyone', everyTown: true, cacheFor: 300, api: { summary: 'News of the town as Atom feed (RFC 4287).', tag: 'portal' } }, async (ask) => {
    const t = ask.say(kernelWords)
    const news = await ask.read((db) => listPublishedNews(db, { size: perPage }))
    const absolute = (path: string) => new URL(path, ask.url).href
    const items = news.map((item) => {
      const text = textOf(item, ask.locale)
      return { href: absolute(`/news/${item.id}`), title: text.title, summary: text.teaser, at: item.updatedAt, lang: htmlLang(text.lang) }
    })
    const updated = news.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), new Date(0))
    return body('application/atom+xml; charset=utf-8', atomOf({ title: t('portal.news', { town: ask.tenant.name }), self: absolute('/news.atom'), home: absolute('/news'), updated, items }))
  }),
]
