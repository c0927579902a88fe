import { Type } from 'typebox'
import { NotFound, type UnitOfWork } from '../../database/index.ts'
import { addressWith } from '../../http/address.ts'
import { page, seeOther, type Answer } from '../../http/answer.ts'
import { get, post, title, type Ask } from '../../http/route.ts'
import { disableAccount, enableAccount, findAccount, grantRole, listAccounts, revokeRole, type Account, type RoleGrant } from '../../identity/index.ts'
import { kernelWords } from '../../locales/index.ts'
import { consolePage } from '../menu.ts'
import { PeoplePage, PersonPage, roleName } from '../pages/people.tsx'
import { lockHolders } from '../queries.ts'
import { knownRoles, whyNotChangeRole, whyNotDisable, type RoleRefusal } from '../roles.ts'

const perPage = 50
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Grant = Type.Object({ role: Type.String({ maxLength: 60, pattern: '^[a-z][a-z0-9-]*$' }), organisation: Type.Optional(Type.String({ maxLength: 100 })) })
const manage = { access: 'people.manage', everyTown: true } as const
const Search = Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })), after: Type.Optional(Type.String({ format: 'uuid' })) }, { additionalProperties: true })

type Asks = Pick<Ask, 'say' | 'csrf' | 'actor' | 'platform' | 'tenant' | 'may' | 'url' | 'read'>

/** Who may do what in this town. */
export const peopleRoutes = [
  get('/admin/people', { ...manage, query: Search, title: title(kernelWords, 'admin.people') }, async (ask) => {
    const { q = '', after } = ask.query
    const people = await ask.read((db) => listAccounts(db, { text: q, size: perPage + 1, ...(after !== undefined && { after }) }))
    const shown = people.slice(0, perPage)
    const last = shown.at(-1)
    const next = people.length > perPage && last ? addressWith(ask.url.pathname + ask.url.search, 'after', last.id) : undefined
    return page(PeoplePage, { t: ask.say(kernelWords), people: shown, query: q, next }, consolePage(ask))
  }),

  get('/admin/people/:id', { ...manage, params: ById, title: title(kernelWords, 'admin.person') }, (ask) => personPage(ask, ask.params.id)),

  post('/admin/people/:id/grant', { ...manage, params: ById, title: title(kernelWords, 'admin.person') }, async (ask) => {
    const t = ask.say(kernelWords)
    const form = ask.form(Grant)
    if (!form.ok) return await personPage(ask, ask.params.id, { role: t('forms.error.missing', { field: t('admin.role-new') }) })
    const grant = grantOf(form.value)
    const refusal = await ask.write((db) => change(ask, db, ask.params.id, grant, false))
    return refusal ? await personPage(ask, ask.params.id, { role: t(refusal) }) : await personPage(ask, ask.params.id, {}, (name) => t('admin.role-granted', { name, role: roleName(t, grant) }))
  }),

  post('/admin/people/:id/revoke', { ...manage, params: ById, title: title(kernelWords, 'admin.person') }, async (ask) => {
    const t = ask.say(kernelWords)
    const form = ask.form(Grant)
    if (!form.ok) return seeOther(`/admin/people/${ask.params.id}`)
    const grant = grantOf(form.value)
    const refusal = await ask.write((db) => change(ask, db, ask.params.id, grant, true))
    return refusal ? await personPage(ask, ask.params.id, { roles: t(refusal) }) : await personPage(ask, ask.params.id, {}, (name) => t('admin.role-revoked', { name, role: roleName(t, grant) }))
  }),

  post('/admin/people/:id/disable', { ...manage, params: ById, title: title(kernelWords, 'admin.person') }, async (ask) => {
    const t = ask.say(kernelWords)
    const refusal = await ask.write(async (db) => {
      const person = await known(db, ask.params.id)
      const roles = person.roles.map(({ role }) => role)
      const holders = new Map<string, string[]>()
      for (const role of new Set(roles)) holders.set(role, await lockHolders(db, role))
      const reason = whyNotDisable({ actor: ask.actor, account: person.id, roles, holders: (role) => holders.get(role) ?? [] })
      if (!reason) await disableAccount(db, person.id)
      return reason
    })
    return refusal ? await personPage(ask, ask.params.id, { roles: t(refusal) }) : seeOther(`/admin/people/${ask.params.id}`)
  }),

  post('/admin/people/:id/enable', { ...manage, params: ById, title: title(kernelWords, 'admin.person') }, async (ask) => {
    await ask.write(async (db) => enableAccount(db, (await known(db, ask.params.id)).id))
    return seeOther(`/admin/people/${ask.params.id}`)
  }),
]

const grantOf = ({ role, organisation }: { role: string; organisation?: string }): RoleGrant => ({ role, ...(organisation !== undefined && { organisation }) })

async function known(db: UnitOfWork, id: string): Promise<Account> {
  const person = await findAccount(db, id)
  if (!person) throw new NotFound()
  return person
}

async function change(ask: Asks, db: UnitOfWork, id: string, grant: RoleGrant, revoke: boolean): Promise<RoleRefusal | undefined> {
  const person = await known(db, id)
  const refusal = whyNotChangeRole({
    role: grant.role,
    revoke: revoke && grant.organisation === undefined,
    actor: ask.actor,
    known: knownRoles(ask.platform.registry.services),
    holders: await lockHolders(db, grant.role),
    account: person.id,
  })
  if (refusal) return refusal
  await (revoke ? revokeRole(db, person.id, grant) : grantRole(db, person.id, grant))
  return undefined
}

async function personPage(ask: Asks, id: string, errors: Record<string, string> = {}, done?: (name: string) => string): Promise<Answer> {
  const person = await ask.read((db) => known(db, id))
  const failed = Object.keys(errors).length > 0
  const props = { t: ask.say(kernelWords), csrf: ask.csrf(), person, roles: knownRoles(ask.platform.registry.services), errors, done: done?.(person.name) }
  return page(PersonPage, props, consolePage(ask, { title: person.name, ...(failed && { status: 422, hasErrors: true }) }))
}
