import { Type } from 'typebox'
import { body, get, newId, NotFound, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { atomFeed, instantAt, localDate, plainDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { changeNews, dropNews, writeNews } from '../announce.ts'
import { formPage, isOutdated, momentOf, sentencesOf } from '../form.ts'
import { DeleteNewsPage, NewsFormPage, NewsListPage, NewsPage } from '../pages/news.tsx'
import { countAllNews, countPublishedNews, getNews, listAllNews, listPublishedNews, lockNews } from '../queries/news.ts'
import { aboutOf, aboutPath, newsPath } from '../rules/reference.ts'
import { beginningOf, faultIn, plainTextOf } from '../rules/text.ts'
import { ById, NewsForm, Paged, type NewNews, type News } from '../schema.ts'
import { dateFields } from './event-edit.ts'

const pageSize = 20
const subject = (db: UnitOfWork, { id }: { id: string }): Promise<News> => getNews(db, id)
const write = { access: 'news.edit', title: title(words, 'network.news.new') } as const
const edit = { access: 'news.edit', params: ById, subject, title: title(words, 'network.news.edit') } as const
const remove = { access: 'news.edit', params: ById, subject, title: title(words, 'network.news.delete') } as const
const rate = { max: 120, per: 'hour' } as const

/** News of the project office: list, page, feed, editing. */
export const newsRoutes = [
  get('/portfolio/news', { access: 'anyone', query: Type.Object(Paged), title: title(words, 'network.news.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const today = localDate(ask.now)
    const { page: at } = ask.query
    const wanted = { from: (at - 1) * pageSize, size: pageSize }
    const mayEdit = ask.may('news.edit')
    const [news, { n }] = await ask.read(async (db) => (mayEdit ? ([await listAllNews(db, wanted), await countAllNews(db)] as const) : ([await listPublishedNews(db, today, wanted), await countPublishedNews(db, today)] as const)))
    return page(
      NewsListPage,
      { t, news, total: n, page: at, pageSize, mayEdit },
      { frame: 'list', crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('network.news.title') }], alternates: [{ type: 'application/atom+xml', href: '/portfolio/news.atom', title: t('network.news.title') }], ...(mayEdit && { private: true }) },
    )
  }),

  get('/portfolio/news/:id', { access: 'anyone', params: ById, query: Type.Object({ done: Type.Optional(Type.String({ maxLength: 20 })) }), subject, title: title(words, 'network.news.title') }, (ask) => {
    const { subject: news } = ask
    const t = ask.say(pageWords)
    const mayEdit = ask.may('news.edit')
    const isNotYet = !news.published || news.day > localDate(ask.now)
    if (isNotYet && !mayEdit) throw new NotFound()
    return page(
      NewsPage,
      { t, news, isNotYet, mayEdit, isSaved: ask.query.done === 'saved' },
      { title: news.title, frame: 'text', description: beginningOf(news.text), crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('network.news.title'), href: '/portfolio/news' }, { label: news.title }], ...(mayEdit && { private: true }), ...(isNotYet && { noindex: true }) },
    )
  }),

  get('/portfolio/news.atom', { access: 'anyone', cacheFor: 300, api: { summary: 'News of the project office as Atom feed (RFC 4287), the newest 50.' } }, async (ask) => {
    const t = ask.say(pageWords)
    const news = await ask.read((db) => listPublishedNews(db, localDate(ask.now), { from: 0, size: 50 }))
    const { origin } = ask.url
    const author = `${t('service.title')}, ${ask.tenant.name}`
    const feed = atomFeed({
      id: `${origin}/portfolio/news`,
      title: `${t('network.news.title')}: ${ask.tenant.name}`,
      self: `${origin}/portfolio/news.atom`,
      page: `${origin}/portfolio/news`,
      author,
      updated: news.map(newsAt).reduce((latest, at) => (at > latest ? at : latest), new Date(0)),
      entries: news.map((one) => ({ id: `urn:uuid:${one.id}`, title: one.title, page: `${origin}${newsPath(one.id)}`, summary: plainTextOf(one.text), author, published: instantAt(one.day), updated: newsAt(one), categories: [] })),
    })
    return body('application/atom+xml; charset=utf-8', feed)
  }),

  get('/portfolio/news/new', write, (ask) => form(ask, undefined, { key: newId(ask.now), ...dateFields('day', localDate(ask.now)), published: 'true' }, {})),
  post('/portfolio/news', { ...write, rate }, async (ask) => {
    const read = readTyped(ask)
    if (!read.ok) return form(ask, undefined, read.typed, read.errors)
    await ask.write((db) => writeNews(db, read.news))
    return seeOther(`${newsPath(read.news.id)}?done=saved`)
  }),

  get('/portfolio/news/:id/edit', edit, (ask) => form(ask, ask.subject, typedOfNews(ask.subject, ask.url.origin), {})),
  post('/portfolio/news/:id/edit', { ...edit, rate }, async (ask) => {
    const read = readTyped(ask, ask.subject.id)
    if (!read.ok) return form(ask, ask.subject, read.typed, read.errors)
    const other = await ask.write(async (db) => {
      const now = await lockNews(db, ask.subject.id)
      if (isOutdated(read.seen, now)) return now
      await changeNews(db, read.news)
      return undefined
    })
    // What was typed stays; saved once more it replaces what the other person wrote.
    if (other) return form(ask, other, { ...read.typed, seen: momentOf(other) }, { title: ask.say(pageWords)('network.outdated') })
    return seeOther(`${newsPath(ask.subject.id)}?done=saved`)
  }),

  get('/portfolio/news/:id/delete', remove, (ask) => page(DeleteNewsPage, { t: ask.say(pageWords), csrf: ask.csrf(), news: ask.subject }, formPage())),
  post('/portfolio/news/:id/delete', { ...remove, rate }, async (ask) => {
    await ask.write((db) => dropNews(db, ask.subject.id))
    return seeOther('/portfolio/news')
  }),
]

