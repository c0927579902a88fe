import { Type } from 'typebox'
import { get, page, seeOther, title, type Ask, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { officeOf } from '../clients.ts'
import { readSignOut, signOutCookie } from '../logout.ts'
import { issuerPath } from '../issuer.ts'
import { SignOutPage } from '../pages/sign-out.tsx'
import { SignedOutPage } from '../pages/signed-out.tsx'

const stayed = Type.Object({ stayed: Type.Optional(Type.Literal('1')) }, { additionalProperties: true })
const frame = { frame: 'question', private: true, noindex: true } as const
/** Seconds in which the pages of the services are asked before the browser goes on by itself. */
const wait = 3

/** The pages of signing out at the wish of a service. */
export const logoutRoutes: readonly Route[] = [
  get('/citizen-id/sign-out', { access: 'anyone', title: title(words, 'provider.sign-out-title') }, async (ask) => {
    const signOut = await waiting(ask)
    if (signOut?.step !== 'ask') return seeOther('/citizen-id/signed-out?stayed=1')
    const { xsrf, clientId, next } = signOut
    const office = clientId === undefined ? undefined : (await ask.read((db) => officeOf(ask.platform, db, clientId)))?.office
    return page(SignOutPage, { t: ask.say(pageWords), csrf: ask.csrf(), action: `${issuerPath}/session/end/confirm`, xsrf, office }, { ...frame, ...(next !== undefined && { formTargets: [new URL(next).origin] }) })
  }),

  get('/citizen-id/signed-out', { access: 'anyone', query: stayed, title: title(words, 'provider.signed-out-title') }, async (ask) => {
    const signOut = await waiting(ask)
    const { frames, next } = signOut?.step === 'done' ? signOut : { frames: [], next: undefined }
    return page(
      SignedOutPage,
      { t: ask.say(pageWords), frames, next, stayed: ask.query.stayed !== undefined },
      {
        ...frame,
        ...(ask.query.stayed !== undefined && { title: ask.say(pageWords)('provider.sign-out-stay') }),
        frames: [...new Set(frames.map((one) => new URL(one).origin))],
        headers: { 'set-cookie': `${signOutCookie}=; Path=/citizen-id; Max-Age=0; HttpOnly; SameSite=Lax`, ...(next !== undefined && { refresh: `${wait};url=${next}` }) },
      },
    )
  }),
]

const waiting = (ask: Pick<Ask, 'platform' | 'tenant' | 'headers'>) => readSignOut(ask.platform, ask.tenant.id, ask.headers['cookie'])
