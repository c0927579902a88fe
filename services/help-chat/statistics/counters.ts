import { count, type UnitOfWork } from '@modellregion/kernel'
import { questions, statistics, survey, topics, type AnswerClass, type ClosedClass, type ReturnClass, type StatisticId, type SurveyAnswers } from './schema.ts'

// Counted where it happens, in the unit of work that does it, so that nobody ever has to look into cases to know numbers. Kept are the month and
// one category: no case, no person, no day.

async function add(db: UnitOfWork, id: StatisticId, category: string): Promise<void> {
  const statistic = statistics.find((one) => one.id === id)
  if (!statistic?.categories.includes(category)) throw new RangeError(`"${category}" is no category of ${id}.`)
  await count(db, id, [category])
}

/** A case began. A topic that is not on the list counts as `other`: it comes from a browser. */
export const countCase = (db: UnitOfWork, { topic }: { topic: string }): Promise<void> => add(db, 'topic', topics.find((known) => known === topic) ?? 'other')

/** A confidant answered a case for the first time. See `answerClassOf`. */
export const countFirstAnswer = (db: UnitOfWork, answer: AnswerClass): Promise<void> => add(db, 'first-answer', answer)

/** A case was closed: how often the person had come back until then. See `returnClassOf`. */
export const countReturn = (db: UnitOfWork, again: ReturnClass): Promise<void> => add(db, 'return', again)

/** A case was closed, in this lane. */
export const countClosed = (db: UnitOfWork, lane: ClosedClass): Promise<void> => add(db, 'closed', lane)

/** A person turned their case into a report in the sense of the HinSchG. */
export const countReport = (db: UnitOfWork): Promise<void> => add(db, 'report', 'declared')

/** Answers after closing; what was left out is not counted. In the order of the questions, so that two units do not wait for each other. */
export async function countSurvey(db: UnitOfWork, answers: SurveyAnswers): Promise<void> {
  for (const question of questions) {
    const given = survey[question].find((answer) => answer === answers[question])
    if (given !== undefined) await add(db, `survey-${question}`, given)
  }
}
