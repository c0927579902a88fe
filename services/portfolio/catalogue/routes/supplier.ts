import { Type } from 'typebox'
import { audit, consolePage, errorsIn, get, newId, NotFound, page, post, seeOther, title, typedOf, type Answer, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { labelsOf } from '../labels.ts'
import { inReader } from '../pages/say.ts'
import { SupplierDeletePage, SupplierDirectory, SupplierFormPage } from '../pages/supplier.tsx'
import { countSuppliers, deleteSupplier, getSupplier, listEntryTitles, listSupplierRegions, listSuppliers, upsertSupplier } from '../queries.ts'
import { entryPath } from '../rules/list-query.ts'
import { ById, SupplierForm, type Supplier } from '../schema.ts'

const base = '/portfolio/supplier'
const pageSize = 30
const access = 'supplier.edit'
const Filter = Type.Object({ region: Type.Optional(Type.String({ maxLength: 120 })), does: Type.Optional(Type.String({ maxLength: 40 })), page: Type.Integer({ minimum: 1, maximum: 1_000, default: 1 }) }, { additionalProperties: true })
const ForEntry = Type.Object({ entry: Type.Optional(Type.String({ format: 'uuid' })) }, { additionalProperties: true })
const heading = title(words, 'catalogue.supplier.new')

// Others' suppliers are read, never edited.
async function ownSupplier(db: UnitOfWork, { id }: { id: string }): Promise<Supplier> {
  const supplier = await getSupplier(db, id)
  if (supplier.town !== db.tenant) throw new NotFound()
  return supplier
}
const own = { access, params: ById, subject: ownSupplier, title: title(words, 'catalogue.supplier.edit') }

type Asks = Pick<Ask, 'say' | 'csrf' | 'read' | 'actor' | 'tenant' | 'platform' | 'url'>

/** Who helps with reuse: the directory for everybody, and what the project office records. */
export const supplierRoutes = [
  get(base, { access: 'anyone', query: Filter, title: title(words, 'catalogue.supplier.title') }, async (ask) => {
    const t = ask.say(words)
    // A select without a choice sends an empty text.
    const filter = { region: ask.query.region || undefined, does: ask.query.does || undefined }
    const { suppliers, total, regions, titles } = await ask.read(async (db) => {
      const suppliers = await listSuppliers(db, filter, { from: (ask.query.page - 1) * pageSize, size: pageSize })
      return { suppliers, total: (await countSuppliers(db, filter)).n, regions: await listSupplierRegions(db), titles: await listEntryTitles(db, [...new Set(suppliers.flatMap(({ entries }) => entries))]) }
    })
    return page(
      SupplierDirectory,
      { t, suppliers, total, page: ask.query.page, pageSize, filter, regions, labels: labelsOf(ask), helped: new Map(titles.map(({ id, title: text }) => [id, text])), own: ask.may(access) ? ask.tenant.id : undefined },
      { frame: 'list', crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('catalogue.title'), href: '/portfolio/reuse' }, { label: t('catalogue.supplier.title') }] },
    )
  }),

  get(`${base}/new`, { access, query: ForEntry, title: heading }, async (ask) => await form(ask, undefined, ask.query.entry, {}, {})),
  post(base, { access, title: heading, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const read = ask.form(Type.Object({ ...SupplierForm.properties, ...ForEntry.properties }))
    const entryId = typedOf(read.typed, 'entry') || undefined
    if (!read.ok) return await form(ask, undefined, entryId, read.typed, errorsOf(ask, read.errors))
    const id = newId(ask.now)
    await ask.write(async (db) => {
      const known = read.value.entry === undefined ? [] : await listEntryTitles(db, [read.value.entry])
      await keep(db, id, read.value, known.map((entry) => entry.id))
    })
    return seeOther(entryId === undefined ? base : `${entryPath(entryId)}#suppliers`)
  }),

  get(`${base}/:id`, own, async (ask) => await form(ask, ask.subject, undefined, typedFrom(ask.subject), {})),
  post(`${base}/:id`, own, async (ask) => {
    const read = ask.form(SupplierForm)
    if (!read.ok) return await form(ask, ask.subject, undefined, read.typed, errorsOf(ask, read.errors))
    await ask.write((db) => keep(db, ask.subject.id, read.value, ask.subject.entries))
    return seeOther(base)
  }),
  get(`${base}/:id/delete`, own, (ask) => page(SupplierDeletePage, { t: ask.say(pageWords), csrf: ask.csrf(), supplier: ask.subject }, { frame: 'question', private: true, noindex: true })),
  post(`${base}/:id/delete`, own, async (ask) => {
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

const typedFrom = ({ company, region, does, offer, website, mailbox }: Supplier): Typed => ({ company, region, does, offer, website: website ?? '', mailbox: mailbox ?? '' })

function errorsOf({ say }: Pick<Asks, 'say'>, errors: Parameters<typeof errorsIn>[1]): FormErrors {
  const t = say(pageWords)
  const label = (field: string): string => t.find(`catalogue.supplier.field.${field}`) ?? field
  return { ...errorsIn(t, errors, label), ...(errors.some(({ field, code }) => field === 'website' && code === 'wrong-form') && { website: t('catalogue.shelf.wrong.link', { field: label('website') }) }) }
}

async function form(ask: Asks, supplier: Supplier | undefined, entryId: string | undefined, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const [entry] = entryId === undefined ? [] : await ask.read((db) => listEntryTitles(db, [entryId]))
  return page(
    SupplierFormPage,
    { t, csrf: ask.csrf(), typed, errors, action: supplier ? `${base}/${supplier.id}` : base, entry: entry && { id: entry.id, title: inReader(entry.title, t) }, canDelete: supplier !== undefined },
    consolePage(ask, Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {}),
  )
}
