import { Type } from 'typebox'
import { get, page, post, sharedComputerCookie, title, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../locales/index.ts'
import { chooser } from './chooser.ts'
import { demoProof } from './demo.ts'
import { cancelSignIn, finishSignIn } from './finish.ts'
import { withInteraction } from './over.ts'
import { OverPage } from './pages/over.tsx'

const params = Type.Object({ uid: Type.String({ maxLength: 64 }) })
const heading = title(words, 'sign-in.title')

export const signInRoutes: readonly Route[] = [
  get('/citizen-id/sign-in/:uid', { access: 'anyone', params, title: heading }, (ask) => withInteraction(ask, ask.params.uid, (interaction) => chooser(ask, interaction))),

  post('/citizen-id/sign-in/:uid/demo/:person', { access: 'anyone', params: Type.Object({ uid: Type.String({ maxLength: 64 }), person: Type.String({ maxLength: 40 }) }), title: heading }, (ask) =>
    withInteraction(ask, ask.params.uid, async (interaction) => await finishSignIn(ask, interaction, await demoProof(ask, ask.params.person))),
  ),

  // Said once for this browser and every way in, before one is chosen.
  post('/citizen-id/sign-in/:uid/shared', { access: 'anyone', params, title: heading }, (ask) =>
    withInteraction(ask, ask.params.uid, async ({ uid }) => {
      const form = ask.form(Type.Object({ shared: Type.Union([Type.Literal('yes'), Type.Literal('no')]) }))
      const headers = form.ok ? { 'set-cookie': sharedComputerCookie(form.value.shared === 'yes', ask.platform.config.https) } : {}
      return { kind: 'redirect', to: `/citizen-id/sign-in/${uid}#computer`, status: 303, headers }
    }),
  ),

  // Nobody must sign in: whoever asked is told that the person did not want to.
  post('/citizen-id/sign-in/:uid/cancel', { access: 'anyone', params, title: heading }, (ask) => withInteraction(ask, ask.params.uid, (interaction) => cancelSignIn(ask, interaction))),

  // Where the provider leads when whoever asked has asked wrongly: there is nobody to go back to.
  get('/citizen-id/sign-in-failed', { access: 'anyone', query: Type.Object({ error: Type.Optional(Type.String({ pattern: '^[a-z_]{1,60}$' })) }, { additionalProperties: true }), title: title(words, 'sign-in.failed-title') }, (ask) =>
    page(OverPage, { t: ask.say(pageWords), reason: 'failed', code: ask.query.error }, { frame: 'question', status: 400, private: true, noindex: true }),
  ),
]
