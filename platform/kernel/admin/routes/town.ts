import { Type } from 'typebox'
import { checkBrand } from '@modellregion/ui'
import { NotFound, type UnitOfWork } from '../../database/index.ts'
import type { Typed } from '../../forms/index.ts'
import { page, seeOther, type Answer } from '../../http/answer.ts'
import { get, post, title, type Ask } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { sayTitle } from '../../portal/catalogue.ts'
import { keepTenant, type Brand, type Tenant } from '../../tenancy/index.ts'
import type { TownSubject } from '../access.ts'
import { brandPictures } from '../brand-pictures.ts'
import { errorsIn, type Errors } from '../../forms/errors.ts'
import { consolePage } from '../menu.ts'
import { BrandPage, TownPage, TownServicesPage } from '../pages/town.tsx'
import { addressOf } from '../town-address.ts'
import { applyTownForm, BrandForm, changedParts, isHostName, TownForm, wordsIn } from '../town-forms.ts'
import { townLabel } from '../town-labels.ts'
import { auditIn } from './new-town.ts'

const ById = Type.Object({ town: Type.String({ maxLength: 41 }) })
const Saved = Type.Object({ saved: Type.Optional(Type.String()) }, { additionalProperties: true })
const subject = (db: UnitOfWork, { town }: { town: string }): Promise<TownSubject> => Promise.resolve({ own: db.tenant === town })
const edit = { access: 'town.edit', everyTown: true, params: ById, subject } as const

type Asks = Pick<Ask, 'platform' | 'tenant' | 'actor' | 'now' | 'say' | 'csrf' | 'may' | 'url'>

/** One town: details, look, services. A town's own administration changes its own town only. */
export const townRoutes = [
  get('/admin/towns/:town', { ...edit, query: Saved, title: title(kernelWords, 'admin.town') }, (ask) => {
    const town = townOf(ask, ask.params.town)
    return details(ask, town, typedFrom(town), {}, ask.query.saved)
  }),

  post('/admin/towns/:town', { ...edit, title: title(kernelWords, 'admin.town') }, async (ask) => {
    const t = ask.say(kernelWords)
    const town = townOf(ask, ask.params.town)
    const form = ask.form(TownForm)
    if (!form.ok) return details(ask, town, form.typed, errorsIn(t, form.errors, (field) => townLabel(t, field)))
    const refusal = hostRefusal(ask, town, wordsIn(form.value.hosts))
    if (refusal) return details(ask, town, form.typed, { hosts: t(refusal) })
    return await keep(ask, town, applyTownForm(town, form.value), '', (errors) => details(ask, town, form.typed, errors))
  }),

  get('/admin/towns/:town/brand', { ...edit, query: Saved, title: title(kernelWords, 'admin.brand') }, (ask) => {
    const town = townOf(ask, ask.params.town)
    return look(ask, town, town.brand, typedBrand(town.brand), {}, { saved: ask.query.saved })
  }),

  // Changes nothing. A POST because the form it belongs to is one; a reload asks again.
  post('/admin/towns/:town/brand/preview', { ...edit, title: title(kernelWords, 'admin.brand') }, (ask) => {
    const t = ask.say(kernelWords)
    const town = townOf(ask, ask.params.town)
    const form = ask.form(BrandForm)
    if (!form.ok) return look(ask, town, town.brand, form.typed, errorsIn(t, form.errors, (field) => townLabel(t, field)))
    return look(ask, town, form.value, form.typed, {}, { previewed: true })
  }),

  post('/admin/towns/:town/brand', { ...edit, title: title(kernelWords, 'admin.brand') }, async (ask) => {
    const t = ask.say(kernelWords)
    const town = townOf(ask, ask.params.town)
    const form = ask.form(BrandForm)
    if (!form.ok) return look(ask, town, town.brand, form.typed, errorsIn(t, form.errors, (field) => townLabel(t, field)))
    const { marks, motifs } = brandPictures()
    const brand: Brand = { ...form.value, mark: marks.includes(form.value.mark) ? form.value.mark : town.brand.mark, motif: motifs.includes(form.value.motif) ? form.value.motif : town.brand.motif }
    return await keep(ask, town, { ...town, brand }, '/brand', () => look(ask, town, brand, form.typed, { c: t('admin.town.contrast') }))
  }),

  get('/admin/towns/:town/services', { ...edit, query: Saved, title: title(kernelWords, 'admin.services') }, (ask) => {
    const t = ask.say(kernelWords)
    const town = townOf(ask, ask.params.town)
    const props = { t, csrf: ask.csrf(), town, address: addressOf(town, ask.url), errors: {}, done: savedWords(ask, town, ask.query.saved), services: servicesOf(ask, town) }
    return page(TownServicesPage, props, consolePage(ask, { title: `${t('admin.services')}: ${town.name}` }))
  }),

  post('/admin/towns/:town/services', { ...edit, title: title(kernelWords, 'admin.services') }, async (ask) => {
    const town = townOf(ask, ask.params.town)
    const installed = servicesOf(ask, town)
    const names = Object.fromEntries(installed.map(({ id }) => [`name-${id}`, Type.Optional(Type.String({ maxLength: 60 }))]))
    const form = ask.form(Type.Object({ services: Type.Array(Type.String()), ...names }))
    if (!form.ok) return seeOther(`/admin/towns/${town.id}/services`)
    const given = new Map(Object.entries(form.value))
    const serviceNames = Object.fromEntries(installed.flatMap(({ id }) => (typeof given.get(`name-${id}`) === 'string' ? [[id, String(given.get(`name-${id}`))]] : [])))
    // A service that is not installed just now keeps its place: installing it again must not need a second decision.
    const absent = town.services.filter((id) => !installed.some((service) => service.id === id))
    const services = [...installed.map(({ id }) => id).filter((id) => form.value.services.includes(id)), ...absent]
    return await keep(ask, town, { ...town, services, serviceNames }, '/services', () => seeOther(`/admin/towns/${town.id}/services`))
  }),
]

