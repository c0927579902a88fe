import { NotFound } from '../../database/index.ts'
import { page, seeOther } from '../../http/answer.ts'
import { get, post, title, type Route } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { SignedOutPage } from '../pages/signed-out.tsx'
import { endSessionUrl, type Provider } from '../provider.ts'
import { endSessionsOf } from '../queries/session.ts'

/** Signing out here; and, as a second step that the person may leave out, at the provider. */
export const signOutRoutes = (providers: ReadonlyMap<string, Provider>): Route[] => [
  post('/sign-out', { access: 'anyone', everyTown: true }, async ({ session }) => {
    const { idToken, provider } = session.data
    await session.signOut()
    if (idToken !== undefined && provider !== undefined) session.data.endAt = { provider, idToken }
    return seeOther('/sign-out/done')
  }),

  post('/sign-out/everywhere', { access: 'account.change', everyTown: true }, async ({ session, actor, write }) => {
    await write((db) => endSessionsOf(db, actor.id ?? ''))
    await session.signOut()
    return seeOther('/sign-out/done')
  }),

  get('/sign-out/done', { access: 'anyone', everyTown: true, title: title(kernelWords, 'identity.signed-out-title') }, (ask) => {
    const provider = providers.get(ask.session.data.endAt?.provider ?? '')
    return page(SignedOutPage, { t: ask.say(kernelWords), providerName: provider?.name }, { frame: 'question', private: true, noindex: true })
  }),

  // A link and no form: the content security policy lets forms end on this host only.
  get('/sign-out/provider', { access: 'anyone', everyTown: true, title: title(kernelWords, 'identity.signed-out-title') }, async ({ session, url }) => {
    const { endAt } = session.data
    const provider = providers.get(endAt?.provider ?? '')
    if (!endAt || !provider) throw new NotFound()
    delete session.data.endAt
    const there = await endSessionUrl(provider, endAt.idToken, new URL('/sign-out/done', url).href).catch(() => undefined)
    return seeOther(there?.href ?? '/sign-out/done')
  }),
]
