import Type, { type Static } from 'typebox'
import { topicCodes } from '../office/schema.ts'

/** Topics in their fixed order, for counting and for the choice before writing. */
export { topicCodes as topics } from '../office/schema.ts'

/** Time until a confidant first answered, in days of the town. */
export const answerClasses = ['same-day', 'one-two-days', 'three-seven-days', 'longer'] as const
export type AnswerClass = (typeof answerClasses)[number]

/** How often somebody came back with their secret and wrote once more, until the case was closed. */
export const returnClasses = ['never', 'once', 'more'] as const
export type ReturnClass = (typeof returnClasses)[number]

export const closedClasses = ['counsel', 'report'] as const
export type ClosedClass = (typeof closedClasses)[number]

/** Questions after closing, each with its answers. All may be left out. Words: `statistics.survey.<question>` and `statistics.survey.<question>.<answer>`. */
export const survey = {
  helped: ['yes', 'partly', 'no'],
  safe: ['yes', 'partly', 'no'],
  quick: ['yes', 'partly', 'no'],
  again: ['yes', 'unsure', 'no'],
} as const
export type Question = keyof typeof survey
export const questions = ['helped', 'safe', 'quick', 'again'] as const satisfies readonly Question[]

const one = <const A extends readonly string[]>(answers: A) => Type.Optional(Type.Union(answers.map((answer) => Type.Literal(answer))))
export const SurveyBody = Type.Object({ answers: Type.Object({ helped: one(survey.helped), safe: one(survey.safe), quick: one(survey.quick), again: one(survey.again) }, { additionalProperties: false }) })
export type SurveyAnswers = Readonly<Partial<Record<Question, string>>>
export type SurveyBody = Static<typeof SurveyBody>

export type StatisticId = 'topic' | 'first-answer' | 'return' | 'closed' | 'report' | `survey-${Question}`
export type Statistic = { readonly id: StatisticId; readonly categories: readonly string[]; /** Who sees it: everybody, or only whoever leads the office. */ readonly audience: 'everybody' | 'head' }

/**
 * Each is a table of one dimension, published on its own. They overlap in nothing but their totals, because the server does not know which
 * topic a case has when it is answered or closed: what was counted together cannot be subtracted from each other.
 */
export const statistics: readonly Statistic[] = [
  { id: 'topic', categories: topicCodes, audience: 'everybody' },
  { id: 'first-answer', categories: answerClasses, audience: 'everybody' },
  { id: 'survey-helped', categories: survey.helped, audience: 'everybody' },
  { id: 'survey-safe', categories: survey.safe, audience: 'everybody' },
  { id: 'survey-quick', categories: survey.quick, audience: 'head' },
  { id: 'survey-again', categories: survey.again, audience: 'head' },
  { id: 'return', categories: returnClasses, audience: 'head' },
  { id: 'closed', categories: closedClasses, audience: 'head' },
  { id: 'report', categories: ['declared'], audience: 'head' },
]

/** The smallest number that is shown. */
export const smallest = 5
