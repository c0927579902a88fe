import { Type } from 'typebox'
import { get, newId, NotFound, page, post, seeOther, title, type Answer as Reply, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { answerQuestion, askQuestion, correctQuestion, judgeAnswer, showQuestion } from '../exchange.ts'
import { doneOf, formPage, lookedAt, sentencesOf, until } from '../form.ts'
import { QuestionFormPage } from '../pages/question-form.tsx'
import { QuestionPage } from '../pages/question.tsx'
import { listObjectionsTo } from '../queries/objection.ts'
import { getQuestion, listAnswers, setQuestionReviewed } from '../queries/question.ts'
import { verdicts } from '../rules/question.ts'
import { idsIn, questionPath, reusePath } from '../rules/reference.ts'
import { beginningOf, faultIn } from '../rules/text.ts'
import { AnswerForm, ById, QuestionForm, type Question } from '../schema.ts'
import { townOf } from '../town.ts'
import { entryLine } from './question-read.ts'

const subject = (db: UnitOfWork, { id }: { id: string }): Promise<Question> => getQuestion(db, id)
/** The question of the address, when the town that is asked has asked it. @throws NotFound */
async function ownQuestion(db: UnitOfWork, { id }: { id: string }): Promise<Question> {
  const question = await getQuestion(db, id)
  if (question.town !== db.tenant) throw new NotFound()
  return question
}

const doneWords = ['asked', 'answered', 'saved', 'objected'] as const
const ask = { access: 'question.write', title: title(words, 'network.question.new') } as const
const own = { access: 'question.write', params: ById, subject: ownQuestion, title: title(words, 'network.question.edit') } as const
const rate = { max: 120, per: 'hour' } as const
const VerdictForm = Type.Object({ answer: Type.String({ format: 'uuid' }), verdict: Type.Enum(verdicts), until })
export const SeenForm = Type.Object({ until })
export const ShowForm = Type.Object({ published: Type.Boolean() })

type OfQuestion = Ask<{ id: string }, { done?: string }, unknown, Question>
type Shows = Pick<OfQuestion, 'now' | 'say' | 'csrf' | 'read' | 'may' | 'tenant' | 'platform' | 'url' | 'locale' | 'subject'>

/** Asking, answering, and what the asking town thinks of the answers. */
export const questionRoutes = [
  get('/portfolio/question/new', { ...ask, query: Type.Object({ entry: Type.Optional(Type.String({ format: 'uuid' })) }) }, (asks) => form(asks, undefined, { key: newId(asks.now), ...(asks.query.entry !== undefined && { entry: `${asks.url.origin}${reusePath(asks.query.entry)}` }) }, {})),
  post('/portfolio/question', { ...ask, rate }, async (asks) => {
    const read = await readTyped(asks)
    if (!read.ok) return form(asks, undefined, read.typed, read.errors)
    const id = read.key ?? newId(asks.now)
    await asks.write((db) => askQuestion(db, { id, ...read.value }))
    return seeOther(`${questionPath(id)}?done=asked`)
  }),

  get('/portfolio/question/:id', { access: 'anyone', params: ById, query: Type.Object({ done: Type.Optional(Type.String({ maxLength: 20 })) }), subject, title: title(words, 'network.kind-of-result') }, (asks) => show(asks, { key: newId(asks.now) }, {}, asks.query.done)),
  post('/portfolio/question/:id/answer', { access: 'answer.write', params: ById, subject, rate, title: title(words, 'network.kind-of-result') }, async (asks) => {
    const t = asks.say(pageWords)
    const read = asks.form(AnswerForm)
    const line = read.ok ? faultIn(read.value.text) : undefined
    if (!read.ok) return await show(asks, read.typed, sentencesOf(asks, 'answer', read.errors))
    if (line !== undefined) return await show(asks, read.typed, { text: t('network.text-fault', { field: t('network.answer.field.text'), line }) })
    if (!asks.subject.published) throw new NotFound()
    const id = read.value.key ?? newId(asks.now)
    await asks.write((db) => answerQuestion(db, asks.subject, { id, text: read.value.text }))
    return seeOther(`${questionPath(asks.subject.id)}?done=answered#answer-${id}`)
  }),

  get('/portfolio/question/:id/edit', own, (asks) => form(asks, asks.subject, { title: asks.subject.title, text: asks.subject.text, entry: asks.subject.entry === null ? '' : `${asks.url.origin}${reusePath(asks.subject.entry)}` }, {})),
  post('/portfolio/question/:id/edit', { ...own, rate }, async (asks) => {
    const read = await readTyped(asks)
    if (!read.ok) return form(asks, asks.subject, read.typed, read.errors)
    await asks.write((db) => correctQuestion(db, { id: asks.subject.id, ...read.value }))
    return seeOther(`${questionPath(asks.subject.id)}?done=saved`)
  }),
  post('/portfolio/question/:id/show', { ...own, rate }, async (asks) => {
    const read = asks.form(ShowForm)
    if (read.ok) await asks.write((db) => showQuestion(db, asks.subject.id, read.value.published))
    return seeOther(`${questionPath(asks.subject.id)}?done=saved`)
  }),
  post('/portfolio/question/:id/seen', { ...own, rate }, async (asks) => {
    const read = asks.form(SeenForm)
    await asks.write((db) => setQuestionReviewed(db, asks.subject.id, lookedAt(read.ok ? read.value.until : undefined, asks.now)))
    return seeOther(questionPath(asks.subject.id))
  }),
  post('/portfolio/question/:id/verdict', { ...own, rate }, async (asks) => {
    const read = asks.form(VerdictForm)
    if (!read.ok) throw new NotFound()
    const { answer, verdict, until: seen } = read.value
    await asks.write(async (db) => {
      const known = (await listAnswers(db, asks.subject.id)).some(({ id, published }) => id === answer && published)
      if (known) await judgeAnswer(db, asks.subject, answer, verdict, lookedAt(seen, asks.now))
    })
    return seeOther(`${questionPath(asks.subject.id)}?done=saved#answer-${answer}`)
  }),
]

async function show(asks: Shows, typed: Typed, errors: FormErrors, done?: string): Promise<Reply> {
  const t = asks.say(pageWords)
  const { subject: question, tenant } = asks
  const isOffice = asks.may('answer.write')
  // What its town has hidden is there for its own office only.
  if (!question.published && !isOffice) throw new NotFound()
  const [answers, objections] = await asks.read(async (db) => {
    const all = (await listAnswers(db, question.id)).filter(({ published }) => published || isOffice)
    const objected = isOffice ? await listObjectionsTo(db, [question.id, ...all.map(({ id }) => id)]) : []
    const reviewed = new Map([[question.id, question.reviewedAt], ...all.map(({ id, reviewedAt }) => [id, reviewedAt] as const)])
    // Own texts: what was objected to since somebody looked. Foreign texts: what this town has said itself.
    return [all, objected.filter(({ thingId, thingTown, createdAt }) => thingTown !== tenant.id || createdAt > (reviewed.get(thingId) ?? createdAt))] as const
  })
  const entry = await entryLine(asks, question.entry)
  return page(
    QuestionPage,
    { t, csrf: isOffice ? asks.csrf() : '', typed, errors, question, answers, entry, townOf: townOf(asks), here: tenant.id, until: String(asks.now.getTime()), isOffice, objections, done: doneOf(doneWords, done) },
    {
      title: question.title,
      frame: 'object',
      description: beginningOf(question.text),
      crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('network.question.title'), href: '/portfolio/question' }, { label: question.title }],
      ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }),
      ...(isOffice && { private: true }),
      ...(!question.published && { noindex: true }),
    },
  )
}

