import { Type } from 'typebox'
import { consolePage, errorsIn, get, newId, NotFound, page, post, seeOther, title, typedOf, type Answer, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { listProjects } from '../../programme/queries.ts'
import { keepEntry, publishEntry, withdrawEntry } from '../../shelf/keep.ts'
import { findEntry, findEntryOfItem, getEntry, listEntryVersions, listOwnEntries, lockOwnEntry } from '../../shelf/queries.ts'
import type { Entry } from '../../shelf/schema.ts'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { findOffer, isReady, listOffers, versionOfItem, type Offer } from '../keep-own.ts'
import { labelsOf } from '../labels.ts'
import { EditPage, RetirePage } from '../pages/edit.tsx'
import { EntryFormPage } from '../pages/entry-form.tsx'
import { kindLabel } from '../pages/say.ts'
import { OfferPage, ShelfPage } from '../pages/shelf.tsx'
import { countOwnEntries } from '../queries.ts'
import { entryFrom, mistakesIn, typedFrom, typedFromItem } from '../rules/entry-form.ts'
import { offerKey } from '../rules/offer.ts'
import { ById, EntryForm } from '../schema.ts'

const access = 'entry.edit'
const heading = title(words, 'catalogue.shelf.title')
const pageSize = 30
const shelf = '/portfolio/shelf'
const Done = Type.Object({ done: Type.Optional(Type.Union([Type.Literal('kept'), Type.Literal('published'), Type.Literal('hidden'), Type.Literal('retired'), Type.Literal('version-done'), Type.Literal('version-same')])), page: Type.Integer({ minimum: 1, maximum: 1_000, default: 1 }) }, { additionalProperties: true })
const Item = Type.Object({ item: Type.Optional(Type.String({ maxLength: 300 })) }, { additionalProperties: true })
// `key`: id of the entry that the form makes, so that sent twice it makes one.
const NewForm = Type.Object({ ...EntryForm.properties, ...Item.properties, key: Type.Optional(Type.String({ format: 'uuid' })) })
// `seen`: when what the form shows was last changed.
const ChangeForm = Type.Object({ ...EntryForm.properties, seen: Type.Optional(Type.String({ maxLength: 20 })) })

/** An own entry by the address; others' entries are read in the catalogue, not here. */
export async function ownEntry(db: UnitOfWork, { id }: { id: string }): Promise<Entry> {
  const entry = await getEntry(db, id)
  if (entry.town !== db.tenant || entry.origin !== 'own') throw new NotFound()
  return entry
}
const own = { access, params: ById, subject: ownEntry, title: heading }
type OwnAsk = Pick<Ask<{ id: string }, unknown, unknown, Entry>, 'say' | 'csrf' | 'read' | 'subject' | 'actor' | 'tenant' | 'platform' | 'url'>

/** What the project office offers. New versions are in version.ts. */
export const shelfRoutes = [
  get(shelf, { access, query: Done, title: heading }, async (ask) => {
    const t = ask.say(words)
    const { entries, n } = await ask.read(async (db) => ({ entries: await listOwnEntries(db, { from: (ask.query.page - 1) * pageSize, size: pageSize }), n: (await countOwnEntries(db)).n }))
    return page(ShelfPage, { t, entries, total: n, page: ask.query.page, pageSize, labels: labelsOf(ask), done: ask.query.done && t(`catalogue.shelf.${ask.query.done}`) }, consolePage(ask))
  }),

  get(`${shelf}/offer`, { access, title: title(words, 'catalogue.shelf.offer') }, async (ask) => {
    const t = ask.say(words)
    const [offers, labels] = [await listOffers(ask.platform, ask.tenant, ask.now, ask.complain), labelsOf(ask)]
    const known = await ask.read(async (db) => {
      const entries: (Entry | undefined)[] = []
      for (const { kind, item } of offers) entries.push(await findEntryOfItem(db, kind, item.ref))
      return entries
    })
    return page(
      OfferPage,
      { t, offers: offers.map(({ kind, item }, at) => ({ key: offerKey(kind, item.ref), title: item.title[t.locale === 'en' ? 'en' : 'de'], kind: kindLabel(t, labels, kind), href: known[at] && `${shelf}/${known[at].id}` })) },
      consolePage(ask),
    )
  }),

  get(`${shelf}/new`, { access, query: Item, title: title(words, 'catalogue.shelf.new') }, async (ask) => {
    const offer = ask.query.item === undefined ? undefined : await findOffer(ask.platform, ask.tenant, ask.query.item, ask.now)
    const standing = offer && (await ask.read((db) => findEntryOfItem(db, offer.kind, offer.item.ref)))
    if (standing) return seeOther(`${shelf}/${standing.id}`)
    const isGone = ask.query.item !== undefined && !offer
    return await newForm(ask, offer, { ...(offer ? typedFromItem(offer.item) : { class: 'concept', licence: 'CC-BY-4.0' }), key: newId(ask.now) }, {}, isGone ? ask.say(pageWords)('portfolio.shelf.gone') : undefined)
  }),

  post(shelf, { access, title: title(words, 'catalogue.shelf.new'), rate: { max: 60, per: 'hour' } }, async (ask) => {
    const form = ask.form(NewForm)
    // Also of a form with mistakes: what is offered must not get lost on the way.
    const item = typedOf(form.typed, 'item') || undefined
    const offer = item === undefined ? undefined : await findOffer(ask.platform, ask.tenant, item, ask.now)
    const errors = errorsOf(ask.say(pageWords), form)
    if (!form.ok || Object.keys(errors).length > 0) return await newForm(ask, offer, form.typed, errors)
    if (item !== undefined && !offer) return await newForm(ask, undefined, form.typed, {}, ask.say(pageWords)('portfolio.shelf.gone'))
    const { key: id = newId(ask.now), ...value } = form.value
    const isKept = await ask.write(async (db) => {
      const standing = offer && (await findEntryOfItem(db, offer.kind, offer.item.ref))
      if (standing && standing.id !== id) return false
      const published = (await findEntry(db, id))?.published ?? false
      await keepEntry(db, entryFrom(value, { id, published, kind: offer?.kind ?? 'reading', itemRef: offer?.item.ref ?? null, service: offer?.service ?? null, languages: offer?.item.languages ?? [] }))
      if (offer) await versionOfItem(db, id, offer.item, '')
      return true
    })
    return isKept ? seeOther(`${shelf}/${id}?done=kept`) : await newForm(ask, offer, form.typed, {}, ask.say(pageWords)('portfolio.shelf.offered'))
  }),

  get(`${shelf}/:id`, { ...own, query: Done }, async (ask) => await editForm(ask, shown(ask.subject), {}, { done: ask.query.done && ask.say(pageWords)(`catalogue.shelf.${ask.query.done}`) })),

  post(`${shelf}/:id`, own, async (ask) => {
    const form = ask.form(ChangeForm)
    const errors = errorsOf(ask.say(pageWords), form)
    if (!form.ok || Object.keys(errors).length > 0) return await editForm(ask, form.typed, errors)
    const { seen, ...value } = form.value
    const other = await ask.write(async (db) => {
      const now = (await lockOwnEntry(db, ask.subject.id)) ?? ask.subject
      if (seen !== undefined && seen !== momentOf(now)) return now
      await keepEntry(db, entryFrom(value, now))
      return undefined
    })
    if (other) return await editForm(ask, { ...form.typed, seen: momentOf(other) }, {}, { refusal: ask.say(pageWords)('portfolio.shelf.changed') })
    return seeOther(`${shelf}/${ask.subject.id}?done=kept`)
  }),

  post(`${shelf}/:id/publish`, own, async (ask) => {
    if (!(await ask.read((db) => isReady(db, ask.subject)))) return await editForm(ask, shown(ask.subject), {}, { refusal: ask.say(pageWords)('portfolio.shelf.no-version') })
    await ask.write((db) => publishEntry(db, ask.subject.id, true))
    return seeOther(`${shelf}/${ask.subject.id}?done=published`)
  }),
  post(`${shelf}/:id/hide`, own, async (ask) => {
    await ask.write((db) => publishEntry(db, ask.subject.id, false))
    return seeOther(`${shelf}/${ask.subject.id}?done=hidden`)
  }),
  get(`${shelf}/:id/retire`, own, (ask) => page(RetirePage, { t: ask.say(pageWords), csrf: ask.csrf(), entry: ask.subject }, { frame: 'question', private: true, noindex: true })),
  post(`${shelf}/:id/retire`, own, async (ask) => {
    await ask.write((db) => withdrawEntry(db, ask.subject.id, true))
    return seeOther(`${shelf}/${ask.subject.id}?done=retired`)
  }),
  post(`${shelf}/:id/return`, own, async (ask) => {
    await ask.write((db) => withdrawEntry(db, ask.subject.id, false))
    return seeOther(`${shelf}/${ask.subject.id}?done=kept`)
  }),
]

const momentOf = ({ changedAt }: Entry): string => String(changedAt.getTime())
const shown = (entry: Entry): Typed => ({ ...typedFrom(entry), seen: momentOf(entry) })

type Read = { ok: true; value: EntryForm } | { ok: false; errors: Parameters<typeof errorsIn>[1] }

function errorsOf(t: PageT, form: Read): FormErrors {
  const labelOf = (field: string): string => t.find(`catalogue.shelf.field.${field}`) ?? field
  if (!form.ok) {
    const sentences = errorsIn(t, form.errors, labelOf)
    const links = form.errors.filter(({ field, code }) => code === 'wrong-form' && (field === 'page' || field === 'source')).map(({ field }) => [field, t('catalogue.shelf.wrong.link', { field: labelOf(field) })])
    return { ...sentences, ...Object.fromEntries(links) }
  }
  return Object.fromEntries(mistakesIn(form.value).map(({ field, code }) => [field, code === 'money' ? t('catalogue.shelf.wrong.money', { field: labelOf(field) }) : t(`catalogue.shelf.wrong.${code}`)]))
}

type Asks = Pick<Ask, 'say' | 'csrf' | 'read' | 'actor' | 'tenant' | 'platform' | 'url' | 'locale'>

async function newForm(ask: Asks, offer: Offer | undefined, typed: Typed, errors: FormErrors, refusal?: string): Promise<Answer> {
  const t = ask.say(pageWords)
  const isWrong = refusal !== undefined || Object.keys(errors).length > 0
  const item = offer && { key: offerKey(offer.kind, offer.item.ref), label: `${kindLabel(ask.say(words), labelsOf(ask), offer.kind)}: ${offer.item.title[t.locale === 'en' ? 'en' : 'de']}` }
  return page(
    EntryFormPage,
    { t, csrf: ask.csrf(), action: shelf, typed, errors, refusal, heading: t('catalogue.shelf.new'), item, projects: await ask.read(listProjects) },
    consolePage(ask, { title: t('catalogue.shelf.new'), ...(isWrong && { status: 422, hasErrors: true }) }),
  )
}

async function editForm(ask: OwnAsk, typed: Typed, errors: FormErrors, more: { done?: string | undefined; refusal?: string } = {}): Promise<Answer> {
  const t = ask.say(pageWords)
  const entry = ask.subject
  const { versions, projects } = await ask.read(async (db) => ({ versions: await listEntryVersions(db, entry.id), projects: await listProjects(db) }))
  const isWrong = more.refusal !== undefined || Object.keys(errors).length > 0
  return page(
    EditPage,
    { t, own: ask.say(words), csrf: ask.csrf(), action: `${shelf}/${entry.id}`, typed, errors, ...more, entry, versions, projects },
    consolePage(ask, { title: t('catalogue.shelf.edit-title', { title: entry.title.de ?? '' }), ...(isWrong && { status: 422, hasErrors: true }) }),
  )
}
