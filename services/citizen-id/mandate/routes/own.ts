import { Type } from 'typebox'
import { get, NotFound, page, post, seeOther, title, type Ask, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { findPerson } from '../../person/queries.ts'
import { activate, decline, revoke } from '../acts.ts'
import { offerCodes } from '../codes.ts'
import { endEverythingUnder } from '../end.ts'
import { MandatesPage } from '../pages/list.tsx'
import { EndMandatePage, MandatePage } from '../pages/mandate.tsx'
import { countUses, getMandate, listEvents, listMandatesOf, listUses } from '../queries.ts'
import { grouped, mayAnswer, mayEnd, sideOf, stateNow, type Side } from '../rules.ts'
import type { Mandate } from '../schema.ts'
import { shownOf } from '../shown.ts'

export const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const heading = title(words, 'mandate.title')
const quiet = { private: true, noindex: true } as const

/** Who asks. The access rules let nobody in who is not signed in. */
export function personOf({ actor }: Pick<Ask, 'actor'>): string {
  if (actor.id === undefined) throw new Error('A mandate was asked for by a guest; see access.ts.')
  return actor.id
}

/** Somebody else's representation is not there, whatever its id. @throws NotFound */
async function own(ask: Pick<Ask, 'read' | 'actor'>, id: string): Promise<{ mandate: Mandate; side: Side; me: string }> {
  const me = personOf(ask)
  const mandate = await ask.read((db) => getMandate(db, id))
  const side = sideOf(mandate, me)
  if (!side) throw new NotFound()
  return { mandate, side, me }
}

/** What both sides see and do with a representation. */
export const ownRoutes: readonly Route[] = [
  get('/citizen-id/mandates', { access: 'mandate.see', title: heading }, async (ask) => {
    const me = personOf(ask)
    const t = ask.say(pageWords)
    const { mandates, uses } = await ask.read(async (db) => ({ mandates: await listMandatesOf(db, me), uses: new Map((await countUses(db, me)).map(({ mandateId, n }) => [mandateId, n])) }))
    const show = (side: Side) => mandates.filter((mandate) => sideOf(mandate, me) === side).map((mandate) => shownOf(ask, t, mandate, uses.get(mandate.id) ?? 0))
    return page(MandatesPage, { t, given: show('principal'), received: show('representative') }, { frame: 'list', ...quiet, crumbs: [{ label: t('service.title'), href: '/citizen-id' }, { label: t('mandate.title') }] })
  }),

  get('/citizen-id/mandates/:id', { access: 'mandate.see', params: ById, title: heading }, async (ask) => {
    const { mandate, side, me } = await own(ask, ask.params.id)
    const t = ask.say(pageWords)
    const { events, uses } = await ask.read(async (db) => ({ events: await listEvents(db, mandate.id), uses: mandate.representativeId === null ? [] : await listUses(db, mandate.id, mandate.representativeId) }))
    const open = side === 'principal' && mandate.representativeId === null && mandate.representativeLabel === '' && stateNow(mandate, ask.now) === 'proposed'
    const code = open ? grouped((await offerCodes(ask.platform, ask.tenant.id)).code(mandate.id)) : undefined
    const props = { t, csrf: ask.csrf(), mandate, shown: shownOf(ask, t, mandate, uses.length), side, events, uses, code, may: { answer: mayAnswer(mandate, me, ask.now), end: mayEnd(mandate, me, ask.now) } }
    return page(MandatePage, props, { frame: 'object', ...quiet, crumbs: [{ label: t('service.title'), href: '/citizen-id' }, { label: t('mandate.title'), href: '/citizen-id/mandates' }, { label: t(`mandate.kind.${mandate.kind}`) }] })
  }),

  post('/citizen-id/mandates/:id/accept', { access: 'mandate.see', params: ById }, async (ask) => {
    const { mandate, me } = await own(ask, ask.params.id)
    if (!mayAnswer(mandate, me, ask.now)) throw new NotFound()
    await ask.write(async (db) => {
      const person = await findPerson(db, me)
      await activate(db, mandate.id, { representative: me, name: [person?.givenNames, person?.familyName].filter(Boolean).join(' ') })
    })
    return seeOther(`/citizen-id/mandates/${mandate.id}`)
  }),

  post('/citizen-id/mandates/:id/decline', { access: 'mandate.see', params: ById }, async (ask) => {
    const { mandate, me } = await own(ask, ask.params.id)
    if (!mayAnswer(mandate, me, ask.now)) throw new NotFound()
    await ask.write((db) => decline(db, mandate.id, me))
    return seeOther('/citizen-id/mandates')
  }),

  get('/citizen-id/mandates/:id/end', { access: 'mandate.end', params: ById, title: title(words, 'mandate.end-title') }, async (ask) => {
    const { mandate, side, me } = await own(ask, ask.params.id)
    if (!mayEnd(mandate, me, ask.now)) return seeOther(`/citizen-id/mandates/${mandate.id}`)
    return page(EndMandatePage, { t: ask.say(pageWords), csrf: ask.csrf(), mandate, side }, { frame: 'question', ...quiet })
  }),

  post('/citizen-id/mandates/:id/end', { access: 'mandate.end', params: ById }, async (ask) => {
    const { mandate, side, me } = await own(ask, ask.params.id)
    if (mayEnd(mandate, me, ask.now) && (await ask.write((db) => revoke(db, mandate.id, side, me)))) await endEverythingUnder(ask.platform, ask.tenant.id, mandate.id)
    return seeOther(`/citizen-id/mandates/${mandate.id}`)
  }),
]