// A message that was written for a later day is new on that day.
const newsAt = ({ day, changedAt }: News): Date => (instantAt(day) > changedAt ? instantAt(day) : changedAt)

type ReadTyped = { ok: true; news: NewNews; seen: string | undefined; typed: Typed } | { ok: false; typed: Typed; errors: FormErrors }

function readTyped(ask: Pick<Ask, 'say' | 'form' | 'now'>, known?: string): ReadTyped {
  const t = ask.say(pageWords)
  const read = ask.form(NewsForm)
  if (!read.ok) return { ok: false, typed: read.typed, errors: sentencesOf(ask, 'news', read.errors) }
  const { about: typedAbout, day, key, seen, ...value } = read.value
  const line = faultIn(value.text)
  const about = typedAbout === undefined ? undefined : aboutOf(typedAbout)
  if (line !== undefined) return { ok: false, typed: read.typed, errors: { text: t('network.text-fault', { field: t('network.news.field.text'), line }) } }
  if (typedAbout !== undefined && !about) return { ok: false, typed: read.typed, errors: { about: t('network.news.refusal.about') } }
  return { ok: true, seen, typed: read.typed, news: { id: known ?? key ?? newId(ask.now), ...value, day: plainDate(day), aboutKind: about?.kind ?? null, aboutRef: about?.ref ?? null } }
}

function form(ask: Pick<Ask, 'say' | 'csrf'>, news: News | undefined, typed: Typed, errors: FormErrors): Answer {
  const t = ask.say(pageWords)
  const back = news ? newsPath(news.id) : '/portfolio/news'
  return page(
    NewsFormPage,
    { t, csrf: ask.csrf(), typed, errors, action: news ? `${back}/edit` : '/portfolio/news', back, isNew: news === undefined },
    { ...formPage(errors), crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('network.news.title'), href: '/portfolio/news' }, { label: t(news ? 'network.news.edit' : 'network.news.new') }] },
  )
}

const typedOfNews = (news: News, origin: string): Typed => ({
  title: news.title,
  text: news.text,
  ...dateFields('day', news.day),
  about: news.aboutKind !== null && news.aboutRef !== null ? `${origin}${aboutPath(news.aboutKind, news.aboutRef)}` : '',
  published: String(news.published),
  seen: momentOf(news),
})
