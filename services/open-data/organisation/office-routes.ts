import { Type } from 'typebox'
import { audit, errorsIn, findAccount, findStaff, get, newId, NotFound, page, post, seeOther, title, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { slugOf } from '../dataset/record.ts'
import { pageWords, words } from '../locales/index.ts'
import { staffPage } from '../staff/menu.ts'
import { OfficeListPage, OfficePage, type OfficeMember } from './pages/office.tsx'
import { AdmitForm, OfficeForm } from './office-schema.ts'
import * as queries from './queries.ts'

const path = '/open-data/offices'
const params = Type.Object({ name: Type.String({ maxLength: 120 }) })
const manage = { access: 'office.manage', title: title(words, 'office.title') } as const
const refused = { status: 422, hasErrors: true } as const

/** Offices that publish, and who belongs to them: for the administration of the town. */
export const officeRoutes = [
  get(path, manage, (ask) => showList(ask, {}, {})),
  post(path, manage, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(OfficeForm)
    if (!form.ok) return await showList(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`office.field.${field}`) ?? field))
    const name = slugOf(form.value.title)
    const added = await ask.write(async (db) => {
      const id = newId(db.now)
      const rows = await queries.insertOrganisation(db, { id, name, title: form.value.title, description: form.value.description ?? '', homepage: null, email: form.value.email || null, uri: null, createdAt: db.now, ckan: {} })
      if (rows > 0) await audit(db, { action: 'organisation.add', subject: id, detail: { name } })
      return rows > 0
    })
    return added ? seeOther(`${path}/${name}`) : await showList(ask, form.typed, { title: t('open-data.office.known') })
  }),

  get(`${path}/:name`, { ...manage, params }, (ask) => showOffice(ask, ask.params.name, {}, {})),
  post(`${path}/:name/admit`, { ...manage, params }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(AdmitForm)
    if (!form.ok) return await showOffice(ask, ask.params.name, form.typed, errorsIn(t, form.errors, () => t('office.field.person')))
    const people = await inPlatform(ask, (db) => findStaff(db, form.value.person.trim()))
    const [person, other] = people
    if (!person) return await showOffice(ask, ask.params.name, form.typed, { person: t('open-data.office.nobody') })
    if (other) return await showOffice(ask, ask.params.name, form.typed, { person: t('open-data.office.several') })
    await ask.write(async (db) => {
      const office = await queries.findOrganisation(db, ask.params.name)
      if (!office) throw new NotFound()
      await queries.putMember(db, office.id, person.id, 'editor')
      await audit(db, { action: 'organisation.admit', subject: office.id, detail: { account: person.id } })
    })
    return seeOther(`${path}/${ask.params.name}`)
  }),
  post(`${path}/:name/release/:account`, { ...manage, params: Type.Object({ name: Type.String({ maxLength: 120 }), account: Type.String({ format: 'uuid' }) }) }, async (ask) => {
    await ask.write(async (db) => {
      const office = await queries.findOrganisation(db, ask.params.name)
      if (!office) throw new NotFound()
      await queries.dropMember(db, office.id, ask.params.account)
      await audit(db, { action: 'organisation.release', subject: office.id, detail: { account: ask.params.account } })
    })
    return seeOther(`${path}/${ask.params.name}`)
  }),
]

type Asks = Pick<Ask, 'say' | 'may' | 'url' | 'read' | 'csrf' | 'platform' | 'tenant' | 'now'>

async function showList(ask: Asks, typed: Typed, errors: FormErrors) {
  const offices = await ask.read(queries.listAllOrganisations)
  return page(OfficeListPage, { t: ask.say(pageWords), csrf: ask.csrf(), offices, typed, errors }, staffPage(ask, Object.keys(errors).length > 0 ? refused : {}))
}

async function showOffice(ask: Asks, name: string, typed: Typed, errors: FormErrors) {
  const { office, members } = await ask.read(async (db) => {
    const found = await queries.findOrganisation(db, name)
    if (!found) throw new NotFound()
    return { office: found, members: await queries.listMembersOf(db, found.id) }
  })
  const accounts = await inPlatform(ask, (db) => Promise.all(members.map(({ accountId }) => findAccount(db, accountId))))
  const named = accounts.flatMap((account): OfficeMember[] => (account ? [{ id: account.id, name: account.name, roles: account.roles.map(({ role }) => role) }] : []))
  return page(OfficePage, { t: ask.say(pageWords), csrf: ask.csrf(), office, members: named, typed, errors }, staffPage(ask, { title: office.title, ...(Object.keys(errors).length > 0 && refused) }))
}

// Accounts are the platform's; this room knows their ids only.
const inPlatform = <T>({ platform, tenant, now }: Asks, work: Parameters<typeof platform.database.unit<T>>[1]): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'read', now }, work)
