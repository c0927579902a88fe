import { Type } from 'typebox'
import {
  consolePage,
  delegateRole,
  endDelegation,
  errorsIn,
  findAccount,
  findStaff,
  get,
  listDelegationsOf,
  listOpenRequests,
  page,
  post,
  seeOther,
  sensitiveRoles,
  title,
  type Answer,
  type Ask,
  type DelegationRefusal,
  type FormErrors,
  type Typed,
  type UnitOfWork,
} from '@modellregion/kernel'
import { dayBounds, plainDate } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { DelegationsPage } from '../pages/delegations.tsx'

const Wish = Type.Object({
  role: Type.String({ maxLength: 170, pattern: '^[a-z][a-z0-9-]*( .{1,100})?$' }),
  colleague: Type.String({ maxLength: 320 }),
  from: Type.String({ format: 'date' }),
  until: Type.String({ format: 'date' }),
  reason: Type.String({ maxLength: 500 }),
})
const heading = title(words, 'staff.delegations-title')
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Shown = Type.Object({ done: Type.Optional(Type.Union([Type.Literal('given'), Type.Literal('waits'), Type.Literal('ended')])) }, { additionalProperties: true })

type Asks = Pick<Ask, 'say' | 'csrf' | 'actor' | 'platform' | 'tenant' | 'now' | 'may' | 'url'>

/** Handing a role on while one is away. Roles belong to the platform, so these pages work in its name, for the person alone. */
export const delegationRoutes = [
  get('/citizen-id/staff/delegations', { access: 'role.delegate', title: heading, query: Shown }, (ask) => {
    const { done } = ask.query
    return show(ask, {}, {}, done === undefined ? undefined : ask.say(pageWords)(`staff.delegation-${done}`))
  }),

  post('/citizen-id/staff/delegations', { access: 'role.delegate', title: heading, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const read = ask.form(Wish)
    if (!read.ok) return await show(ask, read.typed, errorsIn(t, read.errors, (field) => t.find(`staff.delegation-field.${field}`) ?? field))
    const { colleague, reason, from, until } = read.value
    const [role = '', ...organisation] = read.value.role.split(' ')
    const order = { from: selfOf(ask), role, organisation: organisation.join(' '), validFrom: dayBounds(plainDate(from)).start, validUntil: dayBounds(plainDate(until)).end, reason }
    const outcome = await asPlatform(ask, 'write', async (db) => {
      const found = await findStaff(db, colleague.trim())
      const [one] = found
      if (!one) return { field: 'colleague', text: t('staff.delegation.colleague-unknown') }
      if (found.length > 1) return { field: 'colleague', text: t('staff.delegation.colleague-several') }
      const result = await delegateRole(db, { ...order, to: one.id }, sensitiveRoles(ask.platform.registry.services))
      return 'refusal' in result ? { field: fieldOf[result.refusal], text: t(`staff.delegation.${result.refusal}`) } : result
    })
    return 'done' in outcome ? seeOther(`/citizen-id/staff/delegations?done=${outcome.done}`) : await show(ask, read.typed, { [outcome.field]: outcome.text })
  }),

  post('/citizen-id/staff/delegations/:id/end', { access: 'role.delegate', params: ById, title: heading }, async (ask) => {
    await asPlatform(ask, 'write', (db) => endDelegation(db, ask.params.id, { id: selfOf(ask) }))
    return seeOther('/citizen-id/staff/delegations?done=ended')
  }),
]

const fieldOf: Readonly<Record<DelegationRefusal, string>> = {
  'not-held': 'role',
  'not-delegable': 'role',
  'colleague-self': 'colleague',
  'colleague-not-staff': 'colleague',
  'colleague-has-it': 'colleague',
  span: 'until',
  'span-past': 'until',
  'span-long': 'until',
  overlap: 'from',
}

const asPlatform = <T>({ platform, tenant, actor, now }: Asks, access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
  platform.database.unit({ tenant: tenant.id, service: 'platform', access, now, ...(actor.id !== undefined && { actor: actor.id }) }, work)

// The access rule lets nobody in who has not signed in.
function selfOf({ actor }: Pick<Ask, 'actor'>): string {
  if (actor.id === undefined) throw new Error('role.delegate was allowed to a guest; see staff/access.ts.')
  return actor.id
}

async function show(ask: Asks, typed: Typed, errors: FormErrors, done?: string): Promise<Answer> {
  const t = ask.say(pageWords)
  const self = selfOf(ask)
  const { own, delegations, waiting } = await asPlatform(ask, 'read', async (db) => ({
    own: (await findAccount(db, self))?.roles ?? [],
    delegations: await listDelegationsOf(db, self),
    waiting: (await listOpenRequests(db)).filter(({ delegatedFrom }) => delegatedFrom === self),
  }))
  const delegable = own.filter(({ role, deputyFor }) => role !== 'citizen' && deputyFor === undefined)
  const failed = Object.keys(errors).length > 0
  return page(
    DelegationsPage,
    { t, csrf: ask.csrf(), self, now: ask.now, own: delegable, nameOf: roleNames(t), delegations, waiting, typed, errors, done },
    consolePage(ask, failed ? { status: 422, hasErrors: true } : {}),
  )
}

const roleNames = (t: PageT) => (role: string, organisation: string | undefined): string => {
  const name = t.find(`identity.role.${role}`) ?? role
  return organisation === undefined || organisation === '' ? name : `${name} (${organisation})`
}
