import { Type } from 'typebox'
import { get, NotFound, page, post, seeOther, title, type Ask, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../locales/index.ts'
import { arrivalRoutes, orRefused } from '../saml/arrival.ts'
import { beginForeign, begunBy, takeAnswer } from '../saml/foreign.ts'
import { offered, originOf } from '../saml/town.ts'
import { withInteraction } from '../sign-in/over.ts'
import { EidOpenPage, EidStartPage } from './pages/start.tsx'
import { eidServer } from './server.ts'

const params = Type.Object({ uid: Type.String({ maxLength: 64 }) })
const byToken = Type.Object({ t: Type.String({ maxLength: 100 }) })
const heading = title(words, 'eid.title')
const quiet = { frame: 'question', private: true, noindex: true } as const

/** The eID client fetches our request there. The token is the `RelayState` of the request. */
const tokenAddress = (ask: Pick<Ask, 'platform' | 'tenant' | 'url'>, token: string): string => `${originOf(ask)}/citizen-id/eid/token?t=${token}`

export const eidRoutes: readonly Route[] = [
  get('/citizen-id/sign-in/:uid/eid', { access: 'anyone', params, title: heading }, (ask) =>
    withInteraction(ask, ask.params.uid, async (interaction) => {
      const way = offered(ask, 'eid')
      if (!way) throw new NotFound()
      return page(EidStartPage, { t: ask.say(pageWords), csrf: ask.csrf(), uid: interaction.uid, isSimulated: way === 'simulated' }, { ...quiet, formTargets: [originOf(ask)] })
    }),
  ),

  post('/citizen-id/sign-in/:uid/eid', { access: 'anyone', params }, (ask) =>
    withInteraction(ask, ask.params.uid, async ({ uid, wanted }) => {
      const way = offered(ask, 'eid')
      if (!way) throw new NotFound()
      const { relayState } = await beginForeign(ask, { interaction: uid, source: 'eid', wanted })
      return seeOther(way === 'simulated' ? tokenAddress(ask, relayState) : `/citizen-id/sign-in/${uid}/eid/open?t=${relayState}`)
    }),
  ),

  get('/citizen-id/sign-in/:uid/eid/open', { access: 'anyone', params, query: byToken, title: title(words, 'eid.open-title') }, (ask) =>
    withInteraction(ask, ask.params.uid, async ({ uid }) => {
      const server = await eidServer(ask)
      if (!server) throw new NotFound()
      return page(EidOpenPage, { t: ask.say(pageWords), uid, addresses: server.clientAddresses(tokenAddress(ask, ask.query.t)) }, quiet)
    }),
  ),

  // Asked by the eID client, not by the browser: it has no cookie, only the token (TR-03124-1, 2.5.1 and 2.6).
  get('/citizen-id/eid/token', { access: 'anyone', query: byToken, title: heading }, async (ask) => {
    const [server, begun] = [await eidServer(ask), await begunBy(ask, 'eid', ask.query.t)]
    if (!server || !begun) throw new NotFound()
    return seeOther(server.begin({ requestId: begun.requestId, relayState: ask.query.t, now: ask.now }))
  }),

  get('/citizen-id/eid/response', { access: 'anyone', query: Type.Object({}, { additionalProperties: true }), title: heading }, async (ask) => {
    const server = await eidServer(ask)
    if (!server) throw new NotFound()
    return await orRefused(ask, async () => {
      const { relayState, ...read } = await server.finish(ask.url.search, async (given) => (await begunBy(ask, 'eid', given))?.requestId, ask.now)
      return seeOther(await takeAnswer(ask, 'eid', relayState, async () => read))
    })
  }),

  ...arrivalRoutes('eid'),
]
