import { Type } from 'typebox'
import { page, seeOther } from '../../http/answer.ts'
import { get, post, title } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { AccountPage } from '../pages/account.tsx'
import { getAccount } from '../queries/account.ts'
import { endOwnSession, findProviderSession, listSessionsOf } from '../queries/session.ts'
import { townIdentity } from '../town-provider.ts'

/** What a person sees of themselves, and where they are signed in. */
export const accountRoutes = [
  get('/account', { access: 'account.see', everyTown: true, title: title(kernelWords, 'identity.account') }, async (ask) => {
    const id = ask.actor.id ?? ''
    const [account, sessions] = await ask.read(async (db) => [await getAccount(db, id), await listSessionsOf(db, id)] as const)
    const props = { t: ask.say(kernelWords), csrf: ask.csrf(), account, sessions, current: ask.session.id, level: ask.actor.level }
    return page(AccountPage, props, { frame: 'object', private: true, noindex: true })
  }),

  post('/account/sessions/:id/end', { access: 'account.change', everyTown: true, params: Type.Object({ id: Type.String({ format: 'uuid' }) }) }, async (ask) => {
    const { platform, tenant, actor, params } = ask
    const own = await ask.write(async (db) => {
      const found = await findProviderSession(db, actor.id ?? '', params.id)
      await endOwnSession(db, actor.id ?? '', params.id)
      return found
    })
    // Otherwise the provider would let the same browser in again without asking.
    if (typeof own?.providerSession === 'string') await townIdentity(platform, tenant)?.endSessions(platform, tenant, { sid: own.providerSession })
    return seeOther('/account#sessions')
  }),
]
