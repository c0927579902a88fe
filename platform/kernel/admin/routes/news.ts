import { Type, type TSchema } from 'typebox'
import { audit } from '../../audit/index.ts'
import { newId } from '../../database/index.ts'
import type { Typed } from '../../forms/index.ts'
import { page, seeOther, type Answer } from '../../http/answer.ts'
import { get, post, title, type Ask } from '../../http/route.ts'
import type { Locale } from '../../i18n/index.ts'
import { kernelWords } from '../../locales/index.ts'
import { deleteNews, getNews, listNews, saveNews } from '../../portal/queries.ts'
import type { News, NewsText } from '../../portal/schema.ts'
import type { Errors } from '../../forms/errors.ts'
import { consolePage } from '../menu.ts'
import { NewsAdminPage, NewsDeletePage, NewsEditPage } from '../pages/content.tsx'
import { typedOf } from '../../forms/typed.ts'

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const edit = { access: 'news.edit', everyTown: true } as const
const most = 200

type Asks = Pick<Ask, 'actor' | 'say' | 'csrf' | 'platform' | 'tenant' | 'may' | 'url' | 'form' | 'now' | 'write'>

/** What the town says to its people, written here. */
export const newsAdminRoutes = [
  get('/admin/news', { ...edit, query: Type.Object({ saved: Type.Optional(Type.String()) }, { additionalProperties: true }), title: title(kernelWords, 'admin.news') }, async (ask) => {
    const t = ask.say(kernelWords)
    const news = await ask.read((db) => listNews(db, most))
    return page(NewsAdminPage, { t, news, done: ask.query.saved === undefined ? undefined : t('admin.saved') }, consolePage(ask))
  }),

  get('/admin/news/new', { ...edit, title: title(kernelWords, 'admin.news-new') }, (ask) => editor(ask, undefined, {}, {})),
  post('/admin/news', { ...edit, title: title(kernelWords, 'admin.news-new') }, (ask) => keep(ask, undefined)),

  get('/admin/news/:id', { ...edit, params: ById, title: title(kernelWords, 'admin.news-edit') }, async (ask) => {
    const news = await ask.read((db) => getNews(db, ask.params.id))
    return editor(ask, news.id, typedFrom(news), {})
  }),
  post('/admin/news/:id', { ...edit, params: ById, title: title(kernelWords, 'admin.news-edit') }, async (ask) => keep(ask, await ask.read((db) => getNews(db, ask.params.id)))),

  get('/admin/news/:id/delete', { ...edit, params: ById, title: title(kernelWords, 'admin.news-delete') }, async (ask) => {
    const news = await ask.read((db) => getNews(db, ask.params.id))
    return page(NewsDeletePage, { t: ask.say(kernelWords), csrf: ask.csrf(), news }, consolePage(ask))
  }),
  post('/admin/news/:id/delete', { ...edit, params: ById }, async (ask) => {
    await ask.write(async (db) => {
      if ((await deleteNews(db, ask.params.id)) > 0) await audit(db, { action: 'news.delete', subject: `news/${ask.params.id}` })
    })
    return seeOther('/admin/news?saved=1')
  }),
]

function schemaFor(locales: readonly Locale[]) {
  const fields: Record<string, TSchema> = { act: Type.Optional(Type.String()) }
  for (const locale of locales) {
    fields[`title-${locale}`] = Type.Optional(Type.String({ maxLength: 200 }))
    fields[`teaser-${locale}`] = Type.Optional(Type.String({ maxLength: 400 }))
    fields[`body-${locale}`] = Type.Optional(Type.String({ maxLength: 20_000 }))
  }
  return Type.Object(fields)
}

async function keep(ask: Asks, before: News | undefined): Promise<Answer> {
  const t = ask.say(kernelWords)
  const { locales } = ask.tenant
  const form = ask.form(schemaFor(locales))
  if (!form.ok) return editor(ask, before?.id, form.typed, Object.fromEntries(form.errors.map(({ field, code, limit = 0 }) => [field, t.find(`forms.error.${code}`, { field: t('admin.news-body'), limit }) ?? field])))
  const read = readTexts(form.typed, locales)
  const languages = { de: t('admin.town-locale-de'), en: t('admin.town-locale-en'), 'de-x-leicht': t('admin.town-locale-easy') }
  const errors = Object.fromEntries(read.incomplete.map((locale) => [`title-${locale}`, t('admin.news-part-needed', { language: languages[locale] })]))
  const { de, ...others } = read.texts
  if (de === undefined || read.incomplete.length > 0) return editor(ask, before?.id, form.typed, errors)
  const id = before?.id ?? newId(ask.now)
  const publish = typedOf(form.typed, 'act') === 'publish'
  await ask.write(async (db) => {
    // Texts in languages the town does not offer just now are kept.
    await saveNews(db, { id, texts: { ...before?.texts, de, ...others }, publishedAt: publish ? (before?.publishedAt ?? db.now) : null })
    await audit(db, { action: publish ? 'news.publish' : 'news.draft', subject: `news/${id}` })
  })
  return seeOther('/admin/news?saved=1')
}

/** German must be whole; another language is whole or empty. */
export function readTexts(typed: Typed, locales: readonly Locale[]): { texts: Partial<Record<Locale, NewsText>>; incomplete: Locale[] } {
  const texts: Partial<Record<Locale, NewsText>> = {}
  const incomplete: Locale[] = []
  for (const locale of locales) {
    const text = { title: typedOf(typed, `title-${locale}`).trim(), teaser: typedOf(typed, `teaser-${locale}`).trim(), body: typedOf(typed, `body-${locale}`).trim() }
    const parts = Object.values(text).filter((part) => part !== '').length
    if (parts === 3) texts[locale] = text
    else if (parts > 0 || locale === 'de') incomplete.push(locale)
  }
  return { texts, incomplete }
}

function editor(ask: Omit<Asks, 'form' | 'now' | 'write'>, id: string | undefined, typed: Typed, errors: Errors): Answer {
  const failed = Object.keys(errors).length > 0
  return page(NewsEditPage, { t: ask.say(kernelWords), csrf: ask.csrf(), id, typed, errors, locales: ask.tenant.locales }, consolePage(ask, failed ? { status: 422, hasErrors: true } : {}))
}

const typedFrom = (news: News): Typed =>
  Object.fromEntries(Object.entries(news.texts).flatMap(([locale, text]) => [[`title-${locale}`, text.title], [`teaser-${locale}`, text.teaser], [`body-${locale}`, text.body]]))
