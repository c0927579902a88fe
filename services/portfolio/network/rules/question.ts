import type { Question, QuestionState } from '../schema.ts'

export const stateOf = ({ solvedBy }: Pick<Question, 'solvedBy'>, answers: number): QuestionState => (solvedBy !== null ? 'solved' : answers > 0 ? 'answered' : 'open')

/** What the asking town thinks of an answer. */
export type Verdict = 'solves' | 'helpful' | 'none'
export const verdicts = ['solves', 'helpful', 'none'] as const satisfies readonly Verdict[]

export const verdictOn = ({ solvedBy, helpful }: Pick<Question, 'solvedBy' | 'helpful'>, answerId: string): Verdict => (solvedBy === answerId ? 'solves' : helpful.includes(answerId) ? 'helpful' : 'none')

/** The question after a verdict. What solves it also helps; at most one answer solves it. */
export function withVerdict({ solvedBy, helpful }: Pick<Question, 'solvedBy' | 'helpful'>, answerId: string, verdict: Verdict): Pick<Question, 'solvedBy' | 'helpful'> {
  const others = helpful.filter((id) => id !== answerId)
  return {
    helpful: verdict === 'none' ? others : [...others, answerId],
    solvedBy: verdict === 'solves' ? answerId : solvedBy === answerId ? null : solvedBy,
  }
}
