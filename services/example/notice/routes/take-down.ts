import { Type } from 'typebox'
import { errorsIn, get, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { hideNotice, noticePath, withdrawNotice } from '../board.ts'
import { HidePage, WithdrawPage } from '../pages/take-down.tsx'
import { getNotice } from '../queries.ts'
import { HideForm, type Notice } from '../schema.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const subject = (db: UnitOfWork, { id }: { id: string }): Promise<Notice> => getNotice(db, id)
const withdraw = { access: 'notice.withdraw', params, subject, title: title(words, 'withdraw.title') }
const hide = { access: 'notice.hide', params, subject, title: title(words, 'hide.title') }
const frame = { frame: 'question', private: true, noindex: true } as const

type Asks = Pick<Ask<unknown, unknown, unknown, Notice>, 'say' | 'csrf' | 'subject'>

/** Taking a notice down: the author withdraws it, an editor hides it with a reason. */
export const takingDownRoutes = [
  get('/example/notice/:id/withdraw', withdraw, (ask) => page(WithdrawPage, propsOf(ask), frame)),
  post('/example/notice/:id/withdraw', withdraw, async (ask) => {
    await ask.write((db) => withdrawNotice(db, ask.subject))
    return seeOther(noticePath(ask.subject.id))
  }),

  get('/example/notice/:id/hide', hide, (ask) => hideForm(ask, {}, {})),
  post('/example/notice/:id/hide', hide, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(HideForm)
    if (!form.ok) return hideForm(ask, form.typed, errorsIn(t, form.errors, () => t('hide.field.reason')))
    await ask.write((db) => hideNotice(db, ask.subject, form.value.reason))
    return seeOther(noticePath(ask.subject.id))
  }),
]

const propsOf = (ask: Asks) => ({ t: ask.say(pageWords), csrf: ask.csrf(), notice: ask.subject, href: noticePath(ask.subject.id) })

function hideForm(ask: Asks, typed: Typed, errors: FormErrors): Answer {
  return page(HidePage, { ...propsOf(ask), typed, errors }, { ...frame, ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) })
}
