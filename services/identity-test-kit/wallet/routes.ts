import { generateKeyPairSync } from 'node:crypto'
import { Type } from 'typebox'
import { body, get, page, post, seeOther, title, type Answer, type Ask, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../locales/index.ts'
import { onlyInDemo } from '../provider/ask.ts'
import { issueCopy, statusList } from './issue.ts'
import { QuestionPage } from './pages/question.tsx'
import { EndPage, ReadPage } from './pages/read.tsx'
import { behaviours, type Behaviour } from './behaviour.ts'
import { nameOf, walletPeople, type WalletPerson } from './people.ts'
import { chosenClaims, encryptedAnswer, presentation, type Mischief } from './present.ts'
import { fetchFrom, fetchQuestion, readLink, type Question } from './request.ts'

const heading = title(words, 'wallet.title')
const Wish = Type.Object({ link: Type.String({ maxLength: 4_000 }), person: Type.String({ maxLength: 40 }), behaviour: Type.Union(behaviours.map((one) => Type.Literal(one))), decision: Type.String({ maxLength: 10 }) })
const frame = { frame: 'question', private: true, noindex: true } as const

export const walletRoutes: readonly Route[] = [
  get('/identity-test-kit/wallet', { access: 'anyone', query: Type.Object({ link: Type.Optional(Type.String({ maxLength: 4_000 })) }, { additionalProperties: true }), title: heading }, async (ask) => {
    onlyInDemo(ask)
    const t = ask.say(pageWords)
    const link = ask.query.link ?? (ask.url.searchParams.has('request_uri') ? ask.url.href : undefined)
    if (link === undefined) return page(ReadPage, { t, link: '', error: undefined }, frame)
    const found = await questionOf(ask, link)
    if (found === undefined) return page(ReadPage, { t, link, error: t('wallet.link-wrong') }, { ...frame, status: 422, hasErrors: true })
    if ('reason' in found) return page(EndPage, { t, end: 'bad', reason: found.reason }, { ...frame, status: 410 })
    return page(QuestionPage, { t, csrf: ask.csrf(), link, question: found, people: walletPeople.map((person) => ({ key: person.key, name: nameOf(person), state: person.state })), behaviours }, frame)
  }),

  post('/identity-test-kit/wallet', { access: 'anyone', title: heading }, async (ask) => {
    onlyInDemo(ask)
    const t = ask.say(pageWords)
    const form = ask.form(Wish)
    const found = form.ok ? await questionOf(ask, form.value.link) : undefined
    if (!form.ok || found === undefined) return page(EndPage, { t, end: 'bad', reason: undefined }, { ...frame, status: 422 })
    if ('reason' in found) return page(EndPage, { t, end: 'bad', reason: found.reason }, { ...frame, status: 410 })
    const { person: key, behaviour, decision } = form.value
    const person = walletPeople.find((one) => one.key === key)
    if (decision !== 'agree' || !person) return await send(ask, found, new URLSearchParams({ response: await encryptedAnswer(found, { error: 'access_denied' }) }))
    const answer = await answerAs(ask, found, person, behaviour)
    return answer ? await send(ask, found, answer) : page(EndPage, { t, end: 'cannot', reason: undefined }, { ...frame, status: 422 })
  }),

  get('/identity-test-kit/wallet/status', { access: 'anyone', api: { summary: 'Which simulated identities are revoked (Token Status List)' } }, async (ask) => {
    onlyInDemo(ask)
    return body('application/statuslist+jwt', await statusList(ask.platform, ask.url.origin, ask.now))
  }),
]

async function questionOf(ask: Pick<Ask, 'platform' | 'url' | 'now'>, text: string): Promise<Question | { reason: string } | undefined> {
  const link = readLink(text)
  return link && (await fetchQuestion(ask, link).catch((error: unknown) => ({ reason: (error as Error).message })))
}

async function answerAs(ask: Pick<Ask, 'platform' | 'url' | 'now'>, question: Question, person: WalletPerson, behaviour: Behaviour): Promise<URLSearchParams | undefined> {
  const copy = await issueCopy(ask.platform, ask.url.origin, person, ask.now)
  const shown = chosenClaims(copy, question)
  if (!shown) return undefined
  const token = { [question.queryId]: [await presentation(copy, question, shown, ask.now, mischiefOf(behaviour))] }
  if (behaviour === 'plain') return new URLSearchParams({ vp_token: JSON.stringify(token), state: question.state })
  return new URLSearchParams({ response: await encryptedAnswer(question, { vp_token: token }) })
}

function mischiefOf(behaviour: Behaviour): Mischief {
  if (behaviour === 'other-key') return { holderKey: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }
  if (behaviour === 'too-much') return { more: [['nationalities']] }
  if (behaviour !== 'other-name') return {}
  return { before: (shown) => shown.split('~').map(renamed).join('~') }
}

const renamed = (part: string): string => {
  const [salt, name, value] = /^[A-Za-z0-9_-]+$/.test(part) ? (JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown[]) : []
  return name === 'family_name' ? Buffer.from(JSON.stringify([salt, name, `${String(value)}-ANDERS`])).toString('base64url') : part
}

async function send(ask: Pick<Ask, 'platform' | 'url' | 'say'>, { responseUri }: Question, content: URLSearchParams): Promise<Answer> {
  const answer = await fetchFrom(ask, responseUri, content)
  const said = (await answer.json().catch(() => ({}))) as { redirect_uri?: string }
  const t = ask.say(pageWords)
  if (answer.status !== 200) return page(EndPage, { t, end: 'refused', reason: undefined }, { ...frame, status: 422 })
  return said.redirect_uri === undefined ? page(EndPage, { t, end: 'sent', reason: undefined }, frame) : seeOther(said.redirect_uri)
}
