import { Type } from 'typebox'
import type { NewsItem } from '@modellregion/ui'
import { localDate } from '@modellregion/standards'
import type { NewsLine } from '../../boot/service.ts'
import { body, page } from '../../http/answer.ts'
import { get, title, type Ask } from '../../http/route.ts'
import { htmlLang, type Say } from '../../i18n/index.ts'
import { kernelWords, type KernelWords } from '../../locales/index.ts'
import { gatherNews } from '../gather.ts'
import { NewsListPage, NewsPage } from '../pages/news.tsx'
import { getPublishedNews, listPublishedNews } from '../queries.ts'
import { atomOf, newsOfPage, textOf } from '../rules.ts'
import type { News } from '../schema.ts'

const perPage = 20

/** A message of the town or of one of its services, as lists and the feed show it. */
export type Message = { readonly at: Date; readonly changedAt: Date; readonly href: string; readonly title: string; readonly teaser: string; readonly lang: string; readonly invented: boolean }

function ownMessage(news: News, locale: Ask['locale']): Message {
  const { title: heading, teaser, lang } = textOf(news, locale)
  return { at: news.publishedAt ?? news.createdAt, changedAt: news.updatedAt, href: `/news/${news.id}`, title: heading, teaser, lang: htmlLang(lang), invented: news.invented }
}

const serviceMessage = ({ title: heading, teaser, href, at, lang }: NewsLine, locale: Ask['locale']): Message => ({ at, changedAt: at, href, title: heading, teaser, lang: htmlLang(lang ?? locale), invented: false })

/** One page of what the town and its services say, the newest first. */
export async function messagesOf(ask: Pick<Ask, 'platform' | 'tenant' | 'actor' | 'now' | 'locale' | 'say' | 'read'>, { page: at, size }: { page: number; size: number }): Promise<{ messages: Message[]; hasMore: boolean }> {
  const before = at === 1 ? 0 : 1
  const [found, lines] = await Promise.all([ask.read((db) => listPublishedNews(db, { size: before + size + 1, from: (at - 1) * size - before })), gatherNews(ask)])
  const own = found.slice(before, before + size).map((news) => ownMessage(news, ask.locale))
  const hasMore = found.length > before + size
  return { messages: newsOfPage(own, lines.map((line) => serviceMessage(line, ask.locale)), { above: before === 0 ? undefined : found[0]?.publishedAt ?? undefined, hasMore }), hasMore }
}

/** A message as the lists show it. */
export const newsItemOf = (t: Say<KernelWords>, { at, href, title: heading, teaser, lang }: Message): NewsItem => ({ href, title: heading, text: teaser, date: t.format.date(at, 'medium'), dateTime: localDate(at), lang: lang === htmlLang(t.locale) ? undefined : lang })

/** What the town says to its people. */
export const newsRoutes = [
  get('/news', { access: 'anyone', everyTown: true, query: Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) }, { additionalProperties: true }), title: title(kernelWords, 'portal.news-title') }, async (ask) => {
    const t = ask.say(kernelWords)
    const at = ask.query.page ?? 1
    const { messages, hasMore } = await messagesOf(ask, { page: at, size: perPage })
    const props = { t, town: ask.tenant.name, items: messages.map((message) => newsItemOf(t, message)), page: at, hasMore }
    return page(NewsListPage, props, { frame: 'text', crumbs: [{ label: t('portal.news-title') }], alternates: [{ type: 'application/atom+xml', href: '/news.atom', title: t('portal.news', { town: ask.tenant.name }) }] })
  }),

  get('/news/:id', { access: 'anyone', everyTown: true, params: Type.Object({ id: Type.String({ format: 'uuid' }) }), title: title(kernelWords, 'portal.news-title') }, async (ask) => {
    const t = ask.say(kernelWords)
    const news = await ask.read((db) => getPublishedNews(db, ask.params.id))
    const text = textOf(news, ask.locale)
    return page(NewsPage, { t, news, text }, { frame: 'text', title: text.title, description: text.teaser, crumbs: [{ label: t('portal.news-title'), href: '/news' }, { label: text.title }] })
  }),

  get('/news.atom', { access: 'anyone', everyTown: true, cacheFor: 300, api: { summary: 'News of the town and its services as Atom feed (RFC 4287).', tag: 'portal' } }, async (ask) => {
    const t = ask.say(kernelWords)
    const { messages } = await messagesOf(ask, { page: 1, size: perPage })
    const absolute = (path: string) => new URL(path, ask.url).href
    const items = messages.map(({ href, title: heading, teaser, changedAt, lang }) => ({ href: absolute(href), title: heading, summary: teaser, at: changedAt, lang }))
    const updated = messages.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), new Date(0))
    return body('application/atom+xml; charset=utf-8', atomOf({ title: t('portal.news', { town: ask.tenant.name }), self: absolute('/news.atom'), home: absolute('/news'), updated, items }))
  }),
]
