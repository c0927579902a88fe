import { Type } from 'typebox'
import { get, json, page, post, seeOther, title, type Answer, type Ask, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../locales/index.ts'
import { onlyInDemo } from '../provider/ask.ts'
import { TestServicePage } from './pages/service.tsx'
import { answerFromPhone, askOnPhone, asksPhones, beginSignIn, codeOf, endedSession, finishSignIn, partsOf, refreshTokens, signOutAddress } from './provider.ts'
import { serviceKey } from './key.ts'
import { endByProvider } from './queries.ts'
import { home } from './registration.ts'
import type { Outcome, ServiceState } from './schema.ts'
import { endSession, keepSession, onwards, openSession } from './session.ts'

const heading = title(words, 'parking.title')
const Wish = Type.Object({ level: Type.Optional(Type.Union([Type.Literal('substantial'), Type.Literal('high')])), how: Type.Optional(Type.Union([Type.Literal('for'), Type.Literal('silent'), Type.Literal('lasting')])) }, { additionalProperties: true })
const options = { frame: 'question', private: true, noindex: true } as const

/** An invented service that signs people in with their town account, as any foreign service would, and shows what it learns. */
export const testServiceRoutes: readonly Route[] = [
  get(home, { access: 'anyone', title: heading }, async (ask) => {
    onlyInDemo(ask)
    return await show(ask)
  }),

  // A link and no form: nothing is sent, and the person goes to another page to sign in.
  get(`${home}/sign-in`, { access: 'anyone', query: Wish, title: heading }, async (ask) => {
    onlyInDemo(ask)
    const { url, flow } = await beginSignIn(ask, ask.query)
    const { state, providerSession } = await openSession(ask)
    const { outcome: _outcome, ...others } = state
    return onwards(url.href, await keepSession(ask, { ...others, flow }, { ...(providerSession !== null && { providerSession }) }))
  }),

  get(`${home}/return`, { access: 'anyone', title: heading }, async (ask) => {
    onlyInDemo(ask)
    const { state, providerSession } = await openSession(ask)
    const { flow, ...others } = state
    if (!flow) return seeOther(home)
    try {
      const { tokens, providerSession: begun } = await finishSignIn(ask, flow)
      return onwards(home, await keepSession(ask, { tokens }, { fresh: true, ...(begun !== undefined && { providerSession: begun }) }))
    } catch (error) {
      return onwards(home, await keepSession(ask, { ...others, outcome: refusalOf(error) }, { ...(providerSession !== null && { providerSession }) }))
    }
  }),

  post(`${home}/refresh`, { access: 'anyone', title: heading }, async (ask) => {
    onlyInDemo(ask)
    const { state, providerSession } = await openSession(ask)
    if (state.tokens?.refreshToken === undefined) return seeOther(home)
    const kept = { ...(providerSession !== null && { providerSession }) }
    try {
      const { tokens } = await refreshTokens(ask, state.tokens)
      return onwards(home, await keepSession(ask, { tokens, outcome: { kind: 'refreshed' } }, kept))
    } catch (error) {
      // Consent was taken back, or the person was locked out: the service may know nothing new.
      return onwards(home, await keepSession(ask, { tokens: withoutRefresh(state.tokens), outcome: { kind: 'not-refreshed', code: codeOf(error) } }, kept))
    }
  }),

  post(`${home}/sign-out`, { access: 'anyone', title: heading }, async (ask) => {
    onlyInDemo(ask)
    const { state } = await openSession(ask)
    await endSession(ask)
    return seeOther(state.tokens ? (await signOutAddress(ask, state.tokens.idToken)).href : home)
  }),

  get(`${home}/signed-out`, { access: 'anyone', title: heading }, async (ask) => {
    onlyInDemo(ask)
    return await show(ask, { signedOut: true })
  }),

  post(`${home}/phone`, { access: 'anyone', title: heading, rate: { max: 30, per: 'hour' } }, async (ask) => {
    onlyInDemo(ask)
    const t = ask.say(pageWords)
    const form = ask.form(Type.Object({ userName: Type.String({ minLength: 1, maxLength: 320 }) }))
    if (!form.ok) return await show(ask, { userName: '', error: t('parking.phone-name-missing') })
    const { userName } = form.value
    try {
      const question = await askOnPhone(ask, userName, t('parking.phone-message'))
      return onwards(home, await keepSession(ask, { question }))
    } catch (error) {
      return await show(ask, { userName, error: t(codeOf(error) === 'unknown_user_id' ? 'parking.phone-unknown' : 'parking.phone-failed') })
    }
  }),

  get(`${home}/keys`, { access: 'anyone', title: heading }, async (ask) => {
    onlyInDemo(ask)
    return json({ keys: [(await serviceKey(ask.platform, ask.tenant.id)).publicKey] })
  }),

  // The provider itself calls; it has no session here and proves itself by its signature.
  post(`${home}/back-channel`, { access: 'anyone', csrf: false, rate: { max: 600, per: 'minute' }, title: heading }, async (ask) => {
    onlyInDemo(ask)
    const form = ask.form(Type.Object({ logout_token: Type.String({ maxLength: 20_000 }) }))
    const noStore = { 'cache-control': 'no-store' }
    const ended = form.ok ? await endedSession(ask, form.value.logout_token).catch(() => undefined) : undefined
    if (ended === undefined) return json({ error: 'invalid_request' }, 400, noStore)
    await ask.write((db) => endByProvider(db, ended))
    return json({}, 200, noStore)
  }),
]

const withoutRefresh = ({ refreshToken: _gone, ...tokens }: NonNullable<ServiceState['tokens']>): NonNullable<ServiceState['tokens']> => tokens

const silent = new Set(['login_required', 'consent_required', 'interaction_required'])

function refusalOf(error: unknown): Outcome {
  const code = codeOf(error)
  if (code === 'access_denied') return { kind: 'denied', code }
  return { kind: silent.has(code) ? 'nobody' : 'failed', code }
}

type Now = { signedOut?: boolean; userName?: string; error?: string }

async function show(ask: Ask, { signedOut = false, userName = '', error }: Now = {}): Promise<Answer> {
  const session = await openSession(ask)
  const { state, headers, waiting } = await withAnswer(ask, session.state)
  const { tokens, outcome, question } = state
  const token = tokens && partsOf(tokens.idToken)
  return page(
    TestServicePage,
    {
      t: ask.say(pageWords),
      csrf: ask.csrf(),
      home,
      outcome,
      signedOut: signedOut && tokens === undefined,
      endedAt: tokens === undefined ? (session.endedByProviderAt ?? undefined) : undefined,
      signedIn: tokens && token && { claims: claimsOf(token.payload, tokens.told), header: token.header, payload: token.payload, lasting: tokens.refreshToken !== undefined, refreshed: tokens.refreshed },
      phone: await asksPhones(ask),
      waitsFor: waiting ? question?.userName : undefined,
      typed: userName,
      error,
    },
    // What was learnt is a wide table.
    { ...options, ...(tokens && { frame: 'object' as const }), headers, ...(waiting && { refreshAfter: Math.max(3, question?.interval ?? 5) }), ...(error !== undefined && { status: 422, hasErrors: true }) },
  )
}

// While a phone is asked the page looks for the answer each time it loads itself.
async function withAnswer(ask: Ask, state: ServiceState): Promise<{ state: ServiceState; headers: Record<string, string>; waiting: boolean }> {
  const { question } = state
  if (!question) return { state, headers: {}, waiting: false }
  const ended = async (outcome: Outcome) => ({ state: { outcome }, headers: await keepSession(ask, { outcome }), waiting: false })
  if (question.until * 1_000 <= ask.now.getTime()) return await ended({ kind: 'no-answer' })
  try {
    const answer = await answerFromPhone(ask, question)
    if (!answer) return { state, headers: {}, waiting: true }
    const { tokens, providerSession } = answer
    return { state: { tokens }, headers: await keepSession(ask, { tokens }, { fresh: true, ...(providerSession !== undefined && { providerSession }) }), waiting: false }
  } catch (error) {
    return await ended(refusalOf(error))
  }
}

/** One line for each thing the service has learnt, from the token or from the page of user data. */
function claimsOf(payload: Record<string, unknown>, told: Record<string, unknown>): { name: string; value: string; from: 'token' | 'page' }[] {
  const lines = [...Object.entries(payload).map(([name, value]) => ({ name, value, from: 'token' as const })), ...Object.entries(told).filter(([name]) => !(name in payload)).map(([name, value]) => ({ name, value, from: 'page' as const }))]
  return lines.map(({ name, value, from }) => ({ name, from, value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value) }))
}
