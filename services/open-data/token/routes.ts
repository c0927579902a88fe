import { Type } from 'typebox'
import { audit, errorsIn, findAccount, get, hasRole, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { listOwnOrganisations } from '../edit/queries.ts'
import { words } from '../locales/index.ts'
import { staffPage } from '../staff/menu.ts'
import { listAllOrganisations } from '../organisation/queries.ts'
import { TokenForm } from './form.ts'
import { endToken, issueToken } from './issue.ts'
import { TokensPage } from './pages/tokens.tsx'
import { allowPublishing, findToken, listTokens } from './queries.ts'
import { scopesFor } from './rules.ts'
import type { ApiToken } from './schema.ts'

const path = '/open-data/tokens'
const own = { access: 'token.make', title: title(words, 'token.title') } as const
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Shown = Type.Object({ done: Type.Optional(Type.Union([Type.Literal('revoked'), Type.Literal('allowed')])) }, { additionalProperties: true })

type Asks = Pick<Ask, 'say' | 'csrf' | 'actor' | 'platform' | 'tenant' | 'url' | 'read' | 'now' | 'may'>
type State = { typed?: Typed; errors?: FormErrors; refusal?: string; done?: string | undefined; secret?: string }

export const tokenRoutes = [
  get(path, { ...own, query: Shown }, (ask) => {
    const { done } = ask.query
    return show(ask, { done: done === undefined ? undefined : ask.say(words)(`token.done.${done}`) })
  }),

  post(path, { ...own, rate: { max: 20, per: 'hour' } }, async (ask) => {
    const t = ask.say(words)
    const read = ask.form(TokenForm)
    if (!read.ok) return await show(ask, { typed: read.typed, errors: errorsIn(t, read.errors, (field) => t.find(`token.field.${field}`) ?? field) })
    const { title: name, scope, organisations = [], days } = read.value
    if (!scopesFor(rolesOf(ask)).includes(scope)) return await show(ask, { typed: read.typed, errors: { scope: t('open-data.token.scope-not-yours') } })
    const known = new Set((await organisationsOf(ask)).map(({ id }) => id))
    if (organisations.some((id) => !known.has(id))) return await show(ask, { typed: read.typed, errors: { organisations: t('open-data.token.organisation-not-yours') } })
    const issued = await ask.write((db) => issueToken(db, { accountId: accountOf(ask), title: name, scope, organisations, days: Number(days) }))
    return issued.ok ? await show(ask, { secret: issued.secret, done: t('token.done.made') }) : await show(ask, { typed: read.typed, refusal: t('open-data.token.too-many') })
  }),

  post(`${path}/:id/revoke`, { ...own, params: ById }, async (ask) => {
    const token = await ask.read((db) => findToken(db, ask.params.id))
    if (!token || (token.accountId !== ask.actor.id && !ask.may('token.manage'))) throw new NotFound()
    await ask.write((db) => endToken(db, token))
    return seeOther(`${path}?done=revoked`)
  }),

  post(`${path}/:id/publish`, { ...own, access: 'token.manage', params: ById }, async (ask) => {
    const allowed = await ask.write(async (db) => {
      const count = await allowPublishing(db, ask.params.id)
      if (count > 0) await audit(db, { action: 'token.allow-publishing', subject: `token/${ask.params.id}` })
      return count
    })
    return allowed > 0 ? seeOther(`${path}?done=allowed`) : refuse(409, 'open-data.token.not-writing', ask.say(words)('open-data.token.not-writing'))
  }),
]

const rolesOf = ({ actor }: Pick<Ask, 'actor'>): string[] => actor.roles.map(({ role }) => role)

// The access rule lets nobody in who has not signed in.
function accountOf({ actor }: Pick<Ask, 'actor'>): string {
  if (actor.id === undefined) throw new Error('token.make was allowed to a guest; see access.ts.')
  return actor.id
}

const organisationsOf = (ask: Asks): Promise<readonly { id: string; title: string }[]> => ask.read((db) => (hasRole(ask.actor, 'town-admin') ? listAllOrganisations(db) : listOwnOrganisations(db, accountOf(ask))))

async function show(ask: Asks, { typed = {}, errors = {}, refusal, done, secret }: State): Promise<Answer> {
  const isWholeTown = ask.may('token.manage')
  const tokens = await ask.read((db) => listTokens(db, isWholeTown ? undefined : accountOf(ask), 200))
  const failed = Object.keys(errors).length > 0 || refusal !== undefined
  return page(
    TokensPage,
    { t: ask.say(words), csrf: ask.csrf(), tokens: isWholeTown ? await withHolders(ask, tokens) : tokens, isWholeTown, organisations: await organisationsOf(ask), scopes: scopesFor(rolesOf(ask)), site: ask.url.origin, now: ask.now, typed, errors, refusal, done, secret },
    staffPage(ask, failed ? { status: 422, hasErrors: true } : {}),
  )
}

async function withHolders({ platform, tenant, now }: Asks, tokens: readonly ApiToken[]): Promise<(ApiToken & { holder: string | undefined })[]> {
  const ids = [...new Set(tokens.map(({ accountId }) => accountId))]
  const names = await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'read', now }, async (db) => {
    const found = new Map<string, string>()
    for (const id of ids) found.set(id, (await findAccount(db, id))?.name ?? '')
    return found
  })
  return tokens.map((token) => ({ ...token, holder: names.get(token.accountId) }))
}
