import { newId } from '../../database/index.ts'
import { errorsIn } from '../../forms/index.ts'
import { page, type Answer } from '../../http/answer.ts'
import { get, post, title, type Ask } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { ReturnedPage, ReturnPage } from '../pages/return.tsx'
import { findFeedbackByReturn, insertFeedbackMessage, listFeedbackMessages, lockFeedback, reopenFeedback } from '../queries.ts'
import { readReturnCode, returnCodeHash } from '../return-code.ts'
import { mayReply } from '../rules.ts'
import { ReplyForm, ReturnForm, type Feedback } from '../schema.ts'

const heading = title(kernelWords, 'portal.return-title')
const quiet = { frame: 'question', private: true, noindex: true } as const
type Asks = Pick<Ask, 'say' | 'read' | 'platform' | 'tenant'>

/**
 * Coming back without an account. The code travels in the body of a form only, makes no session and needs no form token: whoever
 * has the code may see and say what it opens, and a foreign site that had it would not need our visitor.
 */
export const returnRoutes = [
  get('/return', { access: 'anyone', everyTown: true, title: heading }, (ask) => page(ReturnPage, { t: ask.say(kernelWords), typed: '', error: undefined }, quiet)),

  post('/return', { access: 'anyone', everyTown: true, csrf: false, rate: { max: 30, per: 'hour' }, title: heading }, async (ask) => {
    const read = ask.form(ReturnForm)
    const typed = read.ok ? read.value.code : ''
    const found = await find(ask, typed)
    return found ? await opened(ask, found.code, found.report) : unknown(ask, typed)
  }),

  post('/return/reply', { access: 'anyone', everyTown: true, csrf: false, rate: { max: 30, per: 'hour' }, title: heading }, async (ask) => {
    const read = ask.form(ReplyForm)
    const codeTyped = read.ok ? read.value.code : String(read.typed['code'] ?? '')
    const found = await find(ask, codeTyped)
    if (!found) return unknown(ask, codeTyped)
    const { code, report } = found
    if (!read.ok) {
      const t = ask.say(kernelWords)
      return await opened(ask, code, report, { typed: String(read.typed['text'] ?? ''), error: errorsIn(t, read.errors, () => t('portal.return-text'))['text'] ?? t('portal.return-text') })
    }
    const { text } = read.value
    const id = newId(ask.now)
    const said = await ask.write(async (db) => {
      await lockFeedback(db, report.id)
      if (!mayReply(await listFeedbackMessages(db, [report.id]))) return false
      await insertFeedbackMessage(db, { id, feedbackId: report.id, fromOffice: false, text })
      await reopenFeedback(db, report.id)
      return true
    })
    return await opened(ask, code, { ...report, ...(said && { state: 'open' }) }, { isNew: said })
  }),
]

async function find(ask: Asks, typed: string): Promise<{ code: string; report: Feedback } | undefined> {
  const code = readReturnCode(typed)
  if (code === undefined) return undefined
  const hash = await returnCodeHash(ask.platform, ask.tenant.id, code)
  const report = await ask.read((db) => findFeedbackByReturn(db, hash))
  return report && { code, report }
}

async function opened(ask: Asks, code: string, report: Feedback, { isNew = false, typed = '', error }: { isNew?: boolean; typed?: string; error?: string } = {}): Promise<Answer> {
  const messages = await ask.read((db) => listFeedbackMessages(db, [report.id]))
  const props = { t: ask.say(kernelWords), code, report, messages, mayReply: mayReply(messages), isNew, typed, error }
  return page(ReturnedPage, props, { ...quiet, ...(error !== undefined && { status: 422, hasErrors: true }) })
}

// Wrong, mistyped, of another town or long gone: one answer for all.
function unknown(ask: Pick<Ask, 'say'>, typed: string): Answer {
  const t = ask.say(kernelWords)
  return page(ReturnPage, { t, typed, error: t('portal.return-unknown') }, { ...quiet, status: 422, hasErrors: true })
}
