import { instantAt, parsePlainDate } from '@modellregion/standards'
import type { Criterion, Ground } from './criteria/schema.ts'
import type { CriterionAnswer, Stage, Verdict, Vote } from './schema.ts'

const day = 86_400_000
/** Publication may be ordered at most so far ahead. */
export const longestWait = 366 * day

/** A moment as a form sends it: a day (its first minute), `2026-03-04T08:00` on clocks in Berlin, or with a zone. Undefined when it is none. */
export function readMoment(text: string): Date | undefined {
  const [, date = '', hour = '0', minute = '0', , zone] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text.trim()) ?? []
  const parsed = parsePlainDate(date)
  if (parsed === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return zone === undefined ? instantAt(parsed, Number(hour), Number(minute)) : new Date(text.trim().replace(' ', 'T'))
}

/** Why a moment of publication cannot be; a past one is meant as "at once". */
export const whyNotRelease = (at: Date, now: Date): 'release-too-late' | undefined => (at.getTime() - now.getTime() > longestWait ? 'release-too-late' : undefined)

/** The end of a step's time. */
export const dueAfter = (now: Date, days: number): Date => new Date(now.getTime() + days * day)

/** Agreeing members of the group that make a decision. */
export const votesNeeded = 2

/** What the group has decided: what two of its members say. Undefined while no two agree. */
export function decisionOf(votes: readonly Pick<Vote, 'verdict'>[]): Verdict | undefined {
  const verdicts: readonly Verdict[] = ['refuse', 'return', 'accept']
  return verdicts.find((verdict) => votes.filter((vote) => vote.verdict === verdict).length >= votesNeeded)
}

/** Those who have had a hand in a draft: none of them checks or decides about it (four eyes). */
export type Hands = { author: string | null; writers: readonly (string | null)[]; checker: string | null }

/** Why a person must not take a step; undefined when they may. */
export function whyNotStep(person: string | undefined, stage: Stage, hands: Hands): 'own-draft' | 'own-check' | undefined {
  if (person === undefined || person === hands.author || hands.writers.includes(person)) return 'own-draft'
  return stage === 'decide' && person === hands.checker ? 'own-check' : undefined
}

export type VoteWish = { verdict: Verdict; answers: Readonly<Record<string, CriterionAnswer>>; grounds: readonly Ground[]; reasons: string; publicReason: string }
/** Field of the form, and code `open-data.review.<code>`. */
export type VoteRefusal = { field: string; code: 'answer-missing' | 'knocked-out' | 'reasons-missing' | 'grounds-missing' | 'public-reason-missing' | 'public-reason-names' }

export const shortestReason = 10

/** What is wrong with a verdict, by field. `namesPeople` looks for people in a text that will be public. */
export function whyNotVote(wish: VoteWish, criteria: readonly Criterion[], namesPeople: (text: string) => boolean): VoteRefusal[] {
  const refusals: VoteRefusal[] = []
  for (const { code, knockOut } of criteria) {
    const answer = wish.answers[code]
    if (answer === undefined) refusals.push({ field: answerField(code), code: 'answer-missing' })
    else if (wish.verdict === 'accept' && knockOut && answer !== 'yes') refusals.push({ field: answerField(code), code: 'knocked-out' })
  }
  if (wish.verdict === 'accept') return refusals
  if (wish.reasons.trim().length < shortestReason) refusals.push({ field: 'reasons', code: 'reasons-missing' })
  if (wish.verdict === 'return') return refusals
  if (wish.grounds.length === 0) refusals.push({ field: 'grounds', code: 'grounds-missing' })
  if (wish.publicReason.trim().length < shortestReason) refusals.push({ field: 'publicReason', code: 'public-reason-missing' })
  else if (namesPeople(wish.publicReason)) refusals.push({ field: 'publicReason', code: 'public-reason-names' })
  return refusals
}

export const answerField = (code: string): string => `answer-${code}`

/** Share of the weight that speaks for publication, 0 to 1; what cannot be said does not count. */
export function scoreOf(answers: Readonly<Record<string, CriterionAnswer>>, criteria: readonly Criterion[]): number {
  const said = criteria.filter(({ code }) => answers[code] === 'yes' || answers[code] === 'no')
  const weightOf = (all: readonly Criterion[]): number => all.reduce((sum, { weight }) => sum + weight, 0)
  return said.length === 0 ? 0 : weightOf(said.filter(({ code }) => answers[code] === 'yes')) / weightOf(said)
}
