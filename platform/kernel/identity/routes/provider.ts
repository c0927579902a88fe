import { Type } from 'typebox'
import { NotFound } from '../../database/index.ts'
import { json, refuse, seeOther, type Answer } from '../../http/answer.ts'
import { get, post, title, type Ask, type Route } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { accountFor } from '../accounts.ts'
import { verifyLogoutToken, type Logout } from '../logout-token.ts'
import type { FindProviders } from '../town-provider.ts'
import { beginSignIn, finishSignIn, reasonOf, type FailureReason, type Provider } from '../provider.ts'
import { endProviderSessions } from '../queries/session.ts'
import { afterSignIn } from '../rules.ts'
import type { SessionData, SignInFlow } from '../session-data.ts'
import { enter } from './sign-in.ts'

const ById = Type.Object({ provider: Type.String() })
const level = Type.Union([Type.Literal('low'), Type.Literal('substantial'), Type.Literal('high')])
const Start = Type.Object({ return: Type.Optional(Type.String()), level: Type.Optional(level), for: Type.Optional(Type.Literal('whom')) }, { additionalProperties: true })
const tenMinutes = 600_000
const hour = 6 * tenMinutes
/** At the town's own provider people make an account and wait for a letter in the middle of signing in: as long as its sign-in stays open. */
const patience = ({ own }: Provider): number => (own ? hour : tenMinutes)

/** Signing in at an OpenID Connect provider: there, back, and ended from there. */
export const providerRoutes = (find: FindProviders): Route[] => [
  get('/sign-in/:provider', { access: 'anyone', everyTown: true, params: ById, query: Start, title: title(kernelWords, 'identity.title') }, async (ask) => {
    const provider = await named(ask, find, ask.params.provider)
    try {
      const { url, state, flow } = await beginSignIn(provider, {
        redirectUri: returnAddress(ask, provider),
        returnTo: afterSignIn(ask.query.return),
        now: ask.now,
        ...(ask.query.level && { level: ask.query.level }),
        forWhom: ask.query.for === 'whom',
      })
      remember(ask.session.data, state, flow, ask.now)
      return seeOther(url.href)
    } catch (error) {
      return failed(ask, provider, reasonOf(error))
    }
  }),

  get('/sign-in/:provider/return', { access: 'anyone', everyTown: true, params: ById, title: title(kernelWords, 'identity.title') }, async (ask) => {
    const provider = await named(ask, find, ask.params.provider)
    const state = ask.url.searchParams.get('state') ?? ''
    const flow = take(ask.session.data, state)
    if (!flow || flow.provider !== provider.id) return failed(ask, provider, 'state')
    if (ask.now.getTime() - flow.startedAt > patience(provider)) return failed(ask, provider, 'expired')
    try {
      const { level: reached, idToken, providerSession, methods, mandate, ...identity } = await finishSignIn(provider, ask.url, state, flow)
      const account = await ask.write((db) => accountFor(db, { ...identity, ...(provider.own && { accountId: identity.subject }) }))
      if (account.disabledAt) return failed(ask, provider, 'disabled')
      await enter(ask, account, { level: reached, issuer: identity.issuer, methods, ...(mandate && { mandate }), ...(providerSession && { providerSession }) }, { idToken, provider: provider.id })
      return seeOther(flow.returnTo)
    } catch (error) {
      const reason = reasonOf(error)
      // Who has chosen at the town's own page not to sign in has made no mistake: on as before, without a word about failing.
      return provider.own && reason === 'denied' ? seeOther('/') : failed(ask, provider, reason)
    }
  }),

  // The provider itself calls; it has no session here and proves itself by its signature.
  post('/sign-in/:provider/back-channel', { access: 'anyone', everyTown: true, csrf: false, params: ById, rate: { max: 600, per: 'minute' } }, async (ask) => {
    const provider = await named(ask, find, ask.params.provider)
    const form = ask.form(Type.Object({ logout_token: Type.String({ maxLength: 20_000 }) }))
    const noStore = { 'cache-control': 'no-store' }
    const logout = form.ok && (await verifyLogoutToken(provider, form.value.logout_token, ask.now, ask.platform.loopback.fetch).catch(() => undefined))
    if (!logout) return json({ error: 'invalid_request' }, 400, noStore)
    await endEverywhere(ask, logout)
    return json({}, 200, noStore)
  }),
]

async function named(ask: Pick<Ask, 'platform' | 'tenant' | 'url'>, find: FindProviders, id: string): Promise<Provider> {
  const provider = (await find(ask)).get(id)
  if (!provider) throw new NotFound()
  return provider
}

const returnAddress = ({ url }: Pick<Ask, 'url'>, { id }: Provider): string => new URL(`/sign-in/${id}/return`, url).href

// Several tabs may sign in at once; the newest five count, so that the session stays small.
function remember(data: SessionData, state: string, flow: SignInFlow, now: Date): void {
  const running = Object.entries(data.flows ?? {}).filter(([, { startedAt }]) => now.getTime() - startedAt < hour)
  data.flows = Object.fromEntries([...running.slice(-4), [state, flow]])
}

// Taken out before the code is redeemed: whatever happens next, this state is used up.
function take(data: SessionData, state: string): SignInFlow | undefined {
  const { [state]: flow, ...others } = Object.hasOwn(data.flows ?? {}, state) ? (data.flows ?? {}) : {}
  if (flow) data.flows = others
  return flow
}

const statuses: Readonly<Record<FailureReason, number>> = { state: 400, expired: 400, denied: 400, invalid: 400, provider: 502, disabled: 403 }

function failed(ask: Pick<Ask, 'say'>, provider: Provider, reason: FailureReason): Answer {
  const t = ask.say(kernelWords)
  const detail = reason === 'provider' ? t('identity.failed.provider', { provider: provider.name }) : t(`identity.failed.${reason}`)
  return refuse(statuses[reason], `identity.failed.${reason}`, detail, { label: t('identity.sign-in-again'), href: '/sign-in' })
}

// One registration at the provider may serve all towns, so a logout counts in each.
async function endEverywhere({ platform, now }: Pick<Ask, 'platform' | 'now'>, { issuedAt, ...who }: Logout): Promise<void> {
  const until = new Date(issuedAt.getTime() + 1_000) // `iat` is in whole seconds
  for (const { id } of platform.directory.all())
    await platform.database.unit({ tenant: id, service: 'platform', access: 'write', now }, (db) => endProviderSessions(db, { ...who, until }))
}
