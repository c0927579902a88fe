import { Type } from 'typebox'
import { body, errorsIn, get, htmlLang, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type PageOptions, type Route, type Typed } from '@modellregion/kernel'
import { pageWords, words, type PageT } from '../locales/index.ts'
import { blocksOf, faultIn } from '../network/rules/text.ts'
import { figuresOf } from './figures.ts'
import { ForewordPage, PublishPage } from './pages/foreword.tsx'
import { YearListPage } from './pages/list.tsx'
import { yearPath } from './pages/say.ts'
import { YearPage } from './pages/year.tsx'
import { printYearbook } from './print.ts'
import { keepForeword, markOf, publishYearbook } from './publish.ts'
import { findYearbook, listYearbooks } from './queries.ts'
import { editionOf, isOver, yearsUntil } from './rules.ts'
import { ByYear, ForewordForm, PublishForm, type Edition, type Yearbook } from './schema.ts'

type OfYear = { readonly params: { readonly year: number } }
type Asks = Pick<Ask, 'may' | 'read' | 'platform' | 'tenant' | 'now'> & OfYear
const open = { access: 'anyone', params: ByYear } as const
const edit = { access: 'yearbook.edit', params: ByYear } as const

/** What the address shows: the published edition, or for staff the draft with the figures of this moment. */
async function editionFor(ask: Asks): Promise<{ edition: Edition; book: Yearbook | undefined }> {
  const { year } = ask.params
  const book = await ask.read((db) => findYearbook(db, year))
  if (book?.frozen != null) return { edition: editionOf(book.frozen), book }
  if (!ask.may('yearbook.review') || !yearsUntil(ask.now).includes(year)) throw new NotFound()
  return { edition: { foreword: book?.foreword ?? '', figures: await figuresOf(ask, year) }, book }
}

const publishedOf = (book: Yearbook | undefined) => (book?.publishedAt && book.sha256 !== null ? { at: book.publishedAt, sha256: book.sha256 } : null)

