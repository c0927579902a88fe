import { Type } from 'typebox'
import { get, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { useKeyOptions } from '../../passkey/ceremony.ts'
import { relyingParty } from '../../passkey/relying-party.ts'
import { answerLimit } from '../../passkey/schema.ts'
import { bucketsOf, countTry, forgive } from '../../sign-in/attempts.ts'
import { serviceSecret } from '../../sign-in/secret.ts'
import { tellDecision } from '../decision.ts'
import { AnsweredPage, OpenPage, RequestPage, type Answered } from '../pages/phone.tsx'
import { ScanPage } from '../pages/scan.tsx'
import { findOpenRequest, takeByCode, takePairingByCode } from '../queries.ts'
import { approve, decline, type ApprovalRefusal } from '../requests.ts'
import { grouped, readCode, threeNumbers } from '../rules.ts'
import type { PassRequest } from '../schema.ts'
import { newPhone, passSecrets, phoneCookie, phoneHash, phoneOf } from '../secrets.ts'

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) })
const CodeForm = Type.Object({ code: Type.String({ maxLength: 40 }) })
const Approval = Type.Object({ number: Type.Integer({ minimum: 10, maximum: 99 }), answer: Type.String({ maxLength: answerLimit }) })
const answered = ['approved', 'not-me', 'wrong-number', 'over'] as const satisfies readonly Answered[]
const heading = title(words, 'pass.request')
const frame = { frame: 'question', private: true, noindex: true, manifest: '/pass/app.webmanifest' } as const

/** The phone: from a code to a question, and the answer to it. No session is needed, the key itself says who answers. */
export const phoneRoutes = [
  get('/pass/scan', { access: 'anyone', title: title(words, 'pass.scan') }, (ask) => page(ScanPage, { t: ask.say(pageWords), csrf: ask.csrf(), origin: ask.url.origin, error: undefined, typed: '' }, frame)),

  // A phone's own camera leads here. Looking changes nothing: the question is opened by the button.
  get('/pass/open', { access: 'anyone', query: Type.Object({ code: Type.Optional(Type.String({ maxLength: 40 })) }, { additionalProperties: true }), title: heading }, (ask) => {
    const code = readCode(ask.query.code ?? '')
    return code === undefined ? seeOther('/pass/scan') : page(OpenPage, { t: ask.say(pageWords), csrf: ask.csrf(), code: grouped(code) }, frame)
  }),

  post('/pass/open', { access: 'anyone', title: heading }, openByCode),

  get('/pass/request/:id', { access: 'anyone', params: ById, title: heading }, (ask) => withRequest(ask, ask.params.id, (request) => requestPage(ask, request))),

  post('/pass/request/:id/approve', { access: 'anyone', params: ById, title: heading, rate: { max: 60, per: 'minute' } }, (ask) =>
    withRequest(ask, ask.params.id, async (request) => {
      const form = ask.form(Approval)
      if (!form.ok) return await requestPage(ask, request, 'choose')
      const outcome = await approve(ask, await passSecrets(ask), request, form.value)
      if (outcome.approved) {
        await tellDecision(ask, request, { approved: true, personId: outcome.personId, level: outcome.level })
        return seeOther('/pass/answered/approved')
      }
      if (outcome.why === 'wrong-number') await tellDecision(ask, request, { approved: false })
      return outcome.why === 'wrong-number' || outcome.why === 'over' ? seeOther(`/pass/answered/${outcome.why}`) : await requestPage(ask, request, outcome.why)
    }),
  ),

  post('/pass/request/:id/decline', { access: 'anyone', params: ById, title: heading }, (ask) =>
    withRequest(ask, ask.params.id, async (request) => {
      await decline(ask, request, 'not-me')
      await tellDecision(ask, request, { approved: false })
      return seeOther('/pass/answered/not-me')
    }),
  ),

  get('/pass/answered/:how', { access: 'anyone', params: Type.Object({ how: Type.Union(answered.map((one) => Type.Literal(one))) }), title: heading }, (ask) =>
    page(AnsweredPage, { t: ask.say(pageWords), how: ask.params.how }, { ...frame, ...(ask.params.how === 'over' && { status: 410 }) }),
  ),
]

type Asks = Ask<unknown>

async function openByCode(ask: Asks): Promise<Answer> {
  const t = ask.say(pageWords)
  const form = ask.form(CodeForm)
  const typed = form.ok ? form.value.code : ''
  const again = (error: string, status: number) => page(ScanPage, { t, csrf: ask.csrf(), origin: ask.url.origin, error, typed }, { ...frame, status, hasErrors: true })
  const code = readCode(typed)
  if (code === undefined) return again(t('pass.code-wrong-shape'), 422)
  const [secrets, secret, network] = await Promise.all([passSecrets(ask), serviceSecret(ask.platform), ask.network()])
  // A good code gives only its own try back, or whoever has one could guess without end.
  const buckets = bucketsOf(secret, ask.tenant.id, [{ limit: 'network', of: `pass-code ${network}` }])
  const wait = await ask.write((db) => countTry(db, buckets))
  if (wait > 0) return again(t('sign-in.wait-later', { until: new Date(ask.now.getTime() + wait * 1_000 + 60_000) }), 429)
  const phone = phoneOf(ask) ?? newPhone()
  const found = await ask.write(async (db) => {
    const request = await takeByCode(db, secrets.codeHash(code), phoneHash(phone))
    if (request) return `/pass/request/${request.id}`
    const pairing = await takePairingByCode(db, secrets.codeHash(code), phoneHash(phone))
    return pairing && `/pass/join/${pairing.id}`
  })
  if (found === undefined) return again(t('pass.code-unknown'), 422)
  await ask.write((db) => forgive(db, buckets))
  return { ...seeOther(found), headers: { 'set-cookie': phoneCookie(phone, ask.platform.config.https) } }
}

async function withRequest(ask: Asks, id: string, work: (request: PassRequest) => Promise<Answer> | Answer): Promise<Answer> {
  const phone = phoneOf(ask)
  const request = await ask.read((db) => findOpenRequest(db, id, { phone: phone && phoneHash(phone), personId: ask.actor.id }))
  return request ? await work(request) : seeOther('/pass/answered/over')
}

async function requestPage(ask: Asks, request: PassRequest, trouble?: Exclude<ApprovalRefusal, 'wrong-number' | 'over'> | 'choose'): Promise<Answer> {
  const secrets = await passSecrets(ask)
  const party = relyingParty(ask)
  const numbers = threeNumbers(secrets.seedOf(request.id), request.number)
  const challenges = Object.fromEntries(numbers.map((number) => [String(number), secrets.challenge(request, number)]))
  const options = party && (await useKeyOptions(party, secrets.challenge(request, 0)))
  return page(
    RequestPage,
    { t: ask.say(pageWords), csrf: ask.csrf(), town: `${ask.tenant.kind} ${ask.tenant.name}`, request, numbers, challenges, options: options as Record<string, unknown> | undefined, trouble },
    { ...frame, ...(trouble && { status: trouble === 'too-low' ? 403 : 422, hasErrors: true }) },
  )
}
