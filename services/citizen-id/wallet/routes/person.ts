import { Type } from 'typebox'
import { get, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { arrivalRoutes } from '../../saml/arrival.ts'
import { beginForeign, takeAnswer } from '../../saml/foreign.ts'
import type { ForeignIdentity } from '../../saml/schema.ts'
import type { Interaction } from '../../sign-in/interaction.ts'
import { withInteraction } from '../../sign-in/over.ts'
import { EndPage } from '../pages/confirm.tsx'
import { StartPage } from '../pages/start.tsx'
import { WaitingPage } from '../pages/waiting.tsx'
import { endRequest } from '../queries.ts'
import { toldOf, type Reason } from '../refusal.ts'
import { fetchAnswer, isOpen, latestRequest, openRequest } from '../requests.ts'
import { walletLink } from '../request-object.ts'
import type { WalletRequest } from '../schema.ts'
import { walletSetting, type WalletSetting } from '../setting.ts'

const params = Type.Object({ uid: Type.String({ maxLength: 64 }) })
const heading = title(words, 'wallet.title')
const Begin = Type.Object({ device: Type.Union([Type.Literal('this'), Type.Literal('other')]) })
const frame = { frame: 'question', private: true, noindex: true } as const
const path = (uid: string) => `/citizen-id/sign-in/${uid}/wallet`

type Asks = Pick<Ask, 'platform' | 'tenant' | 'url' | 'now' | 'read' | 'write' | 'say' | 'csrf' | 'native'>

/** What the person sees in the browser that waits for the sign-in. */
export const personRoutes = [
  get(path(':uid'), { access: 'anyone', params, query: Type.Object({ still: Type.Optional(Type.Literal('1')) }, { additionalProperties: true }), title: heading }, (ask) =>
    withWallet(ask, ask.params.uid, async (interaction, setting) => {
      const identity = await fetchAnswer(ask, interaction)
      if (identity) return await arrive(ask, interaction, identity)
      const request = await latestRequest(ask, interaction)
      return isOpen(request, ask.now) ? waiting(ask, interaction, setting, request, ask.query.still === '1') : start(ask, interaction, setting, request)
    }),
  ),

  post(path(':uid'), { access: 'anyone', params, title: heading }, (ask) =>
    withWallet(ask, ask.params.uid, async (interaction, setting) => {
      const form = ask.form(Begin)
      const device = form.ok && (form.value.device === 'this' || setting.otherDevice) ? form.value.device : 'this'
      await openRequest(ask, interaction, setting, device)
      return seeOther(path(interaction.uid))
    }),
  ),

  post(`${path(':uid')}/again`, { access: 'anyone', params, title: heading }, (ask) =>
    withWallet(ask, ask.params.uid, async (interaction) => {
      const request = await latestRequest(ask, interaction)
      if (request) await ask.write((db) => endRequest(db, request.id))
      return seeOther(path(interaction.uid))
    }),
  ),

  get(`${path(':uid')}/back`, { access: 'anyone', params, query: Type.Object({ code: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }, { additionalProperties: true }), title: heading }, (ask) =>
    withWallet(ask, ask.params.uid, async (interaction) => {
      const identity = await fetchAnswer(ask, interaction, ask.query.code)
      return identity ? await arrive(ask, interaction, identity) : page(EndPage, { t: ask.say(pageWords), end: 'elsewhere', uid: interaction.uid }, { ...frame, status: 403 })
    }),
  ),

  // From here on it is as with every identity from outside.
  ...arrivalRoutes('wallet'),
]

function withWallet(ask: Asks, uid: string, work: (interaction: Interaction, setting: WalletSetting) => Promise<Answer>): Promise<Answer> {
  return withInteraction(ask, uid, async (interaction) => {
    const setting = await walletSetting(ask.platform, ask.tenant, ask.url.origin)
    return setting ? await work(interaction, setting) : seeOther(`/citizen-id/sign-in/${uid}`)
  })
}

function start(ask: Asks, interaction: Interaction, { otherDevice, simulated }: WalletSetting, before: WalletRequest | undefined): Answer {
  const props = { t: ask.say(pageWords), csrf: ask.csrf(), uid: interaction.uid, client: interaction.clientName, address: interaction.scopes.includes('address'), otherDevice, simulated, failure: failureOf(before, ask.now) }
  return page(StartPage, props, { ...frame, formTargets: [interaction.clientOrigin] })
}

function failureOf(before: WalletRequest | undefined, now: Date) {
  if (!before) return undefined
  if (before.failure !== null) return before.failure === 'wrong-number' ? ('wrong-number' as const) : toldOf(before.failure as Reason) // written by failRequest
  return before.state !== 'over' && before.expiresAt <= now ? ('late' as const) : undefined
}

function waiting(ask: Asks, interaction: Interaction, setting: WalletSetting, request: WalletRequest, still: boolean): Answer {
  const { device, number, expiresAt, state, failure } = request
  const link = walletLink({ wallet: setting.wallet, clientId: request.clientId }, ask.url.origin, request.id)
  return page(
    WaitingPage,
    { t: ask.say(pageWords), csrf: ask.csrf(), uid: interaction.uid, device, link, number, until: expiresAt, answered: state === 'answered', simulated: setting.simulated, still, failure: failure === null ? undefined : toldOf(failure as Reason) },
    { ...frame, ...(device === 'other' && !still && { refreshAfter: 3, ownStill: true }), formTargets: [interaction.clientOrigin] },
  )
}

/** Hands the identity over to where all identities from outside arrive: known people go on, everybody else decides what becomes of it. */
async function arrive(ask: Asks, { uid, wanted }: Interaction, identity: ForeignIdentity): Promise<Answer> {
  const { relayState } = await beginForeign(ask, { interaction: uid, source: 'wallet', wanted })
  return seeOther(await takeAnswer(ask, 'wallet', relayState, async () => ({ outcome: { ok: true, identity } })))
}
