import { Type } from 'typebox'
import { get, page, post, title, type Answer, type Ask } from '@modellregion/kernel'
import { isAtLeast } from '../../level/rules.ts'
import { pageWords, words } from '../../locales/index.ts'
import { finishSignIn } from '../../sign-in/finish.ts'
import type { Interaction } from '../../sign-in/interaction.ts'
import { withInteraction } from '../../sign-in/over.ts'
import { useKeyOptions } from '../ceremony.ts'
import { PasskeySignInPage, type PasskeyTrouble } from '../pages/sign-in.tsx'
import { relyingParty } from '../relying-party.ts'
import { answerLimit } from '../schema.ts'
import { proofByKey, signInChallenge } from '../sign-in.ts'

const params = Type.Object({ uid: Type.String({ maxLength: 64 }) })
const heading = title(words, 'passkey.sign-in')
const AnswerForm = Type.Object({ answer: Type.String({ maxLength: answerLimit }) })

/** The way in with a key on this device. */
export const passkeySignInRoutes = [
  get('/citizen-id/sign-in/:uid/passkey', { access: 'anyone', params, title: heading }, (ask) => withInteraction(ask, ask.params.uid, (interaction) => shown(ask, interaction))),
  post('/citizen-id/sign-in/:uid/passkey', { access: 'anyone', params, title: heading }, (ask) =>
    withInteraction(ask, ask.params.uid, async (interaction) => {
      const form = ask.form(AnswerForm)
      const proof = form.ok ? await proofByKey(ask, interaction.uid, form.value.answer) : 'invalid'
      if (typeof proof === 'string') return await shown(ask, interaction, proof)
      if (interaction.wanted !== undefined && !isAtLeast(proof.level, interaction.wanted)) return await shown(ask, interaction, 'too-low')
      return await finishSignIn(ask, interaction, proof)
    }),
  ),
]

async function shown(ask: Ask<unknown>, { uid, clientOrigin }: Interaction, trouble?: PasskeyTrouble): Promise<Answer> {
  const party = relyingParty(ask)
  const options = party && (await useKeyOptions(party, await signInChallenge(ask, uid)))
  return page(
    PasskeySignInPage,
    { t: ask.say(pageWords), csrf: ask.csrf(), uid, options: options as Record<string, unknown> | undefined, trouble },
    { frame: 'question', private: true, noindex: true, formTargets: [clientOrigin], ...(trouble && { status: trouble === 'too-low' ? 403 : 422, hasErrors: true }) },
  )
}