function townOf({ platform }: Pick<Ask, 'platform'>, id: string): Tenant {
  const town = platform.directory.byId(id)
  if (!town) throw new NotFound()
  return town
}

async function keep(ask: Asks, before: Tenant, after: Tenant, tab: string, refused: (errors: Errors) => Answer): Promise<Answer> {
  const t = ask.say(kernelWords)
  const kept = await keepTenant(ask.platform, after)
  if (!kept.ok) return refused({ [kept.field]: t.find(kept.code) ?? kept.reason })
  await auditIn(ask, after.id, 'town.edit', { changed: changedParts(before, after) })
  return seeOther(`/admin/towns/${after.id}${tab}?saved=1`)
}

function hostRefusal({ platform }: Asks, town: Tenant, hosts: readonly string[]): 'admin.town.host-form' | 'admin.town.host-taken' | undefined {
  if (!hosts.every(isHostName)) return 'admin.town.host-form'
  const foreign = platform.directory.all().filter(({ id }) => id !== town.id)
  return hosts.some((host) => foreign.some((other) => other.hosts.includes(host.toLowerCase()) || host.toLowerCase() === `${other.id}.localhost`)) ? 'admin.town.host-taken' : undefined
}

const savedWords = (ask: Asks, town: Tenant, saved: string | undefined): string | undefined => (saved === undefined ? undefined : ask.say(kernelWords)('admin.town-saved', { town: town.name }))

function details(ask: Asks, town: Tenant, typed: Typed, errors: Errors, saved?: string): Answer {
  const props = { t: ask.say(kernelWords), csrf: ask.csrf(), town, address: addressOf(town, ask.url), typed, errors, done: savedWords(ask, town, saved) }
  return page(TownPage, props, consolePage(ask, { title: `${town.kind} ${town.name}`, ...failure(errors) }))
}

function look(ask: Asks, town: Tenant, brand: Brand, typed: Typed, errors: Errors, { saved, previewed = false }: { saved?: string | undefined; previewed?: boolean } = {}): Answer {
  const { pairs } = checkBrand(brand)
  const props = {
    ...brandPictures(),
    t: ask.say(kernelWords),
    csrf: ask.csrf(),
    town,
    address: addressOf(town, ask.url),
    typed,
    errors,
    done: savedWords(ask, town, saved),
    pairs,
    previewed,
    sheet: ask.platform.assets.brandHref({ ...town, brand }),
  }
  return page(BrandPage, props, consolePage(ask, { title: `${ask.say(kernelWords)('admin.brand')}: ${town.name}`, ...failure(errors) }))
}

const failure = (errors: Errors) => (Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {})

function servicesOf(ask: Asks, town: Tenant) {
  return ask.platform.registry.services
    .filter(({ id }) => id !== 'platform')
    .map((service) => ({
      id: service.id,
      name: sayTitle(ask, service.title) ?? service.id,
      sentence: sayTitle(ask, service.summary) ?? '',
      own: town.serviceNames[service.id] ?? '',
      enabled: town.services.includes(service.id),
      version: service.version,
    }))
}

const typedFrom = (town: Tenant): Typed => ({
  ...town.contact,
  name: town.name,
  kind: town.kind,
  ags: town.ags,
  postcodes: town.postcodes.join(' '),
  hosts: town.hosts.join('\n'),
  locales: town.locales,
  addressForm: town.addressForm,
  gender: town.gender,
})

const typedBrand = (brand: Brand): Typed => Object.fromEntries(Object.entries(brand).map(([name, value]) => [name, String(value).replace('.', ',')]))
