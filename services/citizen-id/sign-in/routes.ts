import { Type } from 'typebox'
import { get, page, post, title, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../locales/index.ts'
import { demoPeopleOf, demoProof } from './demo.ts'
import { finishSignIn } from './finish.ts'
import { openInteraction } from './interaction.ts'
import { ChoosePage } from './pages/choose.tsx'

const ByUid = Type.Object({ uid: Type.String({ maxLength: 64 }) })

export const signInRoutes: readonly Route[] = [
  get('/citizen-id/sign-in/:uid', { access: 'anyone', params: ByUid, title: title(words, 'sign-in.title') }, async (ask) => {
    const interaction = await openInteraction(ask, ask.params.uid)
    const people = demoPeopleOf(ask).map(({ key, name, does }) => ({ key, name, does: ask.say(does.words).find(does.key) ?? '' }))
    return page(ChoosePage, { t: ask.say(pageWords), csrf: ask.csrf(), uid: interaction.uid, people }, { frame: 'question', private: true, noindex: true, formTargets: [interaction.clientOrigin] })
  }),

  post('/citizen-id/sign-in/:uid/demo/:person', { access: 'anyone', params: Type.Object({ uid: Type.String({ maxLength: 64 }), person: Type.String({ maxLength: 40 }) }) }, async (ask) => {
    const interaction = await openInteraction(ask, ask.params.uid)
    return await finishSignIn(ask, interaction, await demoProof(ask, ask.params.person))
  }),
]
