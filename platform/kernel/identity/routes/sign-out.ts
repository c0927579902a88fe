import { decodeJwt } from 'jose'
import { NotFound } from '../../database/index.ts'
import { page, seeOther } from '../../http/answer.ts'
import { get, post, title, type Ask, type Route } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { SignedOutPage } from '../pages/signed-out.tsx'
import { endSessionUrl } from '../provider.ts'
import { endSessionsOf } from '../queries/session.ts'
import { townIdentity, townProviderId, type FindProviders } from '../town-provider.ts'

/** Signing out here; and at the provider: at the town's own at once, elsewhere as a second step that the person may leave out. */
export const signOutRoutes = (find: FindProviders): Route[] => [
  post('/sign-out', { access: 'anyone', everyTown: true }, async (ask) => {
    const { idToken, provider } = ask.session.data
    await ask.session.signOut()
    if (provider === townProviderId && idToken !== undefined) await endAtTown(ask, idToken)
    else if (idToken !== undefined && provider !== undefined) ask.session.data.endAt = { provider, idToken }
    return seeOther('/sign-out/done')
  }),

  post('/sign-out/everywhere', { access: 'account.change', everyTown: true }, async (ask) => {
    const { platform, tenant, session, actor, write } = ask
    await write((db) => endSessionsOf(db, actor.id ?? ''))
    await session.signOut()
    await townIdentity(platform, tenant)?.endSessions(platform, tenant, { subject: actor.id ?? '' })
    return seeOther('/sign-out/done')
  }),

  get('/sign-out/done', { access: 'anyone', everyTown: true, title: title(kernelWords, 'identity.signed-out-title') }, async (ask) => {
    const provider = (await find(ask)).get(ask.session.data.endAt?.provider ?? '')
    return page(SignedOutPage, { t: ask.say(kernelWords), providerName: provider?.name }, { frame: 'question', private: true, noindex: true })
  }),

  // A link and no form: the content security policy lets forms end on this host only.
  get('/sign-out/provider', { access: 'anyone', everyTown: true, title: title(kernelWords, 'identity.signed-out-title') }, async (ask) => {
    const { session, url } = ask
    const { endAt } = session.data
    const provider = (await find(ask)).get(endAt?.provider ?? '')
    if (!endAt || !provider) throw new NotFound()
    delete session.data.endAt
    const there = await endSessionUrl(provider, endAt.idToken, new URL('/sign-out/done', url).href).catch(() => undefined)
    return seeOther(there?.href ?? '/sign-out/done')
  }),
]

// On a shared computer the next person must not find the door open: both sessions end with one click.
async function endAtTown({ platform, tenant }: Pick<Ask, 'platform' | 'tenant'>, idToken: string): Promise<void> {
  const { sid } = decodeJwt(idToken)
  if (typeof sid === 'string') await townIdentity(platform, tenant)?.endSessions(platform, tenant, { sid })
}
