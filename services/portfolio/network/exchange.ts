import { audit, enqueue, type UnitOfWork } from '@modellregion/kernel'
import { indexQuestionJob } from './jobs.ts'
import { keepObjection } from './queries/objection.ts'
import * as queries from './queries/question.ts'
import { withVerdict, type Verdict } from './rules/question.ts'
import type { Answer, Objection, Question } from './schema.ts'

// Each function writes the unit's own town's rows only; row security refuses the rest, and the audit says who acted.

/** Asks. The same form sent once more changes nothing, or corrects the words. */
export async function askQuestion(db: UnitOfWork, question: Pick<Question, 'id' | 'title' | 'text' | 'entry'>): Promise<void> {
  if ((await queries.insertQuestion(db, question)) === 0) {
    const before = await queries.findQuestion(db, question.id)
    if (before && (before.title !== question.title || before.text !== question.text || before.entry !== question.entry)) await correctQuestion(db, question)
    return
  }
  await enqueue(db, indexQuestionJob, { id: question.id })
  await audit(db, { action: 'question.ask', subject: `question/${question.id}` })
}

export async function correctQuestion(db: UnitOfWork, question: Pick<Question, 'id' | 'title' | 'text' | 'entry'>): Promise<void> {
  if ((await queries.correctQuestion(db, question)) === 0) return
  await enqueue(db, indexQuestionJob, { id: question.id })
  await audit(db, { action: 'question.correct', subject: `question/${question.id}` })
}

/** Hides the own question with all its answers, or shows it again. */
export async function showQuestion(db: UnitOfWork, id: string, published: boolean): Promise<void> {
  if ((await queries.setQuestionPublished(db, id, published)) === 0) return
  await enqueue(db, indexQuestionJob, { id })
  await audit(db, { action: published ? 'question.show' : 'question.hide', subject: `question/${id}` })
}

/** Publishes an answer. False when it had been written before; other words correct it then. */
export async function answerQuestion(db: UnitOfWork, question: Question, answer: Pick<Answer, 'id' | 'text'>): Promise<boolean> {
  if ((await queries.insertAnswer(db, { ...answer, questionId: question.id })) === 0) {
    const before = await queries.getAnswer(db, answer.id)
    if (before.text !== answer.text) await correctAnswer(db, before, answer.text)
    return false
  }
  // Whoever answers the own question has read what stands there.
  if (question.town === db.tenant) await queries.setQuestionReviewed(db, question.id, db.now)
  await enqueue(db, indexQuestionJob, { id: question.id })
  await audit(db, { action: 'question.answer', subject: `question/${question.id}`, detail: { answer: answer.id } })
  return true
}

export async function correctAnswer(db: UnitOfWork, answer: Answer, text: string): Promise<void> {
  if ((await queries.correctAnswer(db, answer.id, text)) === 0) return
  await enqueue(db, indexQuestionJob, { id: answer.questionId })
  await audit(db, { action: 'answer.correct', subject: `answer/${answer.id}` })
}

export async function showAnswer(db: UnitOfWork, answer: Answer, published: boolean): Promise<void> {
  if ((await queries.setAnswerPublished(db, answer.id, published)) === 0) return
  await enqueue(db, indexQuestionJob, { id: answer.questionId })
  await audit(db, { action: published ? 'answer.show' : 'answer.hide', subject: `answer/${answer.id}` })
}

/** What the asking town thinks of an answer to its question. What came after `lookedAt` stays new. */
export async function judgeAnswer(db: UnitOfWork, question: Pick<Question, 'id'>, answerId: string, verdict: Verdict, lookedAt = db.now): Promise<void> {
  const now = await queries.lockOwnQuestion(db, question.id)
  if (!now || (await queries.setVerdicts(db, question.id, withVerdict(now, answerId, verdict), lookedAt)) === 0) return
  await enqueue(db, indexQuestionJob, { id: question.id })
  await audit(db, { action: 'question.judge', subject: `question/${question.id}`, detail: { answer: answerId, verdict } })
}

/** Says to another town that its text should not stand so. Its office decides. */
export async function object(db: UnitOfWork, objection: Omit<Objection, 'town' | 'createdAt'>): Promise<void> {
  if (objection.thingTown === db.tenant) throw new Error('A town changes its own texts; it does not object to them.')
  await keepObjection(db, objection)
  await audit(db, { action: 'objection.raise', subject: `${objection.thing}/${objection.thingId}` })
}
