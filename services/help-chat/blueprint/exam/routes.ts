import { get, page, post, title, type Answer, type Ask } from '@modellregion/kernel'
import { add, localDate } from '@modellregion/standards'
import { words } from '../../locales/index.ts'
import { recordTraining } from '../../office/training.ts'
import { hereOf, speakerOf } from '../here.ts'
import { findBank, findLesson, isLesson } from '../library.ts'
import { ExamPage, ExamResultPage } from '../pages/exam.tsx'
import { readBank, type Question } from './bank.ts'
import { newDraw, readDraw } from './draw.ts'
import { drawQuestions, incomplete, markTest, passMark, questionsInTest, type Given } from './rules.ts'

/** How long a passed test counts: this project's choice, the law only asks for the necessary knowledge (§ 15 (2) HinSchG). */
const validYears = 2
const needed = Math.ceil((questionsInTest * passMark) / 100)
const options = { access: 'course-test.take', title: title(words, 'exam.title') }
const frame = { frame: 'question', private: true, noindex: true } as const

/** The test of the course: drawn and marked by the server, complete without script. */
export const examRoutes = [
  get('/help-chat/course/test', options, async (ask) => await form(ask, await newDraw(ask), new Map(), [])),

  post('/help-chat/course/test', { ...options, title: title(words, 'exam.result-title'), rate: { max: 60, per: 'hour' } }, async (ask) => {
    const fields = ask.fields()
    const draw = String(fields.get('draw')?.[0] ?? '')
    const seed = await readDraw(ask, draw)
    if (seed === undefined) return await form(ask, await newDraw(ask), new Map(), [], true)
    const questions = drawQuestions(bankOf(ask), seed)
    const given = givenOf(questions, fields)
    const missing = incomplete(questions, given)
    if (missing.length > 0) return await form(ask, draw, given, missing)
    const marked = markTest(questions, given)
    const recorded = marked.passed ? await record(ask, seed) : undefined
    const here = hereOf(ask)
    return page(
      ExamResultPage,
      { t: speakerOf(ask), questions, given, marked, needed, recorded, lessonTitle: (lesson) => (isLesson(lesson) ? findLesson(lesson, ask.locale, here).front.title : lesson) },
      { ...frame, frame: 'text', crumbs: crumbsOf(ask) },
    )
  }),
]

const bankOf = (ask: Ask): readonly Question[] => readBank(findBank(ask.locale, hereOf(ask)).blocks)

// Which boxes were ticked. Answers that the question does not have are dropped, so a forged form is an incomplete one.
function givenOf(questions: readonly Question[], fields: ReadonlyMap<string, readonly unknown[]>): Given {
  return new Map(questions.map(({ id, answers }) => [id, new Set((fields.get(id) ?? []).map(Number).filter((at) => answers[at] !== undefined))]))
}

async function form(ask: Ask, draw: string, given: Given, missing: readonly string[], isStale = false): Promise<Answer> {
  const seed = await readDraw(ask, draw)
  if (seed === undefined) throw new Error('A draw that was just made or read is not valid.')
  const questions = drawQuestions(bankOf(ask), seed)
  return page(
    ExamPage,
    { t: speakerOf(ask), csrf: ask.csrf(), draw, questions, needed, given, incomplete: missing, isStale },
    { ...frame, title: speakerOf(ask)('exam.title'), crumbs: crumbsOf(ask), ...(missing.length > 0 && { status: 422, hasErrors: true }) },
  )
}

// The draw's seed is the id of the entry: whoever sends the same form again is not written twice.
async function record(ask: Ask, seed: string): Promise<string> {
  const t = speakerOf(ask)
  const { id: accountId } = ask.actor
  if (accountId === undefined) throw new Error('course-test.take was allowed to a guest; see access.ts.')
  const doneOn = localDate(ask.now)
  const validUntil = add(doneOn, { years: validYears })
  const { version } = findBank('de', hereOf(ask)).front
  const isKnown = await ask.write((db) => recordTraining(db, { id: seed, accountId, title: t('exam.training', { version }), doneOn, validUntil, source: 'course' }))
  return isKnown ? t('exam.recorded', { until: validUntil }) : t('exam.not-recorded')
}

const crumbsOf = (ask: Ask) => [{ label: ask.say(words)('service.title'), href: '/help-chat' }, { label: ask.say(words)('course.title'), href: '/help-chat/course' }, { label: ask.say(words)('exam.title') }]