type Asks = Pick<Ask, 'say' | 'csrf' | 'form' | 'read' | 'locale' | 'may'>
type ReadTyped = { ok: true; key: string | undefined; value: Pick<Question, 'title' | 'text' | 'entry'> } | { ok: false; typed: Typed; errors: FormErrors }

async function readTyped(asks: Asks): Promise<ReadTyped> {
  const t = asks.say(pageWords)
  const read = asks.form(QuestionForm)
  if (!read.ok) return { ok: false, typed: read.typed, errors: sentencesOf(asks, 'question', read.errors) }
  const { entry: typedEntry, key, ...value } = read.value
  const line = faultIn(value.text)
  if (line !== undefined) return { ok: false, typed: read.typed, errors: { text: t('network.text-fault', { field: t('network.question.field.text'), line }) } }
  if (typedEntry === undefined) return { ok: true, key, value: { ...value, entry: null } }
  const [id] = idsIn(typedEntry) ?? []
  const entry = await entryLine(asks, id)
  return entry ? { ok: true, key, value: { ...value, entry: entry.id } } : { ok: false, typed: read.typed, errors: { entry: t('network.question.refusal.entry') } }
}

function form(asks: Pick<Ask, 'say' | 'csrf'>, question: Question | undefined, typed: Typed, errors: FormErrors): Reply {
  const t = asks.say(pageWords)
  const back = question ? questionPath(question.id) : '/portfolio/question'
  return page(
    QuestionFormPage,
    { t, csrf: asks.csrf(), typed, errors, action: question ? `${back}/edit` : '/portfolio/question', back, isNew: question === undefined },
    { ...formPage(errors), crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('network.question.title'), href: '/portfolio/question' }, { label: t(question ? 'network.question.edit' : 'network.question.new') }] },
  )
}