export const yearbookRoutes: readonly Route[] = [
  get('/portfolio/yearbook', { access: 'anyone', title: title(words, 'yearbook.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const known = await ask.read(listYearbooks)
    const isStaff = ask.may('yearbook.review')
    const drafts = isStaff ? yearsUntil(ask.now).slice(0, 3).filter((year) => !known.some((one) => one.year === year)).map((year) => ({ year, publishedAt: null })) : []
    const years = [...known.filter(({ publishedAt }) => isStaff || publishedAt !== null), ...drafts].sort((a, b) => b.year - a.year)
    return page(YearListPage, { t, years }, { frame: 'list', crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('yearbook.title') }], ...(isStaff && { private: true }) })
  }),

  get('/portfolio/yearbook/:year', { ...open, query: Type.Object({ done: Type.Optional(Type.String({ maxLength: 20 })) }), title: title(words, 'yearbook.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const { edition, book } = await editionFor(ask)
    const published = publishedOf(book)
    const mayEdit = published === null && ask.may('yearbook.edit')
    return page(
      YearPage,
      { t, figures: edition.figures, foreword: blocksOf(edition.foreword), published, mayEdit, mayPublish: mayEdit && edition.foreword !== '' && isOver(ask.params.year, ask.now), isOver: isOver(ask.params.year, ask.now), isJustPublished: published !== null && ask.query.done === 'published' },
      { title: t('yearbook.year.title', { year: ask.params.year }), frame: 'object', crumbs: crumbsOf(t, ask.params.year), ...(published === null && { private: true, noindex: true }) },
    )
  }),

  get('/portfolio/yearbook/:year.pdf', { ...open, rate: { max: 60, per: 'hour' }, api: { summary: 'A yearbook of the project office as tagged PDF, in the reader’s language.' } }, async (ask) => {
    const { edition, book } = await editionFor(ask)
    const published = publishedOf(book)
    const file = await printYearbook({ t: ask.say(pageWords), town: ask.tenant.name, lang: htmlLang(ask.locale), brand: ask.tenant.brand, figures: edition.figures, foreword: blocksOf(edition.foreword), published, now: ask.now })
    return body('application/pdf', file, { headers: { 'content-disposition': `inline; filename="yearbook-${ask.params.year}.pdf"`, 'cache-control': published ? 'private, max-age=300' : 'private, no-store' } })
  }),

  get('/portfolio/yearbook/:year.json', { ...open, cors: true, api: { summary: 'Foreword and figures of a published yearbook, letter by letter as they were frozen; the SHA-256 of the answer stands on its page.' } }, async (ask) => {
    const book = await ask.read((db) => findYearbook(db, ask.params.year))
    if (book?.frozen == null) throw new NotFound()
    return body('application/json', book.frozen)
  }),

  get('/portfolio/yearbook/:year/foreword', { ...edit, title: title(words, 'yearbook.foreword.write') }, async (ask) => {
    if (!yearsUntil(ask.now).includes(ask.params.year)) throw new NotFound()
    const book = await ask.read((db) => findYearbook(db, ask.params.year))
    if (book?.publishedAt) return isFrozen(ask)
    return forewordForm(ask, { foreword: book?.foreword ?? '', since: markOf(book?.foreword ?? '') }, {})
  }),

  post('/portfolio/yearbook/:year/foreword', { ...edit, title: title(words, 'yearbook.foreword.write'), rate: { max: 120, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const { year } = ask.params
    if (!yearsUntil(ask.now).includes(year)) throw new NotFound()
    const form = ask.form(ForewordForm)
    if (!form.ok) return forewordForm(ask, form.typed, errorsIn(t, form.errors, () => t('yearbook.field.foreword')))
    const line = faultIn(form.value.foreword)
    if (line !== undefined) return forewordForm(ask, form.typed, { foreword: t('yearbook.foreword.fault', { line }) })
    const refusal = await ask.write((db) => keepForeword(db, year, form.value.foreword, form.value.since ?? ''))
    if (!refusal) return seeOther(yearPath(year))
    return refusal.code === 'frozen' ? isFrozen(ask) : forewordForm(ask, { ...form.typed, since: markOf(refusal.now) }, { foreword: t('portfolio.programme.changed-meanwhile', { text: refusal.now.length > 300 ? `${refusal.now.slice(0, 300)} …` : refusal.now }) })
  }),

  get('/portfolio/yearbook/:year/publish', { ...edit, title: title(words, 'yearbook.publish') }, async (ask) => {
    const book = await ask.read((db) => findYearbook(db, ask.params.year))
    if (!book) throw new NotFound()
    if (book.publishedAt) return isFrozen(ask)
    return isOver(ask.params.year, ask.now) ? page(PublishPage, { t: ask.say(pageWords), csrf: ask.csrf(), year: ask.params.year, since: markOf(book.foreword) }, formPage(ask, 'yearbook.publish', {})) : isTooEarly(ask)
  }),

  post('/portfolio/yearbook/:year/publish', { ...edit, title: title(words, 'yearbook.publish'), rate: { max: 30, per: 'hour' } }, async (ask) => {
    if (!isOver(ask.params.year, ask.now)) return isTooEarly(ask)
    const figures = await figuresOf(ask, ask.params.year)
    const form = ask.form(PublishForm)
    const done = await ask.write((db) => publishYearbook(db, figures, form.ok ? (form.value.since ?? '') : ''))
    return done === 'changed' ? hasChanged(ask) : done ? seeOther(`${yearPath(ask.params.year)}?done=published`) : isFrozen(ask)
  }),
]

type FormAsk = Pick<Ask, 'say' | 'csrf'> & OfYear

const crumbsOf = (t: PageT, year: number, ...more: readonly { label: string }[]) => [
  { label: t('service.title'), href: '/portfolio' },
  { label: t('yearbook.title'), href: '/portfolio/yearbook' },
  { label: String(year), ...(more.length > 0 && { href: yearPath(year) }) },
  ...more,
]
function formPage({ say, params: { year } }: Pick<FormAsk, 'say' | 'params'>, here: 'yearbook.publish' | 'yearbook.field.foreword', errors: FormErrors): PageOptions {
  const t = say(pageWords)
  return { frame: 'question', private: true, noindex: true, crumbs: crumbsOf(t, year, { label: t(here) }), ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) }
}
const forewordForm = (ask: FormAsk, typed: Typed, errors: FormErrors): Answer => page(ForewordPage, { t: ask.say(pageWords), csrf: ask.csrf(), year: ask.params.year, typed, errors }, formPage(ask, 'yearbook.field.foreword', errors))
const isTooEarly = ({ say, params: { year } }: Pick<FormAsk, 'say' | 'params'>): Answer => {
  const t = say(pageWords)
  return refuse(409, 'portfolio.yearbook.not-over', t('portfolio.yearbook.not-over'), { label: t('yearbook.year.title', { year }), href: yearPath(year) })
}
const hasChanged = ({ say, params: { year } }: Pick<FormAsk, 'say' | 'params'>): Answer => {
  const t = say(pageWords)
  return refuse(409, 'portfolio.yearbook.changed', t('portfolio.yearbook.changed'), { label: t('yearbook.year.title', { year }), href: yearPath(year) })
}
const isFrozen = (ask: Pick<FormAsk, 'say' | 'params'>): Answer => {
  const t = ask.say(pageWords)
  return refuse(409, 'portfolio.yearbook.frozen', t('portfolio.yearbook.frozen'), { label: t('yearbook.year.title', { year: ask.params.year }), href: yearPath(ask.params.year) })
}
