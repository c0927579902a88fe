import type { Cents, PlainDate } from '@modellregion/standards'

/** What the board says of an account, the most urgent thing first. */
export type Situation =
  | { readonly code: 'money-late'; readonly cents: Cents; readonly day: PlainDate }
  | { readonly code: 'deadline-over' | 'deadline-near'; readonly rule: string; readonly day: PlainDate }
  | { readonly code: 'over-line'; readonly line: string; readonly limit: number }
  | { readonly code: 'call-waiting'; readonly number: number }
  | { readonly code: 'good' }

export type SituationFacts = {
  readonly late: readonly { readonly amount: Cents; readonly dueOn: PlainDate }[]
  readonly deadlines: readonly { readonly rule: string; readonly dueOn: PlainDate; readonly state: string }[]
  readonly over: readonly { readonly title: string }[]
  readonly limit: number
  readonly drafts: readonly { readonly number: number }[]
}

/** The one sentence that an account needs most now. Deadlines are those of the engine, the next first. */
export function situationOf({ late, deadlines, over, limit, drafts }: SituationFacts): Situation {
  const [first] = late
  if (first) return { code: 'money-late', cents: late.reduce((sum, { amount }) => (sum + amount) as Cents, 0 as Cents), day: first.dueOn } // whole cents add up to whole cents
  const missed = deadlines.find(({ state, rule }) => state === 'over' && rule !== 'bound-purpose')
  if (missed) return { code: 'deadline-over', rule: missed.rule, day: missed.dueOn }
  const [line] = over
  if (line) return { code: 'over-line', line: line.title, limit }
  const [draft] = drafts
  if (draft) return { code: 'call-waiting', number: draft.number }
  const near = deadlines.find(({ state }) => state === 'near' || state === 'today')
  return near ? { code: 'deadline-near', rule: near.rule, day: near.dueOn } : { code: 'good' }
}
