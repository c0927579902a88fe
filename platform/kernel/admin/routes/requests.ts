import { Type } from 'typebox'
import { page, seeOther, type Answer } from '../../http/answer.ts'
import { get, post, title, type Ask } from '../../http/route.ts'
import { closeRequest, confirmRequest, listOpenRequests, reviewTerm, whyNotConfirm, type RoleRequest } from '../../identity/index.ts'
import { kernelWords } from '../../locales/index.ts'
import { consolePage } from '../menu.ts'
import { roleName } from '../pages/people.tsx'
import { RequestsPage } from '../pages/requests.tsx'
import { countConfirming, countHeld } from '../queries.ts'

const manage = { access: 'people.manage', everyTown: true, title: title(kernelWords, 'admin.requests') } as const
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Shown = Type.Object({ done: Type.Optional(Type.Union([Type.Literal('refused'), Type.Literal('withdrawn')])) }, { additionalProperties: true })

type Asks = Pick<Ask, 'say' | 'csrf' | 'actor' | 'platform' | 'tenant' | 'may' | 'url' | 'read' | 'now'>

/** Four eyes: powerful roles are given by two people. */
export const requestRoutes = [
  get('/admin/people/requests', { ...manage, query: Shown }, (ask) => {
    const t = ask.say(kernelWords)
    const { done } = ask.query
    return list(ask, {}, done === undefined ? undefined : t(`admin.request-${done}`))
  }),

  post('/admin/people/requests/:id/confirm', { ...manage, params: ById }, async (ask) => {
    const t = ask.say(kernelWords)
    const request = (await ask.read(listOpenRequests)).find(({ id }) => id === ask.params.id)
    const refusal = await ask.write((db) => confirmRequest(db, ask.params.id, ask.actor))
    if (refusal) return await list(ask, { confirm: t(refusal) })
    return await list(ask, {}, request && t('admin.request-confirmed', { name: request.name, role: roleName(t, grantOf(request)) }))
  }),

  post('/admin/people/requests/:id/close', { ...manage, params: ById }, async (ask) => {
    const decision = await ask.write((db) => closeRequest(db, ask.params.id, ask.actor))
    return seeOther(`/admin/people/requests?done=${decision}`)
  }),
]

const grantOf = ({ role, organisation }: RoleRequest) => ({ role, ...(organisation !== '' && { organisation }) })

async function list(ask: Asks, errors: Record<string, string> = {}, done?: string): Promise<Answer> {
  const t = ask.say(kernelWords)
  const limit = new Date(ask.now.getTime() - reviewTerm)
  const [open, { due }, confirming] = await ask.read(async (db) => [await listOpenRequests(db), await countHeld(db, limit), await countConfirming(db)] as const)
  const requests = open.map((request) => {
    const refusal = whyNotConfirm(request, ask.actor, ask.now)
    return { ...request, own: request.requestedBy === ask.actor.id, ...(refusal && { refusal: t(refusal) }) }
  })
  const failed = Object.keys(errors).length > 0
  return page(RequestsPage, { t, csrf: ask.csrf(), requests, due, alone: confirming.n < 2, errors, done }, consolePage(ask, failed ? { status: 422, hasErrors: true } : {}))
}
