import { Type } from 'typebox'
import { get, page, post, title, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { cancelSignIn } from '../../sign-in/finish.ts'
import { withInteraction } from '../../sign-in/over.ts'
import { consentQuestion, giveConsent } from '../consent.ts'
import { ConsentPage } from '../pages/consent.tsx'

const params = Type.Object({ uid: Type.String({ maxLength: 64 }) })
const heading = title(words, 'provider.consent.title')

/** Before data leave for a service that is not the town: who gets what, for what, in plain words. */
export const consentRoutes: readonly Route[] = [
  get('/citizen-id/sign-in/:uid/consent', { access: 'anyone', params, title: heading }, (ask) =>
    withInteraction(ask, ask.params.uid, async (interaction) => {
      const question = await consentQuestion(ask, interaction)
      return page(ConsentPage, { t: ask.say(pageWords), csrf: ask.csrf(), uid: interaction.uid, question }, { frame: 'question', private: true, noindex: true, formTargets: [interaction.clientOrigin] })
    }),
  ),

  post('/citizen-id/sign-in/:uid/consent', { access: 'anyone', params, title: heading }, (ask) =>
    withInteraction(ask, ask.params.uid, async (interaction) => {
      const question = await consentQuestion(ask, interaction)
      const form = ask.form(Type.Object({ scope: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])) }))
      return await giveConsent(ask, interaction, question, new Set(form.ok ? [form.value.scope ?? []].flat() : []))
    }),
  ),

  // Below the address of the question, because its cookie is sent nowhere else.
  post('/citizen-id/sign-in/:uid/consent/refuse', { access: 'anyone', params, title: heading }, (ask) => withInteraction(ask, ask.params.uid, (interaction) => cancelSignIn(ask, interaction))),
]
