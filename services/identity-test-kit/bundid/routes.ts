import { Type } from 'typebox'
import { get, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type Route } from '@modellregion/kernel'
import { accounts, type Account } from '../demo/accounts.ts'
import { pageWords, words } from '../locales/index.ts'
import { checkedRequest, keepRequest, onlyInDemo, partyOf } from '../provider/ask.ts'
import { deleteRequest, getRequest } from '../provider/queries.ts'
import type { WaitingRequest } from '../provider/schema.ts'
import { bundIdAnswer, type PostAnswer } from './answer.ts'
import { reaches } from './levels.ts'
import { AccountPage, ConsentPage } from './pages/account.tsx'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const withAccount = Type.Object({ id: Type.String({ format: 'uuid' }), account: Type.String({ maxLength: 20 }) })
// Where an answer leads in the end is known to whoever asked, and a browser applies `form-action` to redirects as well.
const quiet = { frame: 'question', private: true, noindex: true, formTargets: ['http:', 'https:'] } as const

export const bundidRoutes: readonly Route[] = [
  // The address of the simulated BundID.
  get('/identity-test-kit/bundid', { access: 'anyone', query: Type.Object({}, { additionalProperties: true }), title: title(words, 'bundid.title') }, async (ask) => {
    onlyInDemo(ask)
    const checked = await checkedRequest(ask, 'bundid')
    if (!checked) return refuse(400, 'identity-test-kit.bundid.bad-request', ask.say(pageWords)('kit.bad-request'))
    const level = checked.request.root.getElementsByTagNameNS('urn:oasis:names:tc:SAML:2.0:assertion', 'AuthnContextClassRef')[0]?.textContent ?? null
    return seeOther(`/identity-test-kit/bundid/${await keepRequest(ask, 'bundid', checked.request, level)}`)
  }),

  get('/identity-test-kit/bundid/:id', { access: 'anyone', params, title: title(words, 'bundid.title') }, async (ask) => {
    const request = await waiting(ask)
    const t = ask.say(pageWords)
    const shown = accounts.map(({ key, givenNames, familyName, way }) => ({ key, name: `${givenNames} ${familyName}`, way: t(`bundid.way.${way}`), level: t(`bundid.level.${way}`), isEnough: reaches(way, request.level) }))
    return page(AccountPage, { t, csrf: ask.csrf(), id: request.id, host: new URL((await partyOf(ask, 'bundid', request.issuer)).answersTo).host, accounts: shown }, quiet)
  }),

  post('/identity-test-kit/bundid/:id/account/:account', { access: 'anyone', params: withAccount, title: title(words, 'consent.title') }, async (ask) => {
    const request = await waiting(ask)
    const account = accounts.find(({ key }) => key === ask.params.account)
    if (!account) throw new NotFound()
    return await handOver(ask, request, await bundIdAnswer(ask, request, reaches(account.way, request.level) ? { account } : { failure: 'NoAuthnContext' }), account)
  }),

  post('/identity-test-kit/bundid/:id/cancel', { access: 'anyone', params, title: title(words, 'consent.cancelled') }, async (ask) => {
    const request = await waiting(ask)
    return await handOver(ask, request, await bundIdAnswer(ask, request, { failure: 'RequestDenied' }))
  }),
]

async function waiting(ask: Ask<{ id: string }>): Promise<WaitingRequest> {
  onlyInDemo(ask)
  return await ask.read((db) => getRequest(db, 'bundid', ask.params.id))
}

async function handOver(ask: Ask<{ id: string }>, request: WaitingRequest, { to, SAMLResponse, RelayState }: PostAnswer, account?: Account): Promise<Answer> {
  await ask.write((db) => deleteRequest(db, request.id))
  const t = ask.say(pageWords)
  const entries = account
    ? [
        { term: t('consent.name'), value: `${account.givenNames} ${account.familyName}` },
        { term: t('consent.birth-date'), value: account.birthDate.split('-').reverse().join('.') },
        { term: t('consent.address'), value: `${account.address.street}, ${account.address.postcode} ${account.address.place}` },
        { term: t('consent.email'), value: account.email },
      ]
    : []
  return page(ConsentPage, { t, host: new URL(to).host, entries, to, hidden: { SAMLResponse, RelayState } }, quiet)
}
