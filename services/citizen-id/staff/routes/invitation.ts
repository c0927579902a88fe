import { Type } from 'typebox'
import { consolePage, errorsIn, findAccount, findStaff, get, page, post, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { beginEnrolment } from '../enrolment.ts'
import { invite, openInvitation } from '../invitation.ts'
import { InvitationPage, InvitePage } from '../pages/invitation.tsx'
import { countKeys, findStaffPerson } from '../queries.ts'
import { whyNotInvite } from '../rules.ts'

const ByCode = Type.Object({ code: Type.String({ maxLength: 100 }) })
const Wish = Type.Object({ colleague: Type.String({ maxLength: 320 }) })
const heading = title(words, 'staff.invitation-title')
const inviting = { access: 'staff.invite', title: title(words, 'staff.invite-title') } as const

type Asks = Pick<Ask, 'say' | 'csrf' | 'platform' | 'tenant' | 'now' | 'read' | 'write' | 'actor' | 'may' | 'url'>

/** From a one-time link to a passkey, and to nothing else. */
export const invitationRoutes = [
  // Only looks: programs that examine mail open every link, and must not use it up.
  get('/citizen-id/invitation/:code', { access: 'anyone', params: ByCode, title: heading, rate: { max: 60, per: 'minute' } }, async (ask) => {
    const invited = await ask.read(async (db) => {
      const invitation = await openInvitation(db, ask.params.code)
      return invitation && (await findStaffPerson(db, invitation.personId))
    })
    return page(InvitationPage, { t: ask.say(pageWords), csrf: ask.csrf(), code: ask.params.code, name: invited?.name }, { frame: 'question', private: true, noindex: true, headers: { 'referrer-policy': 'no-referrer' }, ...(!invited && over(ask)) })
  }),

  post('/citizen-id/invitation/:code', { access: 'anyone', params: ByCode, title: heading, rate: { max: 60, per: 'minute' } }, async (ask) => {
    const invitation = await ask.read((db) => openInvitation(db, ask.params.code))
    if (invitation) return await beginEnrolment(ask, { personId: invitation.personId, code: ask.params.code })
    return page(InvitationPage, { t: ask.say(pageWords), csrf: ask.csrf(), code: ask.params.code, name: undefined }, { frame: 'question', private: true, noindex: true, ...over(ask) })
  }),

  get('/citizen-id/staff/invite', inviting, (ask) => form(ask, {}, {})),

  post('/citizen-id/staff/invite', { ...inviting, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const read = ask.form(Wish)
    if (!read.ok) return form(ask, read.typed, errorsIn(t, read.errors, () => t('staff.delegation-field.colleague')))
    const found = await ask.platform.database.unit({ tenant: ask.tenant.id, service: 'platform', access: 'read', now: ask.now }, async (db) => {
      const people = await findStaff(db, read.value.colleague.trim())
      const [only] = people
      return { count: people.length, account: only && (await findAccount(db, only.id)) }
    })
    const { account } = found
    if (!account) return form(ask, read.typed, { colleague: t('staff.delegation.colleague-unknown') })
    if (found.count > 1) return form(ask, read.typed, { colleague: t('staff.delegation.colleague-several') })
    const refusal = await ask.write(async (db) => {
      const person = await findStaffPerson(db, account.id)
      const why = whyNotInvite({ known: person !== undefined, locked: person?.lockedAt != null, mail: person?.email ?? null, keys: (await countKeys(db, account.id)).n, roles: account.roles, actor: ask.actor })
      if (!why && person?.email != null) await invite(db, ask.platform, ask.tenant, { personId: person.id, name: person.name, email: person.email })
      return why
    })
    return refusal ? form(ask, read.typed, { colleague: t(`staff.invite.${refusal}`) }) : form(ask, {}, {}, t('staff.invite-done', { name: account.name }))
  }),
]

const over = ({ say }: Pick<Ask, 'say'>) => ({ status: 410, title: say(pageWords)('staff.invitation-over-title') })

const form = (ask: Asks, typed: Typed, errors: FormErrors, done?: string): Answer =>
  page(InvitePage, { t: ask.say(pageWords), csrf: ask.csrf(), typed, errors, done }, consolePage(ask, Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {}))
