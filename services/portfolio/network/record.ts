import type { SearchRecord } from '@modellregion/kernel/rules'
import { stateOf } from './rules/question.ts'
import { plainTextOf } from './rules/text.ts'
import { questionPath } from './rules/reference.ts'
import type { Answer, Question } from './schema.ts'

/** What the search knows of a question: its words, and those of the answers that everybody may read. */
export function recordOf(question: Question, answers: readonly Answer[], askedBy: string): SearchRecord {
  const shown = answers.filter(({ published }) => published)
  return {
    service: 'portfolio',
    kind: 'question',
    ref: question.id,
    title: question.title,
    holder: askedBy,
    body: [question.text, ...shown.map(({ text }) => text)].map(plainTextOf).join('\n'),
    url: questionPath(question.id),
    updated: question.changedAt,
    facets: { state: [stateOf(question, shown.length)], about: [question.entry === null ? 'nothing' : 'entry'] },
  }
}
