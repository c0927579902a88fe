import { Type } from 'typebox'
import { audit, consolePage, errorsIn, get, hasRole, knownRoles, newId, NotFound, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { mapGroup, unmapGroup } from '../directory.ts'
import { DirectoryPage } from '../pages/directory.tsx'
import { countUsers, insertToken, listGroupSizes, listMappings, listTokens, revokeToken } from '../queries.ts'
import { newToken, tokenHash } from '../token.ts'

const day = 86_400_000
const heading = title(words, 'scim.title')
const manage = { access: 'directory.manage', title: heading } as const
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const TokenWish = Type.Object({ label: Type.String({ minLength: 1, maxLength: 80 }), scope: Type.Union([Type.Literal('write'), Type.Literal('read')]), days: Type.Union([Type.Literal('90'), Type.Literal('180'), Type.Literal('365')]) })
const MappingWish = Type.Object({ group: Type.String({ minLength: 1, maxLength: 200 }), role: Type.String({ maxLength: 60, pattern: '^[a-z][a-z0-9-]*$' }), organisation: Type.Optional(Type.String({ maxLength: 100 })) })
const Shown = Type.Object({ done: Type.Optional(Type.Union([Type.Literal('revoked'), Type.Literal('mapped'), Type.Literal('unmapped')])) }, { additionalProperties: true })

type Asks = Pick<Ask, 'say' | 'csrf' | 'actor' | 'platform' | 'tenant' | 'url' | 'read' | 'now' | 'may'>
type State = { typed?: Typed; errors?: FormErrors; done?: string | undefined; /** Shown once. */ token?: string }

/** Where a town connects its staff directory. */
export const consoleRoutes = [
  get('/citizen-id/scim', { ...manage, query: Shown }, (ask) => {
    const { done } = ask.query
    return show(ask, { done: done === undefined ? undefined : ask.say(pageWords)(`scim.${done}`) })
  }),

  post('/citizen-id/scim/token', { ...manage, rate: { max: 20, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const read = ask.form(TokenWish)
    if (!read.ok) return await show(ask, { typed: read.typed, errors: errorsIn(t, read.errors, (field) => t.find(`scim.field.${field}`) ?? field) })
    const { label, scope, days } = read.value
    const token = newToken()
    const id = newId(ask.now)
    await ask.write(async (db) => {
      await insertToken(db, { id, label, hash: tokenHash(token), scope, expiresAt: new Date(ask.now.getTime() + Number(days) * day) })
      await audit(db, { action: 'directory.token', subject: `directory-token/${id}`, detail: { scope, days } })
    })
    return await show(ask, { token, done: t('scim.token-made') })
  }),

  post('/citizen-id/scim/token/:id/revoke', { ...manage, params: ById }, async (ask) => {
    await ask.write(async (db) => {
      if ((await revokeToken(db, ask.params.id)) > 0) await audit(db, { action: 'directory.token-revoke', subject: `directory-token/${ask.params.id}` })
    })
    return seeOther('/citizen-id/scim?done=revoked')
  }),

  post('/citizen-id/scim/mapping', { ...manage, rate: { max: 200, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const read = ask.form(MappingWish)
    if (!read.ok) return await show(ask, { typed: read.typed, errors: errorsIn(t, read.errors, (field) => t.find(`scim.field.${field}`) ?? field) })
    const { group, role, organisation = '' } = read.value
    if (!rolesFor(ask).includes(role)) return await show(ask, { typed: read.typed, errors: { role: t('scim.mapping.role') } })
    const made = await ask.write((db) => mapGroup(db, { label: group, role, organisation }))
    return made ? seeOther('/citizen-id/scim?done=mapped') : await show(ask, { typed: read.typed, errors: { group: t('scim.mapping.exists') } })
  }),

  post('/citizen-id/scim/mapping/:id/remove', { ...manage, params: ById }, async (ask) => {
    if (!(await ask.write((db) => unmapGroup(db, ask.params.id)))) throw new NotFound()
    return seeOther('/citizen-id/scim?done=unmapped')
  }),
]

// Nobody becomes an operator through the directory of one town, unless an operator has said so.
const rolesFor = ({ platform, actor }: Pick<Ask, 'platform' | 'actor'>): string[] => knownRoles(platform.registry.services).filter((role) => role !== 'citizen' && (role !== 'operator' || hasRole(actor, 'operator')))

async function show(ask: Asks, { typed = {}, errors = {}, done, token }: State): Promise<Answer> {
  const state = await ask.read(async (db) => ({ tokens: await listTokens(db), mappings: await listMappings(db), groups: await listGroupSizes(db), users: await countUsers(db) }))
  const failed = Object.keys(errors).length > 0
  return page(
    DirectoryPage,
    { t: ask.say(pageWords), csrf: ask.csrf(), ...state, roles: rolesFor(ask), base: `${ask.url.origin}/scim/v2`, now: ask.now, typed, errors, done, token },
    consolePage(ask, failed ? { status: 422, hasErrors: true } : {}),
  )
}
