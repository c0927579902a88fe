import { errorsIn, get, newId, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { localDate, plainDate } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { noticePath, postNotice } from '../board.ts'
import { WritePage } from '../pages/write.tsx'
import { latestEnd, openNoticesPerPerson, type NoticeRefusal } from '../rules.ts'
import { NoticeForm } from '../schema.ts'

type Asks = Pick<Ask, 'say' | 'csrf' | 'now'>

/** Pinning a notice to the board. */
export const writingRoutes = [
  get('/example/notice/new', { access: 'notice.post', title: title(words, 'write.title') }, (ask) => form(ask, {}, {})),

  post('/example/notice', { access: 'notice.post', title: title(words, 'write.title'), rate: { max: 30, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const read = ask.form(NoticeForm)
    if (!read.ok) return form(ask, read.typed, errorsIn(t, read.errors, (field) => t.find(`write.field.${field}`) ?? field))
    const { title: heading, text, contactMail = null, endsOn } = read.value
    const id = newId(ask.now)
    const accountId = authorOf(ask)
    const refusal = await ask.write((db) => postNotice(db, { id, accountId, title: heading, text, contactMail, endsOn: plainDate(endsOn) }))
    if (!refusal) return seeOther(`${noticePath(id)}?posted=1`)
    const sentence = sentenceOf(t, refusal, ask.now)
    return refusal.field ? form(ask, read.typed, { [refusal.field]: sentence }) : form(ask, read.typed, {}, sentence)
  }),
]

function form(ask: Asks, typed: Typed, errors: FormErrors, refusal?: string): Answer {
  const t = ask.say(pageWords)
  const failed = refusal !== undefined || Object.keys(errors).length > 0
  return page(
    WritePage,
    { t, csrf: ask.csrf(), typed, errors, refusal, last: latestEnd(localDate(ask.now)) },
    { frame: 'question', private: true, noindex: true, crumbs: [{ label: t('service.title'), href: '/example' }, { label: t('write.crumb') }], ...(failed && { status: 422, hasErrors: true }) },
  )
}

function sentenceOf(t: PageT, { code }: NoticeRefusal, now: Date): string {
  switch (code) {
    case 'ends-too-early':
      return t('example.notice.ends-too-early')
    case 'ends-too-late':
      return t('example.notice.ends-too-late', { last: latestEnd(localDate(now)) })
    case 'too-many':
      return t('example.notice.too-many', { most: openNoticesPerPerson })
  }
}

// The access rule lets nobody in who has not signed in.
function authorOf({ actor }: Pick<Ask, 'actor'>): string {
  if (actor.id === undefined) throw new Error('notice.post was allowed to a guest; see access.ts.')
  return actor.id
}
