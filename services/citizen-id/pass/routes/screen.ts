import { Type } from 'typebox'
import { deviceFamily, get, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { finishSignIn } from '../../sign-in/finish.ts'
import type { Interaction } from '../../sign-in/interaction.ts'
import { withInteraction } from '../../sign-in/over.ts'
import { ScreenPage, type ScreenState } from '../pages/screen.tsx'
import { deleteOldRequests, findLatestRequest, takeApproved } from '../queries.ts'
import { openPassRequest } from '../requests.ts'
import { grouped } from '../rules.ts'
import type { PassRequest } from '../schema.ts'
import { passSecrets, type Secrets } from '../secrets.ts'

const params = Type.Object({ uid: Type.String({ maxLength: 64 }) })
const heading = title(words, 'pass.screen')
const Still = Type.Object({ still: Type.Optional(Type.Literal('1')) }, { additionalProperties: true })
const path = (uid: string) => `/citizen-id/sign-in/${uid}/pass`
/** Seconds after which the page looks again, for browsers without script. */
const lookAgain = 3

/** The screen that asks the Pass and waits. Only its own browser, which has the cookie of the sign-in, gets in by the answer. */
export const screenRoutes = [
  get(path(':uid'), { access: 'anyone', params, query: Still, title: heading }, (ask) =>
    withInteraction(ask, ask.params.uid, async (interaction) => {
      const secrets = await passSecrets(ask)
      const request = await ask.read((db) => findLatestRequest(db, secrets.askedBy(interaction.uid)))
      if (!request) return await begin(ask, interaction, secrets)
      if (request.state === 'approved') {
        const proof = await ask.write((db) => takeApproved(db, request.id, secrets.askedBy(interaction.uid)))
        if (proof) return await finishSignIn(ask, interaction, { ...proof, method: 'pass' })
      }
      return shown(ask, interaction, secrets, request, ask.query.still === '1')
    }),
  ),

  post(path(':uid'), { access: 'anyone', params, title: heading, rate: { max: 30, per: 'minute' } }, (ask) => withInteraction(ask, ask.params.uid, async (interaction) => await begin(ask, interaction, await passSecrets(ask)))),
]

async function begin(ask: Ask<unknown>, interaction: Interaction, secrets: Secrets): Promise<Answer> {
  await ask.write(async (db) => {
    await deleteOldRequests(db)
    await openPassRequest(db, secrets, {
      origin: 'screen',
      askedBy: interaction.uid,
      wanted: interaction.wanted,
      context: {
        clientId: interaction.clientId,
        clientName: interaction.clientName.slice(0, 200),
        host: interaction.clientHost,
        purpose: '',
        claims: interaction.scopes.filter((scope) => scope !== 'offline_access' && scope !== 'openid'),
        browser: deviceFamily(ask.headers['user-agent']),
        message: '',
      },
    })
  })
  return seeOther(path(interaction.uid))
}

function stateOf({ state, reason, expiresAt }: PassRequest, now: Date): ScreenState {
  if (state === 'declined') return reason ?? 'not-me'
  if (state === 'used' || state === 'approved') return 'late' // fetched already, or the key was taken back
  return expiresAt <= now ? 'late' : state
}

function shown(ask: Ask<unknown>, interaction: Interaction, secrets: Secrets, request: PassRequest, still: boolean): Answer {
  const code = grouped(secrets.code(request.id))
  const state = stateOf(request, ask.now)
  const waits = state === 'waiting' || state === 'seen'
  return page(
    ScreenPage,
    { t: ask.say(pageWords), csrf: ask.csrf(), uid: interaction.uid, state, code, link: `${ask.url.origin}/pass/open?code=${code}`, host: ask.url.host, number: request.number, until: request.expiresAt, still },
    { frame: 'question', private: true, noindex: true, formTargets: [interaction.clientOrigin], ...(waits && !still && { refreshAfter: lookAgain, ownStill: true }) },
  )
}
