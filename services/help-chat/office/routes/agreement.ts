import { Type } from 'typebox'
import { get, NotFound, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { askOffice, leaveOffice, leaveVillage, serveVillage } from '../agreements.ts'
import { officePage, pageProps, refusedForm, untouched, type FormState } from '../form.ts'
import { AgreementsPage, LeavePage, ServePage, type ShownAgreement } from '../pages/agreement.tsx'
import { findAgreement, listAgreements, listServing } from '../queries/agreement.ts'
import { listConfidants } from '../queries/confidant.ts'
import { jointState } from '../rules.ts'
import type { Agreement } from '../schema.ts'
import { unitIn } from '../towns.ts'
import { WithDone } from './board.ts'
import { byOf } from './person.ts'

const address = '/help-chat/office/agreements'
const options = { access: 'office.lead', title: title(words, 'office.agreements-title') } as const
const Town = Type.String({ maxLength: 64 })
const AskForm = Type.Object({ town: Town })
const ServeForm = Type.Object({ confidants: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1 }) })
const OneTown = Type.Object({ town: Town })
const Leaving = Type.Object({ side: Type.Union([Type.Literal('village'), Type.Literal('office')]), town: Town })

type Asks = Pick<Ask, 'say' | 'csrf' | 'url' | 'platform' | 'may' | 'actor' | 'tenant' | 'read' | 'now'>

/** Towns that work together. Each side speaks for its own town only. */
export const agreementRoutes = [
  get(address, { ...options, query: WithDone }, async (ask) => await show(ask, untouched, ask.query.done)),

  post(`${address}/ask`, { ...options, rate: { max: 30, per: 'hour' } }, async (ask) => {
    const read = ask.form(AskForm)
    if (!read.ok) return await show(ask, refusedForm(ask, read))
    const refusal = await askOffice(ask.platform, byOf(ask), read.value.town)
    if (!refusal) return seeOther(`${address}?done=saved`)
    const t = ask.say(pageWords)
    return await show(ask, { typed: read.typed, errors: { town: t(refusal === 'asked-before' ? 'office.error.asked-before' : 'office.error.unknown-town') } })
  }),

  get(`${address}/serve/:town`, { ...options, params: OneTown }, async (ask) => await showServe(ask, ask.params.town)),
  post(`${address}/serve/:town`, { ...options, params: OneTown }, async (ask) => {
    const { town } = ask.params
    const read = ask.form(ServeForm)
    if (!read.ok) return await showServe(ask, town, refusedForm(ask, read))
    const own = new Set((await ownConfidants(ask)).map(({ id }) => id))
    if (await serveVillage(ask.platform, byOf(ask), town, read.value.confidants.filter((id) => own.has(id)))) throw new NotFound()
    return seeOther(`${address}?done=saved`)
  }),

  get(`${address}/leave/:side/:town`, { ...options, params: Leaving }, async (ask) => {
    const { side, town } = ask.params
    if (!(await ask.read((db) => findAgreement(db, town, side)))) throw new NotFound()
    return page(LeavePage, { ...pageProps(ask), side, town, townName: nameOf(ask, town) }, officePage(ask))
  }),
  post(`${address}/leave/:side/:town`, { ...options, params: Leaving }, async (ask) => {
    const { side, town } = ask.params
    await (side === 'village' ? leaveOffice : leaveVillage)(ask.platform, byOf(ask), town)
    return seeOther(`${address}?done=saved`)
  }),
]

const nameOf = ({ platform }: Pick<Ask, 'platform'>, town: string): string => platform.directory.byId(town)?.name ?? town
const ownConfidants = async (ask: Pick<Ask, 'read' | 'tenant'>) => (await ask.read(listConfidants)).filter(({ homeTown }) => homeTown === ask.tenant.id)

async function show(ask: Asks, state: FormState = untouched, done?: string): Promise<Answer> {
  const sides = await ask.read(listAgreements)
  const agreements: ShownAgreement[] = []
  for (const own of sides) agreements.push(await shownOf(ask, own))
  const asked = new Set(agreements.filter(({ side, state: joint }) => side === 'village' && (joint === 'asked' || joint === 'agreed')).map(({ town }) => town))
  const choices = ask.platform.directory
    .all()
    .filter(({ id, services }) => id !== ask.tenant.id && services.includes('help-chat') && !asked.has(id))
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'de'))
  return page(AgreementsPage, { ...pageProps(ask, state), done, agreements, choices }, officePage(ask, state))
}

/** Both sides together, and who serves: for the office its own choice, for the village those who are there. */
async function shownOf(ask: Asks, own: Agreement): Promise<ShownAgreement> {
  const { otherTown: town, side, saidOn: since } = own
  const other = ask.platform.directory.byId(town) ? await unitIn(ask.platform, town, 'read', (db) => findAgreement(db, ask.tenant.id, side === 'village' ? 'office' : 'village')) : undefined
  const all = await ask.read(listConfidants)
  const serving = side === 'office' ? await ask.read((db) => listServing(db, town)) : all.filter(({ homeTown }) => homeTown === town).map(({ id }) => id)
  return { town, townName: nameOf(ask, town), side, state: jointState(own, other), since, people: all.filter(({ id }) => serving.includes(id)).map(({ name }) => name) }
}

async function showServe(ask: Asks, town: string, refused?: FormState): Promise<Answer> {
  const own = await ask.read((db) => findAgreement(db, town, 'office'))
  if (own?.state !== 'asked' && own?.state !== 'agreed') throw new NotFound()
  const choices = (await ownConfidants(ask)).map(({ id, name, unit }) => ({ value: id, label: name, hint: unit }))
  const state = refused ?? { typed: { confidants: await ask.read((db) => listServing(db, town)) }, errors: {} }
  return page(ServePage, { ...pageProps(ask, state), town, townName: nameOf(ask, town), choices }, officePage(ask, state, { title: ask.say(words)('office.serve-title', { town: nameOf(ask, town) }) }))
}
