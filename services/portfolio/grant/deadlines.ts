import { defineDeadlines, enqueue, type Service } from '@modellregion/kernel'
import { addDays, lastDayOfMonth, type PlainDate } from '@modellregion/standards'
import { usualFinalMonths, usualInterimMonths, usualUseMonths } from './rules/law.ts'
import type { Notice } from './schema.ts'
import { tellJob } from './tell.ts'

/** Periods of grants as they usually are; sources and what could not be verified stand in `rules/law.ts`. `ref` of a deadline is the project, or the id of a call. */
export const grantDeadlineRules = defineDeadlines([
  { id: 'use-money', source: 'VV Nr. 8.6 zu § 44 LHO NRW (Fassung 2023); § 49a Abs. 4 VwVfG NRW', length: { months: usualUseMonths }, atNonWorkingDay: 'stays', warn: [{ before: { days: 21 } }, { before: { days: 7 } }] },
  { id: 'interim-statement', source: 'Zuwendungsbescheid; üblich vier Monate nach dem Haushaltsjahr (nicht am Text geprüft)', length: { months: usualInterimMonths }, atNonWorkingDay: 'next-working-day', warn: [{ before: { days: 42 } }, { before: { days: 14 } }] },
  { id: 'final-statement', source: 'ANBest-G NRW Nr. 7.1: Ablauf des sechsten Monats nach dem Bewilligungszeitraum', length: { months: usualFinalMonths }, firstDayCounts: true, atNonWorkingDay: 'next-working-day', warn: [{ before: { days: 60 } }, { before: { days: 14 } }] },
  { id: 'bound-purpose', source: 'Zweckbindung nach dem Zuwendungsbescheid', length: { days: 1 }, firstDayCounts: true, atNonWorkingDay: 'stays', warn: [{ before: { days: 90 } }] },
])
export type GrantDeadline = (typeof grantDeadlineRules)[number]['id']

type Lengths = Pick<Notice, 'useMonths' | 'interimMonths' | 'finalMonths'>

/** The same with the lengths that a notice names. */
export function rulesOf({ useMonths, interimMonths, finalMonths }: Lengths): typeof grantDeadlineRules {
  const months: Partial<Record<GrantDeadline, number>> = { 'use-money': useMonths, 'interim-statement': interimMonths ?? usualInterimMonths, 'final-statement': finalMonths }
  return grantDeadlineRules.map((rule) => (months[rule.id] === undefined ? rule : { ...rule, length: { months: months[rule.id] ?? 1 } }))
}

/** Whether a period of a notice is another one than usual, so that its source is the notice. */
export const isOwnLength = (rule: string, { useMonths, interimMonths, finalMonths }: Lengths): boolean =>
  (rule === 'use-money' && useMonths !== usualUseMonths) || (rule === 'interim-statement' && interimMonths !== usualInterimMonths) || (rule === 'final-statement' && finalMonths !== usualFinalMonths)

/** The day that begins the time for the final statement: months count whole, from the first one after the period on. */
export const finalBegins = (endsOn: PlainDate): PlainDate => addDays(lastDayOfMonth(endsOn), 1)

/** What the board and "my matters" show is read from the deadlines themselves; whoever keeps the accounts also gets a mail. */
export const grantDeadlines: NonNullable<Service['deadlines']> = {
  rules: grantDeadlineRules,
  reached: async (_platform, _tenant, db, { deadline: { id, kind, ref, rule, dueOn }, step }) =>
    void (await enqueue(db, tellJob, { kind, ref, rule, dueOn, step: step.kind }, { once: `${id} ${dueOn} ${step.kind} ${step.on}` })),
}
