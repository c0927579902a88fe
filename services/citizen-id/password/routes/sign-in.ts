import { Type } from 'typebox'
import { errorsIn, get, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { chooser } from '../../sign-in/chooser.ts'
import { finishSignIn } from '../../sign-in/finish.ts'
import type { Interaction } from '../../sign-in/interaction.ts'
import { rememberDevice } from '../../sign-in/known-device.ts'
import { withInteraction } from '../../sign-in/over.ts'
import { serviceSecret } from '../../sign-in/secret.ts'
import { openHalfWay, sealHalfWay } from '../half-way.ts'
import { SecondFactorPage } from '../pages/second-factor.tsx'
import { CodeForm } from '../schema.ts'
import { trySecondFactor } from '../second-factor.ts'
import { tryPassword } from '../try-password.ts'
import { typedPassword } from '../typed-password.ts'

const params = Type.Object({ uid: Type.String({ maxLength: 64 }) })
const NameForm = Type.Object({ userName: Type.String({ maxLength: 320 }) })
const heading = title(words, 'sign-in.title')
const at = ({ params: { uid } }: { params: { uid: string } }) => `/citizen-id/sign-in/${uid}`

type Asks = Ask<{ uid: string }>

/** The way in by password, with the second factor where one is set up. */
export const passwordSignInRoutes = [
  post('/citizen-id/sign-in/:uid/password', { access: 'anyone', params, title: heading }, (ask) => withInteraction(ask, ask.params.uid, (interaction) => byPassword(ask, interaction))),
  post('/citizen-id/sign-in/:uid/second-factor', { access: 'anyone', params, title: title(words, 'second-factor.title') }, (ask) => withInteraction(ask, ask.params.uid, (interaction) => bySecondFactor(ask, interaction))),
  // A reloaded or bookmarked step begins at the beginning.
  get('/citizen-id/sign-in/:uid/password', { access: 'anyone', params, title: heading }, (ask) => seeOther(at(ask))),
  get('/citizen-id/sign-in/:uid/second-factor', { access: 'anyone', params, title: heading }, (ask) => seeOther(at(ask))),
]

async function byPassword(ask: Asks, interaction: Interaction): Promise<Answer> {
  const t = ask.say(pageWords)
  const form = ask.form(NameForm)
  const typed = typedPassword(ask.body, 'password')
  const errors = {
    ...(form.ok ? {} : errorsIn(t, form.errors, () => t('password.field.userName'))),
    ...(typed === '' && { password: t('forms.error.missing', { field: t('password.field.password') }) }),
  }
  if (!form.ok || typed === '') return chooser(ask, interaction, { typed: form.typed, errors })
  const tried = await tryPassword(ask, form.value.userName, typed)
  switch (tried.outcome) {
    case 'wrong':
      return chooser(ask, interaction, { typed: form.typed, refusal: t('password.wrong') })
    case 'locked':
      return chooser(ask, interaction, { typed: form.typed, refusal: t('password.locked') })
    case 'busy':
      return chooser(ask, interaction, { typed: form.typed, refusal: t('sign-in.busy'), status: 503, retryAfter: tried.seconds })
    case 'wait':
      return chooser(ask, interaction, { typed: form.typed, refusal: t('sign-in.wait', { until: after(ask.now, tried.seconds) }), status: 429, retryAfter: tried.seconds })
    case 'right':
      if (tried.secondFactor) return await secondFactorPage(ask, interaction, tried.person.id)
      return await finished(ask, interaction, tried.person.id, 'password')
  }
}

async function bySecondFactor(ask: Asks, interaction: Interaction): Promise<Answer> {
  const t = ask.say(pageWords)
  const personId = await openHalfWay(ask.platform, { tenant: ask.tenant.id, uid: interaction.uid }, typedPassword(ask.body, 'halfWay'))
  if (personId === undefined) return chooser(ask, interaction, { refusal: t('second-factor.expired') })
  const form = ask.form(CodeForm)
  if (!form.ok) return await secondFactorPage(ask, interaction, personId, { error: t('forms.error.missing', { field: t('password.field.code') }) })
  const tried = await trySecondFactor(ask, personId, form.value.code)
  switch (tried.outcome) {
    case 'wrong':
      return await secondFactorPage(ask, interaction, personId, { error: t('second-factor.wrong') })
    case 'out-of-time':
      return await secondFactorPage(ask, interaction, personId, { error: t('second-factor.out-of-time') })
    case 'wait':
      return await secondFactorPage(ask, interaction, personId, { error: t('sign-in.wait-later', { until: after(ask.now, tried.seconds) }), retryAfter: tried.seconds })
    case 'right':
      return await finished(ask, interaction, personId, 'password-totp')
  }
}

const after = (now: Date, seconds: number): Date => new Date(Math.ceil((now.getTime() + seconds * 1_000) / 60_000) * 60_000)

async function secondFactorPage(ask: Asks, interaction: Interaction, personId: string, trouble: { error?: string; retryAfter?: number } = {}): Promise<Answer> {
  const halfWay = await sealHalfWay(ask.platform, { tenant: ask.tenant.id, uid: interaction.uid }, personId)
  return page(
    SecondFactorPage,
    { t: ask.say(pageWords), csrf: ask.csrf(), action: `${at(ask)}/second-factor`, back: at(ask), halfWay, error: trouble.error },
    {
      frame: 'question',
      private: true,
      noindex: true,
      formTargets: [interaction.clientOrigin],
      ...(trouble.error !== undefined && { hasErrors: true, status: trouble.retryAfter === undefined ? 422 : 429 }),
      ...(trouble.retryAfter !== undefined && { headers: { 'retry-after': String(trouble.retryAfter) } }),
    },
  )
}

// The browser is a known device from now on: strangers who guess cannot keep it out.
async function finished(ask: Asks, interaction: Interaction, personId: string, method: 'password' | 'password-totp'): Promise<Answer> {
  const answer = await finishSignIn(ask, interaction, { personId, method, level: 'low' })
  if (answer.kind !== 'redirect') return answer
  const mark = rememberDevice({ secret: await serviceSecret(ask.platform), tenant: ask.tenant.id, cookies: ask.headers['cookie'] }, personId, ask.platform.config.https)
  return { ...answer, headers: { ...answer.headers, 'set-cookie': mark } }
}
