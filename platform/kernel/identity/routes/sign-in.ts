import { Type } from 'typebox'
import type { Config } from '../../boot/config.ts'
import { NotFound } from '../../database/index.ts'
import { page, seeOther } from '../../http/answer.ts'
import { get, post, title, type Ask, type Route } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { audit } from '../../audit/index.ts'
import { demoPeople, ensureDemoPerson, type DemoPerson } from '../demo-people.ts'
import { SignInPage } from '../pages/sign-in.tsx'
import type { Account } from '../queries/account.ts'
import { afterSignIn } from '../rules.ts'
import { demoIssuer, type SignedIn } from '../session-store.ts'
import { townIdentity, townProviderId, type FindProviders } from '../town-provider.ts'

const level = Type.Union([Type.Literal('low'), Type.Literal('substantial'), Type.Literal('high')])
const Return = Type.Object({ return: Type.Optional(Type.String()), level: Type.Optional(level) }, { additionalProperties: true })

/** The page where one chooses how to sign in. */
export const signInRoutes = (config: Config, find: FindProviders): Route[] => [
  get('/sign-in', { access: 'anyone', everyTown: true, query: Return, title: title(kernelWords, 'identity.title') }, async (ask) => {
    const t = ask.say(kernelWords)
    const returnTo = afterSignIn(ask.query.return)
    const providers = await find(ask)
    const hrefOf = (id: string) => `/sign-in/${id}?${new URLSearchParams({ return: returnTo, ...(ask.query.level && { level: ask.query.level }) })}`
    // Where the town's own provider is the only way, its page is the page.
    if (providers.size === 1 && providers.has(townProviderId)) return seeOther(hrefOf(townProviderId))
    const props = {
      t,
      csrf: ask.csrf(),
      returnTo,
      name: ask.actor.name,
      providers: [...providers.values()].map(({ id, name }) => ({ name, href: hrefOf(id) })),
      people: config.demo && !townIdentity(ask.platform, ask.tenant) ? peopleOf(ask).map(({ key, name, does }) => ({ key, name, does: ask.say(does.words).find(does.key) ?? '' })) : [],
    }
    return page(SignInPage, props, { frame: 'question', private: true, noindex: true })
  }),
  ...(config.demo ? [demoSignIn] : []),
]

const demoSignIn = post('/sign-in/demo/:person', { access: 'anyone', everyTown: true, params: Type.Object({ person: Type.String() }) }, async (ask) => {
  const person = peopleOf(ask).find(({ key }) => key === ask.params.person)
  // Where the town has a provider of its own, the fictional people sign in there as everybody does.
  if (!person || !ask.platform.config.demo || townIdentity(ask.platform, ask.tenant)) throw new NotFound()
  const account = await ask.write((db) => ensureDemoPerson(db, person))
  await enter(ask, account, { level: person.level ?? 'low', issuer: demoIssuer })
  const form = ask.form(Return)
  return seeOther(afterSignIn(form.ok ? form.value.return : undefined))
})

/** The fictional people of this installation. */
export const peopleOf = ({ platform }: Pick<Ask, 'platform'>): readonly DemoPerson[] => [...demoPeople, ...platform.registry.services.flatMap((service) => service.demo?.people ?? [])]

type Entrance = Pick<SignedIn, 'level' | 'issuer' | 'providerSession' | 'methods' | 'mandate'>

/** The last step of every sign-in: a new session, and for staff a line in the audit. A citizen's comings and goings are not recorded. */
export async function enter(ask: Pick<Ask, 'session' | 'write'>, account: Account, entrance: Entrance, data: { idToken?: string; provider?: string } = {}): Promise<void> {
  await ask.session.signIn({ accountId: account.id, name: account.name, roles: account.roles, ...entrance }, data)
  if (account.roles.every(({ role }) => role === 'citizen')) return
  await ask.write((db) => audit({ ...db, actor: account.id }, { action: 'session.begin', subject: `account/${account.id}`, detail: { level: entrance.level, issuer: entrance.issuer ?? '' } }))
}
