import { Type } from 'typebox'
import { NotFound, type UnitOfWork } from '../../database/index.ts'
import { addressWith } from '../../http/address.ts'
import { page, seeOther, type Answer } from '../../http/answer.ts'
import { get, post, title, type Ask } from '../../http/route.ts'
import { dayBounds, plainDate } from '@modellregion/standards'
import { errorsIn, type Typed } from '../../forms/index.ts'
import { countOpenRequests, disableAccount, enableAccount, endDelegation, findAccount, giveRole, listAccounts, listDelegationsOf, requestTerm, reviewTerm, revokeRole, sensitiveRoles, townIdentity, type Account, type RoleGrant } from '../../identity/index.ts'
import { kernelWords } from '../../locales/index.ts'
import { consolePage } from '../menu.ts'
import { PeoplePage, PersonPage, roleName } from '../pages/people.tsx'
import { countHeld, lockHolders } from '../queries.ts'
import { knownRoles, whyNotChangeRole, whyNotDisable, type RoleRefusal } from '../roles.ts'

const perPage = 50
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Role = Type.String({ maxLength: 60, pattern: '^[a-z][a-z0-9-]*$' })
const Organisation = Type.Optional(Type.String({ maxLength: 100 }))
const Grant = Type.Object({ role: Role, organisation: Organisation, until: Type.Optional(Type.String({ format: 'date' })), reason: Type.Optional(Type.String({ maxLength: 500 })) })
const Revoke = Type.Object({ role: Role, organisation: Organisation, deputyFor: Type.Optional(Type.String({ format: 'uuid' })) })
const manage = { access: 'people.manage', everyTown: true } as const
const Search = Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })), after: Type.Optional(Type.String({ format: 'uuid' })) }, { additionalProperties: true })

type Asks = Pick<Ask, 'say' | 'csrf' | 'actor' | 'platform' | 'tenant' | 'may' | 'url' | 'read' | 'now'>

/** Who may do what in this town. */
export const peopleRoutes = [
  get('/admin/people', { ...manage, query: Search, title: title(kernelWords, 'admin.people') }, async (ask) => {
    const { q = '', after } = ask.query
    const limit = new Date(ask.now.getTime() - reviewTerm)
    const [people, waiting, held] = await ask.read(async (db) => [await listAccounts(db, { text: q, size: perPage + 1, ...(after !== undefined && { after }) }), await countOpenRequests(db), await countHeld(db, limit)] as const)
    const shown = people.slice(0, perPage)
    const last = shown.at(-1)
    const next = people.length > perPage && last ? addressWith(ask.url.pathname + ask.url.search, 'after', last.id) : undefined
    return page(PeoplePage, { t: ask.say(kernelWords), people: shown, query: q, next, waiting: waiting.n, due: held.due }, consolePage(ask))
  }),

  get('/admin/people/:id', { ...manage, params: ById, title: title(kernelWords, 'admin.person') }, (ask) => personPage(ask, ask.params.id)),

  post('/admin/people/:id/grant', { ...manage, params: ById, title: title(kernelWords, 'admin.person') }, async (ask) => {
    const t = ask.say(kernelWords)
    const form = ask.form(Grant)
    const labels: Record<string, string> = { role: t('admin.role-new'), organisation: t('admin.role-organisation'), until: t('admin.role-end'), reason: t('admin.role-reason') }
    if (!form.ok) return await personPage(ask, ask.params.id, { errors: errorsIn(t, form.errors, (field) => labels[field] ?? field), typed: form.typed })
    const grant = grantOf(form.value)
    const until = form.value.until === undefined ? undefined : dayBounds(plainDate(form.value.until)).end
    const { reason = '' } = form.value
    if (until !== undefined && until <= ask.now) return await personPage(ask, ask.params.id, { errors: { until: t('admin.role-end-past') }, typed: form.typed })
    const sensitive = sensitiveRoles(ask.platform.registry.services)
    if (sensitive.has(grant.role) && reason === '') return await personPage(ask, ask.params.id, { errors: { reason: t('admin.role-reason-missing') }, typed: form.typed })
    const outcome = await ask.write(async (db) => {
      const person = await known(db, ask.params.id)
      return (await whyNot(ask, db, person, grant, false)) ?? (await giveRole(db, { ...grant, accountId: person.id, until, reason }, sensitive))
    })
    if (outcome !== 'given' && outcome !== 'waits') return await personPage(ask, ask.params.id, { errors: { role: t(outcome) }, typed: form.typed })
    const role = roleName(t, grant)
    const expires = new Date(ask.now.getTime() + requestTerm)
    return await personPage(ask, ask.params.id, { done: (name) => (outcome === 'given' ? t('admin.role-granted', { name, role }) : t('admin.role-requested', { name, role, until: expires })) })
  }),

  post('/admin/people/:id/revoke', { ...manage, params: ById, title: title(kernelWords, 'admin.person') }, async (ask) => {
    const t = ask.say(kernelWords)
    const form = ask.form(Revoke)
    if (!form.ok) return seeOther(`/admin/people/${ask.params.id}`)
    const grant = grantOf(form.value)
    const { deputyFor } = form.value
    const refusal = await ask.write(async (db) => {
      const person = await known(db, ask.params.id)
      return deputyFor === undefined ? await revoke(ask, db, person, grant) : await endDeputyship(db, person, grant, deputyFor)
    })
    return await personPage(ask, ask.params.id, refusal ? { errors: { roles: t(refusal) } } : { done: (name) => t('admin.role-revoked', { name, role: roleName(t, grant) }) })
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
    if (refusal) return await personPage(ask, ask.params.id, { errors: { roles: t(refusal) } })
    // Also at services outside of the platform, which the town's provider signs people in to.
    await townIdentity(ask.platform, ask.tenant)?.setLocked(ask.platform, ask.tenant, ask.params.id, true)
    return seeOther(`/admin/people/${ask.params.id}`)
  }),

  post('/admin/people/:id/enable', { ...manage, params: ById, title: title(kernelWords, 'admin.person') }, async (ask) => {
    await ask.write(async (db) => enableAccount(db, (await known(db, ask.params.id)).id))
    await townIdentity(ask.platform, ask.tenant)?.setLocked(ask.platform, ask.tenant, ask.params.id, false)
    return seeOther(`/admin/people/${ask.params.id}`)
  }),
]

