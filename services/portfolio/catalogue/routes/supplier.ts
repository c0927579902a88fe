import { Type } from 'typebox'
import { audit, consolePage, errorsIn, get, newId, NotFound, page, post, seeOther, title, typedOf, type Answer, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { idsIn } from '../../network/rules/reference.ts'
import { findEntry, listEntries } from '../../shelf/queries.ts'
import type { Entry } from '../../shelf/schema.ts'
import { labelsOf } from '../labels.ts'
import { inReader } from '../pages/say.ts'
import { SupplierDeletePage, SupplierFormPage } from '../pages/supplier-form.tsx'
import { SupplierPage } from '../pages/supplier-page.tsx'
import { SupplierDirectory } from '../pages/supplier.tsx'
import { countSuppliers, deleteSupplier, getSupplier, listSupplierRegions, listSuppliers, upsertSupplier } from '../queries.ts'
import { addEntryOfSupplier, findOwnCompany, listOwnCompanies, lockServed } from '../queries/supplier.ts'
import { entryPath, supplierPath, suppliersPath as base } from '../rules/list-query.ts'
import { servedAfter } from '../rules/served.ts'
import { ById, NameForm, SupplierForm, type Supplier } from '../schema.ts'

const pageSize = 30
const access = 'supplier.edit'
const Filter = Type.Object({ region: Type.Optional(Type.String({ maxLength: 120 })), does: Type.Optional(Type.String({ maxLength: 40 })), page: Type.Integer({ minimum: 1, maximum: 1_000, default: 1 }) }, { additionalProperties: true })
const ForEntry = Type.Object({ entry: Type.Optional(Type.String({ format: 'uuid' })) }, { additionalProperties: true })
const Done = Type.Object({ done: Type.Optional(Type.Literal('saved')) }, { additionalProperties: true })
const heading = title(words, 'catalogue.supplier.new')
const rate = { max: 60, per: 'hour' } as const

const subject = (db: UnitOfWork, { id }: { id: string }): Promise<Supplier> => getSupplier(db, id)
// Others' suppliers are read, never edited.
async function ownSupplier(db: UnitOfWork, { id }: { id: string }): Promise<Supplier> {
  const supplier = await getSupplier(db, id)
  if (supplier.town !== db.tenant) throw new NotFound()
  return supplier
}
const own = { access, params: ById, subject: ownSupplier, title: title(words, 'catalogue.supplier.edit') }

type Asks = Pick<Ask, 'say' | 'csrf' | 'read' | 'actor' | 'tenant' | 'platform' | 'url' | 'may' | 'now'>

/** Who helps with reuse: the directory for everybody, and what the project office records. */
export const supplierRoutes = [
  get(base, { access: 'anyone', query: Filter, title: title(words, 'catalogue.supplier.title') }, async (ask) => {
    const t = ask.say(words)
    // A select without a choice sends an empty text.
    const filter = { region: ask.query.region || undefined, does: ask.query.does || undefined }
    const { suppliers, total, regions } = await ask.read(async (db) => ({ suppliers: await listSuppliers(db, filter, { from: (ask.query.page - 1) * pageSize, size: pageSize }), total: (await countSuppliers(db, filter)).n, regions: await listSupplierRegions(db) }))
    const helped = await served(ask, suppliers)
    return page(
      SupplierDirectory,
      { t, suppliers, total, page: ask.query.page, pageSize, filter, regions, labels: labelsOf(ask), helped: new Map(helped.map((entry) => [entry.id, entry.title])), mayEdit: ask.may(access) },
      { frame: 'list', crumbs: crumbsTo(t('catalogue.supplier.title'), ask) },
    )
  }),

  get(`${base}/new`, { access, query: ForEntry, title: heading }, async (ask) => await form(ask, undefined, ask.query.entry, { key: newId(ask.now) }, {})),
  post(base, { access, title: heading, rate }, async (ask) => {
    const t = ask.say(pageWords)
    const read = ask.form(Type.Object({ ...SupplierForm.properties, ...ForEntry.properties }))
    const entryId = typedOf(read.typed, 'entry') || undefined
    if (!read.ok) return await form(ask, undefined, entryId, read.typed, errorsOf(ask, read.errors))
    const { company, entry, key: id = newId(ask.now) } = read.value
    const twin = await ask.read((db) => findOwnCompany(db, company))
    if (twin && twin.id !== id) return await form(ask, undefined, entryId, read.typed, { company: t('catalogue.supplier.known', { company }) })
    const added = await addedIn(ask, entry ?? read.value.add)
    if (!added) return await form(ask, undefined, entryId, read.typed, { add: t('catalogue.supplier.wrong-entry') })
    await ask.write((db) => keep(db, id, read.value, added))
    return seeOther(entryId === undefined ? `${supplierPath(id)}?done=saved` : `${entryPath(entryId)}#suppliers`)
  }),
  post(`${base}/name`, { access, title: heading, rate }, async (ask) => {
    const read = ask.form(NameForm)
    const entryId = typedOf(read.typed, 'entry') || undefined
    if (!read.ok) return await form(ask, undefined, entryId, read.typed, { supplier: ask.say(pageWords)('catalogue.supplier.none-chosen') })
    const { supplier, entry } = read.value
    await ask.write(async (db) => {
      if (!(await findEntry(db, entry))) throw new NotFound()
      if ((await addEntryOfSupplier(db, supplier, entry)) > 0) await audit(db, { action: 'supplier.name', subject: `supplier/${supplier}`, detail: { entry } })
    })
    return seeOther(`${entryPath(entry)}#suppliers`)
  }),

  get(`${base}/:id`, { access: 'anyone', params: ById, query: Done, subject, title: title(words, 'catalogue.supplier.title') }, async (ask) => {
    const t = ask.say(words)
    const { subject: supplier } = ask
    const entries = await served(ask, [supplier])
    return page(
      SupplierPage,
      { t, supplier, entries: entries.filter(({ retiredAt }) => retiredAt === null), labels: labelsOf(ask), mayEdit: supplier.town === ask.tenant.id && ask.may(access), done: ask.query.done === 'saved' },
      { title: supplier.company, frame: 'object', crumbs: [...crumbsTo(t('catalogue.supplier.title'), ask, base), { label: supplier.company }], ...(ask.may(access) && { private: true }) },
    )
  }),
  get(`${base}/:id/edit`, own, async (ask) => await form(ask, ask.subject, undefined, typedFrom(ask.subject), {})),
  post(`${base}/:id/edit`, { ...own, rate }, async (ask) => {
    const t = ask.say(pageWords)
    const { subject: supplier } = ask
    const read = ask.form(SupplierForm)
    if (!read.ok) return await form(ask, supplier, undefined, read.typed, errorsOf(ask, read.errors))
    const twin = await ask.read((db) => findOwnCompany(db, read.value.company))
    if (twin && twin.id !== supplier.id) return await form(ask, supplier, undefined, read.typed, { company: t('catalogue.supplier.known', { company: read.value.company }) })
    const added = await addedIn(ask, read.value.add)
    if (!added) return await form(ask, supplier, undefined, read.typed, { add: t('catalogue.supplier.wrong-entry') })
    const said = { listed: read.value.listed?.split(' ') ?? [], keep: read.value.keep ?? [], added }
    await ask.write(async (db) => {
      const now = await lockServed(db, supplier.id)
      if (!now) throw new NotFound()
      await keep(db, supplier.id, read.value, servedAfter(now.entries, said))
    })
    return seeOther(`${supplierPath(supplier.id)}?done=saved`)
  }),
  get(`${base}/:id/delete`, own, (ask) => page(SupplierDeletePage, { t: ask.say(pageWords), csrf: ask.csrf(), supplier: ask.subject }, { frame: 'question', private: true, noindex: true })),
  post(`${base}/:id/delete`, { ...own, rate }, async (ask) => {
    await ask.write(async (db) => {
      await deleteSupplier(db, ask.subject.id)
      await audit(db, { action: 'supplier.delete', subject: `supplier/${ask.subject.id}` })
    })
    return seeOther(base)
  }),
]

async function keep(db: UnitOfWork, id: string, form: SupplierForm, entries: readonly string[]): Promise<void> {
  const { company, region, does, offer = '', website = null, mailbox = null } = form
  await upsertSupplier(db, { id, published: true, company, region, does, offer, website, mailbox, entries })
  await audit(db, { action: 'supplier.keep', subject: `supplier/${id}` })
}

/** Entries that suppliers serve, as far as the reader may see them. */
async function served({ read, may }: Pick<Asks, 'read' | 'may'>, suppliers: readonly Supplier[]): Promise<Entry[]> {
  const ids = [...new Set(suppliers.flatMap(({ entries }) => entries))]
  const entries = ids.length === 0 ? [] : await read((db) => listEntries(db, ids))
  return entries.filter(({ published }) => published || may('entry.edit'))
}

/** Ids of the entries somebody names by their addresses; undefined when one of them is unknown. */
async function addedIn({ read }: Pick<Asks, 'read'>, typed = ''): Promise<readonly string[] | undefined> {
  const ids = idsIn(typed)
  if (!ids || ids.length === 0) return ids
  return (await read((db) => listEntries(db, ids))).length === ids.length ? ids : undefined
}

const typedFrom = ({ company, region, does, offer, website, mailbox, entries }: Supplier): Typed => ({ company, region, does, offer, website: website ?? '', mailbox: mailbox ?? '', keep: entries })

function errorsOf({ say }: Pick<Asks, 'say'>, errors: Parameters<typeof errorsIn>[1]): FormErrors {
  const t = say(pageWords)
  const label = (field: string): string => t.find(`catalogue.supplier.field.${field}`) ?? field
  return { ...errorsIn(t, errors, label), ...(errors.some(({ field, code }) => field === 'website' && code === 'wrong-form') && { website: t('catalogue.shelf.wrong.link', { field: label('website') }) }) }
}

async function form(ask: Asks, supplier: Supplier | undefined, entryId: string | undefined, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const named = (entries: readonly Entry[]) => entries.map((entry) => ({ id: entry.id, title: inReader(entry.title, t) }))
  const { entry, known, serves } = await ask.read(async (db) => ({
    entry: entryId === undefined ? undefined : await findEntry(db, entryId),
    known: entryId === undefined ? [] : (await listOwnCompanies(db)).filter(({ entries }) => !entries.includes(entryId)),
    serves: supplier ? await listEntries(db, supplier.entries) : [],
  }))
  const listed = typedOf(typed, 'listed')
  return page(
    SupplierFormPage,
    { t, csrf: ask.csrf(), typed, errors, id: supplier?.id, entry: entry && named([entry])[0], known, serves: named(serves.filter(({ id }) => listed === '' || listed.split(' ').includes(id))) },
    consolePage(ask, Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {}),
  )
}

const crumbsTo = (label: string, ask: Pick<Ask, 'say'>, href?: string) => {
  const t = ask.say(words)
  return [{ label: t('service.title'), href: '/portfolio' }, { label: t('catalogue.title'), href: '/portfolio/reuse' }, { label, ...(href !== undefined && { href }) }]
}
