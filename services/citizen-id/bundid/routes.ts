import { Type } from 'typebox'
import { body, get, NotFound, page, post, seeOther, title, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../locales/index.ts'
import { arrivalRoutes, orRefused } from '../saml/arrival.ts'
import { beginForeign, takeAnswer } from '../saml/foreign.ts'
import { offered } from '../saml/town.ts'
import { BadMessage } from '../saml/xml.ts'
import { withInteraction } from '../sign-in/over.ts'
import { readBundIdAnswer } from './answer.ts'
import { BundIdStartPage } from './pages/start.tsx'
import { bundId, bundIdMetadata, bundIdRequest } from './provider.ts'

const params = Type.Object({ uid: Type.String({ maxLength: 64 }) })
const Answer = Type.Object({ SAMLResponse: Type.String({ minLength: 1, maxLength: 700_000 }), RelayState: Type.String({ minLength: 1, maxLength: 200 }) })

export const bundidRoutes: readonly Route[] = [
  get('/citizen-id/sign-in/:uid/bundid', { access: 'anyone', params, title: title(words, 'bundid.title') }, (ask) =>
    withInteraction(ask, ask.params.uid, async ({ uid }) => {
      const provider = await bundId(ask)
      if (!provider) throw new NotFound()
      const props = { t: ask.say(pageWords), csrf: ask.csrf(), uid, isSimulated: provider.isSimulated }
      return page(BundIdStartPage, props, { frame: 'question', private: true, noindex: true, formTargets: [new URL(provider.address).origin] })
    }),
  ),

  post('/citizen-id/sign-in/:uid/bundid', { access: 'anyone', params }, (ask) =>
    withInteraction(ask, ask.params.uid, async ({ uid, wanted }) => {
      const provider = await bundId(ask)
      if (!provider) throw new NotFound()
      const begun = await beginForeign(ask, { interaction: uid, source: 'bundid', wanted })
      return seeOther(await bundIdRequest(provider, { ...begun, wanted }))
    }),
  ),

  // Sent by the browser from another site, without our cookies: what it belongs to is known by the RelayState alone, and the
  // person is signed in only after the next step, where the cookie of the sign-in is there again.
  post('/citizen-id/bundid/acs', { access: 'anyone', csrf: false }, async (ask) => {
    const provider = await bundId(ask)
    if (!provider) throw new NotFound()
    const form = ask.form(Answer)
    return await orRefused(ask, async () => {
      if (!form.ok) throw new BadMessage('The form has no answer.')
      const { SAMLResponse, RelayState } = form.value
      return seeOther(await takeAnswer(ask, 'bundid', RelayState, (begun) => readBundIdAnswer(provider, SAMLResponse, begun, ask.now)))
    })
  }),

  get('/citizen-id/bundid/metadata', { access: 'anyone', api: { summary: 'SAML metadata of the town for BundID: keys and addresses.' } }, async (ask) => {
    if (!offered(ask, 'bundid')) throw new NotFound()
    const provider = await bundId(ask)
    if (!provider) throw new NotFound()
    return body('application/samlmetadata+xml; charset=utf-8', bundIdMetadata(provider))
  }),

  ...arrivalRoutes('bundid'),
]