const grantOf = ({ role, organisation }: { role: string; organisation?: string }): RoleGrant => ({ role, ...(organisation !== undefined && { organisation }) })

async function known(db: UnitOfWork, id: string): Promise<Account> {
  const person = await findAccount(db, id)
  if (!person) throw new NotFound()
  return person
}

async function whyNot(ask: Asks, db: UnitOfWork, person: Account, grant: RoleGrant, revoking: boolean): Promise<RoleRefusal | undefined> {
  return whyNotChangeRole({
    role: grant.role,
    revoke: revoking && grant.organisation === undefined,
    actor: ask.actor,
    known: knownRoles(ask.platform.registry.services),
    holders: await lockHolders(db, grant.role),
    account: person.id,
  })
}

async function revoke(ask: Asks, db: UnitOfWork, person: Account, grant: RoleGrant): Promise<RoleRefusal | undefined> {
  const refusal = await whyNot(ask, db, person, grant, true)
  if (!refusal) await revokeRole(db, person.id, grant)
  return refusal
}

async function endDeputyship(db: UnitOfWork, person: Account, { role, organisation = '' }: RoleGrant, deputyFor: string): Promise<undefined> {
  const running = (await listDelegationsOf(db, person.id)).filter((one) => one.accountId === person.id && one.delegatedFrom === deputyFor && one.role === role && one.organisation === organisation)
  for (const { id, endedAt, validFrom, validUntil } of running) if (endedAt === null && validFrom <= db.now && validUntil > db.now) await endDelegation(db, id, 'console')
}

type Shown = { errors?: Record<string, string>; typed?: Typed; done?: (name: string) => string }

async function personPage(ask: Asks, id: string, { errors = {}, typed = {}, done }: Shown = {}): Promise<Answer> {
  const { person, names } = await ask.read(async (db) => {
    const found = await known(db, id)
    const deputed = new Map<string, string>()
    for (const { deputyFor } of found.roles) if (deputyFor !== undefined) deputed.set(deputyFor, (await findAccount(db, deputyFor))?.name ?? '')
    return { person: found, names: deputed }
  })
  const failed = Object.keys(errors).length > 0
  const props = { t: ask.say(kernelWords), csrf: ask.csrf(), person, roles: knownRoles(ask.platform.registry.services), names, typed, errors, done: done?.(person.name) }
  return page(PersonPage, props, consolePage(ask, { title: person.name, ...(failed && { status: 422, hasErrors: true }) }))
}
