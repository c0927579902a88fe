import { get, page, post, readReturnCode, returnCodeHash, title, type Answer, type Ask } from '@modellregion/kernel'
import { Type } from 'typebox'
import { formPage, formProps } from '../../form/form.ts'
import { words } from '../../locales/index.ts'
import { ReturnPage } from '../pages/sent.tsx'
import { findByReturn } from '../queries.ts'
import { ReplyForm, type DataRequest } from '../schema.ts'
import { replyTo } from '../voting.ts'
import { replySentences, showOne } from './request.ts'

const heading = title(words, 'request.return-title')
const CodeForm = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) })
const rate = { max: 30, per: 'hour' } as const

/**
 * Coming back without an account. The code travels in the body of a form only, makes no session and needs no form token: whoever
 * has the code may see and say what it opens.
 */
export const returnRoutes = [
  get('/open-data/request/return', { access: 'anyone', title: heading }, (ask) => page(ReturnPage, formProps(ask), formPage())),

  post('/open-data/request/return', { access: 'anyone', csrf: false, rate, title: heading }, async (ask) => {
    const read = ask.form(CodeForm)
    const typed = String(read.typed['code'] ?? '')
    const found = await find(ask, typed)
    return found ? await showOne(ask, found.request, { code: found.code }) : unknown(ask, typed)
  }),

  post('/open-data/request/return/reply', { access: 'anyone', csrf: false, rate, title: heading }, async (ask) => {
    const read = ask.form(ReplyForm)
    const typed = String(read.typed['code'] ?? '')
    const found = await find(ask, typed)
    if (!found) return unknown(ask, typed)
    const { request, code } = found
    if (!read.ok) return await showOne(ask, request, { code, typed: read.typed, errors: replySentences(ask, read.errors) })
    await ask.write((db) => replyTo(db, request, read.value.text, true))
    return await showOne(ask, request, { code, done: 'replied' })
  }),
]

type Asks = Pick<Ask, 'read' | 'platform' | 'tenant'>

async function find({ read, platform, tenant }: Asks, typed: string): Promise<{ code: string; request: DataRequest } | undefined> {
  const code = readReturnCode(typed)
  if (code === undefined) return undefined
  const hash = await returnCodeHash(platform, tenant.id, code)
  const request = await read((db) => findByReturn(db, hash))
  return request && { code, request }
}

// Wrong, mistyped, of another town or long gone: one answer for all.
function unknown(ask: Pick<Ask, 'say' | 'csrf'>, code: string): Answer {
  const state = { typed: { code }, errors: { code: ask.say(words)('open-data.request.code-unknown') } }
  return page(ReturnPage, formProps(ask, state), formPage(state))
}
