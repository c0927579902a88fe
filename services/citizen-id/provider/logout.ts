import type { Client, KoaContextWithOIDC, default as Provider } from 'oidc-provider'
import type { Platform } from '@modellregion/kernel'
import type { TownAt } from './adapter.ts'
import { platformClientId } from './clients.ts'
import { openSeal } from './seal.ts'

/** Carries what the pages of signing out need from the provider to the town's pages, encrypted, in this browser only. */
export const signOutCookie = 'mr-id-out'

/** The question whether to sign out everywhere, or what is shown after it. */
export type SignOut = { step: 'ask'; xsrf: string; clientId?: string; next?: string } | { step: 'done'; frames: string[]; next?: string }

const page = { ask: '/citizen-id/sign-out', done: '/citizen-id/signed-out' } as const
const minutes = 10

/** Signing out at the wish of a service (OpenID Connect RP-Initiated Logout 1.0): the town's own page asks, without script. */
export const signOutPages = (town: TownAt) => ({
  enabled: true,
  logoutSource: async (ctx: KoaContextWithOIDC, form: string) => {
    const { params, client } = ctx.oidc
    const xsrf = /name="xsrf" value="([0-9a-f]+)"/.exec(form)?.[1] ?? ''
    const next = params?.['post_logout_redirect_uri']
    await lead(ctx, town, { step: 'ask', xsrf, ...(client && { clientId: client.clientId }), ...(typeof next === 'string' && { next }) })
  },
  postLogoutSuccessSource: (ctx: KoaContextWithOIDC) => redirect(ctx, ctx.oidc.params?.['client_id'] === undefined ? page.done : `${page.done}?stayed=1`),
})

/**
 * Tells services in the browser that the session is over (OpenID Connect Front-Channel Logout 1.0), which the library does not do:
 * before the browser goes back it is shown a page of the town that embeds their addresses. Where nobody is signed in there is
 * nothing to ask.
 */
export function tellInBrowser(provider: Provider, town: TownAt): void {
  provider.use(async (ctx, next) => {
    await next()
    const { oidc } = ctx as KoaContextWithOIDC
    if (oidc?.route === 'end_session' && ctx.status === 200 && oidc.session?.accountId === undefined) return backAtOnce(ctx as KoaContextWithOIDC)
    if (oidc?.route !== 'end_session_confirm' || !hasEnded(oidc)) return
    const frames = await framesOf(provider, ctx as KoaContextWithOIDC)
    if (frames.length === 0) return
    const location = ctx.response.get('location')
    await lead(ctx as KoaContextWithOIDC, town, { step: 'done', frames, ...(!location.includes('/id/session/end/success') && { next: location }) })
  })
}

/** What the provider has handed to this browser's pages of signing out; undefined without it. */
export async function readSignOut(platform: Platform, tenantId: string, cookies: string | undefined): Promise<SignOut | undefined> {
  const sealed = new RegExp(`(?:^|;\\s*)${signOutCookie}=([\\w-]+)(?:;|$)`).exec(cookies ?? '')?.[1]
  if (sealed === undefined) return undefined
  const seal = await openSeal(platform, 'sign-out')
  try {
    return JSON.parse(seal.open(sealed, tenantId)) as SignOut // written by lead
  } catch {
    return undefined // altered, or another town's: as good as none
  }
}

// Missing in the library's types; false when the form was not this browser's, and when only one service was left.
const hasEnded = ({ session }: KoaContextWithOIDC['oidc']): boolean => (session as { destroyed?: boolean } | undefined)?.destroyed === true

async function lead(ctx: KoaContextWithOIDC, { platform, tenantId }: TownAt, what: SignOut): Promise<void> {
  const seal = await openSeal(platform, 'sign-out')
  ctx.cookies.set(signOutCookie, seal.close(JSON.stringify(what), tenantId), { path: '/citizen-id', httpOnly: true, sameSite: 'lax', signed: false, overwrite: true, maxAge: minutes * 60_000 })
  redirect(ctx, page[what.step])
}

function redirect(ctx: KoaContextWithOIDC, to: string): void {
  ctx.body = null
  ctx.status = 303
  ctx.redirect(to)
}

function backAtOnce(ctx: KoaContextWithOIDC): void {
  const { post_logout_redirect_uri: next, state } = ctx.oidc.params ?? {}
  if (typeof next !== 'string') return redirect(ctx, page.done)
  const to = new URL(next) // registered, the library has looked
  if (typeof state === 'string') to.searchParams.set('state', state)
  redirect(ctx, to.href)
}

async function framesOf(provider: Provider, { oidc }: KoaContextWithOIDC): Promise<string[]> {
  const told = Object.entries(oidc.session?.authorizations ?? {}).filter(([clientId]) => clientId !== platformClientId)
  const frames = await Promise.all(told.map(async ([clientId, { sid }]) => frameOf(await provider.Client.find(clientId), provider.issuer, sid)))
  return frames.filter((frame) => frame !== undefined)
}

function frameOf(client: Client | undefined, issuer: string, sid: string | undefined): string | undefined {
  const uri = client?.['frontchannel_logout_uri']
  if (typeof uri !== 'string' || !URL.canParse(uri)) return undefined
  const frame = new URL(uri)
  if (client?.['frontchannel_logout_session_required'] === true && sid !== undefined) {
    frame.searchParams.set('iss', issuer)
    frame.searchParams.set('sid', sid)
  }
  return frame.href
}
