import { dayNumber, localDate } from '@modellregion/standards'
import { answerBy } from '../../request/rules.ts'
import type { Chain, ChainFigures } from './schema.ts'

/** Calendar days of the towns' time zone between two moments. */
export const daysBetween = (from: Date, to: Date): number => dayNumber(localDate(to)) - dayNumber(localDate(from))

/** The middle value; of an even number the mean of the two in the middle. Undefined of nothing. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half]
  if (upper === undefined) return undefined
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

/** What the chains say together. */
export function figuresOf(chains: readonly Chain[]): ChainFigures {
  const answered = chains.flatMap(({ askedAt, answeredAt }) => (answeredAt ? [{ days: daysBetween(askedAt, answeredAt), onTime: localDate(answeredAt) <= answerBy(localDate(askedAt)) }] : []))
  return {
    toAnswer: median(answered.map(({ days }) => days)),
    toData: median(chains.flatMap(({ askedAt, publishedAt }) => (publishedAt ? [daysBetween(askedAt, publishedAt)] : []))),
    toReuse: median(chains.flatMap(({ publishedAt, reusedAt }) => (publishedAt && reusedAt ? [daysBetween(publishedAt, reusedAt)] : []))),
    onTime: answered.length === 0 ? undefined : answered.filter(({ onTime }) => onTime).length / answered.length,
  }
}
