import { Type } from 'typebox'
import { get, newId, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type Typed, type FormErrors, type UnitOfWork } from '@modellregion/kernel'
import { formPage, formProps, sentencesOf } from '../../form/form.ts'
import type { FormState } from '../../form/props.ts'
import { words } from '../../locales/index.ts'
import { AnswerPage, ChangePage, ReasonPage } from '../pages/forms.tsx'
import * as queries from '../queries.ts'
import { isShown, mayChange } from '../rules.ts'
import { AnswerForm, EditForm, ReasonForm, type Post } from '../schema.ts'
import { answerPost, hidePost, reportPost } from '../talk.ts'
import { datasetOf, discussionPath, writerOf } from './discussion.ts'

const ByPost = Type.Object({ name: Type.String({ maxLength: 120 }), id: Type.String({ format: 'uuid' }) })

// A post under the address of another dataset is not there.
async function subject(db: UnitOfWork, { name, id }: { name: string; id: string }): Promise<Post> {
  const [dataset, found] = [await datasetOf(db, { name }), await queries.getPost(db, id)]
  if (found.datasetId !== dataset.id || !isShown(found)) throw new NotFound()
  return found
}

const rate = { max: 20, per: 'hour' } as const
const answer = { access: 'discussion.write', params: ByPost, subject, title: title(words, 'discussion.answer') } as const
const change = { access: 'discussion.change', params: ByPost, subject, title: title(words, 'discussion.change') } as const
const report = { access: 'discussion.write', params: ByPost, subject, title: title(words, 'discussion.report-title') } as const
const hide = { access: 'discussion.moderate', params: ByPost, subject, title: title(words, 'discussion.hide-title') } as const
const path = '/open-data/dataset/:name/discussion/:id'

type Asks = Pick<Ask<{ name: string; id: string }, unknown, unknown, Post>, 'say' | 'csrf' | 'subject' | 'params' | 'may' | 'actor' | 'now'>

/** What can be done with one post: answer, change, remove, report, hide. */
export const postRoutes = [
  get(`${path}/answer`, answer, (ask) => showAnswer(ask, {})),
  post(`${path}/answer`, { ...answer, rate }, async (ask) => {
    const read = ask.form(AnswerForm)
    if (!read.ok) return showAnswer(ask, failed(ask, read))
    const id = newId(ask.now)
    const said = await ask.write((db) => answerPost(db, ask.subject, id, { text: read.value.text, state: read.value.state, fromOffice: ask.may('discussion.answer') }))
    if (!said) throw new NotFound()
    return seeOther(`${discussionPath(ask.params.name)}?done=posted`)
  }),

  get(`${path}/change`, change, (ask) => (mayStill(ask) ? page(ChangePage, propsOf(ask, {}), formPage()) : tooLate(ask))),
  post(`${path}/change`, { ...change, rate }, async (ask) => {
    if (!mayStill(ask)) return tooLate(ask)
    const read = ask.form(EditForm)
    if (!read.ok) return page(ChangePage, propsOf(ask, failed(ask, read)), formPage(failed(ask, read)))
    await ask.write((db) => queries.editPost(db, ask.subject.id, read.value.text))
    return seeOther(`${discussionPath(ask.params.name)}?done=changed`)
  }),
  post(`${path}/remove`, { ...change, rate }, async (ask) => {
    if (!mayStill(ask)) return tooLate(ask)
    await ask.write((db) => queries.removePost(db, ask.subject.id))
    return seeOther(`${discussionPath(ask.params.name)}?done=changed`)
  }),

  get(`${path}/report`, report, (ask) => page(ReasonPage, { ...propsOf(ask, {}), act: 'report' as const }, formPage())),
  post(`${path}/report`, { ...report, rate }, async (ask) => {
    const read = ask.form(ReasonForm)
    if (!read.ok) return page(ReasonPage, { ...propsOf(ask, failed(ask, read)), act: 'report' as const }, formPage(failed(ask, read)))
    await ask.write((db) => reportPost(db, ask.subject, writerOf(ask), read.value.reason))
    return seeOther(`${discussionPath(ask.params.name)}?done=reported`)
  }),

  get(`${path}/hide`, hide, (ask) => page(ReasonPage, { ...propsOf(ask, {}), act: 'hide' as const }, formPage())),
  post(`${path}/hide`, hide, async (ask) => {
    const read = ask.form(ReasonForm)
    if (!read.ok) return page(ReasonPage, { ...propsOf(ask, failed(ask, read)), act: 'hide' as const }, formPage(failed(ask, read)))
    await ask.write((db) => hidePost(db, ask.subject, read.value.reason))
    return seeOther(`${discussionPath(ask.params.name)}?done=changed`)
  }),
]

const propsOf = (ask: Asks, state: FormState) => ({ ...formProps(ask, state), post: ask.subject, path: discussionPath(ask.params.name) })
const failed = (ask: Asks, read: { typed: Typed; errors: Parameters<typeof sentencesOf>[2] }): { typed: Typed; errors: FormErrors } => ({ typed: read.typed, errors: sentencesOf(ask, 'discussion', read.errors) })
const showAnswer = (ask: Asks, state: FormState): Answer => page(AnswerPage, { ...propsOf(ask, state), asOffice: ask.may('discussion.answer') }, formPage(state))
const mayStill = ({ subject: found, actor, now }: Asks): boolean => mayChange(found, actor.id, now)

function tooLate(ask: Asks): Answer {
  const t = ask.say(words)
  return refuse(409, 'open-data.discussion.too-late', t('open-data.discussion.too-late'), { label: t('discussion.title'), href: discussionPath(ask.params.name) })
}
