import { Type } from 'typebox'
import { page, seeOther } from '../../http/answer.ts'
import { get, post, title } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { nameOf } from '../../http/names.ts'
import { ActingPage } from '../pages/acting.tsx'
import { clearMandate, findProviderSession } from '../queries/session.ts'
import { afterSignIn } from '../rules.ts'
import { townIdentity, townProviderId } from '../town-provider.ts'

const Return = Type.Object({ return: Type.Optional(Type.String({ maxLength: 2_000 })) }, { additionalProperties: true })

/** For whom the person acts in this session, and the way back to acting for themself. */
export const actingRoutes = [
  get('/acting', { access: 'account.see', everyTown: true, query: Return, title: title(kernelWords, 'acting.title') }, (ask) => {
    const { mandate } = ask.actor
    const back = afterSignIn(ask.query.return)
    if (!mandate) return seeOther(back)
    const services = ask.platform.registry.services.filter(({ id }) => mandate.scope.includes(id)).map((service) => nameOf(ask, service))
    const props = { t: ask.say(kernelWords), csrf: ask.csrf(), mandate, services, back, switchAt: `/sign-in/${townProviderId}?${new URLSearchParams({ return: back, for: 'whom' })}` }
    return page(ActingPage, props, { frame: 'question', private: true, noindex: true })
  }),

  post('/acting/end', { access: 'account.see', everyTown: true }, async (ask) => {
    const { platform, tenant, actor, session } = ask
    const form = ask.form(Return)
    const [account, id] = [actor.id ?? '', session.id ?? '']
    const known = await ask.read((db) => findProviderSession(db, account, id))
    await ask.write((db) => clearMandate(db, account, id))
    if (known?.providerSession) await townIdentity(platform, tenant)?.actForSelf(platform, tenant, known.providerSession)
    return seeOther(afterSignIn(form.ok ? form.value.return : undefined))
  }),
]
