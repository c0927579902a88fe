import { Type } from 'typebox'
import { audit } from '../../audit/index.ts'
import type { Typed } from '../../forms/index.ts'
import { findMunicipality, municipalities, postcodesOf, type Municipality } from '../../geo/index.ts'
import { page, seeOther, type Answer } from '../../http/answer.ts'
import { get, post, title, type Ask } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { createTenant } from '../../tenancy/index.ts'
import { errorsIn, type Errors } from '../../forms/errors.ts'
import { consolePage } from '../menu.ts'
import { NewTownPage, TownsPage } from '../pages/towns.tsx'
import { addressOf } from '../town-address.ts'
import { isHostName, NewTownForm, shortNameOf, wordsIn } from '../town-forms.ts'
import { townLabel } from '../town-labels.ts'

const Search = Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })), ags: Type.Optional(Type.String({ maxLength: 20 })) }, { additionalProperties: true })
const mostFound = 10

/** All towns, and a new one. For the operator. */
export const newTownRoutes = [
  get('/admin/towns', { access: 'towns.manage', everyTown: true, query: Type.Object({ created: Type.Optional(Type.String({ maxLength: 41 })) }, { additionalProperties: true }), title: title(kernelWords, 'admin.towns') }, (ask) => {
    const t = ask.say(kernelWords)
    const created = ask.query.created === undefined ? undefined : ask.platform.directory.byId(ask.query.created)
    const done = created && t('admin.town-created', { town: created.name, address: addressOf(created, ask.url) })
    const towns = ask.platform.directory.all().map((town) => ({ ...town, address: addressOf(town, ask.url) }))
    return page(TownsPage, { t, towns, done }, consolePage(ask))
  }),

  get('/admin/towns/new', { access: 'towns.manage', everyTown: true, query: Search, title: title(kernelWords, 'admin.town-new') }, (ask) => {
    const chosen = ask.query.ags === undefined ? undefined : findMunicipality(ask.query.ags)
    return newTown(ask, chosen ? typedFrom(chosen) : { kind: 'Stadt' }, {}, ask.query.q, chosen !== undefined)
  }),

  post('/admin/towns', { access: 'towns.manage', everyTown: true, title: title(kernelWords, 'admin.town-new') }, async (ask) => {
    const t = ask.say(kernelWords)
    const form = ask.form(NewTownForm)
    if (!form.ok) return newTown(ask, form.typed, errorsIn(t, form.errors, (field) => townLabel(t, field)))
    const { hosts, postcodes, ...town } = form.value
    const names = wordsIn(hosts)
    if (!names.every(isHostName)) return newTown(ask, form.typed, { hosts: t('admin.town.host-form') })
    const created = await createTenant(ask.platform, { ...town, hosts: names, postcodes: wordsIn(postcodes) })
    if (!created.ok) return newTown(ask, form.typed, { [created.field]: t.find(created.code) ?? created.reason })
    await auditIn(ask, created.tenant.id, 'town.create', { name: created.tenant.name, ags: created.tenant.ags })
    return seeOther(`/admin/towns?created=${created.tenant.id}`)
  }),
]

type Asks = Pick<Ask, 'platform' | 'actor' | 'now' | 'tenant'>

/** A line in the audit of the town that was changed, which need not be the one the operator works in. */
export const auditIn = (ask: Asks, town: string, action: string, detail: Record<string, string | readonly string[]>): Promise<void> =>
  ask.platform.database.unit({ tenant: town, service: 'platform', access: 'write', now: ask.now, ...(ask.actor.id !== undefined && { actor: ask.actor.id }) }, (db) =>
    audit(db, { action, subject: `town/${town}`, detail: { ...detail, ...(ask.tenant.id !== town && { from: ask.tenant.id }) } }),
  )

function newTown(ask: Pick<Ask, 'actor' | 'say' | 'csrf' | 'tenant' | 'may' | 'url' | 'platform'>, typed: Typed, errors: Errors, query = '', taken = false): Answer {
  const found = query === '' ? undefined : search(query).map((town) => ({ label: `${town.kind} ${town.name} (${town.ags})`, href: `/admin/towns/new?ags=${town.ags}` }))
  const failed = Object.keys(errors).length > 0
  return page(NewTownPage, { t: ask.say(kernelWords), csrf: ask.csrf(), typed, errors, query, found, taken }, consolePage(ask, failed ? { status: 422, hasErrors: true } : {}))
}

// The exact one first, then those whose name begins with or contains what was typed.
function search(query: string): Municipality[] {
  const wanted = query.trim().toLowerCase()
  const exact = findMunicipality(query.trim())
  const others = municipalities().filter(({ name, ags }) => ags !== exact?.ags && name.toLowerCase().includes(wanted))
  return [...(exact ? [exact] : []), ...others].slice(0, mostFound)
}

const typedFrom = (town: Municipality): Typed => ({
  name: town.name,
  kind: town.kind,
  id: shortNameOf(town.name),
  ags: town.ags,
  postcodes: postcodesOf(town.name, town.ags.slice(0, 5)).map(({ postcode }) => postcode).join(' '),
  hosts: '',
})
