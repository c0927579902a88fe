import { defineDeadlines, type Service } from '@modellregion/kernel'

/**
 * Periods of grants. Written from memory of the ANBest (aus dem Gedächtnis, vor Gebrauch prüfen); a notice may set others, which the town enters by
 * a change of the notice. `ref` of a deadline is the project, or the id of a call.
 */
export const grantDeadlineRules = defineDeadlines([
  { id: 'use-money', source: 'ANBest-P NRW Nr. 1.4, ANBest-G NRW Nr. 1.4; § 49a Abs. 4 VwVfG NRW', length: { months: 2 }, atNonWorkingDay: 'stays', warn: [{ before: { days: 21 } }, { before: { days: 7 } }] },
  { id: 'interim-statement', source: 'ANBest-P NRW Nr. 6.1: nach Ablauf des Haushaltsjahres', length: { months: 4 }, atNonWorkingDay: 'next-working-day', warn: [{ before: { days: 42 } }, { before: { days: 14 } }] },
  { id: 'final-statement', source: 'ANBest-P NRW Nr. 6.1, ANBest-G NRW Nr. 7.1: sechs Monate nach dem Bewilligungszeitraum', length: { months: 6 }, atNonWorkingDay: 'next-working-day', warn: [{ before: { days: 60 } }, { before: { days: 14 } }] },
  { id: 'bound-purpose', source: 'Zweckbindung nach dem Zuwendungsbescheid; ANBest-P NRW Nr. 4.1', length: { days: 1 }, firstDayCounts: true, atNonWorkingDay: 'stays', warn: [{ before: { days: 90 } }] },
])
export type GrantDeadline = (typeof grantDeadlineRules)[number]['id']

/** What the board and "my matters" show is read from the deadlines themselves, so there is nothing to do when one comes near. */
export const grantDeadlines: NonNullable<Service['deadlines']> = { rules: grantDeadlineRules, reached: async () => {} }
