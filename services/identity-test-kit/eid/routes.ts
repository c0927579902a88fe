import { Type } from 'typebox'
import { get, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type Route } from '@modellregion/kernel'
import { cards, demoPin } from '../demo/cards.ts'
import { pageWords, words } from '../locales/index.ts'
import { checkedRequest, keepRequest, onlyInDemo, partyOf } from '../provider/ask.ts'
import { countWrongPin, getRequest, layDown } from '../provider/queries.ts'
import type { WaitingRequest } from '../provider/schema.ts'
import { eidAnswer } from './answer.ts'
import { CardPage, PinPage } from './pages/card.tsx'
import { readable } from './readable.ts'
import { askedNames } from './request.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const withCard = Type.Object({ id: Type.String({ format: 'uuid' }), card: Type.String({ maxLength: 20 }) })
// Where an answer leads in the end is known to whoever asked, and a browser applies `form-action` to redirects as well.
const quiet = { frame: 'question', private: true, noindex: true, formTargets: ['http:', 'https:'] } as const
const tries = 3
const reading = ['DocumentType', 'GivenNames', 'FamilyNames', 'DateOfBirth', 'PlaceOfResidence', 'RestrictedID'] as const

export const eidRoutes: readonly Route[] = [
  // The address of the simulated eID server.
  get('/identity-test-kit/eid', { access: 'anyone', query: Type.Object({}, { additionalProperties: true }), title: title(words, 'card.title') }, async (ask) => {
    onlyInDemo(ask)
    const checked = await checkedRequest(ask, 'eid')
    const asked = checked && (await askedNames(ask, checked.request))
    if (!asked) return refuse(400, 'identity-test-kit.eid.bad-request', ask.say(pageWords)('kit.bad-request'))
    return seeOther(`/identity-test-kit/eid/${await keepRequest(ask, 'eid', checked.request, asked.join(' '))}`)
  }),

  get('/identity-test-kit/eid/:id', { access: 'anyone', params, title: title(words, 'card.title') }, async (ask) => {
    const request = await waiting(ask)
    const t = ask.say(pageWords)
    const shown = cards.map((card) => ({ key: card.key, name: readable(card).name, kind: t(`card.kind.${card.document}`), born: t('card.born', { day: card.birthDate.split('-').reverse().join('.') }), state: card.state }))
    return page(CardPage, { t, csrf: ask.csrf(), id: request.id, host: await hostOf(ask, request), cards: shown }, quiet)
  }),

  post('/identity-test-kit/eid/:id/card/:card', { access: 'anyone', params: withCard }, async (ask) => {
    const request = await waiting(ask)
    if (!cards.some(({ key }) => key === ask.params.card)) throw new NotFound()
    await ask.write((db) => layDown(db, request.id, ask.params.card))
    return seeOther(`/identity-test-kit/eid/${request.id}/pin`)
  }),

  get('/identity-test-kit/eid/:id/pin', { access: 'anyone', params, title: title(words, 'pin.title') }, async (ask) => await pinPage(ask, await waiting(ask))),

  post('/identity-test-kit/eid/:id/pin', { access: 'anyone', params, title: title(words, 'pin.title') }, async (ask) => {
    const request = await waiting(ask)
    const card = cards.find(({ key }) => key === request.card)
    if (!card) return seeOther(`/identity-test-kit/eid/${request.id}`)
    const form = ask.form(Type.Object({ pin: Type.String({ maxLength: 6 }) }))
    if (form.ok && form.value.pin === demoPin) return seeOther(await eidAnswer(ask, request, { card }))
    const { n } = await ask.write((db) => countWrongPin(db, request.id))
    if (n >= tries) return seeOther(await eidAnswer(ask, request, { failure: 'pinBlocked' }))
    return await pinPage(ask, request, tries - n)
  }),

  post('/identity-test-kit/eid/:id/cancel', { access: 'anyone', params }, async (ask) => seeOther(await eidAnswer(ask, await waiting(ask), { failure: 'cancellationByUser' }))),
]

async function waiting(ask: Ask<{ id: string }>): Promise<WaitingRequest> {
  onlyInDemo(ask)
  return await ask.read((db) => getRequest(db, 'eid', ask.params.id))
}

const hostOf = async (ask: Pick<Ask, 'platform' | 'read' | 'write' | 'url' | 'now'>, { issuer }: WaitingRequest): Promise<string> => new URL((await partyOf(ask, 'eid', issuer)).answersTo).host

async function pinPage(ask: Ask<{ id: string }>, request: WaitingRequest, left?: number): Promise<Answer> {
  const card = cards.find(({ key }) => key === request.card)
  if (!card) return seeOther(`/identity-test-kit/eid/${request.id}`)
  const t = ask.say(pageWords)
  const asked = new Set(request.level?.split(' '))
  const reads = reading.filter((name) => asked.has(name)).map((name) => t(`pin.attribute.${name}`))
  const props = { t, csrf: ask.csrf(), id: request.id, name: readable(card).name, host: await hostOf(ask, request), reads, pin: demoPin, error: left === undefined ? undefined : t.count('pin.wrong', left) }
  return page(PinPage, props, { ...quiet, ...(left !== undefined && { status: 422, hasErrors: true }) })
}
