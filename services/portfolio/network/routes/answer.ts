import { get, newId, NotFound, page, post, seeOther, title, type Answer as Reply, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { correctAnswer, object, showAnswer } from '../exchange.ts'
import { formPage, lookedAt, sentencesOf } from '../form.ts'
import { AnswerFormPage, ObjectionFormPage } from '../pages/question-form.tsx'
import { getAnswer, getQuestion, setAnswerReviewed } from '../queries/question.ts'
import { questionPath } from '../rules/reference.ts'
import { faultIn } from '../rules/text.ts'
import { AnswerForm, ById, ObjectionForm, type Answer, type ObjectionThing } from '../schema.ts'
import { townOf } from '../town.ts'
import { SeenForm, ShowForm } from './question.ts'

/** An answer with the title of its question. */
type Found = { readonly answer: Answer; readonly title: string }
/** What somebody objects to: whose text it is, and where it stands. */
type Thing = { readonly thing: ObjectionThing; readonly thingId: string; readonly thingTown: string; readonly questionId: string }

/** @throws NotFound when the town that is asked has not given it */
async function ownAnswer(db: UnitOfWork, { id }: { id: string }): Promise<Found> {
  const answer = await getAnswer(db, id)
  if (answer.town !== db.tenant) throw new NotFound()
  return { answer, title: (await getQuestion(db, answer.questionId)).title }
}
async function foreignQuestion(db: UnitOfWork, { id }: { id: string }): Promise<Thing> {
  const { town } = await getQuestion(db, id)
  if (town === db.tenant) throw new NotFound()
  return { thing: 'question', thingId: id, thingTown: town, questionId: id }
}
async function foreignAnswer(db: UnitOfWork, { id }: { id: string }): Promise<Thing> {
  const { town, questionId } = await getAnswer(db, id)
  if (town === db.tenant) throw new NotFound()
  return { thing: 'answer', thingId: id, thingTown: town, questionId }
}

const own = { access: 'answer.write', params: ById, subject: ownAnswer, title: title(words, 'network.answer.edit') } as const
const objecting = { access: 'exchange.object', params: ById, title: title(words, 'network.objection.title') } as const
const rate = { max: 60, per: 'hour' } as const

/** Correcting and hiding one's own answer; objecting to texts of other towns. */
export const answerRoutes = [
  get('/portfolio/answer/:id/edit', own, (ask) => form(ask, { text: ask.subject.answer.text }, {})),
  post('/portfolio/answer/:id/edit', { ...own, rate }, async (ask) => {
    const t = ask.say(pageWords)
    const { answer } = ask.subject
    const read = ask.form(AnswerForm)
    if (!read.ok) return form(ask, read.typed, sentencesOf(ask, 'answer', read.errors))
    const line = faultIn(read.value.text)
    if (line !== undefined) return form(ask, read.typed, { text: t('network.text-fault', { field: t('network.answer.field.text'), line }) })
    await ask.write((db) => correctAnswer(db, answer, read.value.text))
    return seeOther(`${questionPath(answer.questionId)}?done=saved#answer-${answer.id}`)
  }),
  post('/portfolio/answer/:id/show', { ...own, rate }, async (ask) => {
    const { answer } = ask.subject
    const read = ask.form(ShowForm)
    if (read.ok) await ask.write((db) => showAnswer(db, answer, read.value.published))
    return seeOther(`${questionPath(answer.questionId)}?done=saved#answer-${answer.id}`)
  }),
  post('/portfolio/answer/:id/seen', { ...own, rate }, async (ask) => {
    const { answer } = ask.subject
    const read = ask.form(SeenForm)
    await ask.write((db) => setAnswerReviewed(db, answer.id, lookedAt(read.ok ? read.value.until : undefined, ask.now)))
    return seeOther(`${questionPath(answer.questionId)}#answer-${answer.id}`)
  }),

  get('/portfolio/question/:id/object', { ...objecting, subject: foreignQuestion }, (ask) => objectionForm(ask, {}, {})),
  post('/portfolio/question/:id/object', { ...objecting, subject: foreignQuestion, rate }, (ask) => takeObjection(ask)),
  get('/portfolio/answer/:id/object', { ...objecting, subject: foreignAnswer }, (ask) => objectionForm(ask, {}, {})),
  post('/portfolio/answer/:id/object', { ...objecting, subject: foreignAnswer, rate }, (ask) => takeObjection(ask)),
]

type OfAnswer = Ask<{ id: string }, unknown, unknown, Found>
type OfThing = Ask<{ id: string }, unknown, unknown, Thing>

function form(ask: Pick<OfAnswer, 'say' | 'csrf' | 'subject'>, typed: Typed, errors: FormErrors): Reply {
  const { answer, title: heading } = ask.subject
  return page(AnswerFormPage, { t: ask.say(pageWords), csrf: ask.csrf(), typed, errors, action: `/portfolio/answer/${answer.id}/edit`, back: questionPath(answer.questionId), title: heading }, formPage(errors))
}

function objectionForm(ask: Pick<OfThing, 'say' | 'csrf' | 'subject' | 'platform' | 'url'>, typed: Typed, errors: FormErrors): Reply {
  const { thing, thingId, thingTown, questionId } = ask.subject
  return page(ObjectionFormPage, { t: ask.say(pageWords), csrf: ask.csrf(), typed, errors, action: `/portfolio/${thing}/${thingId}/object`, back: questionPath(questionId), town: townOf(ask)(thingTown) }, formPage(errors))
}

async function takeObjection(ask: Pick<OfThing, 'say' | 'csrf' | 'subject' | 'platform' | 'url' | 'form' | 'write' | 'now'>): Promise<Reply> {
  const read = ask.form(ObjectionForm)
  if (!read.ok) return objectionForm(ask, read.typed, sentencesOf(ask, 'objection', read.errors))
  const { questionId, ...thing } = ask.subject
  const id = newId(ask.now)
  await ask.write((db) => object(db, { id, ...thing, reason: read.value.reason }))
  return seeOther(`${questionPath(questionId)}?done=objected`)
}
